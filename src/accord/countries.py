"""Countries: what is a state, by its code and its names, and the codes of actors that are no state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.actor_shapes import Country, PlaceNames, read_countries

NOT_STATES = frozenset({"IGO", "NGO", "MNE", "IMG"})
"""Codes that many actors share and that stand for no state.

One of them, of companies of many countries, is also the alpha-3 code of a state; see `state_of`.
"""

_BESIDE = re.compile(r"\s*\(.*\)|,\s*the$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")


def state_of(code: str | None, actor: str) -> str | None:
    """The code of the state that an actor with that code and that identifier belongs to; None for no state.

    A code that companies share with a state is the state's only for that state itself and its parts.
    """
    if code in NOT_STATES and actor != code and not actor.startswith(f"{code}/"):
        return None
    return code


class Countries(Struct, frozen=True):
    """The states and territories of the vocabulary, present and past, and the cities that lie in them.

    `entries` are in the order of the file, `by_code` has each by its `Country.id`, `places` the cities
    and regions by that code.

    >>> accord.Countries.load().name_of("NOR")
    'Norway'
    """

    entries: tuple[Country, ...]
    by_code: Mapping[str, Country]
    places: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Countries:
        """Read the countries and places of a vocabulary.

        Raises:
            VocabularyError: a file is missing or not of its shape.
        """
        entries = read_countries(vocabulary)
        places = vocabulary.read("en/actors/places.json", PlaceNames).entries
        return cls(entries, {country.id: country for country in entries}, places)

    def name_of(self, party: str) -> str:
        """The first name of the country with that code; of any other party the identifier itself."""
        country = self.by_code.get(party)
        return country.names[0] if country is not None else party

    def code_of(self, name: str) -> str | None:
        """The code of the country of that name; None where none or several have it."""
        found = self.named(name)
        return found[0].id if len(found) == 1 else None

    def named(self, name: str) -> tuple[Country, ...]:
        """The countries that bear a name, whatever its case.

        Of a name with another in brackets, either and both together count: "Ruritania (Strelsau)".
        """
        forms = {part.casefold() for part in (name, _BESIDE.sub("", name), *_IN_BRACKETS.findall(name))}
        return tuple(
            country
            for country in self.entries
            if not forms.isdisjoint(known.casefold() for known in country.names)
        )

    def cities(self, country: Country) -> Iterator[str]:
        """The capitals of a country, then its other cities and regions."""
        yield from country.capitals
        yield from self.places.get(country.id, ())
