"""Mentions put together into happenings: candidates by their words, then by average likelihood."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.coreference.features import (
    Signer,
    Signs,
)
from accord.reconciliation.coreference.forest import Forest
from accord.reconciliation.coreference.link import link
from accord.reconciliation.coreference.mention import (
    ActMention,
    Pair,
)
from accord.reconciliation.coreference.pair_context import Company
from accord.reconciliation.coreference.story_statistics import (
    Alike,
    Setting,
)
from accord.reconciliation.coreference.word_families import (
    ActWords,
    Sense,
    stem,
)
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/coreference.json"

# Of the mentions with a like word, at most so many are looked at.
_MOST = 48
# A pronoun takes up what was told at most so many sentences before.
_PRONOUN_REACH = 3


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    threshold: float
    first: Forest
    second: Forest


class Coreference(Struct, frozen=True):
    """Joins mentions by how likely a first and a second look make pairs, from an average on."""

    words: ActWords
    threshold: float
    first: Forest
    second: Forest

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Coreference:
        """Read the vocabulary.

        Raises:
            VocabularyError: a file is broken, or a tree is not whole.
        """
        file = vocabulary.read(_FILE, _File)
        if not (file.first.sound() and file.second.sound()):
            raise VocabularyError(f"vocabulary file {_FILE}: a tree is not whole; learn it anew")
        return cls(ActWords.load(vocabulary), file.threshold, file.first, file.second)

    def join(
        self, mentions: Sequence[ActMention], common: Callable[[str], float], alike: Alike
    ) -> list[list[int]]:
        """Indexes of mentions of one story by happening, sorted; the order of `mentions` does not matter.

        `common` gives the share of all reports that hold a word, 0 where it is not known; `alike` tells how
        alike two reports are.
        """
        order = sorted(range(len(mentions)), key=lambda index: mentions[index].place)
        placed = [mentions[index] for index in order]
        likely = self.likelihoods(placed, common, alike)
        kin = [frozenset(_keys(mention, self.words.sense(mention))) for mention in placed]
        clusters = link(len(placed), likely, self.threshold, kin)
        return sorted(sorted(order[index] for index in members) for members in clusters)

    def likelihoods(
        self, mentions: Sequence[ActMention], common: Callable[[str], float], alike: Alike
    ) -> dict[Pair, float]:
        """How likely each pair of candidates is of one happening, for mentions in order of place.

        The first look sees the pair alone; the second also what the first says of those around it. It is not
        what was done to someone else, where no argument at all is the same.
        """
        signs = self.signs(mentions, common, alike)
        first = looked(self.first, signs)
        second = looked(self.second, with_company(mentions, signs, first))
        return {
            pair: 0.0 if found["other named object"] and not found["arguments"] else second[pair]
            for pair, found in signs.items()
        }

    def signs(
        self, mentions: Sequence[ActMention], common: Callable[[str], float], alike: Alike
    ) -> dict[Pair, Signs]:
        """The signs of every pair of candidates, for mentions in order of place."""
        signer = Signer(Setting(mentions, common, alike), self.words)
        senses = [self.words.sense(mention) for mention in mentions]
        pairs = candidates(mentions, senses)
        found = {
            (one, other): signer.of(mentions[one], mentions[other], (senses[one], senses[other]))
            for one, other in pairs
        }
        return _with_rivals(mentions, found)


def looked(forest: Forest, signs: Mapping[Pair, Signs]) -> dict[Pair, float]:
    """How likely the signs make each pair."""
    return dict(zip(signs, forest.likelihoods(list(signs.values())), strict=True))


def with_company(
    mentions: Sequence[ActMention], signs: Mapping[Pair, Signs], first: Mapping[Pair, float]
) -> dict[Pair, Signs]:
    """The signs of every pair with those of a second look."""
    company = Company(mentions, first)
    return {pair: {**found, **company.of(*pair)} for pair, found in signs.items()}


def candidates(mentions: Sequence[ActMention], senses: Sequence[Sense]) -> list[Pair]:
    """Pairs that may tell of one act: their words are akin, or one is a pronoun just after the other.

    Each mention is paired with at most `_MOST` before it, so that their number grows with the mentions.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    found: list[Pair] = []
    for index, mention in enumerate(mentions):
        keys = _keys(mention, senses[index])
        akin = {other for key in keys for other in holders[key][-_MOST:]}
        akin |= _around(mentions, index)
        found.extend((other, index) for other in sorted(akin)[-_MOST:])
        for key in keys:
            holders[key].append(index)
    return found


def _keys(mention: ActMention, sense: Sense) -> list[str]:
    if mention.pronoun:
        return []
    words = {mention.lemma, *(phrase for phrase in mention.phrases if " " not in phrase)}
    return sorted(
        {f"word {w}" for w in words}
        | {f"stem {stem(w)}" for w in words}
        | {f"act {n}" for n in sense.families}
    )


def _around(mentions: Sequence[ActMention], index: int) -> set[int]:
    """The mentions of the sentences just before a pronoun, and the pronouns just before a mention."""
    mention = mentions[index]
    near = set()
    for other in range(index - 1, -1, -1):
        before = mentions[other]
        if before.report != mention.report or mention.sentence - before.sentence > _PRONOUN_REACH:
            break
        if before.pronoun or mention.pronoun:
            near.add(other)
    return near


def _with_rivals(mentions: Sequence[ActMention], found: Mapping[Pair, Signs]) -> dict[Pair, Signs]:
    """The signs with those that compare a pair with the other candidates in the same report."""
    scores = {pair: _nearness(signs) for pair, signs in found.items()}
    best: dict[tuple[int, str], list[float]] = defaultdict(list)
    for (one, other), score in scores.items():
        best[one, mentions[other].report].append(score)
        best[other, mentions[one].report].append(score)
    for rivals in best.values():
        rivals.sort(reverse=True)
    full: dict[Pair, Signs] = {}
    for (one, other), signs in found.items():
        fields = best[one, mentions[other].report], best[other, mentions[one].report]
        apart = mentions[one].report != mentions[other].report
        lead = min(_lead(scores[one, other], rivals) for rivals in fields)
        rivalry = {
            "best of report": lead if apart else 0.0,
            "best for each": float(apart and lead >= 0),
            "rivals": math.log(max(map(len, fields))),
        }
        full[one, other] = {**signs, **rivalry}
    return full


def _nearness(signs: Signs) -> float:
    return signs["rare arguments"] + signs["rare near"] + signs["rare sentence"] + signs["same word"] / 2


def _lead(score: float, rivals: Sequence[float]) -> float:
    """By how much a score is better than the best of the others."""
    others = rivals[1:] if rivals[0] == score else rivals
    return score - (others[0] if others else 0.0)
