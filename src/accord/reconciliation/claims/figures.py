"""Figures and dates that like sentences of several reports give, the same or differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.disjoint_sets import Union
from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.compare import quantity as quantities
from accord.reconciliation.events.join import Happening
from accord.reconciliation.passages import Passages
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import QUANTITY, TIME, quoted
from accord.reconciliation.values.compared_values import ComparedValues, ContextLikeness, alike
from accord.reconciliation.values.same_referent import Judge
from accord.reconciliation.values.value_compatibility import (
    GivenValues,
    comparable,
    compare,
    told_of_two_days,
    values_beside,
)
from accord.reconciliation.values.value_mentions import ValueMention
from accord.reconciliation.values.value_words import ValueWords
from accord.reconciliation.wording.english import shortened
from accord.records import Comparison

# What stands around two values must be this much alike for them to be compared at all, and for equal
# values to be taken for one thing.
_COMPARABLE = 0.1
_SAME_PLACE = 0.3
_COPIED = 0.5
_LIKE = 0.25


class ValuePair(Struct, frozen=True):
    """Two values (by number) that may be of one thing."""

    one: int
    other: int
    place: ContextLikeness


class ValueMatch(Struct, frozen=True):
    """Two values (by number) in the same place, how they compare, and how surely they are of one thing.

    `in_copy` says that the sentences are nearly the same but for the value: what else the reports give
    then does not tell the values apart.
    """

    one: int
    other: int
    answer: Comparison
    score: float
    in_copy: bool = False


def figure_claims(
    sources: Sources,
    passages: Passages,
    mentions: Sequence[ValueMention],
    numbered: Sequence[range],
    words: ValueWords,
    judge: Judge,
) -> Iterator[ClaimDraft]:
    """One claim for each figure or date that like sentences of several reports give.

    `mentions` are the values of all passages, `numbered` tells which of them each has.  Dates of happenings
    are theirs to compare: two acts of a known kind at two times are two acts, unless the sentences are nearly
    the same.
    """
    given = GivenValues(mentions)
    found = candidates(mentions, numbered, passages)
    matches = [match for each in found if (match := _match(each, mentions, judge, given)) is not None]
    best = list(_best(matches, mentions))
    copied = {number for match in best if match.in_copy for number in (match.one, match.other)}
    contradicting, agreeing = _groups(best, len(mentions))
    for group in contradicting:
        draft = _claim([mentions[number] for number in group], sources)
        if copied & set(group) or not _told_apart(draft, sources):
            yield draft
    for group in agreeing:
        members = [mentions[number] for number in group if _is_news(mentions[number], words.definite)]
        if len({mention.report for mention in members}) > 1:
            yield _claim(members, sources)


def _is_news(mention: ValueMention, definite: frozenset[str]) -> bool:
    """The value tells something new: it is no act's date, nor counts what is known ("the two sides")."""
    known = mention.counted.counts and not definite.isdisjoint(mention.context.left[:1])
    return mention.acts.owner is None and not known


def owners_of(happenings: Sequence[Happening]) -> dict[tuple[str, int], Happening]:
    """The happening of a known kind that a time dates, by its report and start."""
    return {
        (told.report, told.event.time.start): happening
        for happening in happenings
        for told in happening.mentions
        if told.event.time is not None and happening.kind is not None
    }


def candidates(
    mentions: Sequence[ValueMention], numbered: Sequence[range], passages: Passages
) -> list[ValuePair]:
    """Values of like sentences that can be compared and stand in places that are a little alike."""
    found: list[tuple[int, int, ContextLikeness]] = []
    best: dict[tuple[int, str], float] = defaultdict(float)
    for like in passages.alike:
        ones, others = numbered[like.first], numbered[like.second]
        here, there = [mentions[n] for n in ones], [mentions[n] for n in others]
        for one in ones:
            for other in others:
                if not comparable(mentions[one], mentions[other], like.score):
                    continue
                near = alike(mentions[one].context.around, mentions[other].context.around)
                if near >= _COMPARABLE:
                    beside = values_beside(mentions[one], mentions[other], here, there)
                    if told_of_two_days(beside, like.score):
                        continue
                    found.append((one, other, ContextLikeness(near, like.score, beside)))
                    for number, report in ((one, mentions[other].report), (other, mentions[one].report)):
                        best[number, report] = max(best[number, report], near * like.score)
    return [
        ValuePair(one, other, replace(place, lead=place.score / max(best[one, there], best[other, here])))
        for one, other, place in found
        for here, there in [(mentions[one].report, mentions[other].report)]
    ]


