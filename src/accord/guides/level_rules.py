"""Rules from acts to the level of a mission, read from `vocabulary/mission_rules.json` and checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.guides.mission_acts import ActKind, MissionAct
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/acts/mission_rules.json"
_SPECIAL = frozenset({"told", "nonresident", "before"})


class LevelRule(Struct, frozen=True, forbid_unknown_fields=True):
    """An act brings a mission `at` a level to another; the vocabulary file says what each field means."""

    act: ActKind
    level: str
    at: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    away: bool | None = None
    settled: bool = False
    unless_within: int = 0
    unless_opened: int = 0
    unless_ended: int = 0
    dated: bool = False
    ended: tuple[ActKind, ...] = ()


class MissionRulesFile(Struct, frozen=True, forbid_unknown_fields=True):
    """mission_rules.json, whose `about` says what each field of a rule asks."""

    about: str
    order: tuple[str, ...]
    rules: tuple[LevelRule, ...]


class MissionRules(Struct, frozen=True):
    """The rules by act, in their order, and the rank of each level, 0 being the lowest."""

    by_act: Mapping[ActKind, tuple[LevelRule, ...]]
    order: Mapping[str, int]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> MissionRules:
        """Read and check the rules.

        Raises:
            VocabularyError: a rule names a level that the order lacks.
        """
        file = vocabulary.read(_FILE, MissionRulesFile)
        known = {*file.order, "Mission", "Unknown"}
        by_act: dict[ActKind, list[LevelRule]] = defaultdict(list)
        for rule in file.rules:
            for level in (*rule.at, *rule.told, *({rule.level} - _SPECIAL)):
                if level not in known:
                    raise VocabularyError(
                        f"vocabulary file {_FILE}: {rule.act} names the level {level!r}, "
                        "which 'order' lacks; mend its spelling or add it"
                    )
            by_act[rule.act].append(rule)
        return cls(
            {act: tuple(rules) for act, rules in by_act.items()},
            {level: place for place, level in enumerate(file.order)},
        )

    def holding(self, act: MissionAct, level: str | None, at: str) -> Iterator[LevelRule]:
        """The rules for `act`, which tells `level`, where the mission stands `at`, the first to count first.

        What happened before and after the act is left to who asks.
        """
        for rule in self.by_act.get(act.kind, ()):
            if (
                (not rule.at or at in rule.at or (at == "Unknown" and "None" in rule.at))
                and (not rule.told or level in rule.told)
                and (rule.away is None or rule.away == act.away)
                and (act.settled or not rule.settled)
            ):
                yield rule
