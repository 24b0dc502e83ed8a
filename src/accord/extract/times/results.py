"""Quarters in reports on results: "the quarter", "the year-earlier period"."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from accord.extract.times.meaning import PUBLISHED, Context, Meaning, at
from accord.extract.times.offsets import from_published, year_off
from accord.extract.times.phases import words_of
from accord.extract.times.points import Point, of

Groups = Mapping[str, str | None]


def resolve_period(groups: Groups, context: Context) -> Meaning | None:
    """`the quarter`, `the year-earlier period`: the quarter that the report is about."""
    topic = context.topic()
    unit = words_of(groups.get("unit"))
    if groups.get("y"):
        year = int(groups["y"] or 0)
        if topic is None:
            return at(Point("year", year)) if unit == "period" else None
        return replace(at(replace(topic.point, year=year)), aside=True)
    earlier = bool(groups.get("ago") or groups.get("past") or not groups.get("now"))
    if topic is None or groups.get("now") == "the current":
        return _period_alone(unit, earlier, groups, context)
    if earlier:
        return year_off(topic, -1)
    return at(topic.point, anchor=f"time:{topic.index}", how="the quarter told of")


def _period_alone(unit: str, earlier: bool, groups: Groups, context: Context) -> Meaning | None:
    if context.published is None:
        return at(Point("quarter"), how="quarter not told") if unit == "quarter" else None
    if unit == "quarter":
        step = 0 if groups.get("now") in ("this", "the current") else -1
        point = of(context.published, "quarter").shift(step, "quarter")
        return at(point.shift(-1, "year") if earlier else point, anchor=PUBLISHED, how="from publication")
    if earlier:
        return from_published("year", -1, context)
    return None


def resolve_year_ended(groups: Groups, context: Context) -> Meaning | None:
    """`the year`, before "ended": a year's length that something else dates."""
    return Meaning("DURATION", "P1Y", how="as written")
