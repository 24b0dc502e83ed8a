"""Which fact a conflict is about, and which facts a contradiction makes contested."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from accord.reconciliation.facts.alignment import FactGroup
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources
from accord.records import Conflict, Evidence, Verdict


class FactConflicts(Struct, frozen=True):
    """What conflicts say of facts, which go by their number in the order of weight.

    `about` has the fact of each conflict, by the conflict's id; `verdicts` those of facts that two sides of a
    contradiction lie in: contested, or inconsistent where both are of one report.
    """

    about: Mapping[str, int]
    verdicts: Mapping[int, Verdict]

    @classmethod
    def of(
        cls, conflicts: Sequence[Conflict], groups: Sequence[FactGroup], sources: Sources
    ) -> FactConflicts:
        """What `conflicts` say of the facts that `groups` tell."""
        told = {at: number for number, group in enumerate(groups) for at in group.sentences}
        about: dict[str, int] = {}
        verdicts: dict[int, Verdict] = {}
        for conflict in conflicts:
            quoted = [(side, item) for side, each in enumerate(conflict.sides) for item in each.evidence]
            inside: dict[int, list[tuple[int, str]]] = defaultdict(list)
            for side, item in quoted:
                for number in _facts_over(item, told, sources):
                    inside[number].append((side, item.report))
            counts = Counter({number: len(found) for number, found in inside.items()})
            if counts:
                about[conflict.id] = min(counts, key=lambda number: (-counts[number], number))
            for number, found in inside.items() if conflict.nature == "contradiction" else ():
                if len({side for side, _ in found}) > 1:
                    verdicts.setdefault(number, _verdict(report for _, report in found))
        return cls(about, verdicts)


def _facts_over(item: Evidence, told: Mapping[SentenceAt, int], sources: Sources) -> set[int]:
    """The facts that have a sentence of which a quotation has characters."""
    over = (SentenceAt(item.report, i) for i in sources.sentences_over(item.report, item.start, item.end))
    return {told[at] for at in over if at in told}


def _verdict(reports: Iterable[str]) -> Verdict:
    return "contested" if len(set(reports)) > 1 else "inconsistent"
