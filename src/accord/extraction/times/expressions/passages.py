"""Which passages of a report tell history: their dates lean on each other, not on the day of print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.meaning import words_of
from accord.extraction.times.expressions.patterns import TimeMatch
from accord.extraction.times.expressions.tense import Tenses
from accord.extraction.times.expressions.time_words import TimeLexicon
from accord.extraction.times.expressions.years import digits_of, written_year
from accord.records import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What speaks for history: a year long past, the more with its month, the less in passing; words that move
# on from the time before; the past tense beside a time.
_YEAR, _MONTH, _ASIDE, _MOVES, _PAST = 1.2, 2.0, 0.4, 1.0, 0.3
# What speaks for news: words that point to the day of print, a year that is not past, speech, quotations,
# the present tense, a date without a year that is near by the day of print.
_DEICTIC, _OF_NOW, _SPEECH, _QUOTED, _PRESENT, _NEAR, _NEXT_TO = 2.5, 1.5, 1.0, 0.7, 1.0, 0.5, 1.0
# No sentence weighs more than so much, however many dates it lists.
_MOST = 4.0
# What it costs to pass from news to history or back: within a paragraph, at its end, at a heading; and how
# much more where no day of print is known, as years that are given to news are worse than none.
_WITHIN, _PARAGRAPH, _HEADING = 2.5, 1.5, 0.5
_UNDATED = 2.0
# A year is past when so many days lie between its first and the day of print; a date is near within so many.
_LONG_PAST, _CLOSE, _VERY_CLOSE = 300, 45, 14
_QUOTES = re.compile('["“”]|``')


class _Path(Struct, frozen=True):
    """A choice for the sentences up to one: what speaks for it, and whether that one is history."""

    score: float
    inside: bool
    before: _Path | None


class _Evidence(Struct, frozen=True):
    """Weighs what speaks for history, above 0, and for news, below."""

    lexicon: TimeLexicon
    tenses: Tenses
    published: date | None

    def of_sentence(self, sentence: Span, expressions: Sequence[TimeMatch]) -> float:
        root = sentence.root
        told = [self._of_expression(one) for one in expressions]
        if -_DEICTIC in told:
            return self._of_verb(root, dated=True) - _DEICTIC
        quoted = _QUOTED if _QUOTES.search(sentence.text) else 0.0
        return self._of_verb(root, dated=bool(told)) - quoted + max(-_MOST, min(_MOST, sum(told)))

    def _of_verb(self, root: Token, dated: bool) -> float:
        passive = any(t.dep_ == "auxpass" for t in root.children)
        if root.lemma_ in self.lexicon.words.speech_verbs and not passive:
            return -_SPEECH
        tags = {root.tag_, *(t.tag_ for t in _auxiliaries(root))}
        if tags & {"VBZ", "VBP", "MD"}:
            return -_PRESENT
        return _PAST if dated and "VBD" in tags else 0.0

    def _of_expression(self, one: TimeMatch) -> float:
        words = self.lexicon.words
        year = _year(one)
        if year is not None:
            return self._of_year(year, one)
        if self._points_to_now(one) or self.tenses.is_foretold(one.start, one.end):
            return -_DEICTIC
        if one.rule == "reference" and words.references[words_of(one.groups["w"])] == "PRESENT_REF":
            return -_PRESENT
        off = self._days_off(one)
        if off is not None and off <= _CLOSE:
            return -_NEXT_TO if off <= _VERY_CLOSE else -_NEAR
        relative = words_of(one.groups.get("rel") or one.groups.get("ofyear"))
        moves = bool(set(relative.split()) & (words.moves_on | words.anaphoric))
        moves = moves or words_of(one.groups.get("dir")) in words.directions_ahead
        return _MOVES if moves and one.rule != "duration" else 0.0

    def _of_year(self, year: int, one: TimeMatch) -> float:
        if self.published and (self.published - date(max(year, 1), 1, 1)).days < _LONG_PAST:
            return -_OF_NOW
        if self.tenses.is_open_end(one.start):
            return 0.0
        if self.tenses.is_background(one.start, one.end):
            return _ASIDE
        return _MONTH if one.groups.get("m") or one.groups.get("bm") else _YEAR

    def is_long_past(self, one: TimeMatch) -> bool:
        """Whether it has a year that history is told of, not only one in passing."""
        year = _year(one)
        return year is not None and self._of_year(year, one) >= _YEAR

    def _days_off(self, one: TimeMatch) -> int | None:
        """How far a date without a year would be off the day of print: back, or ahead if not told as past."""
        month = one.groups.get("m") or one.groups.get("bm")
        if self.published is None or not month or one.groups.get("rel") or one.groups.get("ofyear"):
            return None
        day = digits_of(one.groups.get("d") or one.groups.get("bd")) or 15
        since = (
            self.published - date(self.published.year, self.lexicon.month(month), min(day, 28))
        ).days % 365
        if self.tenses.at(one.start, one.end, through_nouns=True) == "past":
            return since
        return min(since, 365 - since)

    def _points_to_now(self, one: TimeMatch) -> bool:
        """Whether it needs the day of writing: `yesterday`, `last month`, `a year ago`, a bare `Thursday`."""
        words, groups = self.lexicon.words, one.groups
        relative = words_of(groups.get("rel"))
        if one.rule != "duration" and relative.partition(" ")[0] in words.points_to_now:
            return True
        weekday = groups.get("wd") if one.rule == "weekday" else groups.get("date")
        if weekday in words.weekdays and not relative:
            return True
        if one.rule == "today":
            # "Today the site is a park" closes histories too.
            past = self.tenses.at(one.start, one.end, through_nouns=True) == "past"
            return past or words_of(groups["day"]) != "today"
        return words_of(groups.get("dir")) == "ago"


def told_as_history(
    found: Sequence[TimeMatch], parsed: Parsed, lexicon: TimeLexicon, tenses: Tenses, published: date | None
) -> frozenset[int]:
    """The starts of the expressions that stand in passages of history."""
    held: list[list[TimeMatch]] = [[] for _ in parsed.spans]
    for one in found:
        index = parsed.sentence_at(one.start)
        if index is not None:
            held[index].append(one)
    evidence = _Evidence(lexicon, tenses, published)
    weights = [evidence.of_sentence(span, own) for span, own in zip(parsed.spans, held, strict=True)]
    doubt = 1.0 if published is not None else _UNDATED
    history = chosen(weights, [doubt * gap for gap in _gaps(parsed)])
    runs = groupby(zip(history, held, strict=True), key=itemgetter(0))
    passages = ([one for _, own in run for one in own] for inside, run in runs if inside)
    return frozenset(
        one.start for passage in passages if any(map(evidence.is_long_past, passage)) for one in passage
    )


def chosen(weights: Sequence[float], gaps: Sequence[float]) -> tuple[bool, ...]:
    """For each sentence whether it is history, by what speaks for it (above 0) or for news (below).

    All are chosen together, such that the text passes from one to the other no more often than it must
    (Viterbi's search).  `gaps[i]` is what it costs to pass before sentence `i`; a text begins as news.

    >>> chosen([-1.0, 3.0, 0.3, -2.0], [1.5, 1.5, 1.5, 1.5])
    (False, True, True, False)
    """
    news, story = _Path(0.0, False, None), _Path(float("-inf"), True, None)
    for weight, gap in zip(weights, gaps, strict=True):
        stays, leaves = (news.score, news), (story.score - gap, story)
        goes_on, enters = (story.score, story), (news.score - gap, news)
        score, before = leaves if leaves[0] > stays[0] else stays
        told, told_before = enters if enters[0] > goes_on[0] else goes_on
        news, story = _Path(score, False, before), _Path(told + weight, True, told_before)
    here = story if story.score > news.score else news
    found: list[bool] = []
    while here.before is not None:
        found.append(here.inside)
        here = here.before
    return tuple(reversed(found))


def _gaps(parsed: Parsed) -> list[float]:
    """What it costs to pass between news and history before each sentence."""
    gaps = [_PARAGRAPH]
    for before, after in pairwise(parsed.sentences):
        if after.kind == "heading" or _is_question(after, parsed.text):
            gaps.append(_HEADING)
        else:
            gaps.append(_PARAGRAPH if "\n" in parsed.text[before.end : after.start] else _WITHIN)
    return gaps[: len(parsed.sentences)]


def _is_question(sentence: Sentence, text: str) -> bool:
    """Whether a question stands alone on its line, as explainers have them for headings."""
    before, after = text[sentence.start - 1 : sentence.start], text[sentence.end : sentence.end + 1]
    return text[sentence.end - 1] == "?" and {before, after} <= {"\n", ""}


def _year(one: TimeMatch) -> int | None:
    return written_year(one.groups.get("y") or one.groups.get("y2") or "")


def _auxiliaries(root: Token) -> Iterator[Token]:
    return (t for t in root.children if t.dep_.startswith("aux"))
