"""Time expressions of a report: found by pattern, resolved in order, kept open where nothing tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from accord.extract.parsed import Parsed
from accord.extract.times import clock, holidays, lengths, offsets, relative, results, stretches, written
from accord.extract.times.guards import is_time
from accord.extract.times.inferred import bounds, estimate, settled
from accord.extract.times.lexicon import Lexicon
from accord.extract.times.meaning import Context, Meaning, Mentioned
from accord.extract.times.narrative import narrated_years
from accord.extract.times.patterns import Found, Grammar
from accord.extract.times.ranges import linked
from accord.extract.times.tense import Tenses
from accord.records import READ_KINDS, Estimate, Time

Resolver = Callable[[Mapping[str, str | None], Context], Meaning | None]

_TIMED = READ_KINDS | {"date line"}
# Years that a report can be of; reckoning back and forth stays within the calendar.
_EARLIEST, _LATEST = 1500, 2500

RESOLVERS: Mapping[str, Resolver] = {
    "iso": written.resolve_iso,
    "slash": written.resolve_slash,
    "clock": clock.resolve_clock,
    "partof": clock.resolve_part_of,
    "daypart": clock.resolve_day_part,
    "dayand": stretches.resolve_day_and,
    "daytail": stretches.resolve_day_tail,
    "dayof": stretches.resolve_day_of,
    "yearfrom": stretches.resolve_year_from,
    "yeartail": stretches.resolve_year_tail,
    "date": written.resolve_date,
    "month": written.resolve_month,
    "months": stretches.resolve_months,
    "weekday": relative.resolve_weekday,
    "weekdays": lengths.resolve_weekdays,
    "today": relative.resolve_today,
    "night": relative.resolve_night,
    "overnight": relative.resolve_overnight,
    "quarter": written.resolve_quarter,
    "period": results.resolve_period,
    "fiscal": written.resolve_fiscal,
    "decade": written.resolve_decade,
    "century": written.resolve_century,
    "years": written.resolve_years,
    "season": written.resolve_season,
    "holiday": holidays.resolve_holiday,
    "ago": offsets.resolve_ago,
    "adjacent": offsets.resolve_adjacent,
    "set": lengths.resolve_set,
    "setword": lengths.resolve_set_word,
    "between": lengths.resolve_between,
    "duration": lengths.resolve_duration,
    "another": lengths.resolve_another,
    "longunit": lengths.resolve_long_unit,
    "deixis": relative.resolve_deixis,
    "within": relative.resolve_within,
    "yearend": relative.resolve_year_end,
    "yearended": results.resolve_year_ended,
    "vague": lengths.resolve_vague,
    "ahead": lengths.resolve_ahead,
    "definite": relative.resolve_definite,
    "year": written.resolve_year,
    "reference": lengths.resolve_reference,
}


class TimeFinder(Struct, frozen=True):
    """Finds and resolves the time expressions of a report."""

    lexicon: Lexicon
    grammar: Grammar

    @classmethod
    def load(cls) -> TimeFinder:
        """Read the vocabulary and compile the grammar.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        lexicon = Lexicon.load()
        return cls(lexicon, Grammar(lexicon))

    def find(self, parsed: Parsed) -> tuple[Time, ...]:
        """The time expressions in the sentences that are read, sorted by start.

        Nothing is invented: without a date of publication "April" is `XXXX-04`, and only what
        the report itself tells ("two days later", after a date) is reckoned.
        """
        found = [one for one in self._matches(parsed) if is_time(one, parsed, self.lexicon.words)]
        tenses = Tenses(parsed.doc, self.lexicon.words)
        published = _day(parsed.report.published)
        years = None if published else narrated_years(found, parsed, self.lexicon, tenses)
        times = _resolved(found, Context(self.lexicon, published, parsed.text, tenses, years))
        between = None if published or years is not None else bounds(estimate(times, tenses))
        if between is not None:
            first, last = (
                _resolved(found, Context(self.lexicon, day, parsed.text, tenses)) for day in between
            )
            times = settled(times, first, last)
        return linked(times, parsed.text)

    def estimate(self, parsed: Parsed, times: Sequence[Time]) -> Estimate | None:
        """When a report of unknown day was written, as far as its `times` tell; None for all others."""
        if parsed.report.published:
            return None
        return estimate(times, Tenses(parsed.doc, self.lexicon.words))

    def _matches(self, parsed: Parsed) -> Iterator[Found]:
        lower = _lower(parsed.text)
        for region in parsed.regions:
            if region.kind in _TIMED:
                yield from self.grammar.find(lower, region.start, region.end)


def _resolved(expressions: Sequence[Found], context: Context) -> tuple[Time, ...]:
    """The expressions that mean a time, in order, each resolved with those before it."""
    times: list[Time] = []
    for found in expressions:
        context.start, context.end = found.start, found.end
        meaning = RESOLVERS[found.rule](found.groups, context)
        if meaning is None:
            continue
        for point in (meaning.point, meaning.until):
            if point is not None and point.value.strip("X-"):
                aside = context.is_aside(meaning)
                context.mentioned.append(Mentioned(len(times), point, aside, found.end))
        times.append(_record(found, meaning, context.text))
    return tuple(times)


def _record(found: Found, meaning: Meaning, text: str) -> Time:
    return Time(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        edtf=meaning.edtf,
        earliest=meaning.earliest.isoformat() if meaning.earliest else None,
        latest=meaning.latest.isoformat() if meaning.latest else None,
        anchor=meaning.anchor,
        how=meaning.how,
    )


def _day(published: str | None) -> date | None:
    """The day of publication; None where it is not known, or no day that reckoning could start from."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day is not None and _EARLIEST <= day.year <= _LATEST else None


def _lower(text: str) -> str:
    """`text` in lower case, character by character, so that offsets stay."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = re.sub(r"[^\W\d_]", lambda m: m[0].lower() if len(m[0].lower()) == 1 else m[0], text)
    return lower
