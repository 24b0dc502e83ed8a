"""Hand-made pairs of mentions of acts, in a story of their own."""

from __future__ import annotations

from accord.reconciliation.coreference.mention import ActMention, Words
from accord.reconciliation.coreference.mention_pair import MentionPair
from accord.reconciliation.coreference.story_statistics import Alike, StoryStatistics
from accord.reconciliation.coreference.word_families import ActWords

ACT_WORDS = ActWords.load()


def words(text: str) -> Words:
    """The words of a text."""
    return frozenset(text.split())


def half_alike(one: str, other: str) -> float:
    """Every two reports are alike by half, and each to itself wholly."""
    return 1.0 if one == other else 0.5


def pair(
    one: ActMention,
    other: ActMention,
    *rest: ActMention,
    alike: Alike = half_alike,
    acts: ActWords = ACT_WORDS,
) -> MentionPair:
    """Two mentions in a story of them and the rest, in which no word is known to be common."""
    story = StoryStatistics([one, other, *rest], lambda word: 0.0, alike)
    return MentionPair(one, other, (acts.sense(one), acts.sense(other)), story, acts)
