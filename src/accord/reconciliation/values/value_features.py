"""What the likelihood that two values are of one thing is learnt from: one function a feature.

Two sentences that differ in one value contradict each other; those that differ in several tell of two things.
"""

from __future__ import annotations

import math

from accord.reconciliation.compare import quantity as quantities
from accord.reconciliation.compare import time as times
from accord.reconciliation.feature_registry import Features, registry
from accord.reconciliation.values import value_compatibility as compatibility
from accord.reconciliation.values.compared_values import ComparedValues, alike

_MOST = 3
_MOST_BESIDE = 2
_FARTHEST = 4.0


def near(pair: ComparedValues) -> float:
    """How alike the words around the values are, by how near they stand: 0 to 1."""
    return pair.context.near


def like(pair: ComparedValues) -> float:
    """How alike their sentences are: 0 to 1."""
    return pair.context.like


def near_and_like(pair: ComparedValues) -> float:
    """How alike the words around and the sentences are, multiplied: 0 to 1."""
    return pair.context.score


def rare_near(pair: ComparedValues) -> float:
    """How alike the words around the values are, by how rare they are in the news: 0 to 1."""
    return alike(pair.one.context.telling, pair.other.context.telling)


def lead(pair: ComparedValues) -> float:
    """How close that comes to the likest place in the other report that either could stand in: 0 to 1."""
    return pair.context.lead


def akin(pair: ComparedValues) -> float:
    """1 where the acts told nearest are of one family of words, else 0."""
    return float(bool(pair.one.acts.families & pair.other.acts.families))


def not_akin(pair: ComparedValues) -> float:
    """1 where the acts told nearest are of families, and of none in common, else 0."""
    here, there = pair.one.acts.families, pair.other.acts.families
    return float(bool(here and there) and not here & there)


def dated_alike(pair: ComparedValues) -> float:
    """1 where a date beside one agrees with one beside the other, else 0."""
    return float(pair.context.beside.dated_alike)


def dated_apart(pair: ComparedValues) -> float:
    """1 where dates stand beside both and none agrees, else 0."""
    return float(pair.context.beside.dated_apart)


def of_speech(pair: ComparedValues) -> float:
    """1 where one only stands next to who said something, else 0."""
    return float(pair.one.context.of_speech != pair.other.context.of_speech)


def both_of_speech(pair: ComparedValues) -> float:
    """1 where both stand next to who said something, else 0."""
    return float(pair.one.context.of_speech and pair.other.context.of_speech)


def akin_words(pair: ComparedValues) -> float:
    """1 where acts told near both are of one family of words, else 0."""
    return float(bool(pair.one.acts.akin & pair.other.acts.akin))


def no_akin_words(pair: ComparedValues) -> float:
    """1 where acts of families are told near both, and of none in common, else 0."""
    here, there = pair.one.acts.akin, pair.other.acts.akin
    return float(bool(here and there) and not here & there)


def agreeing(pair: ComparedValues) -> float:
    """How many values beside one agree with one beside the other: 0 to 2, more counting as 2."""
    return float(min(pair.context.beside.agreeing, _MOST_BESIDE))


def clashing(pair: ComparedValues) -> float:
    """How many values beside one contradict those beside the other and agree with none: 0 to 2."""
    return float(min(pair.context.beside.clashing, _MOST_BESIDE))


def third_gives_both(pair: ComparedValues) -> float:
    """How many other reports give both values: 0 to 2, more counting as 2."""
    return float(min(pair.thirds, _MOST_BESIDE))


def told_by_others(pair: ComparedValues) -> float:
    """Natural logarithm of one more than how many other reports give the more told value: 0 and more."""
    return math.log1p(pair.many)


def both_told_by_others(pair: ComparedValues) -> float:
    """Natural logarithm of one more than how many other reports give the less told value: 0 and more."""
    return math.log1p(pair.few)


def names(pair: ComparedValues) -> float:
    """How many names both sentences have: 0 to 3, more counting as 3."""
    return float(min(len(pair.one.context.names & pair.other.context.names), _MOST))


def other_names(pair: ComparedValues) -> float:
    """How many names each sentence has that the other has not, the fewer: 0 to 2, more counting as 2."""
    here, there = pair.one.context.names, pair.other.context.names
    return float(min(len(here - there), len(there - here), _MOST_BESIDE))


def near_name(pair: ComparedValues) -> float:
    """1 where a name stands near both values, else 0."""
    return float(bool(pair.one.context.named & pair.other.context.named))


def other_near_name(pair: ComparedValues) -> float:
    """1 where names stand near both values and none is the same, else 0."""
    here, there = pair.one.context.named, pair.other.context.named
    return float(bool(here and there) and not here & there)


def next_to(pair: ComparedValues) -> float:
    """How many words that are no names stand next to both values: 0 to 3, more counting as 3."""
    return float(min(len(pair.one.context.next_to & pair.other.context.next_to), _MOST))


def nothing_next_to(pair: ComparedValues) -> float:
    """1 where no word stands next to both values, names aside, else 0."""
    return float(not pair.one.context.next_to & pair.other.context.next_to)


def written_before(pair: ComparedValues) -> float:
    """How many of the same words and marks are written directly before both: 0 to 3."""
    return float(pair.left)


def written_after(pair: ComparedValues) -> float:
    """How many of the same words and marks are written directly after both: 0 to 3."""
    return float(pair.right)


def written_around(pair: ComparedValues) -> float:
    """1 where the same is written directly before both and directly after both, else 0."""
    return float(pair.left > 0 and pair.right > 0)


