"""Dates that are written out, in full or in part: days, months, years, quarters, seasons, holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from accord.extract.times.lexicon import Holiday
from accord.extract.times.meaning import PUBLISHED, Context, Meaning, at, between, clip
from accord.extract.times.points import Point, of

Groups = Mapping[str, str | None]

_ANAPHORIC = frozenset({"that", "the same"})
_RELATIVE_YEARS = {"last": -1, "this": 0, "next": 1, "previous": -1}


def resolve_iso(groups: Groups, context: Context) -> Meaning | None:
    """`2024-05-03`."""
    year, month, day = (groups["all"] or "")[:10].split("-")
    return _day(int(year), int(month), int(day))


def resolve_slash(groups: Groups, context: Context) -> Meaning | None:
    """`5/3/2024`, `23.5.2024`: where day and month could be either, both are kept."""
    sign = "/" if "/" in (groups["all"] or "") else "."
    one_part, other_part, last_part = (groups["all"] or "").split(sign)
    a, b, year = int(one_part), int(other_part), _full_year(last_part.rjust(4, "'"), context)
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
    meaning = _phased(_with_year(point, groups, context), groups, context)
    if meaning.edtf is None:
        return None
    return _with_part(meaning, groups.get("part"), context)


def resolve_days(groups: Groups, context: Context) -> Meaning | None:
    """`July 1-3, 2024`: a range of days in one month."""
    if not _is_month_name(groups["m"] or "", context):
        return None
    month = context.lexicon.month(groups["m"] or "")
    first, last = (_day_number(groups[key] or "", context) or 0 for key in ("d", "d2"))
    if not (0 < first < last and _exists(month, last)):
        return None
    start = _with_year(Point("day", None, month, first), groups, context)
    year = start.point.year if start.point else None
    return between(
        Point("day", year, month, first), Point("day", year, month, last), anchor=start.anchor, how=start.how
    )


def resolve_month(groups: Groups, context: Context) -> Meaning | None:
    """`April 2024`, `last October`, `early June`."""
    if not _is_month_name(groups["m"] or "", context):
        return None
    point = Point("month", None, context.lexicon.month(groups["m"] or ""))
    return _phased(_with_year(point, groups, context), groups, context)


def resolve_quarter(groups: Groups, context: Context) -> Meaning | None:
    """`the third quarter of 2024`, `this year's first half`."""
    unit = "half" if groups["unit"] == "half" else "quarter"
    ranks = {"final": 4, "last": 4, "opening": 1}
    text = groups["q"] or ""
    number = ranks.get(text) or context.lexicon.numbers.rank(text) or _int(text.removeprefix("q"))
    if unit == "half":
        number = 2 if groups["q"] in ("last", "final") else number
    if not 1 <= number <= (2 if unit == "half" else 4):
        return None
    merged: dict[str, str | None] = {**groups, "y": groups.get("y") or groups.get("y1"), "rel": None}
    merged["ofyear"] = groups.get("rel") or groups.get("rel2")
    if merged["ofyear"] == "the":
        merged["ofyear"] = None
    meaning = _with_year(Point(unit, None, number), merged, context)
    if (groups.get("ago") or groups.get("past")) and meaning.point:
        meaning = at(meaning.point.shift(-1, "year"), anchor=meaning.anchor, how="a year earlier")
    return _phased(meaning, groups, context)


def resolve_season(groups: Groups, context: Context) -> Meaning | None:
    """`last spring`, `the winter of 1994`; a bare name of a season is none."""
    if not any(groups.get(key) for key in ("rel", "y")):
        return None
    number = context.lexicon.words.seasons[groups["s"] or ""]
    if groups["rel"] == "the" and groups["s"] in ("fall", "spring") and not groups.get("y"):
        return None
    phase = groups.get("inner")
    meaning = _with_year(Point("season", None, number), groups, context)
    meaning = clip(meaning, context.lexicon.words.phases.get(phase or ""), context.published)
    return _phased(meaning, groups, context)


def resolve_holiday(groups: Groups, context: Context) -> Meaning | None:
    """`Christmas Day`, `last Thanksgiving`."""
    holiday = context.lexicon.holiday(groups["h"] or "")
    if groups.get("y"):
        return at(_on(holiday, _int(groups["y"])))
    if context.published is None:
        fixed = Point("day", None, holiday.month, holiday.day)
        return at(fixed if holiday.day else Point("day"), how="year not told")
    year = context.published.year
    candidates = [_on(holiday, year + step) for step in (-1, 0, 1)]
    return at(_choose(candidates, groups.get("rel"), context), anchor=PUBLISHED, how="nearest by tense")


def resolve_year(groups: Groups, context: Context) -> Meaning | None:
    """`1990`, `the end of 2024`, where the number is a year."""
    text = groups["y"] or ""
    year = _full_year(text, context)
    mod = {"or later": "ON_OR_AFTER", "and beyond": "ON_OR_AFTER", "or earlier": "ON_OR_BEFORE"}.get(
        " ".join((groups.get("beyond") or "").split())
    )
    return _phased(at(Point("year", year), mod=mod), groups, context)


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
    else:
        decade = 1900 + 10 * context.lexicon.words.decade_names[groups["name"] or ""]
    meaning = at(Point("decade", decade))
    meaning = clip(meaning, context.lexicon.words.phases.get(groups.get("inner") or ""), context.published)
    return _phased(meaning, groups, context)


def resolve_century(groups: Groups, context: Context) -> Meaning | None:
    """`the 20th century`."""
    number = context.lexicon.numbers.rank(groups["n"] or "")
    if number is None or not 1 <= number <= 30:
        return None
    phase = context.lexicon.words.phases.get(groups.get("inner") or "")
    meaning = clip(at(Point("century", (number - 1) * 100)), phase, context.published)
    return _phased(meaning, groups, context)


def resolve_fiscal(groups: Groups, context: Context) -> Meaning | None:
    """`fiscal 1989`; its days are the company's or the state's own, so they stay open."""
    if groups.get("latest"):
        year = context.published.year if context.published else None
        return Meaning(
            "DATE", Point("year", year).value, anchor=PUBLISHED if year else None, how="fiscal year"
        )
    year = _full_year(groups["y"] or "", context)
    meaning = Meaning("DATE", f"{year:04d}", point=Point("year", year), how="fiscal year")
    return _phased(meaning, groups, context)


def _with_year(point: Point, groups: Groups, context: Context) -> Meaning:
    """Give a point of no year the year its expression, or failing that its tense, tells."""
    written = groups.get("y") or groups.get("y2")
    if written:
        return at(_in_year(point, _full_year(written, context)))
    relative = groups.get("ofyear")
    if relative in _ANAPHORIC:
        mentioned = context.last("year")
        year = mentioned.point.year if mentioned else None
        if mentioned is None or year is None:
            return at(point, how="year not told")
        return at(_in_year(point, year), anchor=f"time:{mentioned.index}", how="in the year before it")
    if context.published is None:
        return at(point, how="year not told")
    if relative:
        year = context.published.year + _RELATIVE_YEARS[relative]
        return at(_in_year(point, year), anchor=PUBLISHED, how="from publication")
    candidates = [_in_year(point, context.published.year + step) for step in (-1, 0, 1)]
    chosen = _choose(candidates, groups.get("rel"), context)
    return at(chosen, anchor=PUBLISHED, how="nearest by tense")


def _choose(candidates: list[Point], relative: str | None, context: Context) -> Point:
    """The candidate that deixis or tense points to, of one a year."""
    published = context.published
    assert published is not None
    begun = [p for p in candidates if (first := p.bounds()[0]) and first <= published]
    ahead = [p for p in candidates if (last := p.bounds()[1]) and last >= published]
    current = [p for p in begun if p in ahead]
    words = set((relative or "").split())
    if words & {"this", "current"} and "past" not in words:
        return next((p for p in candidates if p.year == published.year), candidates[1])
    if words & {"last", "past", "previous", "preceding"}:
        before = [p for p in begun if p not in current]
        return before[-1] if before else candidates[0]
    if words & {"next", "coming", "following"}:
        after = [p for p in ahead if p not in current]
        return after[0] if after else candidates[-1]
    tense = context.own_tense
    if tense == "future":
        return ahead[0] if ahead else candidates[-1]
    if tense == "past" or not ahead or not begun or current:
        return begun[-1] if begun else candidates[0]
    # News tells more of what has been: a day ahead must be clearly nearer.
    nearer = 1.5 * _days_off(ahead[0], published) < _days_off(begun[-1], published)
    return ahead[0] if nearer else begun[-1]


def _days_off(point: Point, day: date) -> int:
    first, last = point.bounds()
    return min(abs((end - day).days) for end in (first, last) if end is not None)


def _in_year(point: Point, year: int) -> Point:
    return Point(point.grain, year, point.number, point.day)


def _phased(meaning: Meaning, groups: Groups, context: Context) -> Meaning:
    """Apply a phase or modifier before the expression ("early", "around", "the end of")."""
    word = " ".join((groups.get("phase") or "").replace("-", " ").split())
    if not word:
        return meaning
    words = context.lexicon.words
    return clip(meaning, words.phases.get(word) or words.modifiers.get(word), context.published)


def _with_part(meaning: Meaning, part: str | None, context: Context) -> Meaning:
    """Add a part of the day ("July 1 in the evening")."""
    if not part:
        return meaning
    return replace(meaning, type="TIME", value=meaning.value + context.lexicon.words.day_parts[part])


def _day(year: int, month: int, day: int) -> Meaning | None:
    try:
        return at(of(date(year, month, day), "day"))
    except ValueError:
        return None


def _exists(month: int, day: int) -> bool:
    return day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _day_number(text: str, context: Context) -> int | None:
    return int(text) if text.isdigit() else context.lexicon.numbers.rank(text)


def _is_month_name(word: str, context: Context) -> bool:
    """Whether a month's name that is a word of its own too ("may", "march") is written as a name."""
    if word.rstrip(".") not in context.lexicon.words.month_words:
        return True
    return context.is_capital(word)


