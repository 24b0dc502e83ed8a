"""A scale of time for charts: days to per cent of the width, long silences shortened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import log2

from msgspec import Struct
from msgspec.structs import replace

# A stretch of n days gets a width of log2(1 + n / _GRAIN): long silences are shortened, days stay apart.
_GRAIN = 20.0
# Per cent of the width: the margin at either end, and a label's width on a wide and on a narrow screen.
_MARGIN, _LABEL, _NARROW_LABEL = 3.0, 16.0, 22.0
# Labels nearer than this to an end of the scale start or end there instead of being centred.
_EDGE = 8.0
# Over fewer days than this, labels name days.
_DAYS_NAMED = 120

Interval = tuple[date | None, date | None]
"""First and last day; None is open."""


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


def interval(edtf: str) -> Interval:
    """The days the EDTF date or interval `edtf` can mean, open where it is not a plain one."""
    start, _, end = edtf.partition("/")
    return _edge(start, last=False), _edge(end or start, last=True)


def _has_room(tick: Tick, others: Sequence[Tick], width: float) -> bool:
    left = _left(tick, width)
    return all(abs(left - _left(other, width)) >= width and tick.text != other.text for other in others)


def _left(tick: Tick, width: float) -> float:
    return tick.x - {"start": 0.0, "middle": width / 2, "end": width}[anchor(tick.x)]


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
