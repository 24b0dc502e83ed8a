"""The timeline as a chart: where the events of a story lie, on a scale with years and on one without."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from math import log2

from msgspec import Struct
from msgspec.structs import replace

from accord.edtf import Days, days, in_year, year_is_open
from accord.present.dates import in_words, short_words
from accord.records import ClaimValue, Dossier, TimelineEntry

# A stretch of n days gets a width of log2(1 + n / _GRAIN): long silences are shortened, days stay apart.
_GRAIN = 20.0
# Per cent of the width: the margin at either end, and a label's width on a wide and on a narrow screen.
_MARGIN, _LABEL, _NARROW_LABEL = 3.0, 16.0, 22.0
# Labels nearer than this to an end of the scale start or end there instead of being centred.
_EDGE = 8.0
# Over fewer days than this, labels name days.
_DAYS_NAMED = 120

_LEAST_WIDTH = 1.2
# A leap year, so that every day of an unknown year has its place.
_ANY_YEAR = "2000"


class Tick(Struct, frozen=True):
    """A date written over the scale, at `x` per cent; a narrow screen has room for `major` ones only."""

    x: float
    text: str
    major: bool = True


class Scale:
    """Places for `days`, which are sorted; `yearless` where their year means nothing."""

    def __init__(self, days: Sequence[date], *, yearless: bool = False) -> None:
        self._days = list(days)
        self._yearless = yearless
        widths = [log2(1 + (b - a).days / _GRAIN) for a, b in pairwise(days)]
        total, at = sum(widths) or 1.0, _MARGIN
        self._places = [at]
        for width in widths:
            at += width / total * (100 - 2 * _MARGIN)
            self._places.append(at)

    def place(self, day: date) -> float:
        """Where one of the days lies, in per cent."""
        return self._places[max(0, bisect_right(self._days, day) - 1)]

    def ticks(self, preferred: Sequence[date] = ()) -> tuple[Tick, ...]:
        """Labels over the first and last day and, `preferred` ones first, as many others as have room."""
        days = [*self._days[:1], *self._days[-1:], *preferred, *self._days[1:-1]]
        ticks = [Tick(round(self.place(day), 2), self._label(day)) for day in days]
        kept: list[Tick] = []
        majors: list[Tick] = []
        for tick in ticks:
            if _has_room(tick, kept, _LABEL):
                tick = replace(tick, major=_has_room(tick, majors, _NARROW_LABEL))
                kept.append(tick)
                majors += [tick] * tick.major
        return tuple(sorted(kept, key=lambda tick: tick.x))

    def _label(self, day: date) -> str:
        if self._yearless:
            return f"{day.day} {day:%b}"
        if (self._days[-1] - self._days[0]).days < _DAYS_NAMED:
            return f"{day.day} {day:%b} {day.year}"
        return f"{day:%b} {day.year}"


def anchor(x: float) -> str:
    """The SVG text anchor of a label at `x` per cent, so that it stays within the width."""
    return "start" if x < _EDGE else "end" if x > 100 - _EDGE else "middle"


def _has_room(tick: Tick, others: Sequence[Tick], width: float) -> bool:
    left = _left(tick, width)
    return all(abs(left - _left(other, width)) >= width and tick.text != other.text for other in others)


def _left(tick: Tick, width: float) -> float:
    return tick.x - {"start": 0.0, "middle": width / 2, "end": width}[anchor(tick.x)]


class Bar(Struct, frozen=True):
    """A time told for an event, from `x` to `x + width` per cent; `open` where an end is not told."""

    x: float
    width: float
    words: str
    contested: bool
    open: bool
    value: ClaimValue | None


class Row(Struct, frozen=True):
    """An event of the chart: its bars, none where no day is told; `words` tells the same in text."""

    event: str
    words: str
    contested: bool
    bars: tuple[Bar, ...]
    values: tuple[ClaimValue, ...]


class Panel(Struct, frozen=True):
    """Rows over one scale; `yearless` where no report tells the year of any of them.

    `further` are rows of what one report alone tells, where there are others.
    """

    yearless: bool
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    further: tuple[Row, ...]


class Chart(Struct, frozen=True):
    """The panels, the weightier first, and the events no report gives a day, in order."""

    panels: tuple[Panel, ...]
    undated: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row in the order shown."""
        placed = [row for panel in self.panels for row in (*panel.rows, *panel.further)]
        return (*placed, *self.undated)


