"""Years for the dates of a narrative that are written without one: the chain of dates that runs smoothest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log2
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.calendar_points import GRAINS
from accord.extraction.times.expressions.meaning import Groups, words_of
from accord.extraction.times.expressions.patterns import TimeMatch
from accord.extraction.times.expressions.tense import Tenses
from accord.extraction.times.expressions.time_words import TimeLexicon, TimeWords
from accord.extraction.times.expressions.years import written_year

if TYPE_CHECKING:
    from spacy.tokens import Token

# A narrative of the past: so many years at the least, so little of the present, of speech and of
# words that point to the day of writing.
_LEAST_YEARS, _LEAST_PAST = 3, 5
_PAST, _SPEECH, _DEICTIC, _LONG = 0.8, 0.08, 0.03, 20

# A step forward costs by its length, a step back more; to leave a bare year out of the chain has its price.
_BACK, _BACK_FACTOR, _LEAVE_OUT = 1.0, 1.2, 1.0
_MONTH, _YEAR, _FAR = 30.4, 365.25, 1e6
# A date has its year written out where the story jumps ahead, so that the step to it says little.
_WRITTEN = 0.7
# So many written years before and after a date can be its own; and so many ways are followed at a time.
_BEFORE, _AFTER, _WAYS = 6, 2, 10

Kind = Literal["day", "month", "year", "step"]


class Dated(Struct, frozen=True):
    """A date of a narrative: month and day as far as told, `year` None where it is to be found.

    A "step" lies `months` after the date before it; where `month` is told, in the first such month
    after it, or in the year that is `years` after its.  What is in the `background` is looked back at:
    the chain goes on from where it was; what is `behind` is before there for sure.
    """

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 0
    years: int | None = None
    background: bool = False
    behind: bool = False


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
            cost = 0.0 if way is None else way.cost + _cost(at - way.at, max(width, way.width), one)
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
        return (_FAR if one.behind else 2 * gap) if gap > 0 else -gap

    return _Way(way.cost, way.at, way.width, way, min(sorted({*years, now - 1, now, now + 1}), key=distance))


def _place(year: int, one: Dated) -> tuple[float, float]:
    """The middle of a date in days, and half its width."""
    start = year * _YEAR
    if one.month is None:
        return start + _YEAR / 2, _YEAR / 2
    month = start + (one.month - 1) * _MONTH
    return (month + _MONTH / 2, _MONTH / 2) if one.day is None else (month + one.day, 1.0)


def _cost(gap: float, width: float, one: Dated) -> float:
    if gap >= -width:
        weight = _WRITTEN if one.year is not None and one.kind != "year" else 1.0
        return weight * log2(1 + max(0.0, gap - width) / _MONTH)
    return _BACK + _BACK_FACTOR * log2(1 + (-gap - width) / _MONTH)


def narrated_years(
    found: Sequence[TimeMatch], parsed: Parsed, lexicon: TimeLexicon, tenses: Tenses
) -> Mapping[int, int] | None:
    """The years of the dates without one by where they start; None where the text is no narrative."""
    if not _is_narrative(found, parsed, lexicon):
        return None
    pairs = [(one.start, dated) for one in found if (dated := _dated(one, lexicon, tenses))]
    chosen = years_of([dated for _, dated in pairs])
    return {
        start: year
        for (start, dated), year in zip(pairs, chosen, strict=True)
        if year is not None and dated.month is not None
    }


def _is_narrative(found: Sequence[TimeMatch], parsed: Parsed, lexicon: TimeLexicon) -> bool:
    years = sum(1 for one in found if one.groups.get("y") or one.groups.get("y2"))
    deictic = sum(1 for one in found if _points_to_now(one, lexicon))
    if years < _LEAST_YEARS or deictic > max(_DEICTIC * len(found), len(found) >= _LONG):
        return False
    roots = [span.root for span in parsed.spans]
    past, present = sum(map(_is_past, roots)), sum(map(_is_present, roots))
    speech = sum(1 for root in roots if root.lemma_ in lexicon.words.speech_verbs)
    told = past >= max(_LEAST_PAST, _PAST * (past + present))
    return told and speech <= _SPEECH * len(roots)


def _points_to_now(one: TimeMatch, lexicon: TimeLexicon) -> bool:
    """`yesterday`, `last month`, `two years ago`, a bare `Thursday`: what the day of writing explains."""
    groups = one.groups
    relative = words_of(groups.get("rel"))
    if one.rule != "duration" and relative.split()[:1] and relative.split()[0] in lexicon.words.points_to_now:
        return True
    weekday = groups.get("wd") if one.rule == "weekday" else groups.get("date")
    if weekday in lexicon.words.weekdays and not relative:
        return True
    today = words_of(groups.get("day"))
    return words_of(groups.get("dir")) == "ago" or (one.rule == "today" and today != "today")


def _is_past(root: Token) -> bool:
    return root.tag_ == "VBD" or any(t.tag_ == "VBD" for t in _auxiliaries(root))


def _is_present(root: Token) -> bool:
    return root.tag_ in ("VBZ", "VBP") or any(t.tag_ in ("VBZ", "VBP", "MD") for t in _auxiliaries(root))


def _auxiliaries(root: Token) -> Iterator[Token]:
    return (t for t in root.children if t.dep_.startswith("aux"))


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
        case "ago" if words_of(groups["dir"]) in ("later", "afterwards", "afterward"):
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
