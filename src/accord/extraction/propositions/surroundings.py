"""What other stages found in a report, as propositions ask for it: by a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import lemma_of
from accord.extraction.parse.parsed import Cover
from accord.records import Place, Quantity, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast

_PERSONAL = frozenset({"PRP", "WP"})
_THINGS = frozenset({"it", "what"})
_SHARE = "percent"
_SIGN = "%"


class Surroundings(Struct, frozen=True):
    """The times, places and actors of one report, by character."""

    cast: Cast
    times: Cover[Time]
    figures: Cover[Quantity]
    places: Cover[Place]
    persons: frozenset[str]

    @classmethod
    def of(
        cls, cast: Cast, times: Sequence[Time], quantities: Sequence[Quantity], persons: frozenset[str]
    ) -> Surroundings:
        """Index what a report tells; `persons` are nouns for persons and bodies of them."""
        return cls(
            cast,
            Cover((time.start, time.end, time) for time in times),
            Cover((quantity.start, quantity.end, quantity) for quantity in quantities),
            Cover((place.start, place.end, place) for place in cast.places),
            persons,
        )

    def is_time(self, token: Token) -> bool:
        """Whether a time expression holds the token."""
        return self.times.at(token.idx) is not None

    def is_figure(self, token: Token) -> bool:
        """Whether it is no more than an amount: of money, a share, a bare number."""
        quantity = self.figures.at(token.idx)
        if quantity is None:
            return False
        unit = quantity.unit or ""
        return unit.isupper() or unit == _SHARE or token.pos_ in {"NUM", "SYM"} or token.text == _SIGN

    def is_place(self, token: Token) -> bool:
        """Whether it names a place, or a state that may be one."""
        if self.places.at(token.idx) is not None:
            return True
        mention = self.cast.covering(token)
        entity = self.cast.by_id.get(mention.actor) if mention is not None else None
        return entity is not None and entity.kind == "state"

    def is_person(self, token: Token) -> bool:
        """Whether it names a person or a body of them, by name, noun or pronoun."""
        if token.lower_ in self.persons or lemma_of(token) in self.persons:
            return True
        if token.tag_ in _PERSONAL:
            return token.lower_ not in _THINGS
        if self.cast.covering(token) is not None or self.cast.members(token):
            return True
        return token.pos_ == "PROPN" and self.places.at(token.idx) is None
