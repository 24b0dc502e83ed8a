"""The two states of a guide: who sends the mission, who receives it, and whose a mission in the text is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from accord.countries import Countries
from accord.errors import AccordError, VocabularyError
from accord.guides.phrase_patterns import PeoplePatterns
from accord.vocabulary import PACKAGED, Vocabulary, either
from accord.vocabulary.actor_shapes import Country

_HEADS = "en/actors/heads_of_state.json"

Side = Literal["sender", "host", "other"]

# A country without an entry is known by its name and by words that begin like it: "Nassau", "Nassauer".
_STEM = 5
# A part of a name that is no longer names nobody by itself.
_TOO_SHORT = 3
# A guide on another state names it so many times as often as the host.
_BY_THE_WAY = 2


class HeadsOfState(Struct, frozen=True, forbid_unknown_fields=True):
    """heads_of_state.json: family names of those who were head of state of a country, by its code."""

    about: str
    entries: Mapping[str, tuple[str, ...]]


class States(Struct, frozen=True):
    """The countries that the sides of a guide are taken from, and the names of those who headed them."""

    countries: Countries
    heads: Mapping[str, tuple[str, ...]]
    words: PeoplePatterns

    @classmethod
    def load(cls, words: PeoplePatterns, vocabulary: Vocabulary = PACKAGED) -> States:
        """Read the countries and their heads of state.

        Raises:
            VocabularyError: a file is broken, or has heads of a country that is none.
        """
        countries = Countries.load(vocabulary)
        heads = vocabulary.read(_HEADS, HeadsOfState).entries
        if strange := sorted(heads.keys() - countries.by_code.keys()):
            raise VocabularyError(
                f"vocabulary file {_HEADS}: {', '.join(strange)}: no country has that code; "
                "give codes as in countries.json"
            )
        return cls(countries, heads, words)


class Sides(Struct, frozen=True):
    """Patterns for the names and adjectives of the sender, the host and other states.

    `sender_seats` are cities where the host's envoys to the sender, or to all states, have their seat.
    """

    name: str
    sender: re.Pattern[str]
    host: re.Pattern[str]
    other: re.Pattern[str]
    sender_seats: re.Pattern[str]
    capitals: frozenset[str]
    host_names: frozenset[str]
    third: re.Pattern[str]
    cities_abroad: frozenset[str]
    capitals_abroad: frozenset[str]
    sender_heads: re.Pattern[str]
    words: PeoplePatterns

    @classmethod
    def of(cls, host: str, sender: str, states: States) -> Sides:
        """The sides of a guide on `host`, by its name; `sender` is the code of a country.

        Raises:
            AccordError: no country has that code.
        """
        countries = states.countries
        home = countries.by_code.get(sender)
        if home is None:
            raise AccordError(f"no country has the code {sender!r}; give its ISO 3166 alpha-3 code")
        today = tuple(country for country in countries.named(host) if country.id != sender)
        hosts = (*today, *_former(today, countries))
        thirds = [c for c in countries.entries if c.id != sender and c not in hosts]
        words = _host_words(host)
        named = words | {name for country in hosts for name in country.names}
        named |= _shortened(named, states.words.abbreviations)
        adjectives = {adjective for country in hosts for adjective in country.adjectives}
        of_hosts = {city for country in hosts for city in countries.cities(country)}
        others = {word for country in thirds for word in (*country.adjectives, *country.names)}
        return cls(
            name=host,
            sender=_words({*home.names, *home.adjectives} - named - adjectives),
            host=re.compile(rf"(?<!\w)(?:{either(named | adjectives)}{'' if hosts else _stem(words)})(?!\w)"),
            other=_words(others - adjectives - named),
            sender_seats=_words({*home.names, *home.capitals, *states.words.seats}),
            capitals=frozenset(city for country in hosts for city in country.capitals),
            host_names=frozenset(named),
            third=_words({name for country in thirds for name in country.names} - named),
            capitals_abroad=_capitals_beside(thirds, today) - of_hosts,
            sender_heads=_heads(states.words.titles, states.heads.get(sender, ())),
            cities_abroad=_cities_apart(thirds, hosts, countries) - of_hosts,
            words=states.words,
        )

    def is_about_other(self, text: str) -> bool:
        """Whether a guide is on a third state, and tells of the host by the way only."""
        own = [match[0] for match in self.host.finditer(text)]
        others = Counter(match[0] for match in self.third.finditer(text) if match[0] not in self.name)
        return any(
            count > _BY_THE_WAY * sum(other not in name for name in own)
            for other, count in others.items()
            if count > _BY_THE_WAY
        )

    def names_host(self, text: str) -> bool:
        """Whether `text` names the host or its capital."""
        return self.host.search(text) is not None or any(city in text for city in self.capitals)

    def sent_by(self, title: str) -> bool:
        """Whether `title` ("President Lincoln") is that of a head of state of the sender."""
        return self.sender_heads.search(title) is not None

    def is_city_abroad(self, name: str) -> bool:
        """Whether `name` is a city of a third state."""
        return name in self.cities_abroad

    def is_capital_abroad(self, name: str) -> bool:
        """Whether `name` is the capital of a third state of today."""
        return name in self.capitals_abroad

    def is_third(self, name: str) -> bool:
        """Whether `name` is that of a state which is neither of the two."""
        return (
            self.third.search(name) is not None
            and self.host.search(name) is None
            and self.sender.search(name) is None
        )

    def owner(self, text: str, start: int, end: int) -> Side:
        """Whose the mission or its head that `text[start:end]` names is; the sender's if nothing tells."""
        return self.told_owner(text, start, end) or "sender"

    def told_owner(self, text: str, start: int, end: int) -> Side | None:
        """The same, but None if nothing tells."""
        before, after = text[max(0, start - 60) : start], text[end : end + 60]
        if adjective := re.search(rf"(\S+(?:\s\S+){{0,5}})\s{self.words.qualities}\Z", before):
            owned = self._possessor(before[adjective.start() :])
            if owned is not None:
                return owned
        if of := re.match(r"\s+of\s+(?:the\s+)?([^,.;]{2,40})", after):
            if self.sender.match(of[1]):
                return "sender"
            if self.host.match(of[1]):
                return "host"
            if self.third.match(of[1]):
                return "other"
        sent = re.match(r"\s+to\s+(?:the\s+)?([^,.;]{2,40})", after)
        if sent and self.third.match(sent[1]) and self.host.search(sent[1]) is None:
            return "other"
        to = re.match(r"(?:(?!\band\b)[^.;]){0,30}?\b(?:to|in|at)\s+(?:the\s+)?([^,.;]{2,40})", after)
        return "host" if to is not None and self.sender_seats.match(to[1]) else None

    def _possessor(self, before: str) -> Side | None:
        if self.words.each.search(before):
            return "sender"
        last: tuple[int, Side] | None = None
        sides: Sequence[tuple[Side, re.Pattern[str]]] = (
            ("sender", self.sender),
            ("host", self.host),
            ("other", self.other),
        )
        for side, pattern in sides:
            for match in pattern.finditer(before):
                tail = before[match.end() :]
                if re.fullmatch(rf"(?:[’']s?)?\s+{self.words.qualities}", tail) and (
                    last is None or match.end() > last[0]
                ):
                    last = match.end(), side
        if last is None or last[1] == "sender":
            return last[1] if last else None
        joined = re.search(r"(\S+)\s+and\s+\S+\s+\Z", before)  # "the American and Ruritanian Legations"
        return "sender" if joined is not None and self.sender.search(joined[1]) else last[1]


