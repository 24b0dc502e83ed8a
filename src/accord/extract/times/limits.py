"""Order of an event and a time: "since May 2021", "before 1995", "until July", "by Friday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accord.extract.times.clauses import Clauses
from accord.extract.times.connectives import distance_before
from accord.extract.times.distance import Distances, Side
from accord.records import WITNESS_KINDS, Event, Order, Time

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


def by_limits(clauses: Clauses, distances: Distances, times: Sequence[Time]) -> Iterator[Order]:
    """An order for each time that bounds an event told as done.

    The distance is that from the event to the nearest day of the time: 0 lets the event fall within.
    """
    parsed = clauses.parsed
    for number, time in enumerate(times):
        sentence = parsed.sentence_at(time.start)
        if sentence is None or sentence not in clauses.by_sentence or time.value in _VAGUE:
            continue
        if time.type not in ("DATE", "TIME") or parsed.sentences[sentence].kind not in WITNESS_KINDS:
            continue
        span = parsed.doc.char_span(time.start, time.end, alignment_mode="expand")
        found = None if span is None else _limit(span, clauses)
        if span is None or found is None:
            continue
        preposition, (side, apart) = found
        host = preposition
        while preposition.i <= host.i < span.end and host.head != host:
            host = host.head
        event = _bounded(host, clauses)
        if event is None:
            continue
        first = min(host.left_edge, preposition.left_edge, key=lambda t: t.i)
        last = max(host, span[-1], key=lambda t: t.i)
        gap = distance_before(preposition, distances)
        if gap == (0, None):
            # An hour before midnight may be of the same day.
            gap = (apart if time.type == "DATE" else 0, None)
        one, two = (f"time:{number}", event.id) if side == "after" else (event.id, f"time:{number}")
        yield clauses.clause(one, two, gap, first, last)


def _limit(span: Span, clauses: Clauses) -> tuple[Token, tuple[Side, int]] | None:
    """The first word of what makes a time a bound ("no later than"), and what it says."""
    if span.start == 0:
        return None
    # In "until about May 1", "until" stands right before, whatever it is taken to hang on.
    last = span.root.head if span.root.dep_ in ("pobj", "pcomp") else span.doc[span.start - 1]
    if last.i >= span.start:
        return None
    if _adds(last):
        return None
    for first in range(max(last.sent.start, last.i - 2), last.i + 1):
        told = clauses.words.limits.get(" ".join(t.lower_ for t in last.doc[first : last.i + 1]))
        if told is not None:
            return last.doc[first], told
    return None


def _adds(preposition: Token) -> bool:
    """Whether it opens what "and" adds, which may be of something else: "and, after 1995, to Chile"."""
    first = preposition.sent.start
    before = (t for t in reversed(preposition.doc[first : preposition.i]) if not t.is_punct)
    word = next(before, None)
    return word is not None and word.i > first and word.dep_ == "cc"


def _bounded(host: Token, clauses: Clauses) -> Event | None:
    """The event on the word that the preposition hangs on, or that a verb like "happen" tells of."""
    found = clauses.at(host)
    if found is not None or host.lemma_ not in clauses.words.happenings:
        return found
    # "It was not until 1995": neither "it" nor "not" bounds what was told before.
    if any(child.dep_ == "neg" for child in host.children):
        return None
    subjects = (child for child in host.lefts if child.dep_ in ("nsubj", "nsubjpass"))
    return next((event for subject in subjects if (event := clauses.at(subject)) is not None), None)
