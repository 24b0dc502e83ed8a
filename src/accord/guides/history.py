"""The mission that one state kept in another, over time, from all that guides tell of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from msgspec import Struct

from accord.edtf import (
    agree,
    one_of,
)
from accord.guides import (
    lists,
    prose,
)
from accord.guides.act_wordings import Words
from accord.guides.bilateral import (
    Sides,
    country_of,
)
from accord.guides.contradictions import (
    Contradiction,
    contradictions,
)
from accord.guides.joining import (
    in_capital,
    merged,
    sharpened,
)
from accord.guides.level_rules import MissionRules
from accord.guides.levels import changes
from accord.guides.mission_acts import (
    Act,
    Change,
)
from accord.records import (
    Evidence,
    LedgerEntry,
    Reading,
    Verdict,
)
from accord.vocabulary import PACKAGED, Vocabulary


def by_host(readings: Iterable[Reading]) -> dict[str, tuple[Reading, ...]]:
    """The guides of each country, by its name.

    The name is what follows the last colon of the title ("Chiefs of Mission: Ruritania"), or the whole
    title; without a title, the last part of the report's identifier.

    >>> from pathlib import Path
    >>> text = "The American Legation in Oslo was opened on June 5, 1905. It was closed on July 15, 1940."
    >>> _ = Path("Norway.txt").write_text(text)
    >>> guides = accord.guides_by_host(accord.extract(accord.read("Norway.txt").reports))
    >>> list(guides)
    ['Norway']
    """
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        title = reading.title or PurePath(reading.id).stem
        found[title.rpartition(":")[2].strip()].append(reading)
    return {host: tuple(of_host) for host, of_host in sorted(found.items())}


class History(Struct, frozen=True):
    """The acts that the guides on `host` tell, and the changes of the mission's level they bring about.

    `sender` is the identifier of the state whose mission it is, `host` the name of the country where it is.
    `acts` stand in the order of the guides, `changes` in that of time.
    `contradictions` are the acts that the guides date in two ways; the changes take one date of each.

    >>> [(entry.level, entry.valid_from) for entry in accord.Ledger().post_missions([history]).view()]
    [('Legation', '1905-06-05'), ('None', '1940-07-15')]
    """

    sender: str
    host: str
    acts: tuple[Act, ...]
    changes: tuple[Change, ...]
    contradictions: tuple[Contradiction, ...] = ()


class MissionReader(Struct, frozen=True):
    """Reads guides, with `words` and `rules` that are loaded once for many of them.

    >>> reader = accord.MissionReader.load()
    >>> history = reader.history(guides["Norway"], "Norway", sender="USA")
    >>> [(change.date, change.level) for change in history.changes]
    [('1905-06-05', 'Legation'), ('1940-07-15', 'None')]
    """

    words: Words
    rules: MissionRules

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> MissionReader:
        """Read the vocabularies.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(Words.load(vocabulary), MissionRules.load(vocabulary))

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


def entries(history: History, known: str | None = None) -> Iterator[LedgerEntry]:
    """One entry for each level of the mission, recorded on the day `known`; the last has no end."""
    for change, later in pairwise((*history.changes, None)):
        if change is None:
            continue
        disputes = [c for c in history.contradictions if _is_of(change, c)]
        quoted = _quoted(change, history.acts)
        contested = sorted({date for dispute in disputes for date in dispute.dates})
        yield LedgerEntry(
            from_=history.sender,
            to=country_of(history.host) or history.host,
            aspect="mission",
            level=change.level,
            valid_from=one_of(contested) if len(contested) > 1 else change.date,
            valid_to=later.date if later is not None else None,
            recorded=known,
            verdict=_verdict(disputes, quoted),
            evidence=tuple(dict.fromkeys((*quoted, *_sides(disputes)))),
            note=_note(change, disputes, contested),
        )


def _is_of(change: Change, contradiction: Contradiction) -> bool:
    return change.act == contradiction.kind and change.date in contradiction.dates


def _quoted(change: Change, acts: Sequence[Act]) -> tuple[Evidence, ...]:
    """The words for a change: those of its act, and of every act told alike of the day."""
    alike = [act.evidence for act in acts if act.kind == change.act and agree(act.date, change.date)]
    return tuple(dict.fromkeys((*change.evidence, *alike)))


def _sides(disputes: Sequence[Contradiction]) -> Iterator[Evidence]:
    for dispute in disputes:
        yield from (side.evidence for side in dispute.sides)


def _verdict(disputes: Sequence[Contradiction], quoted: Sequence[Evidence]) -> Verdict:
    if disputes:
        return "inconsistent" if all(dispute.within for dispute in disputes) else "contested"
    return "corroborated" if len({item.report for item in quoted}) > 1 else "single source"


def _note(change: Change, disputes: Sequence[Contradiction], contested: Sequence[str]) -> str:
    told: list[str] = [change.act]
    if len(contested) > 1:
        told.append(f"date contested: {' or '.join(contested)}; reckoned from {change.date}")
    if levels := sorted({level for dispute in disputes for level in dispute.levels}):
        told.append(f"level contested: {' or '.join(levels)}")
    return "; ".join(told)
