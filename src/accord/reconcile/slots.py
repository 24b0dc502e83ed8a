"""Figures and dates of a sentence, with what tells which of two sentences' values are of one thing."""

from __future__ import annotations

import math
import re
from calendar import day_name, month_abbr, month_name
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from msgspec import Struct
from rapidfuzz.distance import Prefix

from accord.group.terms import common_weigher
from accord.reconcile.compare import quantity as quantities
from accord.reconcile.compare import time as times
from accord.reconcile.coreference.words import ActWords
from accord.reconcile.events import Happening
from accord.reconcile.passages import Passage
from accord.reconcile.sources import Sources
from accord.reconcile.values import is_glued, items_of, value_of
from accord.records import Quantity, Sentence, Time
from accord.vocabulary import read

_WORD = re.compile(r"[^\W\d_]{3,}")
_TOKEN = re.compile(r"\w+|[^\w\s]")
# A number written as one word with what it counts ("7-yard", "five-day").
_COMPOUND = re.compile(r"(?<=\w)\s?-\s?(?!million|billion|trillion)[a-z]{3,}\b(?!-)|-old\b")
# "28 of 41 passes": the figure is the whole that another is a part of.
_WHOLE_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) of (?:the |its |their )?$"
)
# The share of news reports that hold a word not known to be common.
_SHARE = 0.003
# "More than 40" is a bound, and not "40 more".
_BOUND = re.compile(r"\bmore than\b|\bor more\b", re.IGNORECASE)
_REACH = 8
_NEXT_TO = 3
_TOKENS = 3
_NAMES_NEAR = 5
# How much less a word counts the further from the value it stands, and how much more a name does.
_FADING = 0.35
_NAMES_COUNT = 1.5
# Enough of a word to tell it, without its ending.
_STEM = 6
# Enough of a word to tell whether it is one of the sentence's content lemmas.
_START = 3
_MONTH = re.compile(r"\b(?:" + "|".join(month.casefold() for month in month_abbr if month) + ")")
_YEAR = re.compile(r"\d{4}|['’]\d\d")
# "Announced today (14 October)": the date of the text's own day.
_EXPLAINED = re.compile(r"\b(today|tonight|yesterday|tomorrow|this \w+)\s*\($", re.IGNORECASE)
_WEEKDAYS = tuple(day.casefold() for day in day_name)
_NO_NAMES = frozenset(name.casefold()[:_STEM] for name in (*day_name, *month_name))


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


