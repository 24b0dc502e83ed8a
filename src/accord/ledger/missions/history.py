"""The mission that one state kept in another, over time, from all that guides tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.ledger.missions import lists, prose
from accord.ledger.missions.contradictions import Contradiction, contradictions
from accord.ledger.missions.merging import merged
from accord.ledger.missions.records import Act, Change
from accord.ledger.missions.rules import MissionRules
from accord.ledger.missions.seats import in_capital
from accord.ledger.missions.sharpening import sharpened
from accord.ledger.missions.sides import Sides
from accord.ledger.missions.states import changes
from accord.ledger.missions.words import Words
from accord.records import Reading


class History(Struct, frozen=True):
    """The acts that the guides on `host` tell, and the changes of the mission's level they bring about.

    `contradictions` are the acts that the guides date in two ways; the changes take one date of each.
    """

    sender: str
    host: str
    acts: tuple[Act, ...]
    changes: tuple[Change, ...]
    contradictions: tuple[Contradiction, ...] = ()


class MissionReader(Struct, frozen=True):
    """The words and the rules, loaded once for many guides."""

    words: Words
    rules: MissionRules

    @classmethod
    def load(cls) -> MissionReader:
        """Read the vocabularies.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(Words.load(), MissionRules.load())

    def history(self, readings: Sequence[Reading], host: str, sender: str = "USA") -> History:
        """The mission of `sender` (an identifier of countries.json) in `host` (a name).

        The order of the readings does not matter.

        Raises:
            AccordError: no country has that identifier.
        """
        sides = Sides.of(host, sender)
        told: tuple[Act, ...] = ()
        listed: tuple[Act, ...] = ()
        for reading in sorted(readings, key=lambda reading: reading.id):
            if lists.is_list(reading):
                listed += lists.acts(reading, sides, self.words)
            else:
                told += prose.acts(reading, sides, self.words)
        read = in_capital((*told, *listed), sides)
        sharp = sharpened((*told, *listed))
        acts = in_capital(merged(sharp[: len(told)], sharp[len(told) :]), sides)
        if any(sides.is_about_other(r.text) for r in readings if not lists.is_list(r)):
            read, acts = (
                tuple(act for act in some if sides.names_host(act.evidence.text)) for some in (read, acts)
            )
        return History(sender, host, read, changes(acts, self.rules), contradictions(read))
