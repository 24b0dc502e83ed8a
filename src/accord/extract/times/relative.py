"""Expressions reckoned from another day: of publication, or of the time mentioned before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from accord.extract.times.meaning import PUBLISHED, Context, Meaning, Mentioned, at, clip, reference
from accord.extract.times.points import Point, of

Groups = Mapping[str, str | None]

_BACK = frozenset({"last", "previous", "preceding", "prior", "past"})
_AHEAD = frozenset({"next", "coming", "following"})
_ANAPHORIC = frozenset({"that", "same"})
_FROM_MENTIONED = frozenset(
    {"the previous", "the preceding", "the prior", "the following", "the next", "following"}
)
_GRAINS = {
    "D": "day", "W": "week", "2W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "10Y": "decade", "100Y": "century",
}  # fmt: skip


def resolve_today(groups: Groups, context: Context) -> Meaning | None:
    """`yesterday`, `tomorrow morning`, `the day before yesterday`."""
    word = " ".join((groups["day"] or "").split())
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    steps |= {"the day before yesterday": -2, "the day after tomorrow": 2}
    point = Point("day")
    if context.published is not None:
        point = of(context.published + timedelta(days=steps[word]), "day")
    meaning = at(point, anchor=PUBLISHED if context.published else None, how="from publication")
    part = groups.get("part") or ("night" if word == "tonight" else None)
    phase = groups.get("phase") or ""
    named = phase.replace("-", " ").removeprefix("mid ")
    if named in context.lexicon.words.day_parts:
        part = named
    else:
        meaning = phased(meaning, phase, context)
    return with_part(meaning, part, context)


def resolve_weekday(groups: Groups, context: Context) -> Meaning | None:
    """`Friday`, `last Monday`, `the previous Tuesday`, `Wednesday of next week`."""
    word = groups["wd"] or ""
    full = word in context.lexicon.words.weekdays
    if not full and (not context.is_capital(word) or word in ("sun", "sat", "wed", "fri", "mon", "thu")):
        return None
    number = context.lexicon.weekday(word)
    relative = words_of(groups.get("rel"))
    meaning = _weekday_from(number, relative, words_of(groups.get("week")), context)
    meaning = phased(meaning, groups.get("phase") or "", context)
    return with_part(meaning, groups.get("part"), context)


def _weekday_from(number: int, relative: str, week: str, context: Context) -> Meaning:
    mentioned = context.last("day")
    if relative in _FROM_MENTIONED or set(relative.split()) & _ANAPHORIC:
        day = mentioned.point.bounds()[0] if mentioned else None
        if mentioned is None or day is None:
            return Meaning("DATE", Point("weekday", number=number).value, how="weekday of a week not told")
        back = bool(set(relative.split()) & _BACK)
        found = day if set(relative.split()) & _ANAPHORIC else _step_to(day, number, -1 if back else 1)
        return at(of(found, "day"), anchor=f"time:{mentioned.index}", how="from the day before it")
    published = context.published
    if published is None:
        return Meaning("DATE", Point("weekday", number=number).value, how="weekday of a week not told")
    how = "from publication"
    if week:
        monday = published - timedelta(days=published.weekday())
        monday += timedelta(weeks={"last": -1, "next": 1}.get(week, 0))
        return at(of(monday + timedelta(days=number - 1), "day"), anchor=PUBLISHED, how=how)
    words = set(relative.split())
    if words & _BACK:
        return at(of(_step_to(published, number, -1), "day"), anchor=PUBLISHED, how=how)
    if words & _AHEAD:
        return at(of(_step_to(published, number, 1), "day"), anchor=PUBLISHED, how=how)
    if published.isoweekday() == number:
        return at(of(published, "day"), anchor=PUBLISHED, how="the day of publication")
    direction = 1 if context.tense == "future" else -1
    return at(of(_step_to(published, number, direction), "day"), anchor=PUBLISHED, how="nearest by tense")


def resolve_night(groups: Groups, context: Context) -> Meaning | None:
    """`last night`, `this morning`, `the next morning`, `that evening`."""
    relative, part = words_of(groups["rel"]), groups["part"]
    if relative in ("the", "current", "past", "the past", "coming") or part in (
        "noon",
        "midday",
        "dusk",
        "dawn",
    ):
        return None
    meaning = _unit_from("day", relative, context)
    if relative == "last":
        meaning = _from_published("day", -1, context)
    meaning = phased(meaning, groups.get("phase") or "", context)
    return with_part(meaning, part, context)


def resolve_overnight(groups: Groups, context: Context) -> Meaning | None:
    """`overnight`."""
    return with_part(_from_published("day", 0, context), "night", context)


def resolve_deixis(groups: Groups, context: Context) -> Meaning | None:
    """`last year`, `earlier this month`, `that week`, `the following day`."""
    relative = words_of(groups["rel"])
    unit = context.lexicon.unit(groups["u"] or "")
    if unit not in _GRAINS:
        return None
    if relative in ("past", "coming", "previous", "following", "current") and unit == "D":
        return None
    if relative in ("the past", "past", "the coming", "coming") or (relative == "the last" and unit == "10Y"):
        return Meaning("DURATION", duration_value(1, unit), how="as written")
    meaning = _unit_from(_GRAINS[unit], relative, context)
    words = relative.split()
    if words[0] in ("earlier", "later"):
        return with_part(meaning, groups.get("part"), context)
    meaning = phased(meaning, groups.get("phase") or "", context)
    return with_part(meaning, groups.get("part"), context)


def resolve_within(groups: Groups, context: Context) -> Meaning | None:
    """`earlier in the year`, `the end of the month`."""
    grain = _GRAINS[context.lexicon.unit(groups["u"] or "")]
    relative = "this" if groups["rel"] == "the" else groups["rel"] or "this"
    meaning = _unit_from(grain, relative, context)
    if groups["rel"] == "the" and grain in ("day", "week", "month") and context.published is None:
        mentioned = context.last(grain)
        if mentioned:
            meaning = at(mentioned.point.at(grain), anchor=f"time:{mentioned.index}", how="the one before it")
    return phased(meaning, groups.get("phase") or "", context)


def resolve_ago(groups: Groups, context: Context) -> Meaning | None:
    """`four years ago`, `two days later`, `a year earlier`."""
    unit = context.lexicon.unit(groups["u"] or "")
    grain = _GRAINS.get(unit)
    direction = words_of(groups["dir"])
    back = direction in ("ago", "earlier", "before", "previously", "prior")
    count = context.lexicon.numbers.read(groups["n"] or "") if groups.get("n") else None
    if groups.get("n") and (groups["n"] or "").replace("a ", "").startswith("couple"):
        count = 2
    if count is None or grain is None or groups.get("n2"):
        return _vague_ago(back, direction, context)
    if direction in ("ago", "from now", "hence"):
        meaning = _ago(-count if back else count, unit, grain, context)
    else:
        meaning = _since(-count if back else count, unit, grain, context)
    mod = context.lexicon.words.modifiers.get(words_of(groups.get("mod")))
    return _bent(meaning, mod, back)


def _vague_ago(back: bool, direction: str, context: Context) -> Meaning:
    if direction in ("ago", "from now", "hence"):
        return reference("PAST_REF" if back else "FUTURE_REF", context.published)
    return Meaning("DATE", "XXXX", how="vague distance from the time before")


def _ago(count: float, unit: str, grain: str, context: Context) -> Meaning:
    """So far from the day of publication; a year from the quarter a report on results is about."""
    topic = context.topic()
    if unit == "Y" and abs(count) == 1 and topic is not None:
        return _year_off(topic, int(count))
    return _from_published("year" if grain in ("decade", "century") else grain, count, context, unit)


def _year_off(topic: Mentioned, count: int) -> Meaning:
    point = topic.point.shift(count, "year")
    meaning = at(point, anchor=f"time:{topic.index}", how="the quarter told of, a year off")
    return replace(meaning, aside=True)


def _since(count: float, unit: str, grain: str, context: Context) -> Meaning:
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


def _from_published(grain: str, count: float, context: Context, unit: str = "") -> Meaning:
    if context.published is None:
        return at(Point(grain), how="date of publication not known")
    start = of(context.published, grain)
    moved = shifted(start, count, unit) if unit else start.shift(int(count), grain)
    return at(moved, anchor=PUBLISHED, how="from publication")


def shifted(point: Point, count: float, unit: str) -> Point:
    """The point `count` duration units later; half a year is six months."""
    steps = {"2W": (2, "week"), "WE": (1, "week")}
    factor, grain = steps.get(unit, (1, _GRAINS[unit]))
    if unit == "10Y" or unit == "100Y":
        factor, grain = (10 if unit == "10Y" else 100), "year"
    return point.shift(round(count * factor), grain)


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
    return _since(-1 if groups["dir"] == "before" else 1, "D", "day", context)


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
        return _from_published("year", -1, context)
    return None


def _unit_from(grain: str, relative: str, context: Context) -> Meaning:
    """A unit by deixis: from publication, or where the words point back, from the time before."""
    words = set(relative.split())
    if words & _ANAPHORIC and "this" not in words:
        mentioned = context.last(grain)
        if mentioned is None:
            return at(Point(grain), how="points back to a time not told")
        return at(mentioned.point.at(grain), anchor=f"time:{mentioned.index}", how="the one before it")
    step = -1 if words & _BACK and "this" not in words else 1 if words & _AHEAD else 0
    if relative in _FROM_MENTIONED:
        mentioned = context.last(grain)
        if mentioned is None:
            return at(Point(grain), how="points back to a time not told")
        moved = mentioned.point.at(grain).shift(step, grain)
        return at(moved, anchor=f"time:{mentioned.index}", how="from the time before it")
    if grain == "weekend" and step == -1 and context.published:
        return at(
            of(context.published - timedelta(days=7), "weekend"), anchor=PUBLISHED, how="from publication"
        )
    return _from_published(grain, step, context)


def phased(meaning: Meaning, phase: str, context: Context) -> Meaning:
    """Apply a phase or modifier before the expression ("early", "around", "the end of")."""
    word = " ".join(phase.replace("-", " ").split())
    if not word:
        return meaning
    words = context.lexicon.words
    return clip(meaning, words.phases.get(word) or words.modifiers.get(word), context.published)


def with_part(meaning: Meaning, part: str | None, context: Context) -> Meaning:
    """Add a part of the day ("Friday morning")."""
    if not part:
        return meaning
    return replace(meaning, type="TIME", value=meaning.value + context.lexicon.words.day_parts[part])


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


def words_of(text: str | None) -> str:
    """`text` with single spaces, or ""."""
    return " ".join((text or "").split())


def _step_to(day: date, weekday: int, direction: int) -> date:
    """The next (1) or previous (-1) such weekday, not `day` itself."""
    gap = (weekday - day.isoweekday()) * direction % 7 or 7
    return day + timedelta(days=direction * gap)


def resolve_year_end(groups: Groups, context: Context) -> Meaning | None:
    """`year-end`, `the year's end`."""
    meaning = _from_published("year", 0, context)
    return replace(meaning, mod="END")


def resolve_definite(groups: Groups, context: Context) -> Meaning | None:
    """`the weekend`: the last one, or by tense the next."""
    step = 0 if context.tense == "future" else -1
    if context.published and context.published.isoweekday() >= 6:
        step = 0
    return _from_published("weekend", step, context)


def resolve_year_ended(groups: Groups, context: Context) -> Meaning | None:
    """`the year`, before "ended": a year's length that something else dates."""
    return Meaning("DURATION", "P1Y", how="as written")
