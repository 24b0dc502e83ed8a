"""Dates that are written out, in full or in part, or two as one: days, months, years, quarters, seasons."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from accord.extraction.times.expressions.calendar_points import Point, of
from accord.extraction.times.expressions.clock_spans import minutes_ahead
from accord.extraction.times.expressions.meaning import (
    PUBLISHED,
    Context,
    Groups,
    Meaning,
    Mentioned,
    at,
    between,
    clip,
    phased_groups,
    with_part,
)
from accord.extraction.times.expressions.time_words import bare
from accord.extraction.times.expressions.years import digits_of, full_year, in_year, with_year, written_year

# So many years a stretch of years can last; what is longer is an amount, or a number of another kind.
_LONGEST = 200
_CLOCK = re.compile(r"([01]?\d|2[0-4])((?::[0-5]\d){1,2})")


def resolve_iso(groups: Groups, context: Context) -> Meaning | None:
    """`2024-05-03`, `2024-05-03T10:20Z`."""
    year, month, day = (groups["all"] or "")[:10].split("-")
    told = _day(int(year), int(month), int(day))
    stamp = (groups["all"] or "")[11:] or groups.get("clock") or ""
    clock = _CLOCK.match(stamp)
    if told is None or clock is None:
        return told
    zone = groups.get("zone")
    offset = minutes_ahead(context.lexicon.words.zones[zone] if zone else stamp[clock.end() :])
    return replace(told, type="TIME", value=f"{told.value}T{int(clock[1]):02d}{clock[2]}", offset=offset)


def resolve_slash(groups: Groups, context: Context) -> Meaning | None:
    """`5/3/2024`, `23.5.2024`, `2024/3/5`: where day and month could be either, both are kept."""
    parts = re.split(r"[./-]", groups["all"] or "")
    sign = (groups["all"] or "").strip("0123456789")[0]
    if len(parts[0]) == 4:
        return _day(int(parts[0]), int(parts[1]), int(parts[2]))
    one_part, other_part, last_part = parts
    a, b, year = int(one_part), int(other_part), full_year(last_part.rjust(4, "'"), context)
    if not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    if sign == "." or a > 12:
        return _day(year, b, a)
    if b > 12 or a == b:
        return _day(year, a, b)
    one, other = Point("day", year, a, b), Point("day", year, b, a)
    first, last = sorted((date(year, a, b), date(year, b, a)))
    return Meaning(
        "DATE",
        f"{year}-XX-XX",
        point=Point("year", year),
        edtf=f"[{', '.join(sorted((one.value, other.value)))}]",
        earliest=first,
        latest=last,
        how="day and month could be either",
    )


def resolve_date(groups: Groups, context: Context) -> Meaning | None:
    """`Monday, July 1, 2024`, `the 7th of August`."""
    if not _is_month_name(groups["m"] or "", context):
        return None
    month = context.lexicon.month(groups["m"] or "")
    day = _day_number(groups["d"] or "", context)
    if day is None or not 1 <= day <= 31 or not _exists(month, day):
        return None
    point = Point("day", None, month, day)
    meaning = phased_groups(with_year(point, groups, context), groups, context)
    if meaning.edtf is None:
        return None
    return with_part(meaning, groups.get("part"), context)


def dated(groups: Groups) -> Groups:
    """The groups of a date written either way round, under the names of one."""
    return {
        "m": groups.get("m") or groups.get("bm"),
        "d": groups.get("d") or groups.get("bd"),
        "y": groups.get("y") or groups.get("y2"),
    }


def resolve_month(groups: Groups, context: Context) -> Meaning | None:
    """`April 2024`, `last October`, `early June`."""
    if not _is_month_name(groups["m"] or "", context):
        return None
    point = Point("month", None, context.lexicon.month(groups["m"] or ""))
    return phased_groups(with_year(point, groups, context), groups, context)


def resolve_quarter(groups: Groups, context: Context) -> Meaning | None:
    """`the third quarter of 2024`, `this year's first half`."""
    unit = "half" if groups["unit"] == "half" else "quarter"
    ranks = {"final": 4, "last": 4, "opening": 1}
    text = groups["q"] or ""
    number = ranks.get(text) or context.lexicon.numbers.rank(text) or _int(text.strip("q"))
    if unit == "half":
        number = 2 if groups["q"] in ("last", "final") else number
    if not 1 <= number <= (2 if unit == "half" else 4):
        return None
    merged: dict[str, str | None] = {**groups, "y": groups.get("y") or groups.get("y1"), "rel": None}
    merged["ofyear"] = groups.get("rel") or groups.get("rel2")
    if merged["ofyear"] == "the":
        merged["ofyear"] = None
    if groups.get("fy"):
        year = _fiscal_year(groups["fy"] or "", context)
        return Meaning("DATE", Point(unit, year, number).value, point=Point("year", year), how="fiscal year")
    meaning = with_year(Point(unit, None, number), merged, context)
    if "fiscal" in context.text[context.start : context.end].lower():
        # Whose year it is, and when that begins, is not told.
        meaning = replace(meaning, edtf=None, earliest=None, latest=None)
    if (groups.get("ago") or groups.get("past")) and meaning.point:
        meaning = at(meaning.point.shift(-1, "year"), anchor=meaning.anchor, how="a year earlier")
    return phased_groups(meaning, groups, context)


def resolve_season(groups: Groups, context: Context) -> Meaning | None:
    """`last spring`, `the winter of 1994`; a bare name of a season is none."""
    definite = (groups.get("phase") or "").startswith("the ")
    if not definite and not any(groups.get(key) for key in ("rel", "y")):
        return None
    number = context.lexicon.words.seasons[groups["s"] or ""]
    verb_like = groups["rel"] == "the" and groups["s"] in ("fall", "spring") and not groups.get("y")
    if verb_like and context.word_before() not in context.lexicon.words.part_prepositions:
        return None
    phase = groups.get("inner")
    meaning = with_year(Point("season", None, number), groups, context)
    meaning = clip(meaning, context.lexicon.words.phases.get(phase or ""), context.published)
    return phased_groups(meaning, groups, context)


def resolve_year(groups: Groups, context: Context) -> Meaning | None:
    """`1990`, `the end of 2024`, where the number is a year."""
    text = groups["y"] or ""
    year = full_year(text, context)
    mod = {"or later": "ON_OR_AFTER", "and beyond": "ON_OR_AFTER", "or earlier": "ON_OR_BEFORE"}.get(
        " ".join((groups.get("beyond") or "").split())
    )
    return phased_groups(at(Point("year", year), mod=mod), groups, context)


def resolve_years(groups: Groups, context: Context) -> Meaning | None:
    """`2019-2021`, `2023/24`."""
    first = _int(groups["y"])
    tail = groups["y2"] or ""
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    return between(Point("year", first), Point("year", last)) if first < last <= first + 200 else None


def resolve_decade(groups: Groups, context: Context) -> Meaning | None:
    """`the late 1970s`, `the '80s`, `the nineties`."""
    digits = re.sub(r"\D", "", groups.get("digits") or "")
    if digits:
        decade = int(digits) if len(digits) == 4 else 1900 + int(digits)
        if len(digits) == 4 and digits.endswith("00") and decade < 2000:
            # "The 1700s" are a century.
            meaning = at(Point("century", decade))
            phase = context.lexicon.words.phases.get(groups.get("inner") or "")
            return phased_groups(clip(meaning, phase, context.published), groups, context)
    else:
        decade = 1900 + 10 * context.lexicon.words.decade_names[groups["name"] or ""]
    meaning = at(Point("decade", decade))
    meaning = clip(meaning, context.lexicon.words.phases.get(groups.get("inner") or ""), context.published)
    return phased_groups(meaning, groups, context)


def resolve_century(groups: Groups, context: Context) -> Meaning | None:
    """`the 20th century`."""
    number = context.lexicon.numbers.rank(groups["n"] or "")
    if number is None or not 1 <= number <= 30:
        return None
    phase = context.lexicon.words.phases.get(groups.get("inner") or "")
    first = -100 * (number - 1) - 1 if groups.get("era") else (number - 1) * 100
    meaning = clip(at(Point("century", first)), phase, context.published)
    return phased_groups(meaning, groups, context)


def resolve_fiscal(groups: Groups, context: Context) -> Meaning | None:
    """`fiscal 1989`; its days are the company's or the state's own, so they stay open."""
    if groups.get("latest"):
        year = context.published.year if context.published else None
        return Meaning(
            "DATE", Point("year", year).value, anchor=PUBLISHED if year else None, how="fiscal year"
        )
    year = _fiscal_year(groups.get("fy") or groups.get("y") or "", context)
    meaning = Meaning("DATE", f"{year:04d}", point=Point("year", year), how="fiscal year")
    return phased_groups(meaning, groups, context)


def _fiscal_year(text: str, context: Context) -> int:
    """The year of `fiscal 1989`, `FY24`."""
    return full_year(text.removeprefix("fy").strip(" -"), context)


def _day(year: int, month: int, day: int) -> Meaning | None:
    try:
        return at(of(date(year, month, day), "day"))
    except ValueError:
        return None


def _exists(month: int, day: int) -> bool:
    return day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _day_number(text: str, context: Context) -> int | None:
    digits = text[:-2] if text.endswith(("st", "nd", "rd", "th")) else text
    return int(digits) if digits.isdigit() else context.lexicon.numbers.rank(text)


def _is_month_name(word: str, context: Context) -> bool:
    """Whether a month's name that is a word of its own too ("may", "march") is written as a name."""
    if bare(word) not in context.lexicon.words.month_words:
        return True
    return context.is_capital(word)


