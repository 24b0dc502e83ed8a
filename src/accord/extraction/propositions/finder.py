"""Finds the propositions of a report: each read sentence broken into what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.events.modality.cues import ModalityWords
from accord.extraction.events.modality.factuality import FactualityReader
from accord.extraction.events.modality.sayings import Sayings
from accord.extraction.parse.grammar import Grammar
from accord.extraction.parse.words import words_of
from accord.extraction.propositions.adjuncts import adjuncts
from accord.extraction.propositions.argument_context import Argument, ArgumentContext
from accord.extraction.propositions.noun_arguments import apposition_arguments, noun_arguments
from accord.extraction.propositions.predicates import Predicate, PredicateFinder
from accord.extraction.propositions.proposition_records import (
    PropositionDraft,
    PropositionRecorder,
    inside_sayings,
)
from accord.extraction.propositions.proposition_words import PropositionWords
from accord.extraction.propositions.surroundings import Surroundings
from accord.extraction.propositions.ties import Ties
from accord.extraction.propositions.verb_arguments import copula_arguments, verb_arguments
from accord.records import Event, Proposition, Quantity, Statement, Time
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast
    from accord.extraction.parse.parsed import Parsed


class PropositionFinder(Struct, frozen=True):
    """Finds the propositions of a report."""

    grammar: Grammar
    words: PropositionWords
    factuality: FactualityReader

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> PropositionFinder:
        """Load the grammar, the words of propositions and those of factuality.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        grammar = Grammar.load(vocabulary)
        words = PropositionWords.load(vocabulary)
        factuality = FactualityReader(ModalityWords.load(vocabulary), grammar)
        return cls(grammar, words, factuality)

    def find(
        self,
        parsed: Parsed,
        cast: Cast,
        times: tuple[Time, ...],
        quantities: tuple[Quantity, ...],
        statements: tuple[Statement, ...],
        events: tuple[Event, ...],
    ) -> tuple[Proposition, ...]:
        """Propositions in order of their sentences and words; ids are "p0", "p1", ..."""
        words = words_of(parsed.doc)
        context = ArgumentContext(
            self.words, self.grammar, Surroundings.of(cast, times, quantities, self.words.persons)
        )
        ties = Ties.of(times, quantities, self.words.file)
        recorder = PropositionRecorder(
            text=parsed.text,
            factuality=self.factuality,
            sayings=Sayings.of(statements),
            sources={s.cue[0][0]: s.source[0] for s in statements if s.cue and s.source},
            events={event.start: event for event in reversed(events)},
        )
        found: list[Proposition] = []
        for index, span in enumerate(parsed.spans):
            drafts = self._drafts(words[span.start : span.end], context, ties)
            found.extend(recorder.record(index, drafts, len(found)))
        return inside_sayings(found, statements)

    def _drafts(
        self, sentence: Sequence[Token], context: ArgumentContext, ties: Ties
    ) -> list[PropositionDraft]:
        """The propositions of a sentence with their arguments."""
        predicates = tuple(PredicateFinder(self.words, context.around).find(sentence))
        tied = ties.tie(sentence, predicates) if predicates else {}
        return [
            PropositionDraft(predicate, tuple(_arguments(predicate, context)), tuple(tied.get(index, ())))
            for index, predicate in enumerate(predicates)
        ]


def _arguments(predicate: Predicate, context: ArgumentContext) -> Iterator[Argument]:
    """The arguments of a predicate by its form, as tokens."""
    match predicate.form:
        case "noun":
            yield from noun_arguments(predicate.word, context)
        case "apposition":
            yield from apposition_arguments(predicate, context)
        case "copula":
            yield from copula_arguments(predicate, context)
        case _:
            yield from verb_arguments(predicate, context)
    if predicate.noun is not None:
        yield from noun_arguments(predicate.noun, context)
        yield from adjuncts(predicate.noun, context)
    if predicate.form != "apposition":
        yield from adjuncts(predicate.word, context)
