"""Finds event mentions: triggers, their arguments, and how they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.events.arguments.implicit_arguments import ImplicitArguments
from accord.extraction.events.arguments.reader import ArgumentReader, Doers, PlaceReader
from accord.extraction.events.discourse.anaphora import Deeds, resolved
from accord.extraction.events.discourse.told_before import ToldBefore, repeated
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.events.event_records import EventRecorder
from accord.extraction.events.merge import merged
from accord.extraction.events.modality.cues import Attribution, ModalityWords
from accord.extraction.events.modality.factuality import FactualityReader
from accord.extraction.events.modality.qualifiers import DecisionReader, QualifierFile, QualifierReader
from accord.extraction.events.sentence_drafts import SentenceDrafts
from accord.extraction.events.triggers.detection import TriggerFinder
from accord.extraction.events.triggers.event_lexicon import EventLexicon
from accord.extraction.events.triggers.plover import PloverCoder
from accord.extraction.parse.grammar import Grammar
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.records import Event, Statement, Time
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span

    from accord.extraction.actors.cast import Cast
    from accord.extraction.parse.parsed import Parsed


class EventFinder(Struct, frozen=True):
    """Finds the events of a report."""

    grammar: Grammar
    lexicon: EventLexicon
    triggers: TriggerFinder
    factuality: FactualityReader
    qualifiers: QualifierReader
    decisions: DecisionReader
    doers: Doers
    coder: PloverCoder
    implicit: ImplicitArguments
    linker: EventTimeLinker

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> EventFinder:
        """Load the grammar, the lexicon and the words of factuality.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        grammar = Grammar.load(vocabulary)
        lexicon = EventLexicon.load(vocabulary)
        words = ModalityWords.load(vocabulary)
        file = QualifierFile.load(vocabulary)
        return cls(
            grammar=grammar,
            lexicon=lexicon,
            triggers=TriggerFinder(lexicon, words, grammar),
            factuality=FactualityReader(words, grammar),
            qualifiers=QualifierReader(file),
            decisions=DecisionReader.of(file, grammar),
            doers=Doers.load(vocabulary),
            coder=PloverCoder.load(lexicon.codings, vocabulary),
            implicit=ImplicitArguments(Deeds.load(lexicon, grammar, vocabulary), lexicon.codings),
            linker=EventTimeLinker.load(vocabulary),
        )

    def find(
        self, parsed: Parsed, cast: Cast, times: tuple[Time, ...], statements: tuple[Statement, ...]
    ) -> tuple[Event, ...]:
        """Event mentions in order of their triggers; ids are "e0", "e1", ..."""
        recorder = EventRecorder(
            parsed=parsed,
            times=times,
            linker=self.linker,
            places=PlaceReader(cast, times),
            attribution=Attribution.of(parsed, statements, cast, self.factuality.words),
            qualifiers=self.qualifiers,
            coder=self.coder,
            governing=self.lexicon.governing,
        )
        return recorder.record(resolved(self._drafts(parsed, cast)))

    def _drafts(self, parsed: Parsed, cast: Cast) -> list[EventDraft]:
        """The drafts of all sentences, each with what the sentences before tell of it."""
        reader = ArgumentReader(cast, self.doers, self.grammar)
        sentences = SentenceDrafts(self.triggers, self.factuality, self.coder, reader, cast)
        told = ToldBefore(self.implicit, reader, cast, self.grammar)
        drafts: list[EventDraft] = []
        for span in parsed.spans:
            here = self._sentence(span, sentences, told)
            last = self.decisions.attach(here, span, reader, drafts[-1] if drafts else None)
            if last is not None:
                drafts[-1] = last
            drafts.extend(here)
        return drafts

    def _sentence(self, span: Span, sentences: SentenceDrafts, told: ToldBefore) -> list[EventDraft]:
        """The events that a sentence tells, and those before that it tells again; `told` takes them in."""
        found = told.completed(sentences.of(span), span)
        again = [sentences.again(draft) for draft in repeated(span, told.told, found, self.grammar)]
        every = sorted((*found, *(d for d in again if d.actors)), key=lambda draft: draft.trigger.token.i)
        here = merged(every)
        told.tell(here)
        return here