def _int(text: str | None) -> int:
    return int(text or 0)


def resolve_day_and(groups: Groups, context: Context) -> Meaning | None:
    """The first of `10 and 12 January 1871`: its month and year may stand with the other."""
    return resolve_date(groups, context)


def resolve_day_tail(groups: Groups, context: Context) -> Meaning | None:
    """The second of `June 14 and 15`: a day of the month just written."""
    last = context.mentioned[-1] if context.mentioned else None
    day = digits_of(groups["d"])
    if last is None or last.point.grain != "day" or last.point.day is None or day <= last.point.day:
        return None
    year = full_year(groups["y"] or "", context) if groups.get("y") else last.point.year
    return _day_after(Point("day", year, last.point.number, day), last)


def resolve_day_of(groups: Groups, context: Context) -> Meaning | None:
    """`the 18th`: a day of the month told of before."""
    if context.word_before() not in context.lexicon.words.day_prepositions:
        return None
    return day_in_month(digits_of(groups["d"]), context)


def day_in_month(number: int, context: Context) -> Meaning | None:
    """That day of the month told of before; None where no month was, or it has no such day."""
    before = context.last("month")
    if before is None:
        return None
    return _day_after(Point("day", before.point.year, before.point.number, number), before)


def _day_after(point: Point, before: Mentioned) -> Meaning | None:
    meaning = at(point, anchor=f"time:{before.index}", how="in the month before it")
    return meaning if point.edtf is not None and 1 <= (point.day or 0) <= 31 else None


