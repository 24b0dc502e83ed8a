"""A ledger as one self-contained HTML page: an overview, who recognises whom, charts, rows with evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from accord.countries import Countries
from accord.edtf import bounds, days
from accord.inert import without_controls
from accord.present.drawings.recognition import recognition
from accord.present.html.page import environment, policy, read
from accord.records import LedgerEntry

WIDTH = 1000.0
LANE = 26.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)
_MOST_TICKS = 10
# What is still in force runs on for this part of the chart after the last date.
_ON = 0.04


Overview = tuple[
    tuple[str, ...], tuple[tuple[tuple[str, str], tuple[tuple[tuple[str, LedgerEntry], ...], ...]], ...]
]
"""The aspects, and for each pair by name what is in the cell of each aspect: rows and their entries."""


def render_ledger(entries: Sequence[LedgerEntry], countries: Countries, on: str | None = None) -> bytes:
    """The page of `entries`, in UTF-8; `on` is the day that they were viewed on.

    Parties that are countries are called by the names that `countries` give them.

    Without a day, the overview and the drawing of recognition leave out what has ended.
    What comes out of reports is escaped, and the page's policy lets nothing load or run.

    >>> accord.ledger_page(ledger.view(), accord.Countries.load())[:15]
    b'<!doctype html>'
    """
    style = read("ledger.css")
    pairs = []
    rows: dict[LedgerEntry, str] = {}
    number = 0
    for pair, aspects in by_pair(entries).items():
        shown = []
        for aspect, listed in aspects.items():
            anchors = {entry: f"row-{number + place}" for place, entry in enumerate(listed)}
            rows.update(anchors)
            number += len(listed)
            shown.append((aspect, level_chart(listed, anchors), [(anchors[e], e) for e in listed]))
        pairs.append((tuple(map(countries.name_of, pair)), shown))
    held = entries if on is not None else [entry for entry in entries if entry.valid_to is None]
    page = (
        environment()
        .get_template("ledger.html.j2")
        .render(
            pairs=pairs,
            overview=_overview(held, rows, countries),
            recognition=recognition(held, rows, countries),
            on=on,
            style=style,
            policy=policy(style),
            width=WIDTH,
            lane=LANE,
        )
    )
    return without_controls(page).encode()


class LevelBar(Struct, frozen=True):
    """A state from `x` to `x + width` in the lane of its level; `open` where its end is not told."""

    x: float
    y: float
    width: float
    level: str
    words: str
    open: bool
    disputed: bool
    anchor: str


class YearTick(Struct, frozen=True):
    """A year of the scale."""

    x: float
    year: int


class LevelChart(Struct, frozen=True):
    """The bars of one aspect between two parties, a lane a level, and the years under them."""

    lanes: tuple[tuple[str, float], ...]
    bars: tuple[LevelBar, ...]
    ticks: tuple[YearTick, ...]
    height: float


def level_chart(entries: Sequence[LedgerEntry], anchors: Mapping[LedgerEntry, str]) -> LevelChart | None:
    """The chart of `entries`, all of one aspect and pair; None where none has a date."""
    spans = [(entry, *_days(entry)) for entry in entries]
    dated = [(entry, first, last) for entry, first, last in spans if first is not None]
    if not dated:
        return None
    begin = min(first for _, first, _ in dated)
    end = max(last or first for _, first, last in dated)
    width = max(end - begin, 365)
    end = min(begin + width + round(width * _ON), date.max.toordinal())
    lanes = _lanes([entry for entry, _, _ in dated])
    bars = []
    for entry, first, last in dated:
        x = _place(first, begin, end)
        until = _place(last or end, begin, end)
        bars.append(
            LevelBar(
                x=x,
                y=lanes[entry.level],
                width=max(round(until - x, 1), 2.0),
                level=entry.level,
                words=f"{entry.level}: {entry.valid_from or '?'} to {entry.valid_to or 'open'}",
                open=last is None,
                disputed=entry.verdict in {"contested", "inconsistent"},
                anchor=anchors[entry],
            )
        )
    return LevelChart(tuple(lanes.items()), tuple(bars), _ticks(begin, end), len(lanes) * LANE + LANE)


def by_pair(
    entries: Sequence[LedgerEntry],
) -> Mapping[tuple[str, str], Mapping[str, tuple[LedgerEntry, ...]]]:
    """The entries by pair and by aspect, each sorted by date."""
    found: dict[tuple[str, str], dict[str, list[LedgerEntry]]] = defaultdict(lambda: defaultdict(list))
    for entry in sorted(entries, key=lambda e: (e.from_, e.to, e.aspect, bounds(e.valid_from)[0] or "~")):
        found[entry.from_, entry.to][entry.aspect].append(entry)
    return {
        pair: {aspect: tuple(listed) for aspect, listed in aspects.items()} for pair, aspects in found.items()
    }


def _days(entry: LedgerEntry) -> tuple[int | None, int | None]:
    first, last = days(entry.valid_from)[0], days(entry.valid_to)[0]
    return first.toordinal() if first else None, last.toordinal() if last else None


def _lanes(entries: Sequence[LedgerEntry]) -> dict[str, float]:
    levels = dict.fromkeys(entry.level for entry in entries)
    return {level: place * LANE for place, level in enumerate(levels)}


def _place(day: int, begin: int, end: int) -> float:
    return round(WIDTH * (day - begin) / (end - begin), 1)


def _ticks(begin: int, end: int) -> tuple[YearTick, ...]:
    first, last = date.fromordinal(begin).year, date.fromordinal(end).year
    step = next((step for step in _STEPS if (last - first) / step <= _MOST_TICKS), _STEPS[-1])
    years = range(first - first % step + step, last + 1, step)
    return tuple(YearTick(_place(date(year, 1, 1).toordinal(), begin, end), year) for year in years)


def _overview(
    entries: Sequence[LedgerEntry], rows: Mapping[LedgerEntry, str], countries: Countries
) -> Overview:
    """Pair by aspect, the levels in each cell with the rows that tell them."""
    aspects = tuple(dict.fromkeys(sorted(entry.aspect for entry in entries)))
    return aspects, tuple(
        (
            (countries.name_of(one), countries.name_of(other)),
            tuple(tuple((rows[entry], entry) for entry in listed.get(aspect, ())) for aspect in aspects),
        )
        for (one, other), listed in by_pair(entries).items()
    )