def _match(
    pair: ValuePair, mentions: Sequence[ValueMention], judge: Judge, given: GivenValues
) -> ValueMatch | None:
    """The values as values of one thing, if they are taken for that."""
    one, other = mentions[pair.one], mentions[pair.other]
    place = pair.place
    answer = compare(one, other)
    if answer == "cannot tell":
        return None
    if answer != "contradicts" and one.told.kind == other.told.kind:
        same = place.near >= _SAME_PLACE and place.like >= _LIKE
        return ValueMatch(pair.one, pair.other, answer, place.score) if same else None
    # A report that gives both values tells of two things.
    in_copy = place.score >= _COPIED and place.lead == 1.0 and not place.beside.clashing
    if given.both_given(one, other) and not in_copy:
        return None
    likely = judge.likelihood(ComparedValues(one, other, place, given))
    return ValueMatch(pair.one, pair.other, answer, likely, in_copy) if judge.is_sure(likely) else None


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


def _best(matches: Sequence[ValueMatch], mentions: Sequence[ValueMention]) -> Iterator[ValueMatch]:
    """For each value and other report the best match; what agrees with a report contradicts none of it."""
    best: dict[tuple[int, str], tuple[bool, float]] = {}
    for match in matches:
        rank = (match.in_copy or match.answer != "contradicts", match.score)
        for here, there in ((match.one, match.other), (match.other, match.one)):
            key = (here, mentions[there].report)
            best[key] = max(best.get(key, rank), rank)
    for match in matches:
        rank = (match.in_copy or match.answer != "contradicts", match.score)
        keys = (match.one, mentions[match.other].report), (match.other, mentions[match.one].report)
        if all(best[key] == rank for key in keys):
            yield match


def _groups(matches: Sequence[ValueMatch], count: int) -> tuple[list[list[int]], list[list[int]]]:
    """The numbers of the values of one thing: where some contradict, and where all say the same.

    Values that contradict each other in a row are not of one thing: only those that all contradict
    each other stand in one group, the closest matches first, with those that say the same as they.
    """
    union = Union(count)
    for match in matches:
        if match.answer == "agrees":
            union.join(match.one, match.other)
    clashes = {
        (union.root(match.one), union.root(match.other)): match.score
        for match in sorted(matches, key=lambda m: m.score)
        if match.answer == "contradicts"
    }
    opponents: dict[int, set[int]] = defaultdict(set)
    for one, other in clashes:
        opponents[one].add(other)
        opponents[other].add(one)
    members = {held[0]: held for held in union.sets()}
    contradicting: list[list[int]] = []
    grouped: set[int] = set()
    for one, other in sorted(clashes, key=lambda pair: (-clashes[pair], pair)):
        if (one in grouped or other in grouped) or one == other:
            continue
        group = [one, other]
        for another in sorted(opponents[one] & opponents[other]):
            if all(another in opponents[held] for held in group):
                group.append(another)
        grouped.update(group)
        contradicting.append(sorted(number for held in group for number in members[held]))
    return contradicting, [members[one] for one in sorted(members) if one not in opponents]


def _claim(group: Sequence[ValueMention], sources: Sources) -> ClaimDraft:
    timed = group[0].told.is_time
    quotations = [sources.sentence(each.report, each.place.sentence) for each in group]
    values = gather(
        (each.told.value, each.told.label, (quotation,))
        for each, quotation in zip(group, quotations, strict=True)
    )
    compare = None if timed else _compare_numbers
    return claim(
        TIME if timed else QUANTITY, quoted(shortened(quotations[0].text)), values, None, compare=compare
    )


def _compare_numbers(one: quantities.Range, other: quantities.Range) -> Comparison:
    """Compare figures of one thing, whatever each report calls what is counted."""
    return quantities.compare(one, replace(other, unit=one.unit))
