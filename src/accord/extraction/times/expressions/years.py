"""The year of a date that is written without one, or in words; and the day of a holiday in a year."""

from __future__ import annotations

from datetime import date, timedelta

from accord.extraction.times.expressions.calendar_points import Point, of
from accord.extraction.times.expressions.meaning import Context, Groups, Meaning, at
from accord.extraction.times.expressions.time_words import Holiday

# A day ahead is meant where it is nearer than so much of the way back: told in the past tense, and in none.
_TOLD, _UNTOLD = 0.25, 0.67
# A day or quarter that is farther ahead is written with its year.
_FAR = {"day": 300, "quarter": 200}
_ERAS = frozenset({"bc", "bce", "ad", "ce"})


def with_year(point: Point, groups: Groups, context: Context) -> Meaning:
    """Give a point of no year the year its expression, or failing that its tense, tells."""
    written = groups.get("y") or groups.get("y2")
    if written:
        return at(in_year(point, full_year(written, context)))
    narrated = (context.years or {}).get(context.start)
    if narrated is not None:
        anchor = next((f"time:{one.index}" for one in reversed(context.mentioned) if not one.aside), None)
        return at(in_year(point, narrated), anchor=anchor, how="in the year the narrative is in")
    words = context.lexicon.words
    relative = " ".join((groups.get("ofyear") or "").split())
    if relative in words.anaphoric_years:
        return _by_year_before(point, words.relative_years[relative], context)
    here = context.here("year")
    year = here[0].year if here else None
    if here is None or year is None:
        return at(point, how="year not told")
    if relative:
        return at(in_year(point, year + words.relative_years[relative]), anchor=here[1], how="from that year")
    if words.anaphoric & set((groups.get("rel") or "").split()) and (mentioned := context.last("year")):
        told = in_year(point, mentioned.point.year) if mentioned.point.year is not None else point
        return at(told, anchor=f"time:{mentioned.index}", how="in the year before it")
    candidates = [in_year(point, year + step) for step in (-1, 0, 1)]
    return at(choose(candidates, groups.get("rel"), context), anchor=here[1], how="nearest by tense")


def _by_year_before(point: Point, step: int, context: Context) -> Meaning:
    """The point so many years from the year told before ("of the following year")."""
    mentioned = context.last("year")
    year = mentioned.point.year if mentioned else None
    if mentioned is None or year is None:
        return at(point, how="year not told")
    return at(in_year(point, year + step), anchor=f"time:{mentioned.index}", how="by the year before it")


def choose(candidates: list[Point], relative: str | None, context: Context) -> Point:
    """The candidate that deixis or tense points to, of one a year."""
    today = context.today()
    if today is None:
        return candidates[len(candidates) // 2]
    published, _ = today
    begun = [p for p in candidates if (first := p.bounds()[0]) and first <= published]
    ahead = [p for p in candidates if (last := p.bounds()[1]) and last >= published]
    current = [p for p in begun if p in ahead]
    said, words = set((relative or "").split()), context.lexicon.words
    if said & words.deixis_now and "past" not in said:
        return next((p for p in candidates if p.year == published.year), candidates[1])
    if said & words.deixis_back:
        before = [p for p in begun if p not in current]
        return before[-1] if before else candidates[0]
    if said & words.deixis_ahead:
        after = [p for p in ahead if p not in current]
        return after[0] if after else candidates[-1]
    if current or not ahead or not begun:
        return (current or begun or candidates)[-1]
    if context.has_begun:
        return begun[-1]
    return ahead[0] if _is_ahead(ahead[0], begun[-1], published, context) else begun[-1]


def _is_ahead(ahead: Point, begun: Point, published: date, context: Context) -> bool:
    """Whether the coming point is meant and not the one that has begun, by tense and distance.

    News tells more of what has been; and what is far off either way is written with its year.
    """
    tense = context.own_tense
    if tense == "future" and (
        context.is_foretold or _days_off(ahead, published) <= _FAR.get(ahead.grain, 366)
    ):
        return True
    weight = _TOLD if tense == "past" else _UNTOLD
    return _days_off(ahead, published) < weight * _days_off(begun, published)


def _days_off(point: Point, day: date) -> int:
    first, last = point.bounds()
    return min(abs((end - day).days) for end in (first, last) if end is not None)


def in_year(point: Point, year: int) -> Point:
    """The point, in that year."""
    return Point(point.grain, year, point.number, point.day)


def full_year(text: str, context: Context) -> int:
    """The year that digits ("1998", "’98") or words ("nineteen ninety-eight") say."""
    written = written_year(text)
    if written is not None:
        return written
    digits = text.lstrip("'’‘`")
    if digits.isdigit():
        pivot = context.printed.year % 100 + 10 if context.printed else 40
        return int(digits) + (2000 if int(digits) <= pivot % 100 else 1900)
    return _spelled_year(text, context)


def digits_of(text: str | None) -> int:
    """The number that the digits of a text make ("the 18th"); 0 where it has none."""
    return int("".join(filter(str.isdigit, text or "")) or 0)


def written_year(text: str) -> int | None:
    """The year that four digits, or digits with an era ("216 BC", "AD 70"), say; 1 BC is the year 0."""
    number = digits_of(text)
    letters = "".join(filter(str.isalpha, text))
    if not number or not (letters in _ERAS or (not letters and text.isdigit() and len(text) == 4)):
        return None
    return 1 - number if letters in ("bc", "bce") else number


def _spelled_year(text: str, context: Context) -> int:
    words = text.replace("-", " ").split()
    if words[:2] == ["two", "thousand"]:
        return int(context.lexicon.numbers.read(" ".join(words)) or 2000)
    hundreds = int(context.lexicon.numbers.read(words[0]) or 0)
    rest = [word for word in words[1:] if word not in ("oh", "hundred")]
    return 100 * hundreds + int(context.lexicon.numbers.read(" ".join(rest)) or 0) if rest else 100 * hundreds


def resolve_holiday(groups: Groups, context: Context) -> Meaning | None:
    """`Christmas Day`, `last Thanksgiving`."""
    holiday = context.lexicon.holiday(groups["h"] or "")
    if groups.get("y"):
        return at(_holiday_in(holiday, int(groups["y"] or 0)))
    narrated = (context.years or {}).get(context.start)
    if narrated is not None:
        return at(_holiday_in(holiday, narrated), how="in the year the narrative is in")
    here = context.here("year")
    year = here[0].year if here else None
    if here is None or year is None:
        fixed = Point("day", None, holiday.month, holiday.day)
        return at(fixed if holiday.day else Point("day"), how="year not told")
    candidates = [_holiday_in(holiday, year + step) for step in (-1, 0, 1)]
    return at(choose(candidates, groups.get("rel"), context), anchor=here[1], how="nearest by tense")


def _holiday_in(holiday: Holiday, year: int) -> Point:
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
    return of(fitting[nth if nth < 0 else nth - 1] + timedelta(days=holiday.later), "day")


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
