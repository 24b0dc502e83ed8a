"""The year of a date that is written without one, or in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from accord.extract.times.meaning import Context, Meaning, at
from accord.extract.times.points import Point

Groups = Mapping[str, str | None]

_ANAPHORIC = frozenset({"that", "the same"})
_RELATIVE_YEARS = {"last": -1, "this": 0, "next": 1, "previous": -1}


def with_year(point: Point, groups: Groups, context: Context) -> Meaning:
    """Give a point of no year the year its expression, or failing that its tense, tells."""
    written = groups.get("y") or groups.get("y2")
    if written:
        return at(in_year(point, full_year(written, context)))
    relative = groups.get("ofyear")
    if relative in _ANAPHORIC:
        mentioned = context.last("year")
        year = mentioned.point.year if mentioned else None
        if mentioned is None or year is None:
            return at(point, how="year not told")
        return at(in_year(point, year), anchor=f"time:{mentioned.index}", how="in the year before it")
    narrated = (context.years or {}).get(context.start)
    if narrated is not None and not relative:
        anchor = next((f"time:{one.index}" for one in reversed(context.mentioned) if not one.aside), None)
        return at(in_year(point, narrated), anchor=anchor, how="in the year the narrative is in")
    here = context.here("year")
    year = here[0].year if here else None
    if here is None or year is None:
        return at(point, how="year not told")
    if relative:
        return at(in_year(point, year + _RELATIVE_YEARS[relative]), anchor=here[1], how="from that year")
    candidates = [in_year(point, year + step) for step in (-1, 0, 1)]
    return at(choose(candidates, groups.get("rel"), context), anchor=here[1], how="nearest by tense")


def choose(candidates: list[Point], relative: str | None, context: Context) -> Point:
    """The candidate that deixis or tense points to, of one a year."""
    today = context.today()
    if today is None:
        return candidates[len(candidates) // 2]
    published, _ = today
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


def in_year(point: Point, year: int) -> Point:
    """The point, in that year."""
    return Point(point.grain, year, point.number, point.day)


def full_year(text: str, context: Context) -> int:
    """The year that digits ("1998", "’98") or words ("nineteen ninety-eight") say."""
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
