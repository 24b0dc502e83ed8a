"""Years for the dates of a narrative that are written without one: the chain of dates that runs smoothest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.times.expressions.calendar_points import GRAINS
from accord.extraction.times.expressions.meaning import Groups, words_of
from accord.extraction.times.expressions.patterns import TimeMatch
from accord.extraction.times.expressions.tense import Tenses
from accord.extraction.times.expressions.time_words import TimeLexicon, TimeWords
from accord.extraction.times.expressions.years import written_year

# A step forward costs by its length, a step back more; to leave a bare year out of the chain has its price.
_BACK, _BACK_FACTOR, _LEAVE_OUT = 1.0, 1.2, 1.0
_MONTH, _YEAR, _FAR = 30.4, 365.25, 1e6
# A date without a year is the next such one; to pass that over costs so much.
_SKIP = 2.0
# A date has its year written out where the story jumps ahead, so that the step to it says little.
_WRITTEN = 0.7
# So many written years before and after a date can be its own; and so many ways are followed at a time.
_BEFORE, _AFTER, _WAYS = 6, 2, 10

# So far back the word before a date begins.
_WORD = 12

Kind = Literal["day", "month", "year", "step"]


class Dated(Struct, frozen=True):
    """A date of a narrative: month and day as far as told, `year` None where it is to be found.

    A "step" lies `months` after the date before it; where `month` is told, in the first such month
    after it, or in the year that is `years` after its.  What is in the `background` is looked back at:
    the chain goes on from where it was; what is `behind` is before there for sure.
    What `opens` a paragraph may begin anew; what is told to last until a date has that `ahead`.
    """

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 0
    years: int | None = None
    background: bool = False
    behind: bool = False
    opens: bool = False
    ahead: bool = False


class _Way(Struct, frozen=True):
    """A choice of years up to a date: its cost, where it stands (days), how wide that is, and the choice."""

    cost: float
    at: float
    width: float
    before: _Way | None
    year: int | None


def years_of(dates: Sequence[Dated]) -> tuple[int | None, ...]:
    """The year of each date in the order told, such that the narrative moves on smoothly.

    Moves forward are cheap, moves back dear, long ones dearer than short ones (Viterbi's search over
    the years that are written nearby).  None where no year is written, and for steps.
    """
    ways: Sequence[_Way | None] = (None,)
    written = [(index, one.year) for index, one in enumerate(dates) if one.year is not None]
    if not written:
        return (None,) * len(dates)
    for index, one in enumerate(dates):
        ways = _followed(ways, one, _candidates(index, one, written))
    best = min((way for way in ways if way is not None), key=lambda way: way.cost)
    chosen: list[int | None] = []
    here: _Way | None = best
    while here is not None:
        chosen.append(here.year)
        here = here.before
    return tuple(reversed(chosen))


def _candidates(index: int, one: Dated, written: Sequence[tuple[int, int]]) -> list[int]:
    if one.year is not None:
        return [one.year]
    before = [year for at, year in written if at < index][-_BEFORE:]
    after = [year for at, year in written if at > index][:_AFTER]
    following = [before[-1] + 1, before[-1] + 2] if before else []
    return sorted({*before, *after, *following})


def _followed(ways: Sequence[_Way | None], one: Dated, years: Sequence[int]) -> Sequence[_Way | None]:
    found: list[_Way] = []
    for way in ways:
        if one.kind == "step":
            found.append(_stepped(way, one))
            continue
        if one.background and way is not None:
            found.append(_looked_back(way, one, years))
            continue
        for year in years:
            at, width = _place(year, one)
            cost = 0.0 if way is None else way.cost + _cost(at - way.at, width, way.width, one)
            found.append(_Way(cost, at, width, way, year))
        if one.kind == "year" and way is not None:
            found.append(_Way(way.cost + _LEAVE_OUT, way.at, way.width, way, one.year))
    found.sort(key=lambda way: way.cost)
    cheapest: dict[tuple[float, float], _Way] = {}
    for one_way in found:
        cheapest.setdefault((one_way.at, one_way.width), one_way)
    return list(cheapest.values())[:_WAYS]


def _stepped(way: _Way | None, one: Dated) -> _Way:
    if way is None:
        return _Way(0.0, 0.0, 1e9, None, None)
    if one.month is None and one.months % 12 == 0:
        later = (way.at // _YEAR + one.months // 12) * _YEAR
        return _Way(way.cost, later + _YEAR / 2, _YEAR / 2, way, None)
    if one.month is None:
        return _Way(way.cost, way.at + one.months * _MONTH, way.width + _MONTH / 2, way, None)
    year = int(way.at // _YEAR)
    if one.years is not None:
        at, width = _place(year + one.years, one)
        return _Way(way.cost, at, width, way, year + one.years)
    if way.width < _YEAR / 4 and _place(year, one)[0] < way.at - _MONTH / 2:
        year += 1
    at, width = _place(year, one)
    return _Way(way.cost, at, width, way, year)


def _looked_back(way: _Way, one: Dated, years: Sequence[int]) -> _Way:
    """The year that puts the date nearest to where the chain is, rather before it; the chain stays there."""
    now = int(way.at // _YEAR)

    def distance(year: int) -> float:
        gap = _place(year, one)[0] - way.at
        if one.ahead:
            return gap if gap > 0 else -_FAR * gap
        return (_FAR if one.behind else 2 * gap) if gap > 0 else -gap

    return _Way(way.cost, way.at, way.width, way, min(sorted({*years, now - 1, now, now + 1}), key=distance))


def _place(year: int, one: Dated) -> tuple[float, float]:
    """The middle of a date in days, and half its width."""
    start = year * _YEAR
    if one.month is None:
        return start + _YEAR / 2, _YEAR / 2
    month = start + (one.month - 1) * _MONTH
    return (month + _MONTH / 2, _MONTH / 2) if one.day is None else (month + one.day, 1.0)


def _cost(gap: float, own_width: float, way_width: float, one: Dated) -> float:
    width = max(own_width, way_width)
    if gap >= -width:
        weight = _WRITTEN if one.year is not None and one.kind != "year" else 1.0
        skips = one.year is None and not one.opens and gap - width > _YEAR and way_width < _MONTH
        return _SKIP * skips + weight * log2(1 + max(0.0, gap - width) / _MONTH)
    return _BACK + _BACK_FACTOR * log2(1 + (-gap - width) / _MONTH)


def narrated_years(
    found: Sequence[TimeMatch], text: str, lexicon: TimeLexicon, tenses: Tenses
) -> Mapping[int, int]:
    """The years of the dates of a narrative that are written without one, by where they start."""
    pairs: list[tuple[int, Dated]] = []
    told: int | None = None
    for one in found:
        dated = _dated(one, lexicon, tenses)
        if dated is not None and dated.years is not None and told is not None:
            dated = replace(dated, kind="day" if dated.day else "month", year=told + dated.years)
        if dated is not None:
            opens = bool(pairs) and "\n\n" in text[pairs[-1][0] : one.start]
            before = text[max(0, one.start - _WORD) : one.start].lower().split()[-1:]
            ahead = bool(lexicon.words.deadlines.intersection(before))
            pairs.append((one.start, replace(dated, opens=opens, ahead=ahead)))
        told = written_year(one.groups.get("y") or one.groups.get("y2") or "")
    chosen = years_of([dated for _, dated in pairs])
    return {
        start: year
        for (start, dated), year in zip(pairs, chosen, strict=True)
        if year is not None and dated.month is not None
    }


def _dated(one: TimeMatch, lexicon: TimeLexicon, tenses: Tenses) -> Dated | None:
    groups = one.groups
    year = written_year(groups.get("y") or groups.get("y2") or "")
    month = groups.get("m") or groups.get("bm")
    relative = words_of(groups.get("rel"))
    background = year is None and tenses.is_background(one.start, one.end)
    match one.rule:
        case "date" | "dayand" | "month" | "clock" | "partof" if month:
            return _dated_month(groups, lexicon.month(month), year, background, lexicon.words)
        case "holiday" if not relative:
            feast = lexicon.holiday(groups["h"] or "")
            return Dated("day", year, feast.month, feast.day, background=background) if feast.day else None
        case "season":
            number = (4, 7, 10, 12)[lexicon.words.seasons[groups["s"] or ""] - 1]
            if year is None and relative not in ("", "the"):
                return _moved(number, relative, lexicon.words)
            return Dated("month", year, number, background=background)
        case "year" | "yearfrom" if year is not None and not tenses.is_background(one.start, one.end):
            return Dated("year", year)
        case "deixis" if (
            lexicon.unit(groups["u"] or "") == "Y" and set(relative.split()) & lexicon.words.moves_on
        ):
            return Dated("step", months=12)
        case "ago" if words_of(groups["dir"]) in lexicon.words.directions_ahead:
            return _distance(groups, lexicon)
    return None


def _dated_month(
    groups: Groups, month: int, year: int | None, background: bool, words: TimeWords
) -> Dated | None:
    relative = words_of(groups.get("rel"))
    if relative:
        return _moved(month, relative, words)
    day = _number(groups.get("d") or groups.get("bd"))
    if groups.get("ofyear"):
        return Dated("step", month=month, day=day, years=words.relative_years[words_of(groups["ofyear"])])
    return Dated("month" if day is None else "day", year, month, day, background=background)


def _moved(month: int, relative: str, words: TimeWords) -> Dated | None:
    """`the next May`, `that May`, `the previous May`."""
    said = set(relative.split())
    if said & (words.moves_on | words.anaphoric):
        return Dated("step", month=month)
    if said & words.moves_back:
        return Dated("month", month=month, background=True, behind=True)
    return None


def _distance(groups: Mapping[str, str | None], lexicon: TimeLexicon) -> Dated | None:
    count = lexicon.numbers.read(groups["n"] or "") if groups.get("n") else None
    grain = GRAINS.get(lexicon.unit(groups["u"] or ""))
    if count is None or grain not in ("month", "year"):
        return None
    return Dated("step", months=round(count * (12 if grain == "year" else 1)))


def _number(text: str | None) -> int | None:
    digits = (text or "").rstrip("sthndr")
    return int(digits) if digits.isdigit() else None
