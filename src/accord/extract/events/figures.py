"""Words of war in politics: a politician who attacks a rival criticises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extract.events.clauses import lemma_of
from accord.extract.events.merge import Draft
from accord.vocabulary import read

if TYPE_CHECKING:
    from accord.extract.actors.cast import Cast

_PEOPLE = frozenset({"person", "people"})
# Words of fighting that politicians fight with words.
_FIGHTS = frozenset({"fight", "battle", "clash", "skirmish", "spar", "duel"})
_ARMED = frozenset({"REB", "MIL", "COP", "SPY", "UAF", "CRM"})


class _File(Struct, frozen=True):
    weapons: str


class Figures(Struct, frozen=True):
    """Tells attacks by words from attacks by force."""

    weapons: re.Pattern[str]

    @classmethod
    def load(cls) -> Figures:
        """Read event_roles.json."""
        return cls(re.compile(read("event_roles.json", _File).weapons, re.IGNORECASE))

    def literal(self, draft: Draft, cast: Cast) -> Draft:
        """The draft; an attack by persons, with nothing of weapons or wounds beside it, as criticism."""
        sense = draft.trigger.sense
        fought = sense.act == "attack" or (
            sense.type == "ASSAULT" and lemma_of(draft.trigger.token) in _FIGHTS
        )
        if not fought or not draft.actors:
            return draft
        actors = [cast.by_id.get(mention.actor) for mention in draft.actors]
        if any(a is None or a.kind not in _PEOPLE or a.sector in _ARMED for a in actors):
            return draft
        if self.weapons.search(draft.trigger.token.sent.text):
            return draft
        spoken = replace(
            sense, type="ACCUSE", act=None, mode="disapprove", cameo="111", contexts=(), one=False
        )
        return replace(draft, trigger=replace(draft.trigger, sense=spoken))
