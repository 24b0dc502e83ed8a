"""Figures and dates that like sentences give in the same place, and whether they contradict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accord.reconcile.compare import quantity as quantities
from accord.reconcile.compare import time as times
from accord.reconcile.drafts import ClaimDraft, claim, gather
from accord.reconcile.events import Happening
from accord.reconcile.passages import Passage, Passages
from accord.reconcile.sources import Sources
from accord.records import Comparison

_WORD = re.compile(r"[^\W\d_]{3,}")
_REACH = 8
_STEM = 6
# What stands around two values must be this much alike for them to be values of one thing.
_SAME_PLACE = 0.35
_NEARLY_THE_SAME = 0.6

Compare = Callable[[Any, Any], Comparison]


@dataclass(frozen=True)
class Match:
    """Two values (by number) in the same place, how they compare, and how alike their places are."""

    one: int
    other: int
    answer: Comparison
    score: float


@dataclass(frozen=True)
class Slot:
    """A value in a sentence: where it stands, what it says, and the words around it by nearness."""

    report: str
    sentence: int
    start: int
    end: int
    kind: str
    value: quantities.Range | times.Span
    label: str
    around: dict[str, float]
    owner: int | None


def slot_claims(
    sources: Sources, passages: Passages, happenings: Sequence[Happening]
) -> Iterator[ClaimDraft]:
    """One claim for each figure or date that like sentences of several reports give differently.

    Dates of `happenings` are theirs to compare: two acts of a known kind at two times are two acts,
    unless the sentences are nearly the same.
    """
    owners = {
        (told.report, told.event.time.start): index
        for index, happening in enumerate(happenings)
        for told in happening.mentions
        if told.event.time is not None and happening.kind is not None
    }
    slots = {at: _slots(sources, passage, owners) for at, passage in enumerate(passages.all)}
    everything = [slot for at in sorted(slots) for slot in slots[at]]
    numbers = {id(slot): number for number, slot in enumerate(everything)}
    parent = list(range(len(everything)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    clashing: set[int] = set()
    for match in _best(_matches(slots, passages, numbers), everything):
        a, b = root(match.one), root(match.other)
        parent[max(a, b)] = min(a, b)
        if match.answer == "contradicts":
            clashing.add(match.one)
    groups: dict[int, list[Slot]] = defaultdict(list)
    for number, slot in enumerate(everything):
        groups[root(number)].append(slot)
    told = {root(number) for number in clashing}
    for key in sorted(told):
        yield _claim(groups[key], sources)


def _claim(group: Sequence[Slot], sources: Sources) -> ClaimDraft:
    kind = "time" if group[0].kind == "time" else "quantity"
    compare: Compare = times.compare if kind == "time" else quantities.compare
    values = gather((s.value, s.label, (sources.sentence(s.report, s.sentence),)) for s in group)
    first = sources.sentence(group[0].report, group[0].sentence)
    text = f"{'When' if kind == 'time' else 'How many'}: “{' '.join(first.text.split())}”"
    return claim(kind, text, values, compare, None)


def _slots(sources: Sources, passage: Passage, owners: Mapping[tuple[str, int], int]) -> list[Slot]:
    reading = sources.reading(passage.report)
    sentence = reading.sentences[passage.index]
    found: list[tuple[int, int, str, quantities.Range | times.Span, str]] = []
    for time in reading.times:
        if sentence.start <= time.start < sentence.end and not times.span_of(time).blank:
            found.append((time.start, time.end, "time", times.span_of(time), time.edtf or time.text))
    for quantity in reading.quantities:
        if sentence.start <= quantity.start < sentence.end:
            label = " ".join(quantity.text.split())
            kind = f"quantity {quantity.unit}"
            found.append((quantity.start, quantity.end, kind, quantities.range_of(quantity), label))
    words = [
        (m.start(), m[0].casefold()[:_STEM])
        for m in _WORD.finditer(reading.text, sentence.start, sentence.end)
    ]
    return [
        Slot(
            passage.report,
            passage.index,
            start,
            end,
            kind,
            value,
            label,
            _around(words, start, end),
            owners.get((passage.report, start)),
        )
        for start, end, kind, value, label in sorted(found, key=lambda f: f[:3])
    ]


def _around(words: Sequence[tuple[int, str]], start: int, end: int) -> dict[str, float]:
    """The words near a value, each with how near it stands (1 is next to it)."""
    left = [word for at, word in words if at < start][::-1]
    right = [word for at, word in words if at >= end]
    near: dict[str, float] = {}
    for side in (left, right):
        for distance, word in enumerate(side[:_REACH]):
            near[word] = max(near.get(word, 0.0), 1.0 / (1 + 0.35 * distance))
    return near


def _matches(
    slots: Mapping[int, Sequence[Slot]], passages: Passages, numbers: Mapping[int, int]
) -> list[Match]:
    """Values of one kind that stand in the same place of two like sentences."""
    found: list[Match] = []
    for like in passages.alike:
        for one in slots[like.first]:
            for other in slots[like.second]:
                if one.kind != other.kind:
                    continue
                answer = _compare(one, other)
                near = _alike(one.around, other.around)
                if answer == "cannot tell" or near < _SAME_PLACE:
                    continue
                if answer != "contradicts" or not _of_two_acts(one, other, like.score):
                    found.append(Match(numbers[id(one)], numbers[id(other)], answer, near * like.score))
    return found


def _best(matches: Sequence[Match], everything: Sequence[Slot]) -> Iterator[Match]:
    """For each value and other report the best match; what agrees with a report contradicts none of it."""
    best: dict[tuple[int, str], tuple[bool, float]] = {}
    for match in matches:
        rank = (match.answer != "contradicts", match.score)
        for here, there in ((match.one, match.other), (match.other, match.one)):
            key = (here, everything[there].report)
            best[key] = max(best.get(key, rank), rank)
    for match in matches:
        rank = (match.answer != "contradicts", match.score)
        keys = (match.one, everything[match.other].report), (match.other, everything[match.one].report)
        if all(best[key] == rank for key in keys):
            yield match


def _compare(one: Slot, other: Slot) -> Comparison:
    if isinstance(one.value, times.Span) and isinstance(other.value, times.Span):
        return times.compare(one.value, other.value)
    if isinstance(one.value, quantities.Range) and isinstance(other.value, quantities.Range):
        return quantities.compare(one.value, other.value)
    return "cannot tell"


def _of_two_acts(one: Slot, other: Slot, like: float) -> bool:
    if one.owner is None or other.owner is None:
        return False
    return one.owner == other.owner or like < _NEARLY_THE_SAME


def _alike(one: dict[str, float], other: dict[str, float]) -> float:
    top = sum(one[word] * other[word] for word in sorted(one.keys() & other.keys()))
    size = sum(v * v for v in one.values()) * sum(v * v for v in other.values())
    return top / size**0.5 if size else 0.0
