"""The one rule of verdicts: how many independent witnesses a claim has, and whether it is contradicted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import product
from typing import Protocol

from accord.disjoint_sets import Union
from accord.evidence import evidence_of
from accord.records import Evidence, Origin, Verdict

# From the strongest: a dispute, however much is agreed on elsewhere, then the number of witnesses.
_STRONGEST: tuple[Verdict, ...] = ("contested", "inconsistent", "corroborated", "echoed", "single source")
_DISPUTED = frozenset({"contested", "inconsistent"})


class Value(Protocol):
    """A value that reports give, with where they do."""

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports that give it."""
        ...

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where they do."""
        ...


def count_origins(evidence: Sequence[Evidence], origins: Sequence[Origin]) -> int:
    """Count the independent witnesses among `evidence`.

    A report is one witness however often it is quoted, and reports whose quotations lie in the
    same shared passage are one together.  Shared quotations of a speaker make nobody one witness.
    """
    quoted: dict[str, list[Evidence]] = defaultdict(list)
    for item in evidence:
        quoted[item.report].append(item)
    numbers = {report: number for number, report in enumerate(quoted)}
    union = Union(len(numbers))
    for origin in origins:
        if origin.kind != "passage":
            continue
        reports = [
            passage.report
            for passage in origin.evidence
            if any(e.start < passage.end and passage.start < e.end for e in quoted.get(passage.report, ()))
        ]
        for report in reports[1:]:
            union.join(numbers[reports[0]], numbers[report])
    return len(union.sets())


def agreed(evidence: Sequence[Evidence], origins: Sequence[Origin]) -> Verdict:
    """The verdict on what nobody contradicts."""
    if len({item.report for item in evidence}) < 2:
        return "single source"
    return "corroborated" if count_origins(evidence, origins) > 1 else "echoed"


def verdict(
    values: Sequence[Value],
    clashes: Collection[tuple[int, int]],
    differences: Collection[tuple[int, int]],
    origins: Sequence[Origin],
) -> Verdict:
    """The verdict on a claim; what only one report contradicts of its own words is inconsistent.

    `clashes` and `differences` are pairs of indexes of `values`.  Where reports differ without
    contradicting, the verdict is that of the value with most witnesses; a report that gives
    several values is a witness for none.
    """
    for i, j in clashes:
        if any(one != other for one, other in product(values[i].reports, values[j].reports)):
            return "contested"
    if clashes:
        return "inconsistent"
    if differences:
        given = Counter(report for value in values for report in value.reports)
        found = {
            agreed([item for item in value.evidence if given[item.report] == 1], origins) for value in values
        }
        return strongest(found)
    return agreed(list(evidence_of(values)), origins)


def strongest(verdicts: Iterable[Verdict]) -> Verdict:
    """The strongest of one or more verdicts on the same thing, where no more of its evidence is known."""
    return min(verdicts, key=_STRONGEST.index)


def joined(verdicts: Iterable[Verdict], evidence: Sequence[Evidence], origins: Sequence[Origin]) -> Verdict:
    """The verdict on what several claims tell together: a dispute over one of them is one over it.

    Without a dispute its witnesses are counted anew over all the `evidence`.
    """
    found = strongest(verdicts)
    return found if found in _DISPUTED else agreed(evidence, origins)
