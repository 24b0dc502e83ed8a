"""Rules from acts to states, read from `vocabulary/relation_rules.json` and checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Literal

from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/acts/relation_rules.json"

Aspect = Literal[
    "recognition", "relations", "mission", "head of mission", "position", "designation", "sanctions", "assets"
]
Role = Literal["actor", "recipient"]


class Rule(Struct, frozen=True, rename={"from_": "from"}, forbid_unknown_fields=True):
    """An act of `status` brings about `level` of `aspect`, `from_` one of its parties `to` the other.

    `ends` are the levels that end with it.  With `told`, the report's own word for the level is
    used where it has one; with `only_told` the rule holds only where one of those levels is told,
    with `not_told` only where none is.  `implied`: the act implies the state but does not say it.
    `continues`: the state held before the act, which does not date its beginning.
    """

    act: str
    aspect: Aspect
    level: str
    from_: Role
    to: Role
    status: Literal["happened", "not happened"] = "happened"
    ends: tuple[str, ...] = ()
    told: bool = False
    only_told: tuple[str, ...] = ()
    not_told: tuple[str, ...] = ()
    implied: bool = False
    continues: bool = False


class _Aspect(Struct, frozen=True, forbid_unknown_fields=True):
    mutual: bool


class LevelWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words reports have for a level."""

    level: str
    words: tuple[str, ...]


class _Across(Struct, frozen=True, forbid_unknown_fields=True):
    aspect: Aspect
    level: str
    ends: dict[Aspect, tuple[str, ...]]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    aspects: dict[Aspect, _Aspect]
    levels: dict[Aspect, tuple[LevelWords, ...]]
    refines: dict[Aspect, dict[str, str]]
    across: tuple[_Across, ...]
    not_missions: tuple[str, ...]
    rules: tuple[Rule, ...]


class Rules(Struct, frozen=True):
    """The rules by act and status, and what holds for aspects and levels.

    `mutual` are the aspects that hold both ways; by aspect and level, `refines` gives the broader
    level that a level makes precise, `ends` the levels that end when it begins, and `across` the aspects
    and levels that end with it between the same parties, whichever way they hold: severed relations
    close missions.
    """

    by_act: Mapping[tuple[str, str], tuple[Rule, ...]]
    levels: Mapping[str, tuple[LevelWords, ...]]
    not_missions: tuple[str, ...]
    mutual: frozenset[str]
    refines: Mapping[tuple[str, str], str]
    ends: Mapping[tuple[str, str], frozenset[str]]
    across: Mapping[tuple[str, str], frozenset[tuple[str, str]]]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Rules:
        """Read and check the rules.

        Raises:
            VocabularyError: a rule's parties are one, or it ends a level that nothing brings about.
        """
        file = vocabulary.read(_FILE, _File)
        known: set[tuple[str, str]] = {(rule.aspect, rule.level) for rule in file.rules}
        known |= {(aspect, words.level) for aspect, listed in file.levels.items() for words in listed}
        by_act: dict[tuple[str, str], list[Rule]] = defaultdict(list)
        ends: dict[tuple[str, str], set[str]] = defaultdict(set)
        for rule in file.rules:
            _check(rule, known)
            by_act[rule.act, rule.status].append(rule)
            told = [words.level for words in file.levels.get(rule.aspect, ())] if rule.told else []
            for level in (rule.level, *told):
                ends[rule.aspect, level].update(ended for ended in rule.ends if ended != level)
        levels: list[tuple[str, tuple[LevelWords, ...]]] = list(file.levels.items())
        refines: dict[tuple[str, str], str] = {
            (aspect, level): broader
            for aspect, pairs in file.refines.items()
            for level, broader in pairs.items()
        }
        for (aspect, level), broader in refines.items():
            _check_known(aspect, "'refines'", (level, broader), known)
        for item in file.across:
            _check_known(item.aspect, "'across'", (item.level,), known)
            for ended, lost in item.ends.items():
                _check_known(ended, "'across'", lost, known)
        return cls(
            by_act={key: tuple(rules) for key, rules in by_act.items()},
            levels=dict(levels),
            not_missions=file.not_missions,
            mutual=frozenset(name for name, aspect in file.aspects.items() if aspect.mutual),
            refines=refines,
            ends={key: frozenset(levels) for key, levels in ends.items()},
            across={
                (item.aspect, item.level): frozenset(
                    (aspect, level) for aspect, lost in item.ends.items() for level in lost
                )
                for item in file.across
            },
        )


def _check(rule: Rule, known: Set[tuple[str, str]]) -> None:
    if rule.from_ == rule.to:
        raise VocabularyError(f"vocabulary file {_FILE}: {rule.act}: 'from' and 'to' are one role; give both")
    _check_known(rule.aspect, rule.act, (*rule.ends, *rule.only_told, *rule.not_told), known)


def _check_known(aspect: str, where: str, levels: Sequence[str], known: Set[tuple[str, str]]) -> None:
    for level in levels:
        if (aspect, level) not in known:
            raise VocabularyError(
                f"vocabulary file {_FILE}: {where} names the level {level!r} of {aspect}, "
                "which no rule and no word brings about; mend its spelling or add a rule"
            )
