"""Order by words that join an event to another or to a time: "X after Y", "a day before Y", "until July"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import is_subject
from accord.extraction.times.expressions.time_words import REFERENCES
from accord.extraction.times.links.distance import Distances, Gap, Side
from accord.extraction.times.links.event_clauses import EventClauses
from accord.records import WITNESS_KINDS, Event, Order, Time

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LONGEST = 4
_COMPLEMENTS = frozenset({"pobj", "pcomp", "dobj"})


def by_connective(token: Token, span: Span, clauses: EventClauses, distances: Distances) -> Iterator[Order]:
    """The order that the longest connective which starts at `token` tells."""
    known = clauses.words.connectives
    for size in range(_LONGEST, 0, -1):
        last = token.i + size - 1
        if last >= span.end:
            continue
        side = known.get(" ".join(t.lower_ for t in token.doc[token.i : last + 1]))
        if side is not None:
            yield from _joined(token, token.doc[last], side, clauses, distances)
            return


def by_within(token: Token, clauses: EventClauses, distances: Distances) -> Iterator[Order]:
    """`X within two days of Y`."""
    unit = next((t for t in token.rights if t.dep_ == "pobj" and t.lemma_ in clauses.words.units), None)
    of = None if unit is None else next((t for t in unit.rights if t.lower_ in clauses.words.within), None)
    what = None if of is None else next((t for t in of.children if t.dep_ in _COMPLEMENTS), None)
    if unit is None or of is None or what is None:
        return
    gap = distances.length(token.doc[token.i + 1 : unit.i + 1].text)
    if gap is not None:
        host = token.head
        first, last = (
            min(host.left_edge, token, key=lambda t: t.i),
            max(host, what.right_edge, key=lambda t: t.i),
        )
        one, two = clauses.of_complement(what), clauses.of_verb(host, token)
        yield from clauses.order(one, two, (0, gap[1]), first, last)


def _joined(
    first: Token, last: Token, side: Side, clauses: EventClauses, distances: Distances
) -> Iterator[Order]:
    ends = _ends(first, last)
    if ends is None:
        return
    other, host = ends
    gap = _distance_before(first, distances)
    # "In the days after the coup" and "within two days of it" hang on a unit of time.
    while host.lemma_ in clauses.words.units and host.head != host:
        host = host.head
    if host.dep_ == "prep":
        host = host.head
    if host == other or (
        first.lower_ == "since" and first.dep_ == "mark" and not _is_perfect(host, clauses.words.perfect)
    ):
        return
    away = other if other.dep_ in ("advcl", "ccomp") else first
    one, two = clauses.of_verb(host, away), clauses.of_complement(other)
    if one is None and host.tag_.startswith("N"):
        one = clauses.of_complement(host)
    start = min(host.left_edge, first, key=lambda t: t.i)
    end = host.right_edge if first.i < host.i else max(other.right_edge, host, key=lambda t: t.i)
    if side == "after":
        one, two = two, one
    yield from clauses.order(one, two, gap, start, end)


def _ends(first: Token, last: Token) -> tuple[Token, Token] | None:
    """What follows the connective and what it hangs on."""
    opens = first.dep_ == "mark" or (first.lower_ == "once" and first.head.dep_ == "advcl")
    if opens:
        return first.head, first.head.head
    if last != first and last.dep_ == "mark":
        verb = last.head.head
        # "As soon as" hangs on its own "soon".
        return last.head, verb if verb.tag_.startswith("VB") else verb.head
    complement = next((t for t in last.children if t.dep_ in _COMPLEMENTS), None)
    if complement is None or first.dep_ in ("amod", "det") or first.lower_ == "once":
        return None
    return complement, first.head


def _is_perfect(verb: Token, perfect: frozenset[str]) -> bool:
    """Whether "since" can only be of time: "has X since Y" and not "X, since Y" for a reason."""
    here = verb
    for _ in range(4):
        if any(child.dep_ == "aux" and child.lower_ in perfect for child in here.children):
            return True
        infinitive = any(child.tag_ == "TO" for child in here.children)
        if not infinitive and here.dep_ not in ("dobj", "conj"):
            break
        here = here.head
    return False


def _distance_before(connective: Token, distances: Distances) -> Gap:
    """The distance that stands right before "after" or "before"; else any."""
    at, first = connective.i, connective.sent.start
    # "On May 3, two days before" is not of five days.
    start = next((i + 1 for i in range(at - 1, first - 1, -1) if connective.doc[i].is_punct), first)
    for size in (4, 3, 2, 1):
        if at - size >= start:
            gap = distances.length(connective.doc[at - size : at].text)
            if gap is not None:
                return gap
    return (0, None)


def by_limits(clauses: EventClauses, distances: Distances, times: Sequence[Time]) -> Iterator[Order]:
    """An order for each time that bounds an event told as done.

    The distance is that from the event to the nearest day of the time: 0 lets the event fall within.
    """
    parsed = clauses.parsed
    for number, time in enumerate(times):
        sentence = parsed.sentence_at(time.start)
        if sentence is None or sentence not in clauses.by_sentence or time.value in REFERENCES:
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
        gap = _distance_before(preposition, distances)
        if gap == (0, None):
            # An hour before midnight may be of the same day.
            gap = (apart if time.type == "DATE" else 0, None)
        one, two = (f"time:{number}", event.id) if side == "after" else (event.id, f"time:{number}")
        yield clauses.clause(one, two, gap, first, last)


def _limit(span: Span, clauses: EventClauses) -> tuple[Token, tuple[Side, int]] | None:
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


def _bounded(host: Token, clauses: EventClauses) -> Event | None:
    """The event on the word that the preposition hangs on, or that a verb like "happen" tells of."""
    found = clauses.at(host)
    if found is not None or host.lemma_ not in clauses.words.happenings:
        return found
    # "It was not until 1995": neither "it" nor "not" bounds what was told before.
    if any(child.dep_ == "neg" for child in host.children):
        return None
    subjects = filter(is_subject, host.lefts)
    return next((event for subject in subjects if (event := clauses.at(subject)) is not None), None)
