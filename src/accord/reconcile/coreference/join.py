"""Mentions put together into happenings: candidates by their words, then by average likelihood."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from accord.reconcile.coreference.mention import ActMention, Words
from accord.reconcile.coreference.setting import Alike, Setting
from accord.reconcile.coreference.signs import Signer, Signs, crossed
from accord.reconcile.coreference.words import ActWords, Sense
from accord.vocabulary import read

_FILE = "coreference.json"

# Of the mentions with a like word, at most so many are looked at.
_MOST = 48
# A pronoun takes up what was told at most so many sentences before.
_PRONOUN_REACH = 3

Pair = tuple[int, int]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    threshold: float
    base: float
    weights: dict[str, float]


class Coreference(Struct, frozen=True):
    """Joins mentions: the weight of each sign, and the average likelihood from which clusters are joined."""

    words: ActWords
    threshold: float
    base: float
    weights: Mapping[str, float]

    @classmethod
    def load(cls) -> Coreference:
        """Read the vocabulary.

        Raises:
            VocabularyError: a file is broken.
        """
        file = read(_FILE, _File)
        return cls(ActWords.load(), file.threshold, file.base, file.weights)

    def join(
        self, mentions: Sequence[ActMention], common: Callable[[str], float], alike: Alike
    ) -> list[list[int]]:
        """Indexes of mentions of one story by happening, sorted; the order of `mentions` does not matter.

        `common` gives the share of all reports that hold a word, 0 where it is not known; `alike` tells how
        alike two reports are.
        """
        order = sorted(range(len(mentions)), key=lambda index: mentions[index].place)
        placed = [mentions[index] for index in order]
        likely = {pair: self.likelihood(signs) for pair, signs in self.signs(placed, common, alike).items()}
        kin = [frozenset(_keys(mention, self.words.sense(mention))) for mention in placed]
        clusters = link(len(placed), likely, self.threshold, kin)
        return sorted(sorted(order[index] for index in members) for members in clusters)

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

    def likelihood(self, signs: Signs) -> float:
        """How likely it is that two mentions with these signs tell of one happening.

        It is not what was done to someone else, where no argument at all is the same.
        """
        if signs["other named object"] and not signs["arguments"]:
            return 0.0
        score = self.base + math.fsum(weight * signs[sign] for sign, weight in self.weights.items())
        return 1 / (1 + math.exp(-score))


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
    return sorted({f"word {mention.lemma}", f"stem {sense.stem}", *(f"act {n}" for n in sense.families)})


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
        full[one, other] = crossed({**signs, **rivalry})
    return full


def _nearness(signs: Signs) -> float:
    return signs["rare arguments"] + signs["rare near"] + signs["rare sentence"] + signs["same word"] / 2


def _lead(score: float, rivals: Sequence[float]) -> float:
    """By how much a score is better than the best of the others."""
    others = rivals[1:] if rivals[0] == score else rivals
    return score - (others[0] if others else 0.0)


def link(
    count: int, likely: Mapping[Pair, float], threshold: float, kin: Sequence[Words] | None = None
) -> list[list[int]]:
    """Join the two clusters that are one most likely on average, until none reach `threshold`.

    Pairs that are no candidates count as impossible, so that a chain does not pull in its ends; but those
    with something in common of `kin`, which were only too many to look at, count as the others do.
    """
    clusters = {index: _Cluster((index,), Counter([kin[index]] if kin else [])) for index in range(count)}
    between: dict[int, dict[int, _Sum]] = {index: {} for index in range(count)}
    heap: list[tuple[float, int, int]] = []
    for (one, other), likelihood in likely.items():
        between[one][other] = between[other][one] = _Sum(likelihood, 1)
        heap.append((-likelihood, one, other))
    heapq.heapify(heap)
    following = count
    while heap:
        worse, one, other = heapq.heappop(heap)
        if -worse < threshold:
            break
        if one not in clusters or other not in clusters:
            continue
        sums = between.pop(one)
        for index, told in between.pop(other).items():
            sums[index] = sums[index].plus(told) if index in sums else told
        del sums[one], sums[other]
        clusters[following] = clusters.pop(one).join(clusters.pop(other))
        for index, told in sorted(sums.items()):
            theirs = between[index]
            theirs.pop(one, None)
            theirs.pop(other, None)
            theirs[following] = told
            average = told.average(clusters[following], clusters[index])
            heapq.heappush(heap, (-average, index, following))
        between[following] = sums
        following += 1
    return [sorted(cluster.members) for cluster in clusters.values()]


class _Cluster(Struct, frozen=True):
    """Members, and how many of them have the same words in common with others."""

    members: tuple[int, ...]
    kin: Counter[Words]

    def join(self, other: _Cluster) -> _Cluster:
        return _Cluster(self.members + other.members, self.kin + other.kin)


class _Sum(Struct, frozen=True):
    """The likelihoods of the pairs of two clusters that were compared, added up, and their number."""

    total: float
    compared: int

    def plus(self, other: _Sum) -> _Sum:
        return _Sum(self.total + other.total, self.compared + other.compared)

    def average(self, one: _Cluster, other: _Cluster) -> float:
        pairs = len(one.members) * len(other.members)
        if self.compared == pairs:
            return self.total / pairs
        akin = sum(
            here * there
            for words, here in one.kin.items()
            for others, there in other.kin.items()
            if not words.isdisjoint(others)
        )
        return self.total / self.compared * max(akin, self.compared) / pairs