def resolve_year_from(groups: Groups, context: Context) -> Meaning | None:
    """The first of `1914-1918`, `264 to 241 BC`."""
    if groups.get("era"):
        year = written_year(f"{groups['y']}{groups['era']}")
        return None if year is None else at(Point("year", year))
    first = digits_of(groups["y"])
    return (
        at(Point("year", first))
        if first < _last_year(first, groups["y2"] or "") <= first + _LONGEST
        else None
    )


def resolve_year_tail(groups: Groups, context: Context) -> Meaning | None:
    """The second of `1914-18`."""
    before = context.mentioned[-1].point if context.mentioned else None
    if before is None or before.grain != "year" or before.year is None:
        return None
    last = _last_year(before.year, groups["y2"] or "")
    if not before.year < last <= before.year + _LONGEST:
        return None
    return at(in_year(before, last))


def resolve_months(groups: Groups, context: Context) -> Meaning | None:
    """`the April-June quarter`."""
    first, last = (context.lexicon.month(groups[key] or "") for key in ("m", "m2"))
    if last - first == 2 and first % 3 == 1:
        return with_year(Point("quarter", None, last // 3), groups, context)
    start = with_year(Point("month", None, first), groups, context)
    year = start.point.year if start.point else None
    if last <= first:
        return None
    return between(
        Point("month", year, first), Point("month", year, last), anchor=start.anchor, how=start.how
    )


def _last_year(first: int, tail: str) -> int:
    if not tail.isdigit() or len(tail) not in (2, 4):
        return 0
    return int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
