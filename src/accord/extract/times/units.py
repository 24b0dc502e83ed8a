"""Units of duration: which grain of the calendar each is, and how TIMEX3 writes so many of one."""

from __future__ import annotations

from collections.abc import Mapping

from accord.extract.times.points import Point

Groups = Mapping[str, str | None]

GRAINS = {
    "D": "day", "W": "week", "2W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "10Y": "decade", "100Y": "century",
}  # fmt: skip


def shifted(point: Point, count: float, unit: str) -> Point:
    """The point `count` duration units later; half a year is six months."""
    steps = {"2W": (2, "week"), "WE": (1, "week")}
    factor, grain = steps.get(unit, (1, GRAINS[unit]))
    if unit == "10Y" or unit == "100Y":
        factor, grain = (10 if unit == "10Y" else 100), "year"
    return point.shift(round(count * factor), grain)


def duration_value(count: float | str, unit: str) -> str:
    """The TIMEX3 value of `count` units; "X" is a number not told."""
    if not isinstance(count, str):
        factor = int(unit[:-1]) if unit[:-1].isdigit() else 1
        amount = count * factor
        text = f"{amount:g}" if amount < 1e15 else "X"
    else:
        text = count
    letter = (
        unit.lstrip("0123456789")
        if text != "X"
        else {"10Y": "E", "100Y": "C"}.get(unit, unit.lstrip("0123456789"))
    )
    if letter.startswith("T"):
        return f"PT{text}{letter[1:]}"
    return f"P{text}{letter}"
