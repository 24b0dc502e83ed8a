"""Reads the mentions of dates and figures out of the sentences of a story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from accord.edtf import day_of
from accord.reconciliation.events.join import Happening
from accord.reconciliation.passages import Passage, Passages
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.context_window import STEM, WORD, ContentWord, ContextWindow, words_of
from accord.reconciliation.values.items import as_of_print, is_glued, items_of, told_value
from accord.reconciliation.values.value_mentions import (
    CountedThing,
    MentionContext,
    MentionPlace,
    NearbyActs,
    ToldValue,
    ValueMention,
)
from accord.reconciliation.values.value_words import ValueWords
from accord.records import Quantity, Reading, Sentence, Time

_TOKEN = re.compile(r"\w+|[^\w\s]")
_TOKENS = 3
_MOST_ACTS = 2

Item = Time | Quantity


class ValueReader:
    """Reads the mentions of passages.  `owners` maps (report, start of a time) to a happening."""

    def __init__(
        self, sources: Sources, owners: Mapping[tuple[str, int], Happening], words: ValueWords
    ) -> None:
        self._sources = sources
        self._owners = owners
        self._words = words
        self._items: dict[tuple[str, int], list[tuple[str, Item]]] = defaultdict(list)
        self._acts: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
        for reading in sources.readings:
            for kind, item in items_of(reading):
                index = sources.sentence_at(reading.id, item.start)
                if index is not None:
                    self._items[reading.id, index].append((kind, item))
            for event in reading.events:
                self._acts[reading.id, event.sentence].append((event.start, event.type))

    def read_all(self, passages: Passages) -> tuple[list[ValueMention], list[range]]:
        """The mentions of all passages, and which of them (by number) each passage has."""
        mentions: list[ValueMention] = []
        numbered: list[range] = []
        for passage in passages.all:
            found = self.read(passage)
            numbered.append(range(len(mentions), len(mentions) + len(found)))
            mentions.extend(found)
        return mentions, numbered

    def read(self, passage: Passage) -> tuple[ValueMention, ...]:
        """The mentions of a passage, in order."""
        items = self._items.get((passage.report, passage.index))
        if not items:
            return ()
        reading = self._sources.reading(passage.report)
        words = words_of(reading.text, reading.sentences[passage.index], self._words.calendar.stems)
        kinds = [kind for kind, _ in items]
        found = [self._mention(passage, kind, item, words, kinds.count(kind)) for kind, item in items]
        return tuple(sorted(found, key=lambda mention: (mention.place.start, mention.told.kind)))

    def _mention(
        self, passage: Passage, kind: str, item: Item, words: Sequence[ContentWord], crowd: int
    ) -> ValueMention:
        reading = self._sources.reading(passage.report)
        sentence = reading.sentences[passage.index]
        near = ContextWindow.of(words, item.start, item.end)
        before = reading.text[sentence.start : item.start]
        printed = day_of(reading.published and reading.published[:10])
        edtf = item.edtf if isinstance(item, Time) else None
        return ValueMention(
            place=MentionPlace(passage.report, passage.index, item.start, printed, passage.tells),
            told=ToldValue(
                kind=kind,
                value=told_value(item, self._words.calendar),
                label=edtf or " ".join(item.text.split()),
                as_of_print=as_of_print(item, before, self._words),
            ),
            context=self._context(item, reading, sentence, words, near, crowd),
            counted=self._counted(item, sentence, before, near),
            acts=self._nearby(passage, kind, item, near),
        )

    def _context(
        self,
        item: Item,
        reading: Reading,
        sentence: Sentence,
        words: Sequence[ContentWord],
        near: ContextWindow,
        crowd: int,
    ) -> MentionContext:
        return MentionContext(
            around=near.around(),
            telling=near.telling(self._words.weigher),
            next_to=near.next_to() - self._words.reporting,
            left=_written(reading.text[sentence.start : item.start])[::-1][:_TOKENS],
            right=_written(reading.text[item.end : sentence.end])[:_TOKENS],
            names=frozenset(word.stem for word in words if word.is_name),
            named=near.named(),
            of_speech=bool(near.next_to(1) & self._words.reporting),
            crowd=crowd,
        )

    def _nearby(self, passage: Passage, kind: str, item: Item, near: ContextWindow) -> NearbyActs:
        acts = self._acts.get((passage.report, passage.index), ())
        nearest = sorted((abs(start - item.start), act) for start, act in acts)
        return NearbyActs(
            families=near.nearest(self._words.families),
            akin=near.akin(self._words.families),
            types=tuple(act for _, act in nearest[:_MOST_ACTS]),
            owner=self._owners.get((passage.report, item.start)) if kind == "time" else None,
        )

    def _counted(self, item: Item, sentence: Sentence, before: str, near: ContextWindow) -> CountedThing:
        compound = self._words.compound.search(item.text) is not None
        modifies = near.first_after() if compound else None
        if isinstance(item, Time):
            classes = near.classes_after(self._words.classes) if compound else frozenset()
            return CountedThing(apart=self._bounds(item, before), modifies=modifies, classes=classes)
        unit = self._words.classes.get(item.unit or "", frozenset())
        return CountedThing(
            counts=item.unit not in self._words.measures and not is_glued(item),
            specifics=self._specifics(item, sentence),
            apart=self._apart(item, before),
            modifies=modifies,
            classes=near.classes_after(self._words.classes) if compound else unit,
        )

    def _bounds(self, time: Time, before: str) -> frozenset[str]:
        """The words that make a date another: "since May" is not May."""
        last = _written(before)[-1:]
        return frozenset(word for word in (*last, *_written(time.text)[:1]) if word in self._words.limits)

    def _apart(self, quantity: Quantity, before: str) -> frozenset[str]:
        """The words that make a figure another: "two other men" are not two men."""
        told = _written(self._words.bound.sub("", quantity.text))
        found = {word for word in told if word in self._words.relative}
        return frozenset(found | {"of"} if self._words.whole_of.search(before) else found)

    def _specifics(self, quantity: Quantity, sentence: Sentence) -> frozenset[str]:
        told = {term[:STEM] for term in sentence.terms}
        unit = (quantity.unit or "")[:STEM]
        found = {
            word[0].casefold()[:STEM]
            for word in WORD.finditer(quantity.text)
            if word[0].casefold() not in self._words.numbers
        }
        return frozenset(stem for stem in found & told if stem != unit)


def _written(text: str) -> tuple[str, ...]:
    return tuple(token.casefold() for token in _TOKEN.findall(text))
