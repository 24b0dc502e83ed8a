"""Who the parties to relations are: the states, organisations and groups behind those who act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.records import DossierActor

_PARTIES = frozenset({"state", "organisation", "group"})


class Parties(Struct, frozen=True):
    """The actors of a dossier by identifier."""

    actors: Mapping[str, DossierActor]

    @classmethod
    def of(cls, actors: Sequence[DossierActor]) -> Parties:
        """Index `actors`."""
        return cls({actor.id: actor for actor in actors})

    def party(self, actor: str) -> str | None:
        """Identifier of the state, organisation or group that `actor` acts for; None if not known."""
        seen: set[str] = set()
        while actor not in seen:
            seen.add(actor)
            known = self.actors.get(actor)
            if known is None or known.kind in _PARTIES:
                return actor
            if known.part_of is None:
                return known.code if known.code in self.actors else None
            actor = known.part_of
        return None

    def kin(self, party: str) -> frozenset[str]:
        """`party` and all it is part of: who recognises a government deals with the country it rules."""
        found: set[str] = set()
        following: str | None = party
        while following is not None and following not in found:
            found.add(following)
            known = self.actors.get(following)
            if known is not None and known.code is not None and known.code in self.actors:
                found.add(known.code)
            following = known.part_of if known is not None else None
        return frozenset(found)
