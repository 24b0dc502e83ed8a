"""What other stages found in a report, as propositions ask for it: by a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import lemma_of
from accord.extraction.parse.parsed import Cover
from accord.records import Place, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast

_PERSONAL = frozenset({"PRP", "WP"})
_THINGS = frozenset({"it", "itself", "what"})


class Surroundings(Struct, frozen=True):
    """The times, places and actors of one report, by character."""

    cast: Cast
    times: Cover[Time]
    places: Cover[Place]
    persons: frozenset[str]

    @classmethod
    def of(cls, cast: Cast, times: Sequence[Time], persons: frozenset[str]) -> Surroundings:
        """Index what a report tells; `persons` are nouns for persons and bodies of them."""
        return cls(
            cast,
            Cover((time.start, time.end, time) for time in times),
            Cover((place.start, place.end, place) for place in cast.places),
            persons,
        )

    def is_time(self, token: Token) -> bool:
        """Whether a time expression holds the token."""
        return self.times.at(token.idx) is not None

    def is_place(self, token: Token) -> bool:
        """Whether it names a place, or a state that may be one."""
        if self.places.at(token.idx) is not None:
            return True
        mention = self.cast.covering(token)
        entity = self.cast.by_id.get(mention.actor) if mention is not None else None
        return entity is not None and entity.kind == "state"

    def is_person(self, token: Token) -> bool:
        """Whether it names a person or a body of them, by name, noun or pronoun."""
        if token.tag_ in _PERSONAL:
            return token.lower_ not in _THINGS
        if lemma_of(token) in self.persons:
            return True
        return self.cast.covering(token) is not None or bool(self.cast.members(token))
