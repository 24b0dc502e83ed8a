"""The stages of extraction in their order, each with what it needs and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.finder import ActorFinder
from accord.extraction.events.finder import EventFinder
from accord.extraction.labels import LabelFinder
from accord.extraction.outlooks import OutlookFinder
from accord.extraction.parse.parsed import Parsed, join, mark_repeats
from accord.extraction.parse.pipeline import Parser
from accord.extraction.propositions.finder import PropositionFinder
from accord.extraction.quantities.finder import QuantityFinder
from accord.extraction.statements.finder import StatementFinder
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.extraction.times.links.order import OrderFinder
from accord.records import ActorMention, Entity, Event, Reading, Region, Report, Sentence, Statement
from accord.text.headlines import sentence_case
from accord.text.regions import RegionFinder
from accord.timings import Timings
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

Fields = MutableMapping[str, Any]

PARSE = "parse"
"""The stage that reads many reports at once when many are extracted."""

OF_REPORT = (
    "id", "source", "title", "published", "sha256", "text", "url", "places", "other_ids", "provenance",
)  # fmt: skip
"""Fields of a Reading that its Report gives."""

OF_STAGES = tuple(name for name in Reading.__struct_fields__ if name not in OF_REPORT)
"""Fields of a Reading that the stages give."""


class Stage(Struct, frozen=True):
    """One stage: `run` is called with the fields it `needs` as keywords and returns the field it `gives`.

    A field is one of a Reading, or one that only stages read: `report`; `cased`, the text with headlines
    in sentence case; `doc`, the parse of that; `parsed`, the report with regions, document and sentences;
    `cast`, entities and mentions with an index; `told_events`, events with the times told beside them.
    As a stage is handed nothing else, it can read nothing else.
    """

    name: str
    needs: tuple[str, ...]
    gives: str
    run: Callable[..., Any]

    def __repr__(self) -> str:
        """The declaration, without the vocabulary that `run` holds."""
        return f"Stage({self.name!r}, needs={self.needs}, gives={self.gives!r})"


def load_stages(parser: Parser, vocabulary: Vocabulary = PACKAGED) -> tuple[Stage, ...]:
    """Every stage in its order, with its vocabulary.

    Raises:
        VocabularyError: a vocabulary file is broken.
    """
    actors = ActorFinder.load(vocabulary)
    times = TimeFinder.load(vocabulary)
    regions = RegionFinder.load(vocabulary)
    linker = EventTimeLinker.load(vocabulary)

    def find_regions(report: Report) -> tuple[Region, ...]:
        return regions.find(report.text, report.title)

    def spell_headlines(report: Report, regions: Sequence[Region]) -> str:
        return sentence_case(report.text, regions, actors.lexicon.name_words, parser.is_common)

    def parse(cased: str, regions: Sequence[Region]) -> Doc:
        return parser.parse(*to_parse(cased, regions))

    def align(report: Report, regions: tuple[Region, ...], cased: str, doc: Doc) -> Parsed:
        return join(report, regions, doc if cased == report.text else parser.spell(doc, report.text))

    def name_entities(
        cast: Cast, events: Sequence[Event], statements: Sequence[Statement]
    ) -> tuple[Entity, ...]:
        return cast.closed(_named(events, statements), actors.lexicon.entities)

    def recall(parsed: Parsed, told_events: Sequence[Event]) -> tuple[Event, ...]:
        return linker.recalled(parsed, told_events)

    return (
        Stage("regions", ("report",), "regions", find_regions),
        Stage("headlines", ("report", "regions"), "cased", spell_headlines),
        Stage(PARSE, ("cased", "regions"), "doc", parse),
        Stage("alignment", ("report", "regions", "cased", "doc"), "parsed", align),
        Stage("repeats", ("parsed",), "sentences", _sentences),
        Stage("times", ("parsed",), "times", times.find),
        Stage("day of writing", ("parsed", "times"), "written", times.estimate),
        Stage("quantities", ("parsed", "times"), "quantities", QuantityFinder.load(vocabulary).find),
        Stage("actors", ("parsed",), "cast", actors.find),
        Stage("mentions", ("cast",), "actors", _mentions),
        Stage("statements", ("parsed", "cast"), "statements", StatementFinder.load(vocabulary).find),
        Stage(
            "events",
            ("parsed", "cast", "times", "statements"),
            "told_events",
            EventFinder.load(vocabulary).find,
        ),
        Stage("recalled times", ("parsed", "told_events"), "events", recall),
        Stage(
            "propositions",
            ("parsed", "cast", "times", "quantities", "statements", "events"),
            "propositions",
            PropositionFinder.load(vocabulary).find,
        ),
        Stage("orders", ("parsed", "events", "times"), "orders", OrderFinder.load(vocabulary).find),
        Stage(
            "outlooks",
            ("parsed", "cast", "times", "statements"),
            "outlooks",
            OutlookFinder.load(vocabulary).find,
        ),
        Stage("labels", ("parsed", "cast"), "labels", LabelFinder.load(vocabulary).find),
        Stage("entities", ("cast", "events", "statements"), "entities", name_entities),
    )


def run_stages(stages: Sequence[Stage], fields: Fields, timings: Timings | None) -> None:
    """Run `stages` on one report, adding to `fields` what each gives; with `timings`, note its seconds."""
    for stage in stages:
        needed = {name: fields[name] for name in stage.needs}
        if timings is None:
            fields[stage.gives] = stage.run(**needed)
        else:
            fields[stage.gives] = timings.measure(stage.name, lambda: stage.run(**needed))  # noqa: B023


def reading_of(report: Report, fields: Mapping[str, Any]) -> Reading:
    """The Reading of `report` once every stage has run."""
    told = {name: getattr(report, name) for name in OF_REPORT}
    return Reading(**told, **{name: fields[name] for name in OF_STAGES})


def to_parse(cased: str, regions: Sequence[Region]) -> tuple[str, tuple[int, ...]]:
    """What the parser is given: the text, and where sentences must start."""
    return cased, tuple(region.start for region in regions)


def _sentences(parsed: Parsed) -> tuple[Sentence, ...]:
    return mark_repeats(parsed.text, parsed.sentences)


def _mentions(cast: Cast) -> tuple[ActorMention, ...]:
    return cast.mentions


def _named(events: Sequence[Event], statements: Sequence[Statement]) -> Iterator[str | None]:
    """The actors that events and statements name, also by a place in a state ("visited Geneva")."""
    for event in events:
        yield from (mention.actor for mention in (*event.actors, *event.recipients))
        yield event.reported_by
    yield from (statement.speaker for statement in statements)
