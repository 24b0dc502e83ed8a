"""The two states of a guide: who sends the mission, who receives it, and whose a mission in the text is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from accord.errors import AccordError
from accord.vocabulary import PACKAGED, either
from accord.vocabulary.actor_shapes import (
    Country,
    PlaceNames,
    read_countries,
)

Side = Literal["sender", "host", "other"]

# What may stand between an adjective of origin and the noun: "the Ruritanian first Minister".
_BETWEEN = r"(?:(?:first|new|last|own|only|next|postwar|resident|former|special|permanent)\s)?"

# Of each of the two, and so of the sender too.
_EACH = re.compile(r"\b(?:respective|both|two)\s\Z", re.IGNORECASE)

# A country without an entry is known by its name and by words that begin like it: "Nassau", "Nassauer".
_STEM = 5


# A guide on another state names it so many times as often as the host.
_BY_THE_WAY = 2


class _Heads(Struct, frozen=True):
    about: str
    entries: Mapping[str, tuple[str, ...]]


class Sides(Struct, frozen=True):
    """Patterns for the names and adjectives of the sender, the host and other states."""

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

    @classmethod
    def of(cls, host: str, sender: str = "USA") -> Sides:
        """The sides of a guide on `host`, by its name; `sender` is an identifier of countries.json.

        Raises:
            AccordError: no country has that identifier.
        """
        countries = _countries()
        home = next((country for country in countries if country.id == sender), None)
        if home is None:
            raise AccordError(f"no country has the code {sender!r}; give its ISO 3166 alpha-3 code, as 'USA'")
        hosts = [c for c in countries if c.id != sender and _names_it(c, host)]
        named_hosts = tuple(hosts)
        hosts += [c for c in countries if c.historical and c not in hosts and _is_former(c, hosts)]
        parts = (part.strip() for part in re.split(r"[(),]", host))
        words = {host, *(part for part in parts if len(part) > 3)}
        named = words | {n for c in hosts for n in c.names}
        named |= {name.replace("Saint ", "St. ") for name in named}
        adjectives = {a for c in hosts for a in c.adjectives}
        hosts_ids = {c.id for c in hosts}
        thirds = [c for c in countries if c.id not in {sender, *hosts_ids}]
        others = {word for c in thirds for word in (*c.adjectives, *c.names)} - adjectives - named
        stems = {w[: max(_STEM, len(w) - 3)] for w in words if " " not in w and not hosts}
        stem = f"|(?:{'|'.join(map(re.escape, sorted(stems)))})\\w*" if stems else ""
        return cls(
            name=host,
            sender=_words({*home.names, *home.adjectives} - named - adjectives),
            host=re.compile(rf"(?<!\w)(?:{either(named | adjectives)}{stem})(?!\w)"),
            other=_words(others),
            sender_seats=_words({*home.names, *home.capitals, "New York"}),
            capitals=frozenset(city for c in hosts for city in c.capitals),
            host_names=frozenset(named),
            third=_words({n for c in thirds for n in c.names} - named),
            capitals_abroad=frozenset(
                city for c in thirds if _stood_beside(c, named_hosts) for city in c.capitals
            )
            - frozenset(_cities(hosts)),
            sender_heads=_heads(home.id),
            cities_abroad=frozenset(_cities(c for c in thirds if not _is_part(c, hosts)))
            - frozenset(_cities(hosts)),
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
        if adjective := re.search(rf"(\S+(?:\s\S+){{0,5}})\s{_BETWEEN}\Z", before):
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
        if _EACH.search(before):
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
                if re.fullmatch(rf"(?:[’']s?)?\s+{_BETWEEN}", tail) and (
                    last is None or match.end() > last[0]
                ):
                    last = match.end(), side
        if last is None or last[1] == "sender":
            return last[1] if last else None
        joined = re.search(r"(\S+)\s+and\s+\S+\s+\Z", before)  # "the American and Ruritanian Legations"
        return "sender" if joined is not None and self.sender.search(joined[1]) else last[1]


def country_of(name: str) -> str | None:
    """The identifier of the country of that name; None where none or several have it."""
    found = [country.id for country in _countries() if _names_it(country, name)]
    return found[0] if len(found) == 1 else None


def name_of(party: str) -> str:
    """The name of a country by its identifier; of any other party the identifier itself."""
    return next((country.names[0] for country in _countries() if country.id == party), party)


def _names_it(country: Country, host: str) -> bool:
    names = {name.casefold() for name in country.names}
    plain = re.sub(r"\s*\(.*\)|,\s*the$", "", host, flags=re.IGNORECASE)
    inside = re.findall(r"\(([^)]*)\)", host)
    return any(part.casefold() in names for part in (host, plain, *inside))


def _is_former(country: Country, hosts: Sequence[Country]) -> bool:
    """Whether a state of the past is one that a host succeeded: it had the same capital."""
    return any(city in host.capitals for host in hosts for city in country.capitals)


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


def _cities(countries: Iterable[Country]) -> Iterator[str]:
    for country in countries:
        yield from country.capitals
        yield from _places().get(country.id, ())


def _heads(country: str) -> re.Pattern[str]:
    """Presidents and monarchs of a country by title and name; nothing if none are known."""
    surnames = PACKAGED.read("en/actors/heads_of_state.json", _Heads).entries.get(country, ())
    names = either(surnames) or r"\b\B"
    return re.compile(rf"\bPresident\s+(?:[A-Z][\w.]*\s+){{0,3}}?(?:{names})(?!\w)")


@cache
def _places() -> Mapping[str, tuple[str, ...]]:
    return PACKAGED.read("en/actors/places.json", PlaceNames).entries


@cache
def _countries() -> tuple[Country, ...]:
    return read_countries(PACKAGED)
