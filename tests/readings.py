"""A small builder of hand-made Readings: tests name parts of a text, the builder finds their offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from accord.extraction.parse.parsed import mark_repeats
from accord.records import (
    ActorMention,
    Entity,
    Event,
    Factuality,
    Label,
    Order,
    Outlook,
    Place,
    Polarity,
    Qualifier,
    Quantity,
    Reading,
    Region,
    RegionKind,
    Sentence,
    Statement,
    StatementKind,
    Story,
    Time,
)

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SHORTEST_TERM = 4
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"]?(?=\s)|(?=\n)|$)")

ENTITIES: dict[str, Entity] = {
    entity.id: entity
    for entity in (
        Entity("NOR", "Norway", "state", "NOR", "GOV"),
        Entity("CHL", "Chile", "state", "CHL", "GOV"),
        Entity("PER", "Peru", "state", "PER", "GOV"),
        Entity("KEN", "Kenya", "state", "KEN", "GOV"),
        Entity("NOR/supreme-court", "Norway's Supreme Court", "institution", "NOR", "JUD", "NOR"),
        Entity("CHL/foreign-ministry", "Chilean Foreign Ministry", "institution", "CHL", "GOV", "CHL"),
        Entity("harbour-front", "Harbour Front", "group", "PER", "REB", "PER"),
        Entity("UNO", "United Nations", "organisation", "IGO"),
    )
}


class ReadingBuilder:
    """Builds one Reading.  Every part is named by its words; `nth` picks among several places."""

    def __init__(
        self,
        id: str,
        text: str,
        *,
        source: str | None = None,
        title: str | None = None,
        published: str | None = None,
    ) -> None:
        self.id, self.text, self.source, self.title, self.published = id, text, source, title, published
        self._entities: dict[str, Entity] = {}
        self._mentions: list[ActorMention] = []
        self._times: list[Time] = []
        self._quantities: list[Quantity] = []
        self._events: list[Event] = []
        self._orders: list[Order] = []
        self._statements: list[Statement] = []
        self._outlooks: list[Outlook] = []
        self._labels: list[Label] = []
        self.regions, self.sentences = _sentences(text, title)

    def span(self, words: str, nth: int = 0) -> tuple[int, int]:
        """Where the words stand."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return at, at + len(words)

    def actor(self, words: str, id: str, nth: int = 0, entity: Entity | None = None) -> ActorMention:
        """A mention of an entity of `ENTITIES`, or of the one given."""
        start, end = self.span(words, nth)
        known = entity or self._entities.get(id) or ENTITIES[id]
        self._entities[id] = known
        mention = ActorMention(start, end, words, id, known.code, known.sector)
        self._mentions.append(mention)
        return mention

    def person(
        self, words: str, name: str, code: str | None = None, role: str | None = None, nth: int = 0
    ) -> ActorMention:
        """A mention of a person; the identifier is the slug of the name."""
        slug = "-".join(name.casefold().split())
        return self.actor(words, slug, nth, Entity(slug, name, "person", code, None, code, role, (name,)))

    def time(
        self,
        words: str,
        edtf: str | None,
        nth: int = 0,
        *,
        value: str | None = None,
        mod: str | None = None,
        earliest: str | None = None,
        latest: str | None = None,
        anchor: str | None = None,
    ) -> Time:
        """A date; its bounds follow from a full EDTF day where they are not given."""
        start, end = self.span(words, nth)
        if edtf and len(edtf) == 10 and "X" not in edtf:
            earliest, latest = earliest or edtf, latest or edtf
        time = Time(start, end, words, "DATE", value or edtf or "XXXX", mod, edtf, earliest, latest, anchor)
        self._times.append(time)
        return time

    def quantity(
        self, words: str, low: float | None, high: float | None, unit: str | None = None, nth: int = 0
    ) -> Quantity:
        """A quantity in [low, high] of a unit."""
        start, end = self.span(words, nth)
        quantity = Quantity(start, end, words, low, high, unit)
        self._quantities.append(quantity)
        return quantity

    def event(
        self,
        words: str,
        act: str | None = None,
        *,
        nth: int = 0,
        actors: Sequence[ActorMention] = (),
        recipients: Sequence[ActorMention] = (),
        time: Time | None = None,
        place: tuple[str, str] | None = None,
        polarity: Polarity = "positive",
        factuality: Factuality = "asserted",
        reported_by: str | None = None,
        type: str = "SUPPORT",
        lemma: str = "",
        scope: str | None = None,
        reason: str | None = None,
        implied: Sequence[str] = (),
        by_noun: bool = False,
    ) -> str:
        """An event mention; returns its id.  `scope` and `reason` are words of the text."""
        start, end = self.span(words, nth)
        qualifiers = []
        for kind, told in (("scope", scope), ("reason", reason)):
            if told is not None:
                low, high = self.span(told)
                qualifiers.append(Qualifier(kind, told.casefold(), low, high, told))  # type: ignore[arg-type]
        where = None
        if place is not None:
            low, high = self.span(place[0])
            where = Place(low, high, *place)
        id_ = f"event:{len(self._events)}"
        self._events.append(
            Event(
                id_,
                start,
                end,
                words,
                type,
                None,
                act,
                (),
                None,
                tuple(actors),
                tuple(recipients),
                time,
                where,
                polarity,
                factuality,
                reported_by,
                self.sentence_at(start),
                lemma or words.casefold(),
                tuple(qualifiers),
                implied=tuple(implied),
                by_noun=by_noun,
            )
        )
        return id_

    def order(
        self, words: str, earlier: str, later: str, low: int | None = 0, high: int | None = None
    ) -> None:
        """A clause of order."""
        self._orders.append(Order(*self.span(words), words, earlier, later, low, high))

    def statement(
        self,
        content: str,
        *,
        source: str,
        cue: str,
        speaker: str | None = None,
        kind: StatementKind = "direct",
    ) -> None:
        """A statement with one stretch of content."""
        id_ = f"statement:{len(self._statements)}"
        said, by, told = ((self.span(words),) for words in (content, source, cue))
        self._statements.append(Statement(id_, kind, by, told, said, speaker))

    def outlook(self, words: str, hedge: str) -> None:
        """An outlook."""
        self._outlooks.append(Outlook(*self.span(words), words, hedge))

    def label(self, words: str, actor: str, label: str, nth: int = 0) -> None:
        """A label."""
        self._labels.append(Label(*self.span(words, nth), words, actor, label))

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at an offset."""
        return next(i for i, s in enumerate(self.sentences) if s.start <= offset < s.end)

    def build(self) -> Reading:
        """The Reading."""
        return Reading(
            id=self.id,
            source=self.source,
            title=self.title,
            published=self.published,
            sha256=sha256(self.text.encode()).hexdigest(),
            text=self.text,
            regions=self.regions,
            sentences=mark_repeats(self.text, self.sentences),
            times=tuple(sorted(self._times, key=lambda t: t.start)),
            entities=tuple(self._entities[id_] for id_ in sorted(self._entities)),
            actors=tuple(sorted(self._mentions, key=lambda m: m.start)),
            quantities=tuple(sorted(self._quantities, key=lambda q: q.start)),
            events=tuple(self._events),
            orders=tuple(self._orders),
            statements=tuple(self._statements),
            outlooks=tuple(self._outlooks),
            labels=tuple(self._labels),
        )


def story(*builders: ReadingBuilder, id: str = "story-1") -> Story:
    """The story of the builders' Readings, sorted by id."""
    return Story(id, tuple(sorted((b.build() for b in builders), key=lambda r: r.id)))


def _sentences(text: str, title: str | None) -> tuple[tuple[Region, ...], list[Sentence]]:
    regions: list[Region] = []
    sentences: list[Sentence] = []
    for line in re.finditer(r"[^\n]+", text):
        kind: RegionKind = "title" if line[0] == title else "body"
        regions.append(Region(line.start(), line.end(), kind))
        for found in _SENTENCE.finditer(text, line.start(), line.end()):
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            if start < found.end():
                terms = [w.casefold() for w in _WORD.findall(found[0])]
                kept = tuple(w for w in terms if len(w) >= _SHORTEST_TERM or w.isdigit())
                sentences.append(Sentence(start, found.end(), kind, kept))
    return tuple(regions), sentences
