"""The guide reader: Readings of guides in, ledger entries and the contradictions among the guides out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from accord.grouping.witnesses import WireFinder
from accord.guides.act_wordings import GuideWords
from accord.guides.bilateral import Sides, States
from accord.guides.contradictions import GuideContradiction
from accord.guides.entries import entries
from accord.guides.history import MissionHistory, history_of
from accord.guides.level_rules import MissionRules
from accord.records import LedgerEntry, Reading
from accord.vocabulary import PACKAGED, Vocabulary


class GuideFindings(Struct, frozen=True):
    """What guides tell of the missions of one state, host by host: `histories`, and `entries` of a ledger.

    `entries` have the aspect "mission", the sender's code and the host's code or name, EDTF dates, and no
    recorded day: what guides say of the past they say without a day of their own.

    >>> len(found.histories), dict(found.contradictions)
    (1, {})
    >>> ledger.post_entries(found.entries).history("USA", "NOR")[0].level
    'Legation'
    """

    histories: tuple[MissionHistory, ...]
    entries: tuple[LedgerEntry, ...]

    @property
    def contradictions(self) -> Mapping[str, tuple[GuideContradiction, ...]]:
        """The acts that the guides tell in two ways, by the host's name; hosts without any are left out."""
        return {history.host: history.contradictions for history in self.histories if history.contradictions}


class GuideReader(Struct, frozen=True):
    """Reads guides by `words`, `rules`, `states` (the countries) and `wires` (agencies), loaded once.

    >>> reader = accord.GuideReader.load()
    >>> len(reader.read(guides, "USA").entries)
    2
    """

    words: GuideWords
    rules: MissionRules
    states: States
    wires: WireFinder

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> GuideReader:
        """Read the vocabularies.

        Raises:
            VocabularyError: a file is broken.
        """
        words = GuideWords.load(vocabulary)
        return cls(
            words,
            MissionRules.load(vocabulary),
            States.load(words.phrases.people, vocabulary),
            WireFinder.load(vocabulary),
        )

    def read(self, readings: Iterable[Reading], sender: str) -> GuideFindings:
        """What guides tell of the missions of `sender`, the code of a country (ISO 3166 alpha-3).

        Each guide is on the host that its title names, as `by_host` says; of the prose and of the lists on
        one host one history is made.  The order of the readings does not matter.

        Raises:
            AccordError: no country has that code.
        """
        histories = tuple(self.history(of_host, host, sender) for host, of_host in by_host(readings).items())
        countries = self.states.countries
        return GuideFindings(
            histories, tuple(entry for history in histories for entry in entries(history, countries))
        )

    def history(self, readings: Sequence[Reading], host: str, sender: str) -> MissionHistory:
        """The mission of `sender` (a code) in `host` (a name), whatever the titles of the readings.

        Raises:
            AccordError: no country has that code.
        """
        sides = Sides.of(host, sender, self.states)
        return history_of(readings, sides, sender, self.words, self.rules, self.wires)


def read_guides(readings: Iterable[Reading], sender: str, vocabulary: Vocabulary = PACKAGED) -> GuideFindings:
    """What guides tell of the missions of `sender`; see `GuideReader.read`.

    Raises:
        AccordError: no country has that code.
        VocabularyError: a file of the vocabulary is broken.

    >>> from pathlib import Path
    >>> text = "The American Legation in Oslo was opened on June 5, 1905. It was closed on July 15, 1940."
    >>> _ = Path("Norway.txt").write_text(text)
    >>> guides = tuple(accord.extract(accord.read("Norway.txt").reports))
    >>> found = accord.read_guides(guides, "USA")
    >>> [(entry.to, entry.level, entry.valid_from) for entry in found.entries]
    [('NOR', 'Legation', '1905-06-05'), ('NOR', 'None', '1940-07-15')]
    """
    return GuideReader.load(vocabulary).read(readings, sender)


def by_host(readings: Iterable[Reading]) -> dict[str, tuple[Reading, ...]]:
    """The guides of each country, by its name.

    The name is what follows the last colon of the title ("Chiefs of Mission: Ruritania"), or the whole
    title; without a title, the last part of the report's identifier.
    """
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        title = reading.title or PurePath(reading.id).stem
        found[title.rpartition(":")[2].strip()].append(reading)
    return {host: tuple(of_host) for host, of_host in sorted(found.items())}
