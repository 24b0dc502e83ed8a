"""A story's Readings to its Dossier: every step of reconciliation in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.grouping.copies import find_copies
from accord.grouping.meaning.encoder import CloseEncoding
from accord.grouping.terms import Weigher
from accord.grouping.witnesses import WireFinder
from accord.reconciliation.actors.labels import count_labels
from accord.reconciliation.actors.merge import StoryCast, merge_actors
from accord.reconciliation.answers.questions import Questioner
from accord.reconciliation.claims.answered import answer_claims
from accord.reconciliation.claims.aspects import Aspects
from accord.reconciliation.claims.background import background_claims
from accord.reconciliation.claims.claim_drafts import ClaimDraft, ConflictDraft
from accord.reconciliation.claims.contrast_words import ContrastWords
from accord.reconciliation.claims.copied_sentences import copied_claims
from accord.reconciliation.claims.denials import denials
from accord.reconciliation.claims.figures import figure_claims, owners_of
from accord.reconciliation.claims.orders import OrderClause, TimeLimit, limits, order_claims
from accord.reconciliation.claims.requotations import requotation_claims
from accord.reconciliation.claims.spellings import spelling_claims
from accord.reconciliation.claims.weekdays import weekday_claims
from accord.reconciliation.compare.scope import ScopeWords
from accord.reconciliation.compare.wording import QuotationWords
from accord.reconciliation.conflicts.explanations import Explainer
from accord.reconciliation.conflicts.order_cycles import circles
from accord.reconciliation.conflicts.ranking import of_claims, ranked, rivals
from accord.reconciliation.dossier.event_order import EventOrder, in_order_of_time
from accord.reconciliation.dossier.numbering import claim_value, number_claims, number_conflicts
from accord.reconciliation.dossier.outlooks import join_outlooks
from accord.reconciliation.dossier.recording import Recorder, report_view
from accord.reconciliation.dossier.timeline import When
from accord.reconciliation.dossier.title import story_title
from accord.reconciliation.events.join import EventJoiner
from accord.reconciliation.facts.recording import FactRecorder
from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.statements.join import (
    Uttered,
    join_statements,
    read_statements,
    wording_claim,
    wording_claims,
)
from accord.reconciliation.statements.mouths import speaker_claims
from accord.reconciliation.statements.speakers import SourceWords
from accord.reconciliation.values.same_referent import Judge
from accord.reconciliation.values.value_reader import ValueReader
from accord.reconciliation.values.value_words import ValueWords
from accord.reconciliation.wording.event_wordings import Wordings, WordingVocabulary
from accord.records import Dossier, Origin, Story, TimelineEntry
from accord.vocabulary import PACKAGED, Vocabulary


class StoryFindings(Struct, frozen=True):
    """What is found out of a story before its claims: who, what, in which order, and who said what."""

    sources: Sources
    origins: tuple[Origin, ...]
    cast: StoryCast
    wordings: Wordings
    aspects: Aspects
    events: EventOrder
    utterances: tuple[tuple[Uttered, ...], ...]


class Reconciler(Struct, frozen=True):
    """Reconciles stories by a vocabulary that is read once for all of them.

    `wires` finds agencies, `joiner` the mentions of one event, `source_words` what can speak;
    `wording` words events, `scopes` compares standing, `values` reads dates and figures, `judge`
    tells which of them are of one thing; `contrasts` are what copied sentences may differ in, and by
    `quotations` words in quotation marks are compared; `questioner` finds which values answer one question;
    `facts` makes the facts of all that.
    """

    wires: WireFinder
    joiner: EventJoiner
    source_words: SourceWords
    wording: WordingVocabulary
    scopes: ScopeWords
    values: ValueWords
    judge: Judge
    contrasts: ContrastWords
    quotations: QuotationWords
    questioner: Questioner
    facts: FactRecorder

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED, encoding: CloseEncoding | None = None) -> Reconciler:
        """Read all of the vocabulary that reconciliation needs; some hundredths of a second.

        `encoding` gives the meaning of sentences; without it, their words alone count.

        Raises:
            VocabularyError: a file is broken.
        """
        weigher = Weigher.load(vocabulary)
        joiner = EventJoiner.load(vocabulary, weigher=weigher)
        values = ValueWords.load(vocabulary, acts=joiner.coreference.words, weigher=weigher)
        return cls(
            wires=WireFinder.load(vocabulary),
            joiner=joiner,
            source_words=SourceWords.load(vocabulary),
            wording=WordingVocabulary.load(vocabulary),
            scopes=ScopeWords.load(vocabulary),
            values=values,
            judge=Judge.load(vocabulary),
            contrasts=ContrastWords.load(vocabulary),
            quotations=QuotationWords.load(vocabulary),
            questioner=Questioner.load(values, vocabulary, encoding),
            facts=FactRecorder.load(vocabulary, encoding),
        )

    def reconcile(self, story: Story) -> Dossier:
        """Reconcile the Readings of a story, but for the changes in relations, which the ledger tells.

        The order of its Readings makes no difference.
        """
        found = self._findings(story)
        denied = list(denials(found.events.happenings, found.sources, found.wordings, self.wording.denials))
        claims = [*self._claims(found), *(draft for _, _, draft in denied)]
        contested = frozenset(index for one, other, _ in denied for index in (one, other))
        dossier = _dossier(story, found, claims, contested, self.quotations)
        told = self.facts.tell(dossier, found.sources, found.cast)
        return told if told.title else replace(told, title=told.facts[0].text if told.facts else story.id)

    def _findings(self, story: Story) -> StoryFindings:
        sources = Sources(story.readings)
        cast = merge_actors(sources.readings)
        wordings = Wordings(sources, cast, self.wording)
        aspects = Aspects(sources, wordings, self.scopes)
        return StoryFindings(
            sources=sources,
            origins=find_copies(sources.readings, self.wires),
            cast=cast,
            wordings=wordings,
            aspects=aspects,
            events=in_order_of_time(self.joiner.join(sources, cast), sources, aspects),
            utterances=join_statements(
                read_statements(sources, cast, self.source_words, self.quotations), cast
            ),
        )

    def _claims(self, found: StoryFindings) -> Iterator[ClaimDraft]:
        """The claims about happenings, their order, figures, quotations and all else that is told."""
        sources, happenings = found.sources, found.events.happenings
        aspects = [
            claim
            for index, happening in enumerate(happenings)
            for claim in found.aspects.claims(happening, index, found.events.whens[index].edtf)
        ]
        yield from aspects
        yield from order_claims(happenings, found.events.clauses, found.wordings)
        yield from rivals(happenings, sources, found.wordings)
        passages = align(sources)
        mentions, numbered = ValueReader(sources, owners_of(happenings), self.values).read_all(passages)
        figures = list(figure_claims(sources, passages, mentions, numbered, self.values, self.judge))
        yield from figures
        yield from answer_claims(sources, passages, mentions, self.questioner, [*aspects, *figures])
        yield from weekday_claims(sources, self.values.calendar)
        yield from copied_claims(sources, passages, happenings, self.contrasts)
        worded = list(wording_claims(found.utterances, sources, found.cast, self.quotations))
        yield from worded
        yield from requotation_claims(
            found.utterances, sources, found.cast, self.quotations, self.questioner.encoding, worded
        )
        yield from spelling_claims(sources, self.values.definite)
        yield from speaker_claims(found.utterances, sources, found.cast)
        yield from background_claims(sources, passages, happenings, found.utterances, found.origins)


def _conflicts(found: StoryFindings, claims: Sequence[ClaimDraft]) -> list[ConflictDraft]:
    explainer = Explainer(found.sources)
    happenings, whens = found.events.happenings, found.events.whens
    told: list[OrderClause | TimeLimit] = [*found.events.settled, *limits(happenings, found.sources)]
    cycles = circles(happenings, whens, told, found.sources, found.wordings, explainer)
    return ranked([*of_claims(claims, explainer), *cycles])


def _dossier(
    story: Story,
    found: StoryFindings,
    claims: Sequence[ClaimDraft],
    contested: frozenset[int],
    quotations: QuotationWords,
) -> Dossier:
    """The dossier, but for the relations; `contested` are happenings that reports deny each other."""
    sources, cast, origins, events = found.sources, found.cast, found.origins, found.events
    ids = {index: f"event-{index + 1}" for index in range(len(events.happenings))}
    recorder = Recorder(sources, cast, found.wordings, origins)
    return Dossier(
        id=story.id,
        title=story_title(sources.readings, events.happenings, cast, found.wordings) or "",
        reports=tuple(report_view(reading) for reading in sources.readings),
        actors=cast.actors,
        origins=origins,
        events=tuple(
            recorder.event(
                happening, ids[index], events.whens[index], index in contested, index in events.disputed
            )
            for index, happening in enumerate(events.happenings)
        ),
        claims=number_claims(claims, ids, origins),
        conflicts=number_conflicts(_conflicts(found, claims), claims, ids),
        statements=tuple(
            recorder.statement(group, f"statement-{number}", _is_contested(group, found, quotations))
            for number, group in enumerate(found.utterances, 1)
        ),
        timeline=tuple(_entry(index, ids[index], told, origins) for index, told in enumerate(events.whens)),
        relations=(),
        outlooks=join_outlooks(sources, cast, quotations),
        labels=count_labels(sources, cast),
    )


def _is_contested(group: Sequence[Uttered], found: StoryFindings, quotations: QuotationWords) -> bool:
    """Whether reports quote an utterance in words that exclude each other."""
    draft = wording_claim(group, found.sources, found.cast, quotations)
    return draft is not None and draft.nature == "contradiction"


def _entry(index: int, event: str, when_: When, origins: Sequence[Origin]) -> TimelineEntry:
    return TimelineEntry(
        event=event,
        edtf=when_.edtf,
        earliest=when_.earliest,
        latest=when_.latest,
        rank=index + 1,
        contested=bool(when_.alternatives),
        alternatives=tuple(claim_value(value, origins) for value in when_.alternatives),
    )
