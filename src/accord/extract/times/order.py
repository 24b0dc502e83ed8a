"""Clauses of order among the events and times of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.parsed import Parsed
from accord.extract.times.clauses import Clauses
from accord.extract.times.connectives import by_connective, by_within
from accord.extract.times.distance import Distances
from accord.extract.times.following import by_adverb, by_verb
from accord.extract.times.limits import by_limits
from accord.extract.times.moments import by_moment
from accord.extract.times.perfect import by_perfect
from accord.extract.times.reckoned import by_times
from accord.records import WITNESS_KINDS, Event, Order, Time

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class OrderFinder(Struct, frozen=True):
    """Finds which event a report puts before which, and by how many days."""

    distances: Distances
    first_words: frozenset[str]
    verbs: frozenset[str]

    @classmethod
    def load(cls) -> OrderFinder:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        distances = Distances.load()
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
        clauses = Clauses.of(parsed, events, self.distances.words)
        found: dict[tuple[int, frozenset[str]], Order] = {}
        for index, span in enumerate(parsed.spans):
            # Titles and summaries repeat what the body tells.
            if parsed.sentences[index].kind in WITNESS_KINDS and index in clauses.by_sentence:
                for order in self._in_sentence(span, clauses):
                    found.setdefault((index, frozenset((order.earlier, order.later))), order)
        of_times = (
            *by_times(clauses, self.distances, events, times),
            *by_limits(clauses, self.distances, times),
        )
        for order in of_times:
            index = parsed.sentence_at(order.start) or 0
            found.setdefault((index, frozenset((order.earlier, order.later))), order)
        return tuple(sorted(found.values(), key=lambda order: (order.start, order.end, order.earlier)))

    def _in_sentence(self, span: Span, clauses: Clauses) -> Iterator[Order]:
        words = self.distances.words
        perfect: list[Token] = []
        for token in span:
            lower = token.lower_
            if lower in self.first_words:
                yield from by_connective(token, span, clauses, self.distances)
            if lower == "within":
                yield from by_within(token, clauses, self.distances)
            elif lower in ("when", "as", "time"):
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
