"""When an undated report was written, as far as its own dates tell, and what that settles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from accord.extract.times.tense import Tenses
from accord.records import Estimate, Time

INFERRED = "inferred"

_WRITTEN = "as written"


def estimate(times: Sequence[Time], tenses: Tenses) -> Estimate | None:
    """The days between which the text was written; None where nothing tells, or its dates disagree.

    What is told as past with a written year had begun by then, and what "will" be had not ended.
    An end that nothing tells is open.
    """
    past: list[tuple[str, tuple[int, int]]] = []
    ahead: list[tuple[str, tuple[int, int]]] = []
    for time in times:
        if time.type != "DATE" or time.how != _WRITTEN or not (time.earliest and time.latest):
            continue
        if tenses.is_foretold(time.start, time.end):
            ahead.append((time.latest, (time.start, time.end)))
        elif tenses.at(time.start, time.end, through_nouns=True) == "past":
            past.append((time.earliest, (time.start, time.end)))
    if not past and not ahead:
        return None
    earliest, first = max(past, key=lambda one: one[0], default=(None, None))
    latest, last = min(ahead, key=lambda one: one[0], default=(None, None))
    if earliest and latest and earliest > latest:
        return None
    return Estimate(earliest, latest, tuple(sorted(span for span in (first, last) if span is not None)))


def bounds(written: Estimate | None) -> tuple[date, date] | None:
    """The first and last day it can have been written; None where either is open."""
    if written is None or written.earliest is None or written.latest is None:
        return None
    return date.fromisoformat(written.earliest), date.fromisoformat(written.latest)


def settled(times: Sequence[Time], first: Sequence[Time], last: Sequence[Time]) -> tuple[Time, ...]:
    """`times`, with those that were open and are the same by the first and by the last possible day.

    A later day of writing never makes an expression mean an earlier day, so what both ends give,
    every day between gives.
    """
    by_end = {(time.start, time.end): time for time in last}
    at_first = {(time.start, time.end): time for time in first}
    return tuple(_settled(time, at_first, by_end) for time in times)


def _settled(time: Time, at_first: dict[tuple[int, int], Time], by_end: dict[tuple[int, int], Time]) -> Time:
    one, other = at_first.get((time.start, time.end)), by_end.get((time.start, time.end))
    if time.earliest or one is None or other is None or one.type != time.type:
        return time
    same = (one.value, one.edtf, one.earliest, one.latest) == (
        other.value,
        other.edtf,
        other.earliest,
        other.latest,
    )
    if not same or one.earliest is None or one.latest is None:
        return time
    return replace(one, anchor=INFERRED, how="the same whenever in that time it was written")
