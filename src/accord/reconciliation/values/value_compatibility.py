"""Which values can be of one thing at all, what stands beside them, and what else reports give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from accord.reconciliation.compare import quantity as quantities
from accord.reconciliation.compare import time as times
from accord.reconciliation.values.value_mentions import CountedThing, MentionPlace, ToldValue, ValueMention
from accord.records import Comparison

_NEARLY_THE_SAME = 0.6
_WEEK = timedelta(days=7)
UNNAMED = "quantity None"
"""The kind of a figure without a unit or a noun that it counts."""


def compare(one: ValueMention, other: ValueMention) -> Comparison:
    """How two values compare; of counted things that are called otherwise, the numbers.

    The same words ("Saturday", "this morning") in reports of two days may come from one text printed
    twice: that they then mean two days is no report's own word.
    """
    here, there = one.told, other.told
    if isinstance(here.value, times.Span) and isinstance(there.value, times.Span):
        answer = times.compare(here.value, there.value)
        told_alike = here.as_of_print is not None and here.as_of_print == there.as_of_print
        return "cannot tell" if told_alike and answer == "contradicts" else answer
    if isinstance(here.value, quantities.Range) and isinstance(there.value, quantities.Range):
        if one.counted.counts and other.counted.counts:
            return quantities.compare(here.value, replace(there.value, unit=here.value.unit))
        return quantities.compare(here.value, there.value)
    return "cannot tell"


def comparable(one: ValueMention, other: ValueMention, like: float) -> bool:
    """Whether the values are of one kind and can be of one thing, their sentences being `like` each other.

    Sentences that have names and none in common tell of two things.  So do figures of reports that were
    printed weeks apart, unless the sentences are nearly the same: both may have been right.
    """
    here, there = one.context.names, other.context.names
    if one.counted.apart != other.counted.apart or (here and there and not here & there):
        return False
    timed = one.told.is_time
    if not timed and like < _NEARLY_THE_SAME and printed_apart(one.place, other.place):
        return False
    if one.told.kind != other.told.kind:
        return one.counted.counts and other.counted.counts and _may_count_alike(one, other)
    if modify_otherwise(one.counted, other.counted):
        return bool(one.counted.classes & other.counted.classes)
    return not timed or _dates_comparable(one, other, like)


def _dates_comparable(one: ValueMention, other: ValueMention, like: float) -> bool:
    """Whether two dates can be of one thing.

    Dates of acts of a known kind are theirs to compare: two such acts at two times are two acts, unless the
    sentences are nearly the same.
    """
    here, there = one.acts.owner, other.acts.owner
    if here is not None and there is not None:
        return here != there and here.key == there.key and like >= _NEARLY_THE_SAME
    if (here is not None or there is not None) and like < _NEARLY_THE_SAME:
        return False
    shared = set(one.context.around) & set(other.context.around)
    return bool(shared - one.context.names - other.context.names)


def printed_apart(one: MentionPlace, other: MentionPlace) -> bool:
    """The reports of two values were printed a week or more apart."""
    return one.printed is not None and other.printed is not None and abs(one.printed - other.printed) >= _WEEK


def _may_count_alike(one: ValueMention, other: ValueMention) -> bool:
    """What is counted may be one thing by two words: both name things of one class, or one is not named."""
    unnamed = UNNAMED in (one.told.kind, other.told.kind)
    return unnamed or bool(one.counted.classes & other.counted.classes)


def modify_otherwise(one: CountedThing, other: CountedThing) -> bool:
    """The figures stand before two words ("a 30-year-old murder", "the 30-year-old baker")."""
    return bool(one.modifies and other.modifies and one.modifies != other.modifies)


class ValuesBeside(Struct, frozen=True):
    """The other values of two sentences: how many agree, how many clash and agree with none.

    The sentences are dated alike, or apart, where both have dates beside the values.
    """

    agreeing: int
    clashing: int
    dated_alike: bool = False
    dated_apart: bool = False


def values_beside(
    one: ValueMention, other: ValueMention, ones: Sequence[ValueMention], others: Sequence[ValueMention]
) -> ValuesBeside:
    """What the values beside `one` and `other` in their sentences say of each other."""
    left = [each for each in ones if each is not one]
    right = [each for each in others if each is not other]
    agreeing = clashing = 0
    for beside in left:
        answers = {compare(beside, each) for each in right if each.told.kind == beside.told.kind}
        agreeing += "agrees" in answers
        clashing += "contradicts" in answers and not answers & {"agrees", "refines"}
    days = [compare(day, each) for day in left for each in right if day.told.is_time and each.told.is_time]
    dated_alike = any(answer in {"agrees", "refines"} for answer in days)
    return ValuesBeside(agreeing, clashing, dated_alike, bool(days) and not dated_alike)


def told_of_two_days(beside: ValuesBeside, like: float) -> bool:
    """Both sentences are dated, and otherwise: figures of Monday and of Tuesday may both be right."""
    return beside.dated_apart and like < _NEARLY_THE_SAME


class GivenValues:
    """Which values the reports of a story give, anywhere."""

    def __init__(self, mentions: Sequence[ValueMention]) -> None:
        self._given: dict[tuple[str, object], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._days: dict[str, list[times.Span]] = defaultdict(list)
        for each in mentions:
            value = each.told.value
            self._given[each.told.kind, value][each.report] += 1
            if isinstance(value, times.Span) and _is_day(value):
                self._days[each.report].append(value)

    def reports(self, told: ToldValue) -> set[str]:
        """The reports that give a value."""
        return set(self._given.get((told.kind, told.value), ()))

    def both_given(self, one: ValueMention, other: ValueMention) -> bool:
        """A report of one of two values gives the other too, or a text its headline's."""
        if one.report == other.report:
            return any(self._given[e.told.kind, e.told.value][e.report] > 1 for e in (one, other))
        return self._gives(other.report, one.told) or self._gives(one.report, other.told)

    def _gives(self, report: str, told: ToldValue) -> bool:
        if report in self.reports(told):
            return True
        value = told.value
        if not isinstance(value, times.Span) or not _is_day(value):
            return False
        return any(times.compare(value, day) in {"agrees", "refines"} for day in self._days[report])

    def thirds(self, one: ValueMention, other: ValueMention) -> int:
        """How many reports other than the two give both values."""
        both = self.reports(one.told) & self.reports(other.told)
        return len(both - {one.report, other.report})

    def backing(self, one: ValueMention, other: ValueMention) -> tuple[int, int]:
        """How many reports other than the two give either value: the less told first."""
        apart = {one.report, other.report}
        few, many = sorted(len(self.reports(each.told) - apart) for each in (one, other))
        return few, many


def _is_day(value: times.Span) -> bool:
    """The day and the month are told."""
    return "X" not in value.day + value.month
