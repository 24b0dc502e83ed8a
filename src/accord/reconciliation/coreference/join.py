"""Mentions put together into happenings: candidates by their words, then by average likelihood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.coreference.features.registry import (
    FIRST_LOOK,
    NEIGHBOUR_FEATURES,
    PAIR_FEATURES,
    RIVAL_FEATURES,
    SECOND_LOOK,
)
from accord.reconciliation.coreference.forest import Forest
from accord.reconciliation.coreference.link import link
from accord.reconciliation.coreference.mention import ActMention, Pair
from accord.reconciliation.coreference.mention_pair import MentionPair
from accord.reconciliation.coreference.pair_context import PairContext
from accord.reconciliation.coreference.rivals import rivalries
from accord.reconciliation.coreference.story_statistics import Alike, StoryStatistics
from accord.reconciliation.coreference.word_families import ActWords, WordSense
from accord.reconciliation.feature_registry import FeatureRow, check_names, measured
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/coreference.json"

# Of the mentions with a like word, at most so many are looked at.
_MOST = 48
# A pronoun takes up what was told at most so many sentences before.
_PRONOUN_REACH = 3


class _CoreferenceFile(Struct, frozen=True, forbid_unknown_fields=True):
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
            VocabularyError: a file is broken, a tree is not whole, or it is of other features.
        """
        file = vocabulary.read(_FILE, _CoreferenceFile)
        if not (file.first.sound() and file.second.sound()):
            raise VocabularyError(f"vocabulary file {_FILE}: a tree is not whole; learn it anew")
        check_names(_FILE, file.first.features, FIRST_LOOK)
        check_names(_FILE, file.second.features, SECOND_LOOK)
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
        kin = [frozenset(self.words.sense(mention).keys) for mention in placed]
        clusters = link(len(placed), likely, self.threshold, kin)
        return sorted(sorted(order[index] for index in members) for members in clusters)

    def likelihoods(
        self, mentions: Sequence[ActMention], common: Callable[[str], float], alike: Alike
    ) -> dict[Pair, float]:
        """How likely each pair of candidates is of one happening, for mentions in order of place.

        The first look sees the pair alone; the second also what the first says of those around it. It is not
        what was done to someone else, where no argument at all is the same.
        """
        rows = self.features(mentions, common, alike)
        first = likelihoods(self.first, rows)
        second = likelihoods(self.second, with_neighbours(mentions, rows, first))
        return {
            pair: 0.0 if row["other named object"] and not row["arguments"] else second[pair]
            for pair, row in rows.items()
        }

    def features(
        self, mentions: Sequence[ActMention], common: Callable[[str], float], alike: Alike
    ) -> dict[Pair, FeatureRow]:
        """The features of a first look at every pair of candidates, for mentions in order of place."""
        story = StoryStatistics(mentions, common, alike)
        senses = [self.words.sense(mention) for mention in mentions]
        rows = {
            (one, other): measured(
                PAIR_FEATURES,
                MentionPair(mentions[one], mentions[other], (senses[one], senses[other]), story, self.words),
            )
            for one, other in candidates(mentions, senses)
        }
        rivals = rivalries(mentions, rows)
        return {pair: row | measured(RIVAL_FEATURES, rivals[pair]) for pair, row in rows.items()}


def likelihoods(forest: Forest, rows: Mapping[Pair, FeatureRow]) -> dict[Pair, float]:
    """How likely the features make each pair."""
    return dict(zip(rows, forest.likelihoods(list(rows.values())), strict=True))


def with_neighbours(
    mentions: Sequence[ActMention], rows: Mapping[Pair, FeatureRow], first: Mapping[Pair, float]
) -> dict[Pair, FeatureRow]:
    """The features of every pair with those of a second look, after what the first said."""
    context = PairContext(mentions, first)
    return {pair: row | measured(NEIGHBOUR_FEATURES, context.of(*pair)) for pair, row in rows.items()}


def candidates(mentions: Sequence[ActMention], senses: Sequence[WordSense]) -> list[Pair]:
    """Pairs that may tell of one act: their words are akin, or one is a pronoun just after the other.

    Each mention is paired with at most `_MOST` before it, so that their number grows with the mentions.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    found: list[Pair] = []
    for index, sense in enumerate(senses):
        keys = sense.keys
        akin = {other for key in keys for other in holders[key][-_MOST:]}
        akin |= _around(mentions, index)
        found.extend((other, index) for other in sorted(akin)[-_MOST:])
        for key in keys:
            holders[key].append(index)
    return found


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
