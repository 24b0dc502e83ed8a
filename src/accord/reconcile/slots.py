"""Figures and dates of a sentence, with what tells which of two sentences' values are of one thing."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.reconcile.compare import quantity as quantities
from accord.reconcile.compare import time as times
from accord.reconcile.events import Happening
from accord.reconcile.passages import Passage
from accord.reconcile.sources import Sources
from accord.records import Quantity, Sentence, Time
from accord.vocabulary import read

_WORD = re.compile(r"[^\W\d_]{3,}")
# A number written as one word with what it counts ("7-yard", "five-day").
_COMPOUND = re.compile(r"(?<=\w)\s?-\s?(?!million|billion|trillion)[a-z]{3,}\b(?!-)|-old\b")
_REACH = 8
_NEXT_TO = 3
# How much less a word counts the further from the value it stands, and how much more a name does.
_FADING = 0.35
_NAMES_COUNT = 1.5
# Enough of a word to tell it, without its ending.
_STEM = 6
# Enough of a word to tell whether it is one of the sentence's content lemmas.
_START = 3
_NO_NAMES = frozenset(name.casefold()[:_STEM] for name in (*day_name, *month_name))


class Slot(Struct, frozen=True):
    """A value in a sentence.

    `around` holds the words near it with how near they stand (1 is next to it; names count more),
    `next_to` those next to it that are neither names nor tell that something was said,
    `names` the names of its sentence, `specifics` the words that narrow what is counted ("armed"
    in "two armed men"), `modifies` the word that a figure written as one with its unit stands before
    ("murder" after "30-year-old"), `crowd` how many values of its kind the sentence has, `owner` the
    happening of a known kind that it dates.
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


class SlotReader:
    """Reads the slots of passages.  `owners` maps (report, start of a time) to a happening."""

    def __init__(self, sources: Sources, owners: Mapping[tuple[str, int], Happening]) -> None:
        self._sources = sources
        self._owners = owners
        words = read("numbers.json", dict[str, dict[str, float]])
        words_of = read("slot_words.json", dict[str, frozenset[str]])
        self._reporting = frozenset(word[:_STEM] for word in words_of["reporting"])
        self._number_words = frozenset(word for group in words.values() for word in group)
        self._relative = words_of["relative"]
        self._times: dict[tuple[str, int], list[Time]] = defaultdict(list)
        self._quantities: dict[tuple[str, int], list[Quantity]] = defaultdict(list)
        for reading in sources.readings:
            for time in reading.times:
                index = sources.sentence_at(reading.id, time.start)
                if index is not None and _is_told(time):
                    self._times[reading.id, index].append(time)
            for quantity in reading.quantities:
                index = sources.sentence_at(reading.id, quantity.start)
                if index is None:
                    continue
                before = self._quantities[reading.id, index]
                if not _is_converted(quantity, before, reading.text):
                    before.append(quantity)

    def read(self, passage: Passage) -> tuple[Slot, ...]:
        """The slots of a passage, in order."""
        key = (passage.report, passage.index)
        told, counted = self._times.get(key, ()), self._quantities.get(key, ())
        if not told and not counted:
            return ()
        reading = self._sources.reading(passage.report)
        sentence = reading.sentences[passage.index]
        words = _words(reading.text, sentence)
        names = frozenset(word for _, word, is_name in words if is_name)
        kinds = ["time"] * len(told) + [f"quantity {q.unit}" for q in counted]
        slots: list[Slot] = []
        for item, kind in zip((*told, *counted), kinds, strict=True):
            timed = isinstance(item, Time)
            slots.append(
                Slot(
                    report=passage.report,
                    sentence=passage.index,
                    start=item.start,
                    kind=kind,
                    value=times.span_of(item) if isinstance(item, Time) else quantities.range_of(item),
                    label=(item.edtf if isinstance(item, Time) else None) or " ".join(item.text.split()),
                    around=_around(words, item.start, item.end),
                    next_to=_next_to(words, item.start, item.end) - self._reporting,
                    names=names,
                    specifics=frozenset() if isinstance(item, Time) else self._specifics(item, sentence),
                    modifies=None if isinstance(item, Time) else _modified(item, words),
                    crowd=kinds.count(kind),
                    owner=self._owners.get((passage.report, item.start)) if timed else None,
                )
            )
        return tuple(sorted(slots, key=lambda slot: (slot.start, slot.kind)))

    def _specifics(self, quantity: Quantity, sentence: Sentence) -> frozenset[str]:
        told = {term[:_STEM] for term in sentence.terms}
        unit = (quantity.unit or "")[:_STEM]
        found = {
            word[0].casefold()[:_STEM]
            for word in _WORD.finditer(quantity.text)
            if word[0].casefold() not in self._number_words
        }
        # "Two other men" are not two men.
        relative = {word for word in quantity.text.casefold().split() if word in self._relative}
        return frozenset(stem for stem in found & told if stem != unit) | relative


def _is_told(time: Time) -> bool:
    """The time says something by itself: it is not taken from another time of the text."""
    return not times.span_of(time).blank and not (time.anchor or "").startswith("time:")


def _is_converted(quantity: Quantity, before: Sequence[Quantity], text: str) -> bool:
    """The amount stands in brackets behind another: it is the same in another unit."""
    return bool(before) and text[before[-1].end : quantity.start].strip() == "("


def _words(text: str, sentence: Sentence) -> list[tuple[int, str, bool]]:
    """The content words of a sentence: where they start, their stem, and whether they look like a name."""
    content = {term[:_START] for term in sentence.terms}
    found: list[tuple[int, str, bool]] = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        stem = match[0].casefold()[:_STEM]
        is_name = match[0][0].isupper() and match.start() > sentence.start and stem not in _NO_NAMES
        if is_name or stem[:_START] in content:
            found.append((match.start(), stem, is_name))
    return found


def _around(words: Sequence[tuple[int, str, bool]], start: int, end: int) -> dict[str, float]:
    left = [word for word in words if word[0] < start][::-1]
    right = [word for word in words if word[0] >= end]
    near: dict[str, float] = {}
    for side in (left, right):
        for distance, (_, stem, is_name) in enumerate(side[:_REACH]):
            weight = (_NAMES_COUNT if is_name else 1.0) / (1 + _FADING * distance)
            near[stem] = max(near.get(stem, 0.0), weight)
    return near


def _next_to(words: Sequence[tuple[int, str, bool]], start: int, end: int) -> frozenset[str]:
    left = [word for word in words if word[0] < start][-_NEXT_TO:]
    right = [word for word in words if word[0] >= end][:_NEXT_TO]
    return frozenset(stem for _, stem, is_name in (*left, *right) if not is_name)


def _modified(quantity: Quantity, words: Sequence[tuple[int, str, bool]]) -> str | None:
    if not _COMPOUND.search(quantity.text):
        return None
    return next((stem for start, stem, _ in words if start >= quantity.end), "")
