"""Stretches of time: the two ends of one, each in the light of the other, and the whole of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from msgspec.structs import replace

from accord.extraction.times.expressions.calendar_points import Point, of
from accord.extraction.times.expressions.meaning import Context, Meaning, at
from accord.extraction.times.expressions.patterns import TimeMatch
from accord.extraction.times.expressions.time_words import REFERENCES
from accord.extraction.times.expressions.years import in_year
from accord.records import Time

_DASHES = frozenset({"-", "–", "—"})
_CALENDAR = frozenset({"DATE", "TIME"})
# What gives a time of day its day, and a date its year.
_DAYS = ("m", "bm", "date", "day", "deixis", "dd")
_YEARS = ("y", "y2", "ofyear", "rel")
_MONTHS = ("m", "bm")
_HOW = "with the other end of its stretch"
# So far before a stretch the word stands that must open it.
_BEFORE = 12

End = tuple[TimeMatch, Meaning]


def joins(first: TimeMatch, last: TimeMatch, context: Context) -> bool:
    """Whether the words between two expressions make them the ends of a stretch."""
    joints = context.lexicon.words.stretch_joints
    return _is_joint(context.text, first.start, first.end, last.start, joints)


def ends(first: End, last: End, context: Context) -> tuple[Meaning, Meaning]:
    """The two ends of a stretch, where one of them says what the other leaves out.

    "November to January 2012" begins in 2011, "10 a.m. to 1 p.m. on Monday" is all of Monday; where neither
    has a year, or both are weekdays, a stretch told as past ends before it is told of, and any other begins
    with the first that fits.
    """
    (one, begins), (other, closes) = first, last
    if begins.type == "TIME" == closes.type and one.rule == other.rule == "clock":
        return _on_one_day(first, last)
    if begins.point is None or closes.point is None or {begins.type, closes.type} != {"DATE"}:
        return begins, closes
    if one.rule == other.rule == "weekday":
        return _within_a_week(first, last, context)
    if _is_in_year(one, begins.point) and _is_in_year(other, closes.point):
        return _within_a_year(first, last, context)
    return begins, closes


def _on_one_day(first: End, last: End) -> tuple[Meaning, Meaning]:
    (one, begins), (other, closes) = first, last
    if _says(one, _DAYS) or not _says(other, _DAYS):
        return begins, closes
    _, _, clock = begins.value.partition("T")
    day, _, _ = closes.value.partition("T")
    return replace(closes, value=f"{day}T{clock}", mod=begins.mod), closes


def _within_a_week(first: End, last: End, context: Context) -> tuple[Meaning, Meaning]:
    (one, begins), (other, closes) = first, last
    if one.groups.get("rel") or other.groups.get("rel") or begins.earliest is None or closes.earliest is None:
        return begins, closes
    if begins.earliest < closes.earliest:
        return begins, closes
    week = timedelta(weeks=1)
    if context.tense == "past":
        return _at(of(begins.earliest - week, "day"), begins), closes
    return begins, _at(of(closes.earliest + week, "day"), closes)


def _within_a_year(first: End, last: End, context: Context) -> tuple[Meaning, Meaning]:
    (one, begins), (other, closes) = first, last
    dated, dated_last = _says(one, _YEARS), _says(other, _YEARS)
    if dated == dated_last and (dated or context.years is not None):
        return begins, closes
    assert begins.point is not None
    assert closes.point is not None
    crosses = _place(begins.point) > _place(closes.point)
    if (dated_last or (not dated and context.tense == "past")) and closes.point.year is not None:
        return _at(in_year(begins.point, closes.point.year - crosses), begins), closes
    if begins.point.year is not None:
        return begins, _at(in_year(closes.point, begins.point.year + crosses), closes)
    return begins, closes


def _at(point: Point, meaning: Meaning) -> Meaning:
    """The meaning moved to that point; itself where it is there."""
    return meaning if point == meaning.point else at(point, mod=meaning.mod, anchor=meaning.anchor, how=_HOW)


def _is_in_year(found: TimeMatch, point: Point) -> bool:
    return _says(found, _MONTHS) and point.grain in ("day", "month") and point.number is not None


def _place(point: Point) -> tuple[int, int]:
    return point.number or 0, point.day or 0


def _says(found: TimeMatch, keys: Sequence[str]) -> bool:
    return any(found.groups.get(key) for key in keys)


def linked(times: Sequence[Time], text: str, joints: Mapping[str, str]) -> tuple[Time, ...]:
    """The times, each that begins a stretch naming in `until` the one that ends it.

    `joints` join the two, each behind the word that must open the stretch, if any.
    """
    found = list(times)
    for index, (first, last) in enumerate(pairwise(times)):
        if _joined(first, last, text, joints) and _in_order(first, last):
            found[index] = replace(first, until=f"time:{index + 1}")
    return tuple(found)


def _joined(first: Time, last: Time, text: str, joints: Mapping[str, str]) -> bool:
    if {first.type, last.type} - _CALENDAR or {first.value, last.value} & REFERENCES:
        return False
    return _is_joint(text, first.start, first.end, last.start, joints)


def _is_joint(text: str, start: int, end: int, following: int, joints: Mapping[str, str]) -> bool:
    """Whether what stands between two expressions, and before the first, opens a stretch and joins it."""
    joint = text[end:following].strip().lower()
    if joint in _DASHES:
        return True
    opening = joints.get(joint)
    if not opening:
        return opening is not None
    before = text[max(0, start - _BEFORE) : start].split()
    return bool(before) and before[-1].lower() == opening


def _in_order(first: Time, last: Time) -> bool:
    if first.earliest and last.latest and (first.earliest, first.latest) != (last.earliest, last.latest):
        return first.earliest < last.latest
    if first.type == "TIME" == last.type:
        return first.value < last.value
    return first.value != last.value


def stretch(times: Sequence[Time], first: Time, text: str) -> Time:
    """The whole stretch that `first` begins, as one time; `first` itself where it begins none."""
    if first.until is None:
        return first
    last = times[int(first.until.removeprefix("time:"))]
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        value=f"{first.value}/{last.value}",
        edtf=f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None,
        latest=last.latest if first.earliest else None,
        until=None,
    )