@cache
def counted_classes() -> Mapping[str, frozenset[str]]:
    """The classes of things that nouns name, read once for all stories."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, nouns in read("counted.json", dict[str, tuple[str, ...]]).items():
        for noun in nouns:
            classes[noun].add(name)
    return {noun: frozenset(names) for noun, names in classes.items()}


@cache
def _families() -> Mapping[str, frozenset[str]]:
    """The families of words for acts, read once for all stories; light and reporting verbs tell of no act."""
    acts = ActWords.load()
    told = acts.light | acts.reporting
    return {word: names for word, names in acts.families.items() if word not in told}


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
        self._limits = words_of["limits"]
        self._measures = words_of["measures"]
        self._weigher, self._families = common_weigher(), _families()
        self._counted = counted_classes()
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
        words = _words(reading.text, sentence)
        names = frozenset(word.stem for word in words if word.is_name)
        kinds = [kind for kind, _ in items]
        printed = _day(reading.published)
        acts = self._acts.get(key, ())
        slots = [
            Slot(
                report=passage.report,
                sentence=passage.index,
                start=item.start,
                kind=kind,
                value=_value(item),
                label=(item.edtf if isinstance(item, Time) else None) or " ".join(item.text.split()),
                around=_around(words, item.start, item.end),
                telling=self._telling(words, item.start, item.end),
                families=self._nearest(words, item.start, item.end),
                akin=self._akin(words, item.start, item.end),
                apart=self._apart(item, reading.text[sentence.start : item.start]),
                of_speech=bool(_next_to(words, item.start, item.end, 1) & self._reporting),
                next_to=_next_to(words, item.start, item.end) - self._reporting,
                names=names,
                specifics=self._specifics(item, sentence),
                modifies=_modified(item, words),
                crowd=kinds.count(kind),
                owner=self._owners.get((passage.report, item.start)) if kind == "time" else None,
                counts=isinstance(item, Quantity) and item.unit not in self._measures and not is_glued(item),
                left=_written(reading.text[sentence.start : item.start])[::-1][:_TOKENS],
                right=_written(reading.text[item.end : sentence.end])[:_TOKENS],
                named=_named(words, item.start, item.end),
                as_of_print=_as_of_print(item, reading.text[sentence.start : item.start]),
                printed=printed,
                tells=passage.tells,
                classes=self._classes_of(item, words),
                acts=tuple(
                    act for _, act in sorted((abs(start - item.start), act) for start, act in acts)[:2]
                ),
            )
            for kind, item in items
        ]
        return tuple(sorted(slots, key=lambda slot: (slot.start, slot.kind)))

    def _telling(self, words: Sequence[_Word], start: int, end: int) -> dict[str, float]:
        near: dict[str, float] = {}
        for side in _sides(words, start, end):
            for distance, word in enumerate(side[:_REACH]):
                rare = -math.log(self._weigher.share(word.lemma) or _SHARE)
                weight = rare / (1 + _FADING * distance)
                near[word.stem] = max(near.get(word.stem, 0.0), weight)
        return near

    def _akin(self, words: Sequence[_Word], start: int, end: int) -> frozenset[str]:
        near = (word for side in _sides(words, start, end) for word in side[:_NAMES_NEAR] if not word.is_name)
        return frozenset(name for word in near for name in self._families.get(word.lemma, ()))

    def _apart(self, item: Time | Quantity, before: str) -> frozenset[str]:
        """What makes it another value: "two other men" are not two men, "since May" is not May."""
        if isinstance(item, Time):
            last = _written(before)[-1:]
            return frozenset(word for word in (*last, *_written(item.text)[:1]) if word in self._limits)
        found = {word for word in _written(_BOUND.sub("", item.text)) if word in self._relative}
        return frozenset(found | {"of"} if _WHOLE_OF.search(before) else found)

    def _nearest(self, words: Sequence[_Word], start: int, end: int) -> frozenset[str]:
        """The families of the act told nearest to the value."""
        near = [
            (at, word)
            for side in _sides(words, start, end)
            for at, word in enumerate(side[:_REACH])
            if not word.is_name and word.lemma in self._families
        ]
        if not near:
            return frozenset()
        return self._families[min(near, key=lambda found: found[0])[1].lemma]

    def _classes_of(self, item: Time | Quantity, words: Sequence[_Word]) -> frozenset[str]:
        if _COMPOUND.search(item.text):
            after = [word.lemma for word in words if word.start >= item.end][:_NEXT_TO]
            return next((self._counted[noun] for noun in after if noun in self._counted), frozenset())
        unit = item.unit if isinstance(item, Quantity) else None
        return self._counted.get(unit or "", frozenset())

    def _specifics(self, item: Time | Quantity, sentence: Sentence) -> frozenset[str]:
        if isinstance(item, Time):
            return frozenset()
        told = {term[:_STEM] for term in sentence.terms}
        unit = (item.unit or "")[:_STEM]
        found = {
            word[0].casefold()[:_STEM]
            for word in _WORD.finditer(item.text)
            if word[0].casefold() not in self._number_words
        }
        return frozenset(stem for stem in found & told if stem != unit)


class _Word(Struct, frozen=True):
    """A content word of a sentence; `stem` is the start of it as written."""

    start: int
    stem: str
    is_name: bool
    lemma: str


def _words(text: str, sentence: Sentence) -> list[_Word]:
    """The content words of a sentence, in order."""
    content: dict[str, list[str]] = defaultdict(list)
    for term in sentence.terms:
        content[term[:_START]].append(term)
    found: list[_Word] = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match[0].casefold()
        stem = word[:_STEM]
        named = match[0].isupper() or (match[0][0].isupper() and match.start() > sentence.start)
        is_name = named and stem not in _NO_NAMES
        lemmas = content.get(stem[:_START])
        if is_name or lemmas:
            lemma = max(lemmas or (word,), key=lambda term: (Prefix.similarity(term, word), -len(term)))
            found.append(_Word(match.start(), stem, is_name, lemma))
    return found


def _written(text: str) -> tuple[str, ...]:
    return tuple(token.casefold() for token in _TOKEN.findall(text))


def _sides(words: Sequence[_Word], start: int, end: int) -> tuple[list[_Word], list[_Word]]:
    """The words before the value and after it, nearest first."""
    return [word for word in words if word.start < start][::-1], [w for w in words if w.start >= end]


def _around(words: Sequence[_Word], start: int, end: int) -> dict[str, float]:
    near: dict[str, float] = {}
    for side in _sides(words, start, end):
        for distance, word in enumerate(side[:_REACH]):
            weight = (_NAMES_COUNT if word.is_name else 1.0) / (1 + _FADING * distance)
            near[word.stem] = max(near.get(word.stem, 0.0), weight)
    return near


def _next_to(words: Sequence[_Word], start: int, end: int, most: int = _NEXT_TO) -> frozenset[str]:
    sides = _sides(words, start, end)
    return frozenset(word.stem for side in sides for word in side[:most] if not word.is_name)


def _named(words: Sequence[_Word], start: int, end: int) -> frozenset[str]:
    sides = _sides(words, start, end)
    return frozenset(word.stem for side in sides for word in side[:_NAMES_NEAR] if word.is_name)


def _modified(item: Time | Quantity, words: Sequence[_Word]) -> str | None:
    if not _COMPOUND.search(item.text):
        return None
    return next((word.stem for word in words if word.start >= item.end), "")


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _value(item: Time | Quantity) -> quantities.Range | times.Span:
    """What an item says itself: the year of "Sept. 11" is only reckoned from the day of publication."""
    value = value_of(item)
    if isinstance(item, Time) and isinstance(value, times.Span) and item.anchor == "published":
        told = item.text.casefold()
        if _MONTH.search(told) and not _YEAR.search(told) and "X" not in value.month:
            return times.Span(month=value.month, day=value.day)
    return value


def _as_of_print(item: Time | Quantity, before: str) -> str | None:
    if isinstance(item, Quantity):
        return None
    if explained := _EXPLAINED.search(before):
        return explained[1].casefold()
    if item.anchor != "published":
        return None
    told = item.text.casefold()
    return next((day for day in _WEEKDAYS if day in told), told)
