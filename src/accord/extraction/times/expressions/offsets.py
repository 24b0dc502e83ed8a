"""Distances from a day ("four years ago", "the day before") or quarter ("the year-earlier period")."""

from __future__ import annotations

from msgspec.structs import replace

from accord.extraction.times.expressions.calendar_points import GRAINS, Point, of, shifted
from accord.extraction.times.expressions.meaning import (
    PUBLISHED,
    Context,
    Groups,
    Meaning,
    Mentioned,
    at,
    reference,
    words_of,
)

# What lies farther off than so many years is no date but a measure of age.
_WITHIN_HISTORY = 20_000
# From so many years on, a number of them is not exact.
_ROUND = 10


def resolve_ago(groups: Groups, context: Context) -> Meaning | None:
    """`four years ago`, `two days later`, `a year earlier`."""
    unit = context.lexicon.unit(groups["u"] or "")
    grain = GRAINS.get(unit)
    direction = words_of(groups["dir"])
    back = direction in context.lexicon.words.directions_back
    count = context.lexicon.numbers.read(groups["n"] or "") if groups.get("n") else None
    if groups.get("n") and (groups["n"] or "").replace("a ", "").startswith("couple"):
        count = 2
    if (groups.get("n") or "").startswith("half a"):
        count, unit, grain = (6, "M", "month") if unit == "Y" else (0.5, unit, grain)
    if count is None or grain is None or groups.get("n2"):
        return _vague_ago(back, direction, context)
    if direction in context.lexicon.words.directions_from_now:
        meaning = _ago(-count if back else count, unit, grain, context)
    else:
        meaning = since(-count if back else count, unit, grain, context)
    mod = context.lexicon.words.modifiers.get(words_of(groups.get("mod")))
    if mod is None and unit == "Y" and count >= _ROUND and direction == "ago" and meaning.point is not None:
        # Nobody counts the days of so many years.
        return replace(_bent(meaning, "APPROX", back), mod=None)
    return _bent(meaning, mod, back)


def _vague_ago(back: bool, direction: str, context: Context) -> Meaning:
    if direction in context.lexicon.words.directions_from_now:
        return reference("PAST_REF" if back else "FUTURE_REF", context.published)
    return Meaning("DATE", "XXXX", how="vague distance from the time before")


def _ago(count: float, unit: str, grain: str, context: Context) -> Meaning:
    """So far from the day of publication; a year from the quarter a report on results is about."""
    topic = context.topic()
    if unit == "Y" and abs(count) == 1 and topic is not None:
        return _year_off(topic, int(count))
    return from_published("year" if grain in ("decade", "century") else grain, count, context, unit)


def _year_off(topic: Mentioned, count: int) -> Meaning:
    """The quarter told of, `count` years off; only to compare with."""
    point = topic.point.shift(count, "year")
    meaning = at(point, anchor=f"time:{topic.index}", how="the quarter told of, a year off")
    return replace(meaning, aside=True)


def since(count: float, unit: str, grain: str, context: Context) -> Meaning:
    """So far from the time mentioned before."""
    topic = context.topic()
    if unit == "Y" and abs(count) == 1 and topic is not None:
        return _year_off(topic, int(count))
    grain = "year" if grain in ("decade", "century") else grain
    mentioned = context.last(grain)
    if mentioned is None:
        return at(Point(grain), how="distance from a time not told")
    moved = shifted(mentioned.point.at(grain), count, unit)
    return at(moved, anchor=f"time:{mentioned.index}", how="from the time before it")


def from_published(grain: str, count: float, context: Context, unit: str = "") -> Meaning:
    """So many of a grain or unit from the day of publication; open where that is not known.

    In a narrative without one, from where it has come to.
    """
    here = context.here(grain)
    if here is None:
        return at(Point(grain), how="date of publication not known")
    if unit.endswith("Y") and abs(count) * int(unit[:-1] or 1) > _WITHIN_HISTORY:
        return reference("PAST_REF" if count < 0 else "FUTURE_REF", context.published)
    start, anchor = here
    moved = shifted(start, count, unit) if unit else start.shift(int(count), grain)
    how = "from publication" if anchor == PUBLISHED else "from where the narrative is"
    return at(moved, anchor=anchor, how=how)


def _bent(meaning: Meaning, mod: str | None, back: bool) -> Meaning:
    """`more than four years ago` is before the year it names, `nearly four years ago` after."""
    if meaning.point is None or mod is None:
        return meaning
    if mod == "APPROX":
        return at(meaning.point, mod="APPROX", anchor=meaning.anchor, how=meaning.how)
    further = mod in ("MORE_THAN", "EQUAL_OR_MORE")
    return at(
        meaning.point,
        mod="BEFORE" if further == back else "AFTER",
        anchor=meaning.anchor,
        how=meaning.how,
    )


def resolve_adjacent(groups: Groups, context: Context) -> Meaning | None:
    """`the day before`, where nothing follows that it is the day before of."""
    return since(-1 if groups["dir"] == "before" else 1, "D", "day", context)


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
        return _year_off(topic, -1)
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