def _capitals_beside(thirds: Iterable[Country], hosts: Sequence[Country]) -> frozenset[str]:
    return frozenset(city for third in thirds if _stood_beside(third, hosts) for city in third.capitals)


def _cities_apart(
    thirds: Iterable[Country], hosts: Sequence[Country], countries: Countries
) -> frozenset[str]:
    """The cities of states that were no part of a host."""
    apart = (third for third in thirds if not _is_part(third, hosts))
    return frozenset(city for third in apart for city in countries.cities(third))


def _shortened(names: Iterable[str], abbreviations: Mapping[str, str]) -> frozenset[str]:
    return frozenset(
        name.replace(f"{long} ", f"{short} ") for name in names for long, short in abbreviations.items()
    )


def _host_words(host: str) -> frozenset[str]:
    """The name of a host, and each part of it that says enough by itself: "Papal States"."""
    parts = (part.strip() for part in re.split(r"[(),]", host))
    return frozenset({host, *(part for part in parts if len(part) > _TOO_SHORT)})


def _stem(words: Iterable[str]) -> str:
    """The pattern of words that begin like one of `words`, for a country of which no adjective is known."""
    stems = {word[: max(_STEM, len(word) - 3)] for word in words if " " not in word}
    return rf"|(?:{'|'.join(map(re.escape, sorted(stems)))})\w*" if stems else ""


def _former(hosts: Sequence[Country], countries: Countries) -> Iterator[Country]:
    """The states of the past that hosts succeeded: those with the same capital."""
    capitals = {city for host in hosts for city in host.capitals}
    for country in countries.entries:
        if country.historical and country not in hosts and not capitals.isdisjoint(country.capitals):
            yield country


def _stood_beside(country: Country, hosts: Sequence[Country]) -> bool:
    """Whether a state and the host were there at one time for sure: both are, or their years overlap."""
    if not hosts or any(host.historical != country.historical for host in hosts):
        return False
    years = [state.years for state in (country, *hosts) if state.years is not None]
    if not country.historical:
        return True
    return len(years) > len(hosts) and max(a for a, _ in years) < min(b for _, b in years)


def _is_part(country: Country, hosts: Sequence[Country]) -> bool:
    """Whether a state of the past was part of a host, by its name: South Ruritania."""
    return country.historical and any(country.names[0].endswith(host.names[0]) for host in hosts)


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)")


def _heads(titles: str, surnames: Iterable[str]) -> re.Pattern[str]:
    """Heads of state by title and family name; nothing where none are known."""
    names = either(surnames) or r"\b\B"
    return re.compile(rf"\b(?:{titles})\s+(?:[A-Z][\w.]*\s+){{0,3}}?(?:{names})(?!\w)")
