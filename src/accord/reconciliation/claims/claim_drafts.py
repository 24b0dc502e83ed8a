"""Claims and conflicts before they are numbered: values, their quotations, and how they compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from accord.evidence import evidence_of
from accord.reconciliation.sources import in_order
from accord.reconciliation.value_kinds import Compare, Kind
from accord.records import Evidence, Nature

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Pairs = tuple[tuple[int, int], ...]


class Said(Struct, Generic[T_co], frozen=True):
    """A value as one or more places give it.  `label` is how it is shown, `value` how it is compared.

    `parts` are the values that were taken together where they say the same less or more narrowly.
    """

    value: T_co
    label: str
    evidence: tuple[Evidence, ...]
    parts: tuple[Said[T_co], ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that give the value, sorted."""
        return tuple(sorted({item.report for item in self.evidence}))


class ClaimDraft(Struct, frozen=True):
    """What reports say of one aspect of the happening at index `event` (None: of none).

    The values answer `question` about `subject`, which `text` has together; a claim that is a sentence asks
    nothing.
    `clashes` are pairs of indexes of `values` that contradict, `differences` of those that differ
    in scope; `sides` are the values in either, those that say the same taken together.  `update` says that
    each value was right when it was told.
    """

    kind: Kind
    question: str
    subject: str
    text: str
    values: tuple[Said[object], ...]
    event: int | None = None
    clashes: Pairs = ()
    differences: Pairs = ()
    sides: tuple[Said[object], ...] = ()
    update: bool = False

    @property
    def nature(self) -> Nature:
        """Whether each value was right when told, or some cannot both be true; else they only differ."""
        if self.update:
            return "update"
        kind = self.kind.disagreement
        clashing = ((self.values[one].label, self.values[other].label) for one, other in self.clashes)
        excluded = kind is not None and any(kind.excludes(*labels) for labels in clashing)
        return "contradiction" if excluded else "difference"


class ConflictDraft(Struct, frozen=True):
    """A conflict about `claim` and the happening at index `event`, where there is one."""

    kind: Kind
    nature: Nature
    sides: tuple[Said[object], ...]
    explanation: str
    claim: ClaimDraft | None = None
    event: int | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that disagree, sorted."""
        return tuple(sorted({report for side in self.sides for report in side.reports}))


def gather(items: Iterable[tuple[T, str, Sequence[Evidence]]]) -> tuple[Said[T], ...]:
    """Join what is shown alike: one value a label, sorted by label, with all its quotations."""
    values: dict[str, T] = {}
    evidence: dict[str, list[Evidence]] = {}
    for value, label, quotations in items:
        values.setdefault(label, value)
        evidence.setdefault(label, []).extend(quotations)
    return tuple(Said(values[label], label, in_order(evidence[label])) for label in sorted(values))


def claim(
    kind: Kind,
    subject: str,
    values: Sequence[Said[object]],
    event: int | None,
    *,
    text: str | None = None,
    question: str | None = None,
    compare: Compare | None = None,
) -> ClaimDraft:
    """Draft a claim, each value compared with each other.

    It asks and compares as its kind does, but for another `question` or another way to `compare`, and is
    worded as question and subject, but for another `text`.
    """
    compare = compare or kind.compare
    answers = {
        (i, j): compare(values[i].value, values[j].value)
        for i in range(len(values))
        for j in range(i + 1, len(values))
    }
    clashes = tuple(pair for pair, answer in answers.items() if answer == "contradicts")
    differences = tuple(pair for pair, answer in answers.items() if answer == "differs in scope")
    sides = _sides(values, clashes + differences, compare)
    asked = kind.question if question is None else question
    if text is None:
        text = f"{asked}: {subject}" if asked and subject else subject
    return ClaimDraft(kind, asked, subject, text, tuple(values), event, clashes, differences, sides)


def _sides(values: Sequence[Said[object]], apart: Pairs, compare: Compare) -> tuple[Said[object], ...]:
    """The values that stand against another; those that say the same and have the same opponents join."""
    opponents: dict[int, set[int]] = {}
    for i, j in apart:
        opponents.setdefault(i, set()).add(j)
        opponents.setdefault(j, set()).add(i)
    sides: list[list[int]] = []
    for index in sorted(opponents):
        for side in sides:
            alike = all(compare(values[index].value, values[m].value) in {"agrees", "refines"} for m in side)
            if alike and opponents[index] == opponents[side[0]]:
                side.append(index)
                break
        else:
            sides.append([index])
    merged: list[Said[object]] = []
    for side in sides:
        parts = sorted((values[i] for i in side), key=_fullness, reverse=True)
        quotations = in_order(list(evidence_of(parts)))
        together = tuple(parts) if len(parts) > 1 else ()
        merged.append(Said(parts[0].value, parts[0].label, quotations, together))
    return tuple(sorted(merged, key=lambda side: (side.reports, side.label)))


def _fullness(value: Said[object]) -> tuple[int, str]:
    return len(value.label.replace("X", "")), value.label