def same_act(pair: ComparedValues) -> float:
    """1 where the nearest event of both sentences is of one type, else 0."""
    here, there = pair.one.acts.types, pair.other.acts.types
    return float(bool(here and there) and here[0] == there[0])


def other_act(pair: ComparedValues) -> float:
    """1 where events stand near both and none is of the same type, else 0."""
    here, there = pair.one.acts.types, pair.other.acts.types
    return float(bool(here and there) and not set(here) & set(there))


def other_specifics(pair: ComparedValues) -> float:
    """1 where other words narrow what is counted ("armed men"), else 0."""
    return float(pair.one.counted.specifics != pair.other.counted.specifics)


def other_modified(pair: ComparedValues) -> float:
    """1 where the figures stand before other words ("30-year-old"), else 0."""
    return float(pair.one.counted.modifies != pair.other.counted.modifies)


def crowded(pair: ComparedValues) -> float:
    """1 where either sentence has several values of the kind, else 0."""
    return float(max(pair.one.context.crowd, pair.other.context.crowd) > 1)


def other_unit(pair: ComparedValues) -> float:
    """1 where the units differ, else 0."""
    return float(pair.one.told.kind != pair.other.told.kind)


def no_unit(pair: ComparedValues) -> float:
    """1 where both are bare numbers, else 0."""
    return float(pair.one.told.kind == pair.other.told.kind == compatibility.UNNAMED)


def far(pair: ComparedValues) -> float:
    """How far apart the values are: doublings of a number, or of days the power of ten; 0 to 4."""
    a, b = pair.one.told.value, pair.other.told.value
    if isinstance(a, quantities.Range) and isinstance(b, quantities.Range):
        low, high = sorted((_middle(a), _middle(b)))
        return min(math.log2(high / low), _FARTHEST) if low > 0 else _FARTHEST * (high > 0)
    if isinstance(a, times.Span) and isinstance(b, times.Span):
        if a.earliest is None or b.earliest is None:
            return 0.0
        return min(math.log10(1 + abs((a.earliest - b.earliest).days)), _FARTHEST)
    return 0.0


def loose(pair: ComparedValues) -> float:
    """1 where either value is rounded, bounded or a span of days, else 0."""
    return float(_is_loose(pair.one.told.value) or _is_loose(pair.other.told.value))


def other_grain(pair: ComparedValues) -> float:
    """1 where two dates are told as other things (a weekday, a year, a month and day), else 0."""
    return float(pair.timed and _grain(pair.one.told.value) != _grain(pair.other.told.value))


def length(pair: ComparedValues) -> float:
    """1 where they are lengths of time, else 0."""
    return float(pair.one.told.kind == "length")


def count(pair: ComparedValues) -> float:
    """1 where both count things, else 0."""
    return float(pair.one.counted.counts and pair.other.counted.counts)


def dates(pair: ComparedValues) -> float:
    """1 where they are dates, else 0."""
    return float(pair.timed)


def printed_apart(pair: ComparedValues) -> float:
    """1 where their reports were printed a week or more apart, else 0."""
    return float(compatibility.printed_apart(pair.one.place, pair.other.place))


def headline(pair: ComparedValues) -> float:
    """1 where either stands in a headline, else 0."""
    return float(not (pair.one.place.tells and pair.other.place.tells))


def dates_of_acts(pair: ComparedValues) -> float:
    """1 where they are dates and either is that of an act of a known kind, else 0."""
    return float(pair.timed and (pair.one.acts.owner is not None or pair.other.acts.owner is not None))


def digits(pair: ComparedValues) -> float:
    """How many digits or parts of a date the value tells that tells fewer: 0 and more."""
    return float(min(_told_digits(pair.one.told.value), _told_digits(pair.other.told.value)))


def _told_digits(value: quantities.Range | times.Span) -> int:
    """How much a value tells: the digits of a number that are not rounded off, the parts of a date."""
    if isinstance(value, times.Span):
        return sum("X" not in part for part in (value.year, value.month, value.day)) + (
            value.weekday is not None
        )
    number = value.high if value.low is None else value.low
    return len(f"{number or 0:.6g}".partition("e")[0].replace(".", "").strip("0"))


def _middle(value: quantities.Range) -> float:
    ends = [end for end in (value.low, value.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _grain(value: quantities.Range | times.Span) -> str:
    """As what a date is told: a weekday, a year, or the parts of it."""
    if not isinstance(value, times.Span):
        return ""
    if value.weekday is not None and "X" in value.day:
        return "weekday"
    return "".join(
        part for part, told in (("y", value.year), ("m", value.month), ("d", value.day)) if "X" not in told
    )


def _is_loose(value: quantities.Range | times.Span) -> bool:
    """The value is rounded, bounded or a span of days."""
    if isinstance(value, quantities.Range):
        return value.low != value.high
    return "X" in value.day and value.weekday is None


VALUE_FEATURES: Features[ComparedValues] = registry(
    near,
    like,
    near_and_like,
    rare_near,
    lead,
    akin,
    not_akin,
    dated_alike,
    dated_apart,
    of_speech,
    both_of_speech,
    akin_words,
    no_akin_words,
    agreeing,
    clashing,
    third_gives_both,
    told_by_others,
    both_told_by_others,
    names,
    other_names,
    near_name,
    other_near_name,
    next_to,
    nothing_next_to,
    written_before,
    written_after,
    written_around,
    same_act,
    other_act,
    other_specifics,
    other_modified,
    crowded,
    other_unit,
    no_unit,
    far,
    loose,
    other_grain,
    length,
    count,
    dates,
    printed_apart,
    headline,
    dates_of_acts,
    digits,
)
"""All features of two values by name, in the order of the columns of a table."""
