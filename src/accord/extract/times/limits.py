"""Order of an event and a time: "since May 2021", "before 1995", "until July", "by Friday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accord.extract.times.clauses import Clauses
from accord.extract.times.connectives import distance_before
from accord.extract.times.distance import Distances, Side
from accord.records import WITNESS_KINDS, Event, Order, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

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
        found = None if span is None else _limit(span.root, clauses)
        if span is None or found is None:
            continue
        preposition, (side, apart) = found
        host = preposition.head
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


def _limit(head: Token, clauses: Clauses) -> tuple[Token, tuple[Side, int]] | None:
    """The preposition that makes a time a bound, and what it says: "prior to 1995" hangs on "prior"."""
    if head.dep_ not in ("pobj", "pcomp"):
        return None
    preposition = head.head
    limits = clauses.words.limits
    if preposition.dep_ in ("prep", "pcomp") and f"{preposition.head.lower_} {preposition.lower_}" in limits:
        return preposition.head, limits[f"{preposition.head.lower_} {preposition.lower_}"]
    told = limits.get(preposition.lower_)
    return None if told is None else (preposition, told)


def _bounded(host: Token, clauses: Clauses) -> Event | None:
    """The event on the word that the preposition hangs on, or that a verb like "happen" tells of."""
    found = clauses.at(host)
    if found is None and host.lemma_ in clauses.words.happenings:
        return clauses.of_subject(host)
    return found
