"""Which values can be of one thing at all, what stands beside them, and what else reports give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from accord.reconciliation.compare import quantity as quantities
from accord.reconciliation.compare import time as times
from accord.reconciliation.values.value_mentions import Slot
from accord.records import Comparison

_NEARLY_THE_SAME = 0.6
_WEEK = timedelta(days=7)


def compare(one: Slot, other: Slot) -> Comparison:
    """How the values of two slots compare; of counted things that are called otherwise, the numbers.

    The same words ("Saturday", "this morning") in reports of two days may come from one text printed
    twice: that they then mean two days is no report's own word.
    """
    if isinstance(one.value, times.Span) and isinstance(other.value, times.Span):
        answer = times.compare(one.value, other.value)
        told_alike = one.as_of_print is not None and one.as_of_print == other.as_of_print
        return "cannot tell" if told_alike and answer == "contradicts" else answer
    if isinstance(one.value, quantities.Range) and isinstance(other.value, quantities.Range):
        if one.counts and other.counts:
            return quantities.compare(one.value, replace(other.value, unit=one.value.unit))
        return quantities.compare(one.value, other.value)
    return "cannot tell"


def comparable(one: Slot, other: Slot, like: float) -> bool:
    """Whether the values are of one kind and can be of one thing, their sentences being `like` each other.

    Sentences that have names and none in common tell of two things.  Dates of acts of a known kind are
    theirs to compare: two such acts at two times are two acts, unless the sentences are nearly the same.
    So are figures of reports that were printed weeks apart: both may have been right.
    """
    if one.apart != other.apart or (one.names and other.names and not one.names & other.names):
        return False
    if one.kind != "time" and like < _NEARLY_THE_SAME and printed_apart(one, other):
        return False
    if one.kind != other.kind:
        return one.counts and other.counts and _may_count_alike(one, other)
    if one.modifies and other.modifies and one.modifies != other.modifies:
        return bool(one.classes & other.classes)
    if one.kind != "time":
        return True
    if one.owner is not None and other.owner is not None:
        is_one_kind = one.owner != other.owner and one.owner.key == other.owner.key
        return is_one_kind and like >= _NEARLY_THE_SAME
    if (one.owner is not None or other.owner is not None) and like < _NEARLY_THE_SAME:
        return False
    return bool(set(one.around) & set(other.around) - one.names - other.names)


def printed_apart(one: Slot, other: Slot) -> bool:
    """The reports of two values were printed a week or more apart."""
    return one.printed is not None and other.printed is not None and abs(one.printed - other.printed) >= _WEEK


def _may_count_alike(one: Slot, other: Slot) -> bool:
    """What is counted may be one thing by two words: both name things of one class, or one is not named."""
    unnamed = "quantity None" in (one.kind, other.kind)
    return unnamed or bool(one.classes & other.classes)


class Company(Struct, frozen=True):
    """The other values of two sentences: how many agree, how many clash and agree with none.

    The sentences are dated alike, or apart, where both have dates beside the values.
    """

    agreeing: int
    clashing: int
    dated_alike: bool = False
    dated_apart: bool = False


def company(one: Slot, other: Slot, ones: Sequence[Slot], others: Sequence[Slot]) -> Company:
    """What the values beside `one` and `other` in their sentences say of each other."""
    agreeing = clashing = 0
    for beside in ones:
        if beside is one:
            continue
        answers = {compare(beside, that) for that in others if that is not other and that.kind == beside.kind}
        agreeing += "agrees" in answers
        clashing += "contradicts" in answers and not answers & {"agrees", "refines"}
    days = [
        compare(day, that)
        for day in ones
        for that in others
        if day.kind == that.kind == "time" and day is not one and that is not other
    ]
    dated_alike = any(answer in {"agrees", "refines"} for answer in days)
    return Company(agreeing, clashing, dated_alike, bool(days) and not dated_alike)


def told_of_two_days(beside: Company, like: float) -> bool:
    """Both sentences are dated, and otherwise: figures of Monday and of Tuesday may both be right."""
    return beside.dated_apart and like < _NEARLY_THE_SAME


class Known:
    """Which values the reports of a story give, anywhere."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._given: dict[tuple[str, object], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._days: dict[str, list[times.Span]] = defaultdict(list)
        for slot in slots:
            self._given[slot.kind, slot.value][slot.report] += 1
            if isinstance(slot.value, times.Span) and _is_day(slot.value):
                self._days[slot.report].append(slot.value)

    def reports(self, slot: Slot) -> set[str]:
        """The reports that give the value of a slot."""
        return set(self._given.get((slot.kind, slot.value), ()))

    def both_given(self, one: Slot, other: Slot) -> bool:
        """A report of one of two values gives the other too, or a text its headline's."""
        if one.report == other.report:
            return any(self._given[each.kind, each.value][each.report] > 1 for each in (one, other))
        return self._gives(other.report, one) or self._gives(one.report, other)

    def _gives(self, report: str, slot: Slot) -> bool:
        if report in self.reports(slot):
            return True
        value = slot.value
        if not isinstance(value, times.Span) or not _is_day(value):
            return False
        return any(times.compare(value, day) in {"agrees", "refines"} for day in self._days[report])

    def thirds(self, one: Slot, other: Slot) -> int:
        """How many reports other than the two give both values."""
        return len((self.reports(one) & self.reports(other)) - {one.report, other.report})

    def backing(self, one: Slot, other: Slot) -> tuple[int, int]:
        """How many reports other than the two give either value: the less told first."""
        apart = {one.report, other.report}
        few, many = sorted((len(self.reports(one) - apart), len(self.reports(other) - apart)))
        return few, many


def _is_day(value: times.Span) -> bool:
    """The day and the month are told."""
    return "X" not in value.day + value.month
