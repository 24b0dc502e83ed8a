"""How guides to diplomatic relations word the acts of missions: the vocabulary, compiled to patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from accord.vocabulary import read

About = Literal[
    "open", "reopen", "close", "suspend", "sever", "raise", "present", "declare", "appoint", "arrive", "other"
]


class _Mission(Struct, frozen=True, forbid_unknown_fields=True):
    level: str
    words: tuple[str, ...]


class Rank(Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of heads of mission and the levels they stand for; None is that of the mission they head.

    Who heads a mission `interim` stands in for its head, and tells nothing of its level.
    """

    level: str | None
    words: tuple[str, ...]
    interim: bool = False


class _Verbs(Struct, frozen=True, forbid_unknown_fields=True):
    about: About
    words: tuple[str, ...]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    missions: tuple[_Mission, ...]
    ranks: tuple[Rank, ...]
    not_ranks: tuple[str, ...]
    verbs: tuple[_Verbs, ...]
    irreal: tuple[str, ...]
    credentials: tuple[str, ...]
    relations: tuple[str, ...]
    away: tuple[str, ...]
    settled: tuple[str, ...]
    kept: tuple[str, ...]
    lists: tuple[str, ...]


class Words(Struct, frozen=True):
    """The patterns, and what a found word stands for by its lower-case form."""

    mission: re.Pattern[str]
    rank: re.Pattern[str]
    verb: re.Pattern[str]
    irreal: re.Pattern[str]
    credentials: re.Pattern[str]
    relations: re.Pattern[str]
    away: re.Pattern[str]
    settled: re.Pattern[str]
    kept: re.Pattern[str]
    lists: re.Pattern[str]
    levels: Mapping[str, str]
    ranks: Mapping[str, Rank]
    abouts: Mapping[str, About]

    @classmethod
    def load(cls) -> Words:
        """Read and compile the vocabulary."""
        file = read("mission_words.json", _File)
        levels = {word: item.level for item in file.missions for word in item.words}
        ranks = {word: item for item in file.ranks for word in item.words}
        abouts = {word: item.about for item in file.verbs for word in item.words}
        forbidden = "|".join(map(re.escape, file.not_ranks))
        return cls(
            mission=_any(levels),
            rank=re.compile(rf"\b(?:(?:{forbidden})\b|({_alternatives(ranks)})\b)", re.IGNORECASE),
            verb=_any(abouts),
            irreal=re.compile(
                rf"\b(?:{_alternatives(file.irreal)})\s+(?:have\s+)?(?:be(?:en)?\s+)?(?:\w+ly\s+)?\Z",
                re.IGNORECASE,
            ),
            credentials=_any(file.credentials),
            relations=_any(file.relations),
            away=_any(file.away),
            settled=_any(file.settled),
            kept=_any(file.kept),
            lists=_any(file.lists),
            levels=levels,
            ranks=ranks,
            abouts=abouts,
        )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
