"""Time expressions of a report: found by pattern, resolved in order, kept open where nothing tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions import calendar_dates as written
from accord.extraction.times.expressions import clock, nth_days, offsets, relative, years
from accord.extraction.times.expressions import durations as lengths
from accord.extraction.times.expressions.clock_spans import clock_span
from accord.extraction.times.expressions.day_of_writing import doubted, estimate, settled, writing_days
from accord.extraction.times.expressions.guards import is_time
from accord.extraction.times.expressions.meaning import Context, Groups, Meaning, Mentioned
from accord.extraction.times.expressions.narrative import narrated_years
from accord.extraction.times.expressions.passages import told_as_history
from accord.extraction.times.expressions.patterns import TimeGrammar, TimeMatch
from accord.extraction.times.expressions.stretches import ends, joins, linked
from accord.extraction.times.expressions.tense import Tenses
from accord.extraction.times.expressions.time_words import TimeLexicon
from accord.records import READ_KINDS, Estimate, Time
from accord.vocabulary import PACKAGED, Vocabulary

Resolver = Callable[[Groups, Context], Meaning | None]

_TIMED = READ_KINDS | {"date line"}
# Years that a report can be of; reckoning back and forth stays within the calendar.
_EARLIEST, _LATEST = 1500, 2500

RESOLVERS: Mapping[str, Resolver] = {
    "iso": written.resolve_iso,
    "slash": written.resolve_slash,
    "clock": clock.resolve_clock,
    "partof": clock.resolve_part_of,
    "nth": nth_days.resolve_nth,
    "weekof": nth_days.resolve_week_of,
    "weekon": nth_days.resolve_week_on,
    "weekdate": nth_days.resolve_weekday_of_date,
    "daypart": clock.resolve_day_part,
    "dayand": written.resolve_day_and,
    "daytail": written.resolve_day_tail,
    "dayof": written.resolve_day_of,
    "yearfrom": written.resolve_year_from,
    "yeartail": written.resolve_year_tail,
    "date": written.resolve_date,
    "month": written.resolve_month,
    "months": written.resolve_months,
    "weekday": relative.resolve_weekday,
    "weekdays": lengths.resolve_weekdays,
    "today": relative.resolve_today,
    "night": relative.resolve_night,
    "overnight": relative.resolve_overnight,
    "quarter": written.resolve_quarter,
    "period": offsets.resolve_period,
    "fiscal": written.resolve_fiscal,
    "decade": written.resolve_decade,
    "century": written.resolve_century,
    "years": written.resolve_years,
    "season": written.resolve_season,
    "holiday": years.resolve_holiday,
    "ago": offsets.resolve_ago,
    "adjacent": offsets.resolve_adjacent,
    "set": lengths.resolve_set,
    "setword": lengths.resolve_set_word,
    "between": lengths.resolve_between,
    "duration": lengths.resolve_duration,
    "another": lengths.resolve_another,
    "longunit": lengths.resolve_long_unit,
    "deixis": relative.resolve_deixis,
    "afterlast": relative.resolve_after_last,
    "within": relative.resolve_within,
    "yearend": relative.resolve_year_end,
    "yearended": lengths.resolve_year_ended,
    "vague": lengths.resolve_vague,
    "ahead": lengths.resolve_ahead,
    "definite": relative.resolve_definite,
    "year": written.resolve_year,
    "reference": lengths.resolve_reference,
}


class TimeFinder(Struct, frozen=True):
    """Finds and resolves the time expressions of a report."""

    lexicon: TimeLexicon
    grammar: TimeGrammar

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> TimeFinder:
        """Read the vocabulary and compile the grammar.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        lexicon = TimeLexicon.load(vocabulary)
        return cls(lexicon, TimeGrammar(lexicon))

    def find(self, parsed: Parsed) -> tuple[Time, ...]:
        """The time expressions in the sentences that are read, sorted by start.

        Nothing is invented: without a date of publication "April" is `XXXX-04`, and only what
        the report itself tells ("two days later", after a date) is reckoned.
        """
        found = [one for one in self._matches(parsed) if is_time(one, parsed, self.lexicon.words)]
        tenses = Tenses(parsed.doc, self.lexicon.words)
        published = _day(parsed.report.published)
        history = told_as_history(found, parsed, self.lexicon, tenses, published)
        narrated = [one for one in found if one.start in history]
        chain = narrated_years(narrated, parsed.text, self.lexicon, tenses)

        def resolved(day: date | None) -> tuple[Time, ...]:
            return _resolved(found, Context(self.lexicon, day, parsed.text, tenses, history, chain))

        times = resolved(published)
        if published is None:
            written = estimate(times, tenses)
        else:
            written = doubted(times, parsed, tenses, published)
            times = resolved(None) if written is not None else times
        between = writing_days(written)
        if between is not None:
            times = settled(times, resolved(between[0]), resolved(between[1]))
        return linked(times, parsed.text, self.lexicon.words.stretch_joints)

    def estimate(self, parsed: Parsed, times: Sequence[Time]) -> Estimate | None:
        """When a report was written, as far as its `times` tell.

        Of a report of known day only where they tell that the day is wrong.
        """
        published, tenses = _day(parsed.report.published), Tenses(parsed.doc, self.lexicon.words)
        if published is None:
            return estimate(times, tenses)
        return doubted(times, parsed, tenses, published)

    def _matches(self, parsed: Parsed) -> Iterator[TimeMatch]:
        lower = _lower(parsed.text)
        for region in parsed.regions:
            if region.kind in _TIMED:
                yield from self.grammar.find(lower, region.start, region.end)


def _resolved(expressions: Sequence[TimeMatch], context: Context) -> tuple[Time, ...]:
    """The expressions that mean a time, in order, each resolved with those before it."""
    told: list[tuple[TimeMatch, Meaning]] = []
    for found in expressions:
        context.start, context.end = found.start, found.end
        meaning = RESOLVERS[found.rule](found.groups, context)
        if meaning is None:
            continue
        if told and joins(told[-1][0], found, context):
            first, meaning = ends(told[-1], (found, meaning), context)
            if first != told[-1][1]:
                told[-1] = (told[-1][0], first)
                _mention(len(told) - 1, *told[-1], context)
        told.append((found, meaning))
        _mention(len(told) - 1, found, meaning, context)
    return tuple(_record(found, meaning, context.text) for found, meaning in told)


def _mention(index: int, found: TimeMatch, meaning: Meaning, context: Context) -> None:
    """Let later expressions lean on the one at `index`."""
    for point in (meaning.point, meaning.until):
        if point is not None and point.value.strip("X-"):
            context.mentioned.append(Mentioned(index, point, context.is_aside(meaning), found.end))


def _record(found: TimeMatch, meaning: Meaning, text: str) -> Time:
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
        clock=clock_span(meaning.value, meaning.mod, meaning.offset) if meaning.type == "TIME" else None,
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
