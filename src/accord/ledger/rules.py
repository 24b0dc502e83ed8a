"""Which states of relations acts bring about and end, from the entries of acts and `relation_rules.json`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Literal

from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary, either
from accord.vocabulary.acts import FILE as ACTS_FILE
from accord.vocabulary.acts import Acts, Aspect, RelationChange

_FILE = "en/acts/relation_rules.json"

_Level = tuple[str, str]
"""An aspect and one of its levels."""

Telling = Literal["beside", "by envoys", "by speakers"]
"""Who tells of a level: the sentence of an act, envoys received, or whoever speaks."""


class _AspectLine(Struct, frozen=True, forbid_unknown_fields=True):
    mutual: bool


class LevelWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words reports have for a level, and who tells of it."""

    level: str
    words: tuple[str, ...]
    told: Telling = "beside"


class _AcrossLine(Struct, frozen=True, forbid_unknown_fields=True):
    aspect: Aspect
    level: str
    ends: dict[Aspect, tuple[str, ...]]


class _RelationFile(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    aspects: dict[Aspect, _AspectLine]
    levels: dict[Aspect, tuple[LevelWords, ...]]
    refines: dict[Aspect, dict[str, str]]
    across: tuple[_AcrossLine, ...]
    none: tuple[str, ...]
    not_missions: tuple[str, ...]


class Rules(Struct, frozen=True):
    """The changes that acts bring by act and status, and what holds for aspects and levels.

    `mutual` are the aspects that hold both ways; by aspect and level, `refines` gives the broader
    level that a level makes precise, `ends` the levels that end when it begins, and `across` the aspects
    and levels that end with it between the same parties, whichever way they hold: severed relations
    close missions.  `recognising` are the acts that give recognition, `given` the levels that they bring
    about, and `withheld` the level where one of them has not happened.  `none` finds who says that nobody
    does, and `of_envoys` is the position of who receives envoys all the same.
    """

    by_act: Mapping[tuple[str, str], tuple[RelationChange, ...]]
    levels: Mapping[str, tuple[LevelWords, ...]]
    not_missions: tuple[str, ...]
    mutual: frozenset[str]
    refines: Mapping[_Level, str]
    ends: Mapping[_Level, frozenset[str]]
    across: Mapping[_Level, frozenset[_Level]]
    recognising: frozenset[str]
    given: frozenset[str]
    withheld: str
    none: re.Pattern[str]
    of_envoys: str

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Rules:
        """Read and check the rules.

        Raises:
            VocabularyError: a file is broken, or names a level that nothing brings about.
        """
        file = vocabulary.read(_FILE, _RelationFile)
        acts = Acts.load(vocabulary).by_id
        by_act: dict[tuple[str, str], list[RelationChange]] = defaultdict(list)
        for act in acts.values():
            for change in act.changes:
                by_act[act.id, change.status].append(change)
        _check(file, by_act)
        recognising = frozenset(act.id for act in acts.values() if act.recognition == "given")
        return cls(
            by_act={key: tuple(changes) for key, changes in by_act.items()},
            levels={str(aspect): words for aspect, words in file.levels.items()},
            not_missions=file.not_missions,
            mutual=frozenset(name for name, aspect in file.aspects.items() if aspect.mutual),
            refines={
                (aspect, level): broader
                for aspect, pairs in file.refines.items()
                for level, broader in pairs.items()
            },
            ends=_ends(file, by_act),
            across={
                (item.aspect, item.level): frozenset(
                    (aspect, level) for aspect, lost in item.ends.items() for level in lost
                )
                for item in file.across
            },
            recognising=recognising,
            given=frozenset(
                change.level for act in recognising for change in by_act.get((act, "happened"), ())
            ),
            withheld=_only(
                (change.level for act in recognising for change in by_act.get((act, "not happened"), ())),
                f"{ACTS_FILE}: the acts that give recognition",
            ),
            none=re.compile(rf"\b(?:{_spaced(file.none)})\b", re.IGNORECASE),
            of_envoys=_only(
                (words.level for words in file.levels.get("position", ()) if words.told == "by envoys"),
                f"{_FILE}: 'levels' of position told 'by envoys'",
            ),
        )


def _spaced(words: Sequence[str]) -> str:
    """A pattern for any of the words, however the spaces between them are written."""
    return either(words).replace(r"\ ", r"\s+")


def _only(levels: Iterable[str], where: str) -> str:
    """The one level that all of them are."""
    found = sorted(set(levels))
    if len(found) != 1:
        told = ", ".join(found) or "none"
        raise VocabularyError(f"vocabulary file {where} must have one and the same level, not {told}")
    return found[0]


def _ends(
    file: _RelationFile, by_act: Mapping[tuple[str, str], Sequence[RelationChange]]
) -> dict[_Level, frozenset[str]]:
    """The levels that end when one of the same aspect begins."""
    ends: dict[_Level, set[str]] = defaultdict(set)
    for changes in by_act.values():
        for change in changes:
            told = [words.level for words in file.levels.get(change.aspect, ())] if change.told else []
            for level in (change.level, *told):
                ends[change.aspect, level].update(ended for ended in change.ends if ended != level)
    return {key: frozenset(levels) for key, levels in ends.items()}


def _check(file: _RelationFile, by_act: Mapping[tuple[str, str], Sequence[RelationChange]]) -> None:
    """Refuse levels that neither an act nor a word brings about."""
    known: set[_Level] = {(change.aspect, change.level) for found in by_act.values() for change in found}
    known |= {(aspect, words.level) for aspect, listed in file.levels.items() for words in listed}
    for (act, _), found in by_act.items():
        for change in found:
            named = (*change.ends, *change.only_told, *change.not_told)
            _check_known(change.aspect, f"{ACTS_FILE}: {act}", named, known)
    for aspect, pairs in file.refines.items():
        for level, broader in pairs.items():
            _check_known(aspect, f"{_FILE}: 'refines'", (level, broader), known)
    for item in file.across:
        _check_known(item.aspect, f"{_FILE}: 'across'", (item.level,), known)
        for ended, lost in item.ends.items():
            _check_known(ended, f"{_FILE}: 'across'", lost, known)


def _check_known(aspect: str, where: str, levels: Sequence[str], known: Set[_Level]) -> None:
    for level in levels:
        if (aspect, level) not in known:
            raise VocabularyError(
                f"vocabulary file {where} names the level {level!r} of {aspect}, "
                "which no act and no word brings about; mend its spelling or add it to an act"
            )
