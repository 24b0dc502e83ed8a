"""Every stage of extraction in its order, over one parse a report."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.finder import ActorFinder
from accord.extraction.events.finder import EventFinder
from accord.extraction.labels import LabelFinder
from accord.extraction.outlooks import OutlookFinder
from accord.extraction.parse.parsed import (
    join,
    mark_repeats,
)
from accord.extraction.parse.pipeline import Parser
from accord.extraction.quantities.finder import QuantityFinder
from accord.extraction.statements.finder import StatementFinder
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.links.event_time_links import recalled
from accord.extraction.times.links.order import OrderFinder
from accord.records import (
    Entity,
    Event,
    Problem,
    Reading,
    Region,
    Report,
)
from accord.settings import Settings
from accord.text.headlines import sentence_case
from accord.text.regions import RegionFinder
from accord.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

logger = logging.getLogger(__name__)


class Extractor(Struct, frozen=True):
    """The loaded pipeline and vocabularies; makes Readings of Reports."""

    parser: Parser
    regions: RegionFinder
    times: TimeFinder
    quantities: QuantityFinder
    actors: ActorFinder
    statements: StatementFinder
    events: EventFinder
    orders: OrderFinder
    outlooks: OutlookFinder
    labels: LabelFinder

    @classmethod
    def load(cls, settings: Settings | None = None, vocabulary: Vocabulary | None = None) -> Extractor:
        """Load the pipeline that `settings` names, and every vocabulary (by default the one that they name).

        Raises:
            AccordError: the pipeline cannot be used, or a vocabulary file is broken.
        """
        settings = settings or Settings()
        vocabulary = vocabulary or settings.load_vocabulary()
        with vocabulary.explained():
            return cls(
                parser=Parser.load(settings.pipeline),
                regions=RegionFinder.load(vocabulary),
                times=TimeFinder.load(vocabulary),
                quantities=QuantityFinder.load(vocabulary),
                actors=ActorFinder.load(vocabulary),
                statements=StatementFinder.load(vocabulary),
                events=EventFinder.load(vocabulary),
                orders=OrderFinder.load(vocabulary),
                outlooks=OutlookFinder.load(vocabulary),
                labels=LabelFinder.load(vocabulary),
            )

    def extract(self, report: Report) -> Reading:
        """Read one report."""
        draft = self._prepare(report)
        return self._read(draft, self.parser.parse(draft.spelling, draft.starts))

    def pipe(self, reports: Iterable[Report]) -> Iterator[Reading | Problem]:
        """Read many reports, in order.  A report that makes a stage raise comes out as a Problem."""
        waiting: deque[_Draft | Problem] = deque()

        def texts() -> Iterator[tuple[str, tuple[int, ...]]]:
            for report in reports:
                try:
                    draft = self._prepare(report)
                except Exception as error:
                    waiting.append(_failed(report, error))
                    continue
                waiting.append(draft)
                yield draft.spelling, draft.starts

        for doc in self.parser.pipe(texts()):
            while isinstance(next_ := waiting.popleft(), Problem):
                yield next_
            try:
                yield self._read(next_, doc)
            except Exception as error:
                yield _failed(next_.report, error)
        yield from (left for left in waiting if isinstance(left, Problem))

    def _prepare(self, report: Report) -> _Draft:
        regions = self.regions.find(report.text, report.title)
        name_words, is_common = self.actors.lexicon.name_words, self.parser.is_common
        return _Draft(report, regions, sentence_case(report.text, regions, name_words, is_common))

    def _read(self, draft: _Draft, doc: Doc) -> Reading:
        report = draft.report
        if draft.spelling != report.text:
            doc = self.parser.spell(doc, report.text)
        parsed = join(report, draft.regions, doc)
        times = self.times.find(parsed)
        cast = self.actors.find(parsed)
        statements = self.statements.find(parsed, cast)
        events = recalled(parsed, self.events.find(parsed, cast, times, statements))
        return Reading(
            id=report.id,
            source=report.source,
            title=report.title,
            published=report.published,
            sha256=report.sha256,
            text=report.text,
            url=report.url,
            places=report.places,
            other_ids=report.other_ids,
            provenance=report.provenance,
            written=self.times.estimate(parsed, times),
            regions=parsed.regions,
            sentences=mark_repeats(report.text, parsed.sentences),
            times=times,
            entities=_entities(cast, events),
            actors=cast.mentions,
            quantities=self.quantities.find(parsed, times),
            events=events,
            orders=self.orders.find(parsed, events, times),
            statements=statements,
            outlooks=self.outlooks.find(parsed, cast, times, statements),
            labels=self.labels.find(parsed, cast),
        )


class _Draft(Struct, frozen=True):
    """A report on its way to the parse; `spelling` is its text with headlines in sentence case."""

    report: Report
    regions: tuple[Region, ...]
    spelling: str

    @property
    def starts(self) -> tuple[int, ...]:
        """Where sentences must start."""
        return tuple(region.start for region in self.regions)


def _entities(cast: Cast, events: tuple[Event, ...]) -> tuple[Entity, ...]:
    """The cast's entities, and the states that events name by a place in them ("visited Geneva")."""
    named = {mention.actor for event in events for mention in (*event.actors, *event.recipients)}
    return (*cast.entities, *(land for land in cast.lands if land.id in named))


def _failed(report: Report, error: Exception) -> Problem:
    # Where it failed is for who looks into the fault; who runs the program gets the Problem.
    logger.debug("report %s could not be extracted", report.id, exc_info=error)
    return Problem(
        input=report.places[0] if report.places else report.id,
        reason=f"extraction failed: {type(error).__name__}: {error}",
        advice="this is a fault in Accord: please report it with the text; other reports went on",
    )
