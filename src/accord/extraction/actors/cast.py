"""The cast of a report: its entities and where they are mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.records import ActorMention, Entity, Place

if TYPE_CHECKING:
    from spacy.tokens import Token


class Collective(Struct, frozen=True):
    """Words that stand for several actors at once: "the two countries".

    `members` are mentions with the same span, one for each actor.
    """

    start: int
    end: int
    members: tuple[ActorMention, ...]


@dataclass(frozen=True)
class Cast:
    """Entities of a report and their mentions, sorted by start, none overlapping another.

    `places` are names of states, towns and regions that say where something is or happens;
    sorted by start, and none of them is a mention.  `collectives` are sorted by start too, and
    none overlaps a mention.  `lands` are the states that the places lie in and collectives stand
    for and that no mention names.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[ActorMention, ...]
    places: tuple[Place, ...] = ()
    lands: tuple[Entity, ...] = ()
    collectives: tuple[Collective, ...] = ()
    by_id: Mapping[str, Entity] = field(init=False, repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _collective_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the entities by identifier and the mentions by start."""
        object.__setattr__(self, "by_id", {e.id: e for e in self.entities})
        object.__setattr__(self, "_starts", tuple(m.start for m in self.mentions))
        object.__setattr__(self, "_collective_starts", tuple(c.start for c in self.collectives))

    def covering(self, token: Token) -> ActorMention | None:
        """The mention whose characters hold `token`."""
        index = bisect_left(self._starts, token.idx + 1) - 1
        if index >= 0 and token.idx < self.mentions[index].end:
            return self.mentions[index]
        return None

    def members(self, token: Token) -> tuple[ActorMention, ...]:
        """The actors that the collective over `token` stands for; empty where there is none."""
        index = bisect_left(self._collective_starts, token.idx + 1) - 1
        if index >= 0 and token.idx < self.collectives[index].end:
            return self.collectives[index].members
        return ()

    def closed(self, named: Iterable[str | None], known: Mapping[str, Entity]) -> tuple[Entity, ...]:
        """The entities, then those that are `named` beside them, and all that any of them is part of.

        What is part of something says so by the identifier of that, which must lead somewhere; `known` are
        the entities of the vocabulary.
        """
        found = dict(self.by_id)
        waiting = [*named, *(entity.part_of for entity in self.entities)]
        while waiting:
            id_ = waiting.pop(0)
            if id_ is not None and id_ not in found and id_ in known:
                found[id_] = known[id_]
                waiting.append(known[id_].part_of)
        return tuple(found.values())

    def within(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """The mentions that lie wholly in the characters `start` to `end`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if m.end <= end)
