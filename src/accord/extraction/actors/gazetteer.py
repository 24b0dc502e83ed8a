"""Every name and noun the vocabularies know, looked up by hash from the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from accord.records import Entity, EntityKind
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.actor_shapes import (
    Country,
    Institutions,
    NamedActor,
    Nouns,
    PlaceNames,
    Unowned,
    read_countries,
    read_named,
    read_nouns,
)

Role = Literal[
    "state", "adjective", "nationals", "capital", "metonym", "named", "person",
    "whole", "institution", "title", "people", "place", "body",
]  # fmt: skip

OWNERS: frozenset[str] = frozenset({"state", "adjective", "capital", "metonym", "named"})
"""Roles of names that can own an institution, an office or people."""

HEADS: frozenset[str] = frozenset({"whole", "institution", "title", "people"})
"""Roles of common nouns that head a mention."""

_SPLIT = re.compile(r"([,()&]|(?<=[^\W_])-(?=[^\W\d_]))")
_POSSESSIVE = re.compile(r"(.+?)('s|')")


class ActorSense(Struct, frozen=True):
    """One reading of some words.  `id` is an `Entity.id` for names, a noun class for nouns."""

    role: Role
    id: str
    sector: str | None = None
    alone: bool = True
    plural: bool = False
    abroad: bool = False
    unowned: Unowned | None = None


class _NameEntry(Struct, frozen=True):
    surface: tuple[str, ...]
    senses: tuple[ActorSense, ...]


class _FirstWordBucket(Struct, frozen=True):
    """The entries with one first word, by their words in lower case; `lengths` from the longest."""

    lengths: tuple[int, ...]
    entries: dict[tuple[str, ...], list[_NameEntry]]


class Gazetteer:
    """Names and nouns by their words; entities of the gazetteer by identifier.

    `past` has the years of states that are no more, `homes` the states of offices only one state has.
    """

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.past: dict[str, tuple[int, int]] = {}
        self.homes: dict[str, str] = {}
        self._forms: dict[str, list[tuple[str, ActorSense]]] = {}
        # Few first words of the lexicon occur in a report: names are split when first met.
        self._buckets: dict[str, _FirstWordBucket] = {}

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Gazetteer:
        """Read the vocabulary files of actors.

        Raises:
            VocabularyError: a file is missing or not of its shape.
        """
        lexicon = cls()
        for country in read_countries(vocabulary):
            lexicon._add_country(country)
        institutions = vocabulary.read("en/actors/institutions.json", Institutions)
        named: tuple[tuple[EntityKind, Iterable[NamedActor]], ...] = (
            ("organisation", read_named(vocabulary, "en/actors/organisations.json")),
            ("group", read_named(vocabulary, "en/actors/groups.json")),
            ("institution", institutions.named),
            ("group", read_named(vocabulary, "en/actors/collectives.json")),
            ("person", read_named(vocabulary, "en/actors/persons.json")),
        )
        for kind, actors in named:
            for actor in actors:
                lexicon._add_named(kind, actor)
        for noun in institutions.nouns:
            lexicon._add_nouns("whole" if noun.scope == "whole" else "institution", noun)
        for noun in read_nouns(vocabulary, "en/actors/titles.json"):
            lexicon._add_nouns("title", noun)
        for noun in read_nouns(vocabulary, "en/actors/people.json"):
            lexicon._add_nouns("people", noun)
        for code, places in vocabulary.read("en/actors/places.json", PlaceNames).entries.items():
            for place in places:
                lexicon._add(place, ActorSense("place", code))
        return lexicon

    def match(
        self, texts: Sequence[str], lowers: Sequence[str], start: int, end: int
    ) -> tuple[int, tuple[ActorSense, ...], bool] | None:
        """The longest entry that starts at word `start` and ends by `end`.

        Returns the index after its last word, its senses, and whether it is a name written
        as it must be (an acronym or mixed capitals); None where there is none.
        """
        first = lowers[start]
        bucket = self._buckets.get(first)
        if bucket is None:
            if first not in self._forms:
                return None
            bucket = self._buckets[first] = _bucket(self._forms[first])
        found = _longest(bucket, texts, lowers, start, end)
        if found is not None and first == "the":
            # "the West Bank" holds a longer name than "the West".
            inner = self.match(texts, lowers, start + 1, end) if start + 1 < end else None
            if inner is not None and inner[0] > found[0]:
                return None
        return found

    def name_words(self, texts: Sequence[str]) -> set[int]:
        """The places of the words of `texts` that belong to a name, not a common noun, of the gazetteer."""
        lowers = [text.lower() for text in texts]
        places: set[int] = set()
        at = 0
        while at < len(texts):
            found = self.match(texts, lowers, at, len(texts))
            named = found is not None and any(sense.role not in HEADS for sense in found[1])
            end = found[0] if found is not None and named else at + 1
            if named:
                places.update(range(at, end))
            at = end
        return places

    def forms(self) -> Iterator[str]:
        """Every name and noun, as the vocabularies write it."""
        for forms in self._forms.values():
            for name, _ in forms:
                yield name

    def _add_country(self, country: Country) -> None:
        name = country.names[0]
        self.entities[country.id] = Entity(country.id, name, "state", country.id, "GOV")
        if country.years is not None:
            self.past[country.id] = country.years
        forms: tuple[tuple[Role, tuple[str, ...]], ...] = (
            ("state", country.names),
            ("adjective", country.adjectives),
            ("nationals", country.people),
            ("capital", country.capitals),
            ("metonym", country.metonyms),
        )
        for role, names in forms:
            sense = ActorSense(role, country.id, "CVL" if role == "nationals" else "GOV")
            for form in names:
                self._add(form, sense)

    def _add_named(self, kind: EntityKind, actor: NamedActor) -> None:
        self.entities[actor.id] = Entity(
            actor.id,
            actor.name or actor.names[0],
            kind,
            actor.code,
            actor.sector,
            actor.part_of,
            actor.role,
        )
        sense = ActorSense("person" if kind == "person" else "named", actor.id, actor.sector)
        for name in actor.names:
            self._add(name, sense)

    def _add_nouns(self, role: Role, entry: Nouns) -> None:
        if entry.state is not None:
            self.homes[entry.id] = entry.state
        one = ActorSense(role, entry.id, entry.sector, entry.alone, False, entry.abroad, entry.unowned)
        many = ActorSense(role, entry.id, entry.sector, entry.alone, True, entry.abroad, entry.unowned)
        for noun in entry.nouns:
            self._add(noun, many if noun.endswith(("s", "men", "people")) and noun[-2:] != "ss" else one)

    def _add(self, name: str, sense: ActorSense) -> None:
        first = name.partition(" ")[0]
        if not first.isalpha():
            first = words_of(first)[0]
        self._forms.setdefault(first.lower(), []).append((name, sense))


def _longest(
    bucket: _FirstWordBucket, texts: Sequence[str], lowers: Sequence[str], start: int, end: int
) -> tuple[int, tuple[ActorSense, ...], bool] | None:
    for length in bucket.lengths:
        if start + length > end:
            continue
        entries = bucket.entries.get(tuple(lowers[start : start + length]), ())
        fitting = [entry for entry in entries if _fits(entry.surface, texts, start)]
        if fitting:
            senses = dict.fromkeys(sense for entry in fitting for sense in entry.senses)
            return start + length, tuple(senses), _is_exact(fitting[0].surface[0])
    return None


def _bucket(forms: Iterable[tuple[str, ActorSense]]) -> _FirstWordBucket:
    senses: dict[tuple[str, ...], dict[ActorSense, None]] = {}
    for name, sense in forms:
        senses.setdefault(words_of(name), {})[sense] = None
    entries: dict[tuple[str, ...], list[_NameEntry]] = {}
    for surface, found in senses.items():
        key = tuple(word.lower() for word in surface)
        entries.setdefault(key, []).append(_NameEntry(surface, tuple(found)))
    return _FirstWordBucket(tuple(sorted({len(key) for key in entries}, reverse=True)), entries)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, split as the parser splits a text."""
    if name.isalpha():
        return (name,)
    words: list[str] = []
    for chunk in name.split():
        if chunk.isalpha():
            words.append(chunk)
            continue
        for part in _SPLIT.split(chunk):
            possessive = _POSSESSIVE.fullmatch(part)
            if possessive:
                words.extend(possessive.groups())
            elif part:
                words.append(part)
    return tuple(words)


def _is_exact(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:])


def _fits(surface: tuple[str, ...], texts: Sequence[str], start: int) -> bool:
    for at, word in enumerate(surface, start):
        if word[0].isupper():
            text = texts[at]
            if not text[0].isupper() or (_is_exact(word) and text != word):
                return False
    return True
