"""The timeline as a chart: where the events of a story lie, on a scale with years and on one without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from accord.present.dates import in_words, short_words, year_is_open
from accord.present.scale import Interval, Scale, Tick, interval
from accord.records import ClaimValue, Dossier, TimelineEntry

_LEAST_WIDTH = 1.2
# A leap year, so that every day of an unknown year has its place.
_ANY_YEAR = "2000"


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


Times = list[tuple[ClaimValue | None, Interval]]


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
    days = sorted({day for entry in entries for _, span in times[entry.event] for day in span if day})
    scale = Scale(days, yearless=yearless)
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
        days = f"{entry.earliest or '..'}/{entry.latest or '..'}"
        told = [(None, entry.edtf if year_is_open(entry.edtf) and entry.edtf else days)]
    times: Times = []
    for value, edtf in told:
        if year_is_open(edtf) == yearless:
            span = interval(edtf.replace("XXXX", _ANY_YEAR))
            times += [(value, span)] if span != (None, None) else []
    return times


def _row(entry: TimelineEntry, times: Times, scale: Scale, told: Callable[[str | None], str]) -> Row:
    bars = tuple(_bar(entry, value, span, scale) for value, span in times)
    return Row(entry.event, _words(entry, told), entry.contested, bars, entry.alternatives)


def _words(entry: TimelineEntry, told: Callable[[str | None], str]) -> str:
    values: list[str | None] = [value.value for value in entry.alternatives]
    return " or ".join(told(value) for value in values or [entry.edtf])


def _bar(entry: TimelineEntry, value: ClaimValue | None, span: Interval, scale: Scale) -> Bar:
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
