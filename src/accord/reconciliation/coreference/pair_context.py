"""What a first look says of the mentions around a pair, for a second look at it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.reconciliation.coreference.mention import ActMention, Pair

# So many mentions that both were compared with stand for all of them.
_MOST_SHARED = 48
# So many mentions stand for all that a sentence tells.
_MOST_MATES = 24


class PairNeighbours(Struct, frozen=True, gc=False):
    """What a first look says of a pair and around it, in likelihoods.

    `likely` is the pair's own, `usual` the average of the story; `of_words` and `of_reports` are the sum and
    the number of those of all pairs with these two words, and in these two reports, the pair among them;
    `degrees` are the sums of those of each mention; `beside` is how likely what stands in the two sentences
    is one too, `rival` the likeliest other pair of either in the report of the other.  Of the mentions that
    both were compared with, `both` has the lesser of the two likelihoods, and `apart` how far these lie
    apart.
    """

    likely: float
    usual: float
    of_words: tuple[float, int]
    of_reports: tuple[float, int]
    degrees: tuple[float, float]
    beside: float
    rival: float
    both: tuple[float, ...]
    apart: tuple[float, ...]


class PairContext:
    """What a first look at the pairs of a story says of each pair by way of the others."""

    def __init__(self, mentions: Sequence[ActMention], first: Mapping[Pair, float]) -> None:
        self._mentions = mentions
        self._first = first
        self._with: list[dict[int, float]] = [{} for _ in mentions]
        words: dict[tuple[str, ...], list[float]] = defaultdict(list)
        reports: dict[tuple[str, ...], list[float]] = defaultdict(list)
        for (one, other), likely in first.items():
            self._with[one][other] = self._with[other][one] = likely
            words[self._words(one, other)].append(likely)
            reports[self._reports(one, other)].append(likely)
        self._of_words = {key: (math.fsum(told), len(told)) for key, told in words.items()}
        self._of_reports = {key: (math.fsum(told), len(told)) for key, told in reports.items()}
        self._usual = math.fsum(first.values()) / len(first) if first else 0.0
        self._degree = [math.fsum(told.values()) for told in self._with]
        self._likeliest: dict[tuple[int, str], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
        for index, others in enumerate(self._with):
            for other, likely in others.items():
                key = index, mentions[other].report
                best, second = self._likeliest[key]
                self._likeliest[key] = (likely, best) if likely > best else (best, max(second, likely))
        beside: dict[tuple[str, int], list[int]] = defaultdict(list)
        for index, mention in enumerate(mentions):
            beside[mention.report, mention.sentence].append(index)
        self._beside = beside

    def of(self, one: int, other: int) -> PairNeighbours:
        """What the first look says around a pair that was looked at."""
        here, there = self._with[one], self._with[other]
        common = sorted(here.keys() & there.keys())[:_MOST_SHARED]
        return PairNeighbours(
            likely=self._first[one, other],
            usual=self._usual,
            of_words=self._of_words[self._words(one, other)],
            of_reports=self._of_reports[self._reports(one, other)],
            degrees=(self._degree[one], self._degree[other]),
            beside=self._alongside(one, other),
            rival=max(self._rival(one, other), self._rival(other, one)),
            both=tuple(min(here[index], there[index]) for index in common),
            apart=tuple(abs(here[index] - there[index]) for index in common),
        )

    def _alongside(self, one: int, other: int) -> float:
        """How likely what is told in the same sentences is one, too."""
        here, there = self._mates(one), self._mates(other)
        best = [max((self._with[i].get(j, 0.0) for j in there), default=0.0) for i in here]
        best += [max((self._with[j].get(i, 0.0) for i in here), default=0.0) for j in there]
        return math.fsum(best) / len(best) if best else 0.0

    def _mates(self, index: int) -> list[int]:
        mention = self._mentions[index]
        mates = [other for other in self._beside[mention.report, mention.sentence] if other != index]
        return mates[:_MOST_MATES]

    def _rival(self, one: int, other: int) -> float:
        """How likely `one` is what another mention in the report of `other` tells of."""
        best, second = self._likeliest[one, self._mentions[other].report]
        return second if self._with[one][other] == best else best

    def _words(self, one: int, other: int) -> tuple[str, ...]:
        return tuple(sorted((self._mentions[one].lemma, self._mentions[other].lemma)))

    def _reports(self, one: int, other: int) -> tuple[str, ...]:
        return tuple(sorted((self._mentions[one].report, self._mentions[other].report)))