def _full_year(text: str, context: Context) -> int:
    if text.isdigit() and len(text) == 4:
        return int(text)
    digits = text.lstrip("'’‘`")
    if digits.isdigit():
        pivot = context.published.year % 100 + 10 if context.published else 40
        return int(digits) + (2000 if int(digits) <= pivot % 100 else 1900)
    return _spelled_year(text, context)


def _spelled_year(text: str, context: Context) -> int:
    words = text.replace("-", " ").split()
    if words[:2] == ["two", "thousand"]:
        return int(context.lexicon.numbers.read(" ".join(words)) or 2000)
    hundreds = int(context.lexicon.numbers.read(words[0]) or 0)
    rest = [word for word in words[1:] if word not in ("oh", "hundred")]
    return 100 * hundreds + int(context.lexicon.numbers.read(" ".join(rest)) or 0) if rest else 100 * hundreds


def _int(text: str | None) -> int:
    return int(text or 0)


def _on(holiday: Holiday, year: int) -> Point:
    """The day of a holiday in a year."""
    if holiday.easter is not None:
        return of(_easter(year) + timedelta(days=holiday.easter), "day")
    month = holiday.month or 1
    if holiday.weekday is None:
        return Point("day", year, month, holiday.day)
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    fitting = [d for d in days if d.month == month and d.isoweekday() == holiday.weekday]
    nth = holiday.nth or 1
    return of(fitting[nth if nth < 0 else nth - 1], "day")


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
