"""Figures and dates that like sentences of several reports give differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from accord.reconcile.compare import quantity as quantities
from accord.reconcile.compare import time as times
from accord.reconcile.drafts import ClaimDraft, claim, gather
from accord.reconcile.english import shortened
from accord.reconcile.events import Happening
from accord.reconcile.passages import Passages
from accord.reconcile.sameness import Given, company, compare, of_one_thing
from accord.reconcile.slots import Slot, SlotReader
from accord.reconcile.sources import Sources
from accord.records import Comparison

# What stands around two values must be this much alike for them to be values of one thing.
_SAME_PLACE = 0.3


class Match(Struct, frozen=True):
    """Two values (by number) in the same place, how they compare, and how alike their places are."""

    one: int
    other: int
    answer: Comparison
    score: float


def slot_claims(
    sources: Sources, passages: Passages, happenings: Sequence[Happening]
) -> Iterator[ClaimDraft]:
    """One claim for each figure or date that like sentences of several reports give differently.

    Dates of `happenings` are theirs to compare: two acts of a known kind at two times are two acts,
    unless the sentences are nearly the same.
    """
    owners = {
        (told.report, told.event.time.start): happening
        for happening in happenings
        for told in happening.mentions
        if told.event.time is not None and happening.kind is not None
    }
    reader = SlotReader(sources, owners)
    numbered: dict[int, list[tuple[int, Slot]]] = {}
    slots: list[Slot] = []
    for at, passage in enumerate(passages.all):
        found = reader.read(passage)
        numbered[at] = list(enumerate(found, len(slots)))
        slots.extend(found)
    given = Given((slot.report, slot.kind, slot.value) for slot in slots)
    matches = list(_best(_matches(numbered, passages, given), slots))
    for group in _groups(matches, len(slots)):
        draft = _claim([slots[number] for number in group], sources)
        if not _told_apart(draft, sources):
            yield draft


def _told_apart(draft: ClaimDraft, sources: Sources) -> bool:
    """A report's text, its headlines aside, gives both of two values: they are of two things."""
    given = [
        {
            e.report
            for e in side.evidence
            if sources.is_witness(e.report, sources.sentence_at(e.report, e.start))
        }
        for side in draft.sides
    ]
    return any(one & other for at, one in enumerate(given) for other in given[at + 1 :])


def _matches(
    numbered: Mapping[int, Sequence[tuple[int, Slot]]], passages: Passages, given: Given
) -> list[Match]:
    """Values of one kind that stand in the same place of two like sentences."""
    found: list[Match] = []
    for like in passages.alike:
        ones = [slot for _, slot in numbered[like.first]]
        others = [slot for _, slot in numbered[like.second]]
        for one_number, one in numbered[like.first]:
            for other_number, other in numbered[like.second]:
                if one.kind != other.kind:
                    continue
                answer = compare(one, other)
                near = _alike(one.around, other.around)
                if answer == "cannot tell" or near < _SAME_PLACE:
                    continue
                if answer != "contradicts" or of_one_thing(
                    one, other, near, like.score, company(one, other, ones, others), given
                ):
                    found.append(Match(one_number, other_number, answer, near * like.score))
    return found


def _best(matches: Sequence[Match], slots: Sequence[Slot]) -> Iterator[Match]:
    """For each value and other report the best match; what agrees with a report contradicts none of it."""
    best: dict[tuple[int, str], tuple[bool, float]] = {}
    for match in matches:
        rank = (match.answer != "contradicts", match.score)
        for here, there in ((match.one, match.other), (match.other, match.one)):
            key = (here, slots[there].report)
            best[key] = max(best.get(key, rank), rank)
    for match in matches:
        rank = (match.answer != "contradicts", match.score)
        keys = (match.one, slots[match.other].report), (match.other, slots[match.one].report)
        if all(best[key] == rank for key in keys):
            yield match


def _groups(matches: Sequence[Match], count: int) -> Iterator[list[int]]:
    """The numbers of the values of one thing that contradict, with those that say the same as they.

    Values that contradict each other in a row are not of one thing: only those that all contradict
    each other stand in one group, the closest matches first.
    """
    parent = list(range(count))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for match in matches:
        if match.answer == "agrees":
            a, b = root(match.one), root(match.other)
            parent[max(a, b)] = min(a, b)
    clashes = {
        (root(match.one), root(match.other)): match.score
        for match in sorted(matches, key=lambda m: m.score)
        if match.answer == "contradicts"
    }
    opponents: dict[int, set[int]] = defaultdict(set)
    for one, other in clashes:
        opponents[one].add(other)
        opponents[other].add(one)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        if root(number) in opponents:
            members[root(number)].append(number)
    grouped: set[int] = set()
    for one, other in sorted(clashes, key=lambda pair: (-clashes[pair], pair)):
        if (one in grouped or other in grouped) or one == other:
            continue
        group = [one, other]
        for another in sorted(opponents[one] & opponents[other]):
            if all(another in opponents[held] for held in group):
                group.append(another)
        grouped.update(group)
        yield sorted(number for held in group for number in members[held])


def _claim(group: Sequence[Slot], sources: Sources) -> ClaimDraft:
    kind = "time" if group[0].kind == "time" else "quantity"
    compare: Callable[[Any, Any], Comparison] = times.compare if kind == "time" else quantities.compare
    values = gather((s.value, s.label, (sources.sentence(s.report, s.sentence),)) for s in group)
    first = sources.sentence(group[0].report, group[0].sentence)
    text = f"{'When' if kind == 'time' else 'How many'}: “{shortened(first.text)}”"
    return claim(kind, text, values, compare, None)


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    top = sum(weight * other[word] for word, weight in one.items() if word in other)
    size = sum(v * v for v in one.values()) * sum(v * v for v in other.values())
    return top / size**0.5 if size else 0.0
