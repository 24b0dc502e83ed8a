"""What a story's mentions are measured against: how rare its words are, and where its acts stand."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import lru_cache

from accord.reconciliation.coreference.mention import ActMention, Words

Alike = Callable[[str, str], float]
"""How alike two reports are, from 0 to 1."""

# These stand for reports unseen, and for the share of them that hold a word not known to be common.
_UNSEEN = 200
_SHARE = 0.003
# So many other reports stand for all when the average likeness is taken.
_NEIGHBOURS = 12
# The first sentences, which say whom a report is about.
_LEAD = 6


class StoryStatistics:
    """The mentions of one story, counted.

    Words are weighed twice: by how rare they are in all news, which tells names from small words, and by
    how rare they are in this story, where the name that all of it is about tells nothing.
    """

    def __init__(self, mentions: Sequence[ActMention], common: Callable[[str], float], alike: Alike) -> None:
        self.reports = len({mention.report for mention in mentions})
        self.alike = lru_cache(maxsize=None)(alike)
        self.average = self._average(sorted({mention.report for mention in mentions}))
        self._common = common
        self.sentences: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self.told_in: dict[str, set[str]] = defaultdict(set)
        self.count = Counter(mention.lemma for mention in mentions)
        self.mates: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
        told: dict[tuple[str, int], Words] = {}
        for mention in mentions:
            self.mates[mention.report, mention.sentence].append((mention.start, mention.lemma))
            self.sentences[mention.lemma].add((mention.report, mention.sentence))
            self.told_in[mention.lemma].add(mention.report)
            told[mention.report, mention.sentence] = mention.terms | mention.near
        self._sentences = len(told)
        self._holders = Counter(word for words in told.values() for word in words)
        holding = {(report, word) for (report, _), words in told.items() for word in words}
        self._reports_with = Counter(word for _, word in holding)
        self._rare: dict[str, float] = {}
        self._rare_here: dict[str, float] = {}
        self._length = lru_cache(maxsize=None)(lambda words: _total(words, self.rare))
        self._length_here = lru_cache(maxsize=None)(lambda words: _total(words, self.rare_here))
        named = {(m.report, m.sentence): m.names for m in mentions}
        self._names = self._weighed(named)
        self._lead_names = self._weighed({place: n for place, n in named.items() if place[1] < _LEAD})
        self.names_alike = lru_cache(maxsize=None)(lambda one, other: _product(self._names, one, other))
        self.leads_alike = lru_cache(maxsize=None)(lambda one, other: _product(self._lead_names, one, other))

    def rare(self, word: str) -> float:
        """How rare a word is in the news."""
        if word not in self._rare:
            share = self._common(word) or _SHARE
            held = max(1, self._reports_with[word]) + _UNSEEN * share
            self._rare[word] = max(0.0, math.log((self.reports + _UNSEEN) / held))
        return self._rare[word]

    def rare_here(self, word: str) -> float:
        """How rare a word is in this story."""
        if word not in self._rare_here:
            held = self._holders[word] + 0.5
            self._rare_here[word] = max(0.0, math.log((self._sentences + 1) / held)) + 0.05
        return self._rare_here[word]

    def share(self, one: Words, other: Words) -> float:
        """How much of two sets of words is the same, by rarity in the news."""
        return _cosine(one, other, self.rare, self._length)

    def share_here(self, one: Words, other: Words) -> float:
        """How much of two sets of words is the same, by rarity in this story."""
        return _cosine(one, other, self.rare_here, self._length_here)

    def beside(self, one: str, other: str) -> float:
        """How often two words stand in one sentence: what is told side by side is seldom one act."""
        return _overlap(self.sentences[one], self.sentences[other])

    def together(self, one: str, other: str) -> float:
        """How often two words stand in one report."""
        return _overlap(self.told_in[one], self.told_in[other])

    def repeated(self, lemma: str) -> float:
        """How often a report that has the word has it."""
        return self.count[lemma] / len(self.told_in[lemma])

    def rarest(self, words: Words) -> float:
        """How rare in this story the rarest of some words is."""
        return max(map(self.rare_here, words), default=0.0)

    def beside_it(self, mention: ActMention) -> Words:
        """The other acts of a mention's sentence."""
        mates = self.mates[mention.report, mention.sentence]
        return frozenset(lemma for start, lemma in mates if start != mention.start)

    def _weighed(self, named: Mapping[tuple[str, int], Words]) -> dict[str, dict[str, float]]:
        """How much each report makes of each name, by how few reports have it; each of unit length."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for (report, _), names in named.items():
            counts[report].update(names)
        holders = Counter(name for count in counts.values() for name in count)
        found = {}
        for report, count in counts.items():
            weights = {
                name: math.log1p(times) * math.log((self.reports + 1) / (holders[name] + 0.5))
                for name, times in sorted(count.items())
            }
            length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
            found[report] = {name: weight / length for name, weight in weights.items()} if length else {}
        return found

    def _average(self, reports: Sequence[str]) -> float:
        """How alike neighbouring reports are, for a story of any size without looking at all pairs."""
        pairs = [
            (one, other)
            for index, one in enumerate(reports)
            for other in reports[index + 1 : index + 1 + _NEIGHBOURS]
        ]
        return sum(self.alike(*pair) for pair in pairs) / len(pairs) if pairs else 0.0


def _product(vectors: Mapping[str, Mapping[str, float]], one: str, other: str) -> float:
    here, there = vectors.get(one, {}), vectors.get(other, {})
    return math.fsum(weight * there[name] for name, weight in here.items() if name in there)


def _cosine(
    one: Words, other: Words, weight: Callable[[str], float], length: Callable[[Words], float]
) -> float:
    """The weight of what two sets of words share; `length` is the weight of all of one."""
    shared = one & other
    if not shared:
        return 0.0
    return _total(shared, weight) / math.sqrt(length(one) * length(other) or 1.0)


def _total(words: Iterable[str], weight: Callable[[str], float]) -> float:
    # The order in which floats are added shows in their last digit.
    return math.fsum(weight(word) for word in words)


def _overlap(one: Set[object], other: Set[object]) -> float:
    return len(one & other) / min(len(one), len(other))