Times = list[tuple[ClaimValue | None, Days]]


def chart(dossier: Dossier) -> Chart:
    """The chart of the timeline of `dossier`."""
    entries = sorted(dossier.timeline, key=lambda entry: (entry.rank, entry.event))
    weights = {event.id: len(event.reports) for event in dossier.events}
    dated = {entry.event: _times(entry, yearless=False) for entry in entries}
    yearless = {entry.event: _times(entry, yearless=True) for entry in entries if not dated[entry.event]}
    placed = (
        _panel([entry for entry in entries if dated[entry.event]], dated, weights, yearless=False),
        _panel([entry for entry in entries if yearless.get(entry.event)], yearless, weights, yearless=True),
    )
    panels = sorted(
        (panel for panel in placed if panel.rows),
        key=lambda panel: -max(weights.get(row.event, 0) for row in panel.rows),
    )
    shown = {row.event for panel in panels for row in (*panel.rows, *panel.further)}
    undated = [
        Row(e.event, _words(e, in_words), e.contested, (), ()) for e in entries if e.event not in shown
    ]
    return Chart(tuple(panels), tuple(undated))


def _panel(
    entries: Sequence[TimelineEntry], times: dict[str, Times], weights: dict[str, int], *, yearless: bool
) -> Panel:
    told_days = sorted({day for entry in entries for _, span in times[entry.event] for day in span if day})
    scale = Scale(told_days, yearless=yearless)
    told = short_words if yearless else in_words
    shared = [entry for entry in entries if entry.contested or weights.get(entry.event, 0) > 1]
    rows = {entry.event: _row(entry, times[entry.event], scale, told) for entry in entries}
    shown = [entry.event for entry in shared or entries]
    return Panel(
        yearless=yearless,
        ticks=scale.ticks([day for event in shown for _, (day, _) in times[event] if day]),
        rows=tuple(rows[event] for event in shown),
        further=tuple(row for event, row in rows.items() if event not in shown),
    )


def _times(entry: TimelineEntry, *, yearless: bool) -> Times:
    """What is told of the time of `entry`, as days with their year or, if `yearless`, in any year."""
    if entry.alternatives:
        told: Iterable[tuple[ClaimValue | None, str]] = [(value, value.value) for value in entry.alternatives]
    else:
        bounds = f"{entry.earliest or '..'}/{entry.latest or '..'}"
        told = [(None, entry.edtf if year_is_open(entry.edtf) and entry.edtf else bounds)]
    times: Times = []
    for value, edtf in told:
        if year_is_open(edtf) == yearless:
            span = days(in_year(edtf, _ANY_YEAR))
            times += [(value, span)] if span != (None, None) else []
    return times


def _row(entry: TimelineEntry, times: Times, scale: Scale, told: Callable[[str | None], str]) -> Row:
    bars = tuple(_bar(entry, value, span, scale) for value, span in times)
    return Row(entry.event, _words(entry, told), entry.contested, bars, entry.alternatives)


def _words(entry: TimelineEntry, told: Callable[[str | None], str]) -> str:
    values: list[str | None] = [value.value for value in entry.alternatives]
    return " or ".join(told(value) for value in values or [entry.edtf])


def _bar(entry: TimelineEntry, value: ClaimValue | None, span: Days, scale: Scale) -> Bar:
    start = scale.place(span[0]) if span[0] else 0.0
    end = scale.place(span[1]) if span[1] else 100.0
    return Bar(
        x=round(start, 2),
        width=round(max(end - start, _LEAST_WIDTH), 2),
        words=in_words(value.value if value else entry.edtf),
        contested=entry.contested and bool(entry.alternatives),
        open=not (span[0] and span[1]),
        value=value,
    )
