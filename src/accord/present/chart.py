"""The timeline as a chart: where on a shortened scale of time each event of a story lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import log2

from accord.present.dates import in_words, year_is_open
from accord.records import ClaimValue, Dossier, TimelineEntry

# A stretch of n days gets a width of log2(1 + n / _GRAIN): long silences are shortened, days stay apart.
_GRAIN = 20.0
# Per cent of the width: the margin at either end, and a label's width on a wide and on a narrow screen.
_MARGIN, _LABEL, _NARROW_LABEL = 3.0, 16.0, 22.0
# Labels nearer than this to an end of the scale start or end there instead of being centred.
_EDGE = 8.0
_LEAST_WIDTH = 1.2


@dataclass(frozen=True)
class Tick:
    """A date written over the scale, at `x` per cent; a narrow screen has room for `major` ones only."""

    x: float
    text: str
    major: bool = True


@dataclass(frozen=True)
class Bar:
    """A time told for an event, from `x` to `x + width` per cent; `open` where an end is not told."""

    x: float
    width: float
    words: str
    contested: bool
    open: bool
    value: ClaimValue | None


@dataclass(frozen=True)
class Row:
    """An event of the chart: its bars, none where no day is told; `words` tells the same in text."""

    event: str
    words: str
    contested: bool
    bars: tuple[Bar, ...]
    values: tuple[ClaimValue, ...]


@dataclass(frozen=True)
class Chart:
    """Dated rows in time order over one scale, and the events no report gives a day, in order."""

    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    undated: tuple[Row, ...]


Interval = tuple[date | None, date | None]


def chart(dossier: Dossier) -> Chart:
    """The chart of the timeline of `dossier`."""
    entries = sorted(dossier.timeline, key=lambda entry: (entry.rank, entry.event))
    spans = {entry.event: _times(entry) for entry in entries}
    days = sorted({day for times in spans.values() for _, span in times for day in span if day})
    scale = Scale(days)
    rows = [_row(entry, spans[entry.event], scale) for entry in entries]
    return Chart(
        ticks=scale.ticks(),
        rows=tuple(row for row in rows if row.bars),
        undated=tuple(row for row in rows if not row.bars),
    )


class Scale:
    """Days to per cent of the chart's width, long stretches between told days shortened."""

    def __init__(self, days: Sequence[date]) -> None:
        self._days = list(days)
        widths = [log2(1 + (b - a).days / _GRAIN) for a, b in pairwise(days)]
        total, at = sum(widths) or 1.0, _MARGIN
        self._places = [at]
        for width in widths:
            at += width / total * (100 - 2 * _MARGIN)
            self._places.append(at)

    def place(self, day: date) -> float:
        """Where one of the told days lies, in per cent."""
        return self._places[max(0, bisect_right(self._days, day) - 1)]

    def ticks(self) -> tuple[Tick, ...]:
        """Month and year over the first and last told day and as many between as have room."""
        ticks = [Tick(round(self.place(day), 2), f"{day:%b} {day.year}") for day in self._days]
        kept: list[Tick] = []
        majors: list[Tick] = []
        for tick in [*ticks[:1], *ticks[-1:], *ticks[1:-1]]:
            if _has_room(tick, kept, _LABEL):
                tick = replace(tick, major=_has_room(tick, majors, _NARROW_LABEL))
                kept.append(tick)
                majors += [tick] * tick.major
        return tuple(sorted(kept, key=lambda tick: tick.x))


def anchor(x: float) -> str:
    """The SVG text anchor of a label at `x` per cent, so that it stays within the width."""
    return "start" if x < _EDGE else "end" if x > 100 - _EDGE else "middle"


def _has_room(tick: Tick, others: Sequence[Tick], width: float) -> bool:
    left = _left(tick, width)
    return all(abs(left - _left(other, width)) >= width and tick.text != other.text for other in others)


def _left(tick: Tick, width: float) -> float:
    return tick.x - {"start": 0.0, "middle": width / 2, "end": width}[anchor(tick.x)]


def _times(entry: TimelineEntry) -> list[tuple[ClaimValue | None, Interval]]:
    if entry.alternatives:
        return [(value, _interval_of(value.value)) for value in entry.alternatives]
    return [(None, (_day(entry.earliest), _day(entry.latest)))] if not year_is_open(entry.edtf) else []


def _row(entry: TimelineEntry, times: list[tuple[ClaimValue | None, Interval]], scale: Scale) -> Row:
    bars = tuple(_bar(entry, value, span, scale) for value, span in times if span[0] or span[1])
    if entry.alternatives:
        words = " or ".join(in_words(value.value) for value in entry.alternatives)
    else:
        words = in_words(entry.edtf)
    return Row(entry.event, words, entry.contested, bars, entry.alternatives)


def _bar(entry: TimelineEntry, value: ClaimValue | None, span: Interval, scale: Scale) -> Bar:
    start = scale.place(span[0]) if span[0] else 0.0
    end = scale.place(span[1]) if span[1] else 100.0
    return Bar(
        x=round(start, 2),
        width=round(max(end - start, _LEAST_WIDTH), 2),
        words=in_words(value.value if value else entry.edtf),
        contested=entry.contested,
        open=not (span[0] and span[1]),
        value=value,
    )


def _interval_of(edtf: str) -> Interval:
    if year_is_open(edtf):
        return None, None
    start, _, end = edtf.partition("/")
    return _edge(start, last=False), _edge(end or start, last=True)


def _edge(text: str, *, last: bool) -> date | None:
    parts = text.rstrip("?~%").split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    year, month, day = (int(part) for part in [*parts, *["0"] * (3 - len(parts))])
    try:
        if day:
            return date(year, month, day)
        if last:
            year, month = (year, month + 1) if 0 < month < 12 else (year + 1, 1)
            return date.fromordinal(date(year, month, 1).toordinal() - 1)
        return date(year, month or 1, 1)
    except ValueError:
        return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
