"""Clauses of order among the events and times of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.links.connectives import by_connective, by_limits, by_within
from accord.extraction.times.links.distance import Distances, Gap
from accord.extraction.times.links.event_clauses import EventClauses
from accord.extraction.times.links.verbs import by_adverb, by_moment, by_perfect, by_verb
from accord.records import WITNESS_KINDS, Event, Order, Time
from accord.temporal_network import turned
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# So many sentences back "the same day" may point.
_NEAR = 5


class OrderFinder(Struct, frozen=True):
    """Finds which event a report puts before which, and by how many days."""

    distances: Distances
    first_words: frozenset[str]
    verbs: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> OrderFinder:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        distances = Distances.load(vocabulary)
        words = distances.words
        return cls(
            distances,
            frozenset(phrase.split()[0] for phrase in words.connectives),
            frozenset(phrase.split()[0] for phrase in (*words.verbs, *words.verbs_with)),
        )

    def find(self, parsed: Parsed, events: Sequence[Event], times: Sequence[Time]) -> tuple[Order, ...]:
        """The clauses of order among `events` and `times`, sorted by start; one a pair and sentence."""
        if not events:
            return ()
        clauses = EventClauses.of(parsed, events, self.distances.words)
        found: dict[tuple[int, frozenset[str]], Order] = {}
        for index, span in enumerate(parsed.spans):
            # Titles and summaries repeat what the body tells.
            if parsed.sentences[index].kind in WITNESS_KINDS and index in clauses.by_sentence:
                for order in self._in_sentence(span, clauses):
                    found.setdefault((index, frozenset((order.earlier, order.later))), order)
        of_times = (
            *_by_times(clauses, self.distances, events, times),
            *by_limits(clauses, self.distances, times),
        )
        for order in of_times:
            index = parsed.sentence_at(order.start) or 0
            found.setdefault((index, frozenset((order.earlier, order.later))), order)
        return tuple(sorted(found.values(), key=lambda order: (order.start, order.end, order.earlier)))

    def _in_sentence(self, span: Span, clauses: EventClauses) -> Iterator[Order]:
        words = self.distances.words
        perfect: list[Token] = []
        for token in span:
            lower = token.lower_
            if lower in self.first_words:
                yield from by_connective(token, span, clauses, self.distances)
            if lower == "within":
                yield from by_within(token, clauses, self.distances)
            elif lower in words.moments:
                yield from by_moment(token, clauses)
            elif lower in ("had", "having") and token.dep_ == "aux":
                perfect.append(token.head)
            elif lower in words.adverbs and token.dep_ in ("advmod", "npadvmod"):
                yield from by_adverb(token, words.adverbs[lower], clauses)
            elif token.lemma_ in self.verbs and token.tag_.startswith("VB"):
                yield from by_verb(token, clauses)
            elif token.lemma_ in words.results and token.tag_ == "VBG" and token.dep_ == "advcl":
                one, other = clauses.of_verb(token.head, token), clauses.of_complement(token)
                yield from clauses.order(one, other, (0, 0), token.head.left_edge, token.right_edge)
        # What a connective says goes before what the tense alone says, whichever comes first.
        for verb in perfect:
            yield from by_perfect(verb, clauses)


def _by_times(
    clauses: EventClauses, distances: Distances, events: Sequence[Event], times: Sequence[Time]
) -> Iterator[Order]:
    """Each event with such a time, against what happened at the time that it was reckoned from."""
    for event in events:
        if event.time is None or event.recalled or event.id not in clauses.first_token:
            continue
        gap = distances.signed(event.time.text)
        if gap is None:
            continue
        other = _reckoned_from(event, event.time, gap, clauses, events, times)
        sentence = clauses.parsed.spans[event.sentence]
        first, last = sentence[0], sentence[-1]
        low, high = gap
        if (low or 0) < 0 or (high is not None and high < 0):
            yield from clauses.order(event, other, turned(gap), first, last)
        else:
            yield from clauses.order(other, event, gap, first, last)


def _reckoned_from(
    event: Event, time: Time, gap: Gap, clauses: EventClauses, events: Sequence[Event], times: Sequence[Time]
) -> Event | None:
    """The event that the time of `event` is reckoned from."""
    token = clauses.token(event)
    following = clauses.parsed.text[time.end :].split(maxsplit=1)[:1]
    if gap == (0, 0) and following in (["that"], ["as"], ["when"]):
        return _at_the_same(event, time, clauses)
    if time.anchor and time.anchor.startswith("time:"):
        return _at_anchor(time, clauses, events, times)
    if token.dep_ in ("relcl", "acl", "advcl"):
        # Within a sentence, only what the clause hangs on can be meant.
        return clauses.governing(token)
    return clauses.joined(token) or clauses.before(token, _NEAR)


def _at_the_same(event: Event, time: Time, clauses: EventClauses) -> Event | None:
    """What follows "the same day that" and "the same day as", where `event` comes before it."""
    if event.start > time.start:
        return None
    told = sorted(clauses.by_sentence.get(event.sentence, ()), key=lambda pair: pair[0])
    return next((other for _, other in told if other.start > time.end), None)


def _at_anchor(
    time: Time, clauses: EventClauses, events: Sequence[Event], times: Sequence[Time]
) -> Event | None:
    """The event that happened at the time which `time` was reckoned from."""
    anchor = times[int((time.anchor or "").removeprefix("time:"))]
    return next(
        (
            event
            for event in events
            if event.time is not None and event.time.start == anchor.start and event.id in clauses.first_token
        ),
        None,
    )
