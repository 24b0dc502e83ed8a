"""What other stages found in a report, as propositions ask for it: by a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import lemma_of
from accord.extraction.parse.parsed import Cover
from accord.extraction.propositions.phrases import is_bare
from accord.records import Place, Quantity, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast

_PERSONAL = frozenset({"PRP", "PRP$", "WP"})
_THINGS = frozenset({"it", "its", "what"})
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
        if token.pos_ == "NUM":
            return True
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

    def is_state(self, noun: Token) -> bool:
        """Whether a noun behind "is in" and the like tells a state, no place and no time: "custody"."""
        return is_bare(noun) and not self.is_place(noun) and not self.is_time(noun)

    def is_person(self, token: Token) -> bool:
        """Whether it names a person or a body of them, by name, noun or pronoun."""
        if token.lower_ in self.persons or lemma_of(token) in self.persons:
            return True
        if token.tag_ in _PERSONAL:
            return token.lower_ not in _THINGS
        return self.is_known(token) or (
            token.pos_ == "PROPN" and self.places.at(token.idx) is None and not self._is_thing(token)
        )

    def is_known(self, token: Token) -> bool:
        """Whether the report tells of it as an actor, or it is a noun for one; a building is none."""
        if lemma_of(token) in self.persons or self.cast.members(token):
            return True
        mention = self.cast.covering(token)
        if mention is None:
            return False
        entity = self.cast.by_id.get(mention.actor)
        return mention.form != "description" or entity is None or entity.kind != "institution"

    def _is_thing(self, name: Token) -> bool:
        """Whether a noun before a name says that it is no person's: "the probe Kestrel"."""
        return any(
            c.dep_ in {"compound", "nmod"} and c.pos_ == "NOUN" and lemma_of(c) not in self.persons
            for c in name.children
        )
