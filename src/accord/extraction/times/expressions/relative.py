"""Expressions reckoned from another day: of publication, or of the time mentioned before."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from accord.extraction.times.expressions.calendar_points import GRAINS, Point, duration_value, of
from accord.extraction.times.expressions.meaning import (
    PUBLISHED,
    Context,
    Groups,
    Meaning,
    at,
    phased,
    reference,
    with_part,
    words_of,
)
from accord.extraction.times.expressions.offsets import from_published

_SATURDAY = 6


def resolve_today(groups: Groups, context: Context) -> Meaning | None:
    """`yesterday`, `tomorrow morning`, `the day before yesterday`."""
    word = " ".join((groups["day"] or "").split())
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    steps |= {"the day before yesterday": -2, "the day after tomorrow": 2}
    if word == "today" and context.history and context.published is None:
        return reference("PRESENT_REF", None, how="the day of writing")
    meaning = from_published("day", steps[word], context)
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
    if not full and (not context.is_capital(word) or word in context.lexicon.words.weekday_words):
        return None
    number = context.lexicon.weekday(word)
    if context.is_generic(groups.get("rel")):
        return Meaning("DATE", Point("weekday", number=number).value, how="any such day")
    if context.tenses.is_defined(context.start, context.end):
        return Meaning("SET", Point("weekday", number=number).value, how="recurring")
    relative = words_of(groups.get("rel"))
    meaning = _weekday_from(number, relative, words_of(groups.get("week")), context)
    meaning = phased(meaning, groups.get("phase") or "", context)
    return with_part(meaning, groups.get("part"), context)


def _weekday_from(number: int, relative: str, week: str, context: Context) -> Meaning:
    words, said = context.lexicon.words, set(relative.split())
    if relative in words.from_mentioned or said & words.anaphoric:
        return _weekday_from_mentioned(number, said, context)
    today = context.today()
    if today is None:
        return Meaning("DATE", Point("weekday", number=number).value, how="weekday of a week not told")
    published, anchor = today
    if anchor != PUBLISHED:
        return at(of(_step_to(published, number, 1), "day"), anchor=anchor, how="from the day before it")
    how = "from publication"
    if week:
        monday = published - timedelta(days=published.weekday())
        monday += timedelta(weeks={"last": -1, "next": 1}.get(week, 0))
        return at(of(monday + timedelta(days=number - 1), "day"), anchor=PUBLISHED, how=how)
    if said & words.deixis_back:
        return at(of(_step_to(published, number, -1), "day"), anchor=PUBLISHED, how=how)
    if said & words.deixis_ahead:
        return at(of(_step_to(published, number, 1), "day"), anchor=PUBLISHED, how=how)
    if published.isoweekday() == number:
        return at(of(published, "day"), anchor=PUBLISHED, how="the day of publication")
    ahead = context.tense == "future" or context.is_arranged or context.word_before() == "for"
    direction = 1 if ahead else -1
    return at(of(_step_to(published, number, direction), "day"), anchor=PUBLISHED, how="nearest by tense")


def _weekday_from_mentioned(number: int, said: set[str], context: Context) -> Meaning:
    """`the following Friday`, `that Friday`: from the day told before it."""
    mentioned = context.last("day")
    day = mentioned.point.bounds()[0] if mentioned else None
    if mentioned is None or day is None:
        return Meaning("DATE", Point("weekday", number=number).value, how="weekday of a week not told")
    words = context.lexicon.words
    back = -1 if said & words.deixis_back else 1
    found = _nearest(day, number) if said & words.anaphoric else _step_to(day, number, back)
    return at(of(found, "day"), anchor=f"time:{mentioned.index}", how="from the day before it")


def resolve_night(groups: Groups, context: Context) -> Meaning | None:
    """`last night`, `this morning`, `the next morning`, `that evening`."""
    relative, part = words_of(groups["rel"]), groups["part"]
    if relative in ("the", "current", "past", "the past", "coming") or (
        part in context.lexicon.words.twilights
    ):
        return None
    meaning = unit_from("day", relative, context)
    if relative == "last":
        meaning = from_published("day", -1, context)
    meaning = phased(meaning, groups.get("phase") or "", context)
    return with_part(meaning, part, context)


def resolve_overnight(groups: Groups, context: Context) -> Meaning | None:
    """`overnight`: the night to the day of publication, or the one after it."""
    step = -1 if context.tense == "past" else 0
    return with_part(from_published("day", step, context), "night", context)


def resolve_deixis(groups: Groups, context: Context) -> Meaning | None:
    """`last year`, `earlier this month`, `that week`, `the following day`."""
    relative = words_of(groups["rel"])
    unit = context.lexicon.unit(groups["u"] or "")
    if unit not in GRAINS:
        return None
    if relative in ("past", "coming", "previous", "following", "current") and unit == "D":
        return None
    whole = unit != "WE" and relative in ("the past", "past", "the coming", "coming")
    if whole or (relative == "the last" and unit == "10Y"):
        return Meaning("DURATION", duration_value(1, unit), how="as written")
    meaning = unit_from(GRAINS[unit], relative, context)
    words = relative.split()
    if words == ["this"] and _is_over(unit, context):
        meaning = from_published("weekend", -1, context)
    if words[0] in ("earlier", "later"):
        return with_part(meaning, groups.get("part"), context)
    meaning = phased(meaning, groups.get("phase") or "", context)
    return with_part(meaning, groups.get("part"), context)


def _is_over(unit: str, context: Context) -> bool:
    """Whether "this weekend" is the one before the day of publication: told as past on a working day."""
    if unit != "WE" or context.published is None or context.published.isoweekday() >= _SATURDAY:
        return False
    return context.tense == "past"


def resolve_within(groups: Groups, context: Context) -> Meaning | None:
    """`earlier in the year`, `the end of the month`."""
    unit = context.lexicon.unit(groups["u"] or "")
    if unit not in GRAINS:
        return None
    grain = GRAINS[unit]
    relative = "this" if groups["rel"] == "the" else groups["rel"] or "this"
    meaning = unit_from(grain, relative, context)
    if groups["rel"] == "the" and grain != "year" and context.published is None:
        mentioned = context.last(grain)
        if mentioned:
            meaning = at(mentioned.point.at(grain), anchor=f"time:{mentioned.index}", how="the one before it")
    return phased(meaning, groups.get("phase") or "", context)


def resolve_after_last(groups: Groups, context: Context) -> Meaning | None:
    """`the week before last`, `the year after next`."""
    unit = context.lexicon.unit(groups["u"] or "")
    if unit not in GRAINS:
        return None
    step = -2 if words_of(groups["dir"]) == "before last" else 2
    return from_published(GRAINS[unit], step, context)


def resolve_year_end(groups: Groups, context: Context) -> Meaning | None:
    """`year-end`, `the year's end`."""
    meaning = from_published("year", 0, context)
    return replace(meaning, mod="END")


def resolve_definite(groups: Groups, context: Context) -> Meaning | None:
    """`the year`: this one; `the weekend`: the last one, or by tense the next."""
    if groups["u"] == "year":
        return from_published("year", 0, context)
    step = 0 if context.tense == "future" else -1
    if context.published and context.published.isoweekday() >= _SATURDAY:
        step = 0
    return from_published("weekend", step, context)


def unit_from(grain: str, relative: str, context: Context) -> Meaning:
    """A unit by deixis: from publication, or where the words point back, from the time before."""
    words, said = context.lexicon.words, set(relative.split())
    if said & words.anaphoric and "this" not in said:
        mentioned = context.last(grain)
        if mentioned is None:
            return at(Point(grain), how="points back to a time not told")
        return at(mentioned.point.at(grain), anchor=f"time:{mentioned.index}", how="the one before it")
    step = -1 if said & words.deixis_back and "this" not in said else 1 if said & words.deixis_ahead else 0
    if relative in words.from_mentioned:
        mentioned = context.last(grain)
        if mentioned is None:
            return at(Point(grain), how="points back to a time not told")
        moved = mentioned.point.at(grain).shift(step, grain)
        return at(moved, anchor=f"time:{mentioned.index}", how="from the time before it")
    if grain == "weekend" and step == -1 and context.published:
        return at(
            of(context.published - timedelta(days=7), "weekend"), anchor=PUBLISHED, how="from publication"
        )
    return from_published(grain, step, context)


def _nearest(day: date, weekday: int) -> date:
    """Such a weekday nearest to `day`, or `day` itself."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _step_to(day: date, weekday: int, direction: int) -> date:
    """The next (1) or previous (-1) such weekday, not `day` itself."""
    gap = (weekday - day.isoweekday()) * direction % 7 or 7
    return day + timedelta(days=direction * gap)
