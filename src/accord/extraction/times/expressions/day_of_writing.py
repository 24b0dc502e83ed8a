"""When a report was written, by its own dates: where its day of publication is not known, or is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.tense import Tenses
from accord.records import Estimate, Problem, Reading, Time

INFERRED = "inferred"
"""The anchor of what the days of writing tell."""

_AS_WRITTEN = "as written"
# A report is out within so many days of the day in its date line, and of a weekday that it names.
_OUT, _NAMED = 10, 6
# And at most so many days after what it says "will" be.
_FORETOLD = 14
_QUOTES = ('"', "“", "”", "``")


def doubted(times: Sequence[Time], parsed: Parsed, tenses: Tenses, published: date) -> Estimate | None:
    """When a report was written whose day of publication lies weeks after that; None where nothing says so.

    Such a day is mostly one of download.  What says so, the surest first: the day in its date line; a weekday
    with its date in brackets, as news has it of the days around it; and a day on which something "will" be.
    """
    dated = [time for time in times if time.type == "DATE" and time.earliest == time.latest and time.earliest]
    lines = [region for region in parsed.regions if region.kind == "date line"]
    for time in dated:
        if any(region.start <= time.start < region.end for region in lines):
            return _apart(time, published, _OUT, 0)
    named = [
        one
        for one, other in pairwise(times)
        if one in dated and one.edtf == other.edtf and parsed.text[one.end : other.start].strip() == "("
    ]
    if named:
        latest = max(named, key=lambda time: time.earliest or "")
        return _apart(latest, published, _OUT + _NAMED, _NAMED)
    told = [time for time in dated if not _is_quoted(time, parsed)]
    bounds = estimate(told, tenses)
    if bounds is None or bounds.earliest is None or bounds.latest is None:
        return None
    late = published - date.fromisoformat(bounds.latest) > timedelta(days=_FORETOLD)
    return bounds if late else None


def _apart(told: Time, published: date, most: int, after: int) -> Estimate | None:
    """The days from the one told to `after` days later, where publication is more than `most` days off."""
    day = date.fromisoformat(told.earliest or "")
    if published - day <= timedelta(days=most):
        return None
    return Estimate(day.isoformat(), (day + timedelta(days=after)).isoformat(), ((told.start, told.end),))


def _is_quoted(time: Time, parsed: Parsed) -> bool:
    index = parsed.sentence_at(time.start)
    sentence = parsed.spans[index].text if index is not None else ""
    return any(mark in sentence for mark in _QUOTES)


def doubt(reading: Reading) -> Problem | None:
    """The problem of a reading whose day of publication its own dates contradict."""
    written = reading.written
    if reading.published is None or written is None:
        return None
    told = ", ".join(f"“{reading.text[start:end]}”" for start, end in written.evidence)
    days = " to ".join(sorted({day for day in (written.earliest, written.latest) if day}))
    return Problem(
        input=reading.places[0] if reading.places else reading.id,
        reason=f"its day of publication, {reading.published[:10]}, lies weeks after what it tells ({told})",
        advice=f"its dates were read as of {days}; give the day that it was printed, not that of a download",
    )


def estimate(times: Sequence[Time], tenses: Tenses) -> Estimate | None:
    """The days between which the text was written; None where nothing tells, or its dates disagree.

    What is told as past with a written year had begun by then, and what "will" be had not ended.
    An end that nothing tells is open.
    """
    past: list[tuple[str, tuple[int, int]]] = []
    ahead: list[tuple[str, tuple[int, int]]] = []
    for time in times:
        if time.type != "DATE" or time.how != _AS_WRITTEN or not (time.earliest and time.latest):
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


def writing_days(written: Estimate | None) -> tuple[date, date] | None:
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
