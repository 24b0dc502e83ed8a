"""Figures and dates of a sentence, with what tells which of two sentences' values are of one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from accord.edtf import day_of
from accord.reconciliation.compare import quantity as quantities
from accord.reconciliation.compare import time as times
from accord.reconciliation.events.join import Happening
from accord.reconciliation.passages import Passage
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.context_window import (
    STEM,
    WORD,
    Surroundings,
    Word,
    words_of,
)
from accord.reconciliation.values.items import (
    as_of_print,
    is_glued,
    items_of,
    told_value,
)
from accord.reconciliation.values.value_words import ValueWords
from accord.records import (
    Quantity,
    Sentence,
    Time,
)

_TOKEN = re.compile(r"\w+|[^\w\s]")
# A number written as one word with what it counts ("7-yard", "five-day").
_COMPOUND = re.compile(r"(?<=\w)\s?-\s?(?!million|billion|trillion)[a-z]{3,}\b(?!-)|-old\b")
# "28 of 41 passes": the figure is the whole that another is a part of.
_WHOLE_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) of (?:the |its |their )?$"
)
# "More than 40" is a bound, and not "40 more".
_BOUND = re.compile(r"\bmore than\b|\bor more\b", re.IGNORECASE)
_TOKENS = 3


class Slot(Struct, frozen=True):
    """A value in a sentence.

    `kind` is "time", "length" or "quantity" with its unit; `counts` says that the unit is what is
    counted, which another report may call otherwise ("rebels", "fighters").

    `around` holds the words near it with how near they stand (1 is next to it; names count more),
    `telling` the same weighed by how rare each is in the news, `next_to` those next to it that are
    neither names nor tell that something was said, `left` and `right` what is written directly
    before and after it, nearest first, `names` the names of its sentence, `named` those near it.

    `families` are those of words for one act that the act told nearest is of, `akin` those of all
    acts near, `acts` the kinds of acts of its clause, nearest first, `of_speech` says that it stands
    next to who said something, `owner` is the happening of a known kind that it dates.

    `specifics` are the words that narrow what is counted ("armed" in "two armed men"), `apart` those
    that make it another value ("two other men"), `modifies` the word that a figure written as one
    with its unit stands before ("murder" after "30-year-old"), `classes` those of things that what is
    counted or stands so belongs to (see vocabulary/counted.json), `crowd` how many values of its kind
    the sentence has, `printed` the day the report was published, `as_of_print` the weekday or the words
    of a time that is reckoned from that day, `tells` is false of values in headlines.
    """

    report: str
    sentence: int
    start: int
    kind: str
    value: quantities.Range | times.Span
    label: str
    around: Mapping[str, float]
    next_to: frozenset[str]
    names: frozenset[str]
    specifics: frozenset[str]
    modifies: str | None
    crowd: int
    owner: Happening | None
    telling: Mapping[str, float] = {}
    families: frozenset[str] = frozenset()
    akin: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    of_speech: bool = False
    counts: bool = False
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    acts: tuple[str, ...] = ()
    as_of_print: str | None = None
    printed: date | None = None
    tells: bool = True
    classes: frozenset[str] = frozenset()


class SlotReader:
    """Reads the slots of passages.  `owners` maps (report, start of a time) to a happening."""

    def __init__(
        self, sources: Sources, owners: Mapping[tuple[str, int], Happening], words: ValueWords
    ) -> None:
        self._sources = sources
        self._owners = owners
        self._words = words
        self._items: dict[tuple[str, int], list[tuple[str, Time | Quantity]]] = defaultdict(list)
        self._acts: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
        for reading in sources.readings:
            for kind, item in items_of(reading):
                index = sources.sentence_at(reading.id, item.start)
                if index is not None:
                    self._items[reading.id, index].append((kind, item))
            for event in reading.events:
                self._acts[reading.id, event.sentence].append((event.start, event.type))

    def read(self, passage: Passage) -> tuple[Slot, ...]:
        """The slots of a passage, in order."""
        key = (passage.report, passage.index)
        items = self._items.get(key)
        if not items:
            return ()
        reading = self._sources.reading(passage.report)
        sentence = reading.sentences[passage.index]
        words = words_of(reading.text, sentence)
        kinds = [kind for kind, _ in items]
        slots = [self._slot(passage, kind, item, words, kinds.count(kind)) for kind, item in items]
        return tuple(sorted(slots, key=lambda slot: (slot.start, slot.kind)))

    def _slot(
        self, passage: Passage, kind: str, item: Time | Quantity, words: Sequence[Word], crowd: int
    ) -> Slot:
        reading = self._sources.reading(passage.report)
        sentence = reading.sentences[passage.index]
        near = Surroundings.of(words, item.start, item.end)
        before = reading.text[sentence.start : item.start]
        acts = self._acts.get((passage.report, passage.index), ())
        return Slot(
            report=passage.report,
            sentence=passage.index,
            start=item.start,
            kind=kind,
            value=told_value(item),
            label=(item.edtf if isinstance(item, Time) else None) or " ".join(item.text.split()),
            around=near.around(),
            telling=near.telling(self._words.weigher),
            families=near.nearest(self._words.families),
            akin=near.akin(self._words.families),
            apart=self._apart(item, before),
            of_speech=bool(near.next_to(1) & self._words.reporting),
            next_to=near.next_to() - self._words.reporting,
            names=frozenset(word.stem for word in words if word.is_name),
            specifics=self._specifics(item, sentence),
            modifies=_modified(item, near),
            classes=self._classes_of(item, near),
            crowd=crowd,
            owner=self._owners.get((passage.report, item.start)) if kind == "time" else None,
            counts=isinstance(item, Quantity)
            and item.unit not in self._words.measures
            and not is_glued(item),
            left=_written(before)[::-1][:_TOKENS],
            right=_written(reading.text[item.end : sentence.end])[:_TOKENS],
            named=near.named(),
            as_of_print=as_of_print(item, before),
            printed=day_of(reading.published and reading.published[:10]),
            tells=passage.tells,
            acts=tuple(act for _, act in sorted((abs(start - item.start), act) for start, act in acts)[:2]),
        )

    def _apart(self, item: Time | Quantity, before: str) -> frozenset[str]:
        """What makes it another value: "two other men" are not two men, "since May" is not May."""
        if isinstance(item, Time):
            last = _written(before)[-1:]
            return frozenset(word for word in (*last, *_written(item.text)[:1]) if word in self._words.limits)
        found = {word for word in _written(_BOUND.sub("", item.text)) if word in self._words.relative}
        return frozenset(found | {"of"} if _WHOLE_OF.search(before) else found)

    def _classes_of(self, item: Time | Quantity, near: Surroundings) -> frozenset[str]:
        if _COMPOUND.search(item.text):
            return near.classes_after(self._words.classes)
        unit = item.unit if isinstance(item, Quantity) else None
        return self._words.classes.get(unit or "", frozenset())

    def _specifics(self, item: Time | Quantity, sentence: Sentence) -> frozenset[str]:
        if isinstance(item, Time):
            return frozenset()
        told = {term[:STEM] for term in sentence.terms}
        unit = (item.unit or "")[:STEM]
        found = {
            word[0].casefold()[:STEM]
            for word in WORD.finditer(item.text)
            if word[0].casefold() not in self._words.numbers
        }
        return frozenset(stem for stem in found & told if stem != unit)


def _written(text: str) -> tuple[str, ...]:
    return tuple(token.casefold() for token in _TOKEN.findall(text))


def _modified(item: Time | Quantity, near: Surroundings) -> str | None:
    if not _COMPOUND.search(item.text):
        return None
    return near.after[0].stem if near.after else ""
