"""Features of the arguments of two mentions: who did it, and to whom or what."""

from __future__ import annotations

from accord.reconciliation.coreference.features.sharing import nothing_shared
from accord.reconciliation.coreference.mention_pair import MentionPair


def arguments(pair: MentionPair) -> float:
    """How much of all words of their arguments is the same, by rarity in the news: 0 to 1."""
    return pair.story.share(*pair.arguments)


def rare_arguments(pair: MentionPair) -> float:
    """How much of all words of their arguments is the same, by rarity in this story: 0 to 1."""
    return pair.story.share_here(*pair.arguments)


def other_arguments(pair: MentionPair) -> float:
    """1 where both have arguments and no word of them is the same, else 0."""
    return nothing_shared(*pair.arguments)


def doers(pair: MentionPair) -> float:
    """How much of the words of who did it is the same, by rarity in the news: 0 to 1."""
    return pair.story.share(pair.one.doers, pair.other.doers)


def objects(pair: MentionPair) -> float:
    """How much of the words of whom or what it was done to is the same, by rarity in the news: 0 to 1."""
    return pair.story.share(pair.one.objects, pair.other.objects)


def other_names(pair: MentionPair) -> float:
    """1 where both have names among their arguments and none is the same, else 0."""
    here, there = pair.arguments
    return nothing_shared(here & pair.one.names, there & pair.other.names)


def other_named_object(pair: MentionPair) -> float:
    """1 where it was done to names in both and none is the same, else 0."""
    one, other = pair.one, pair.other
    return nothing_shared(one.objects & one.names, other.objects & other.names)


def other_counts(pair: MentionPair) -> float:
    """1 where numbers belong to both acts or their arguments and none is the same, else 0."""
    return nothing_shared(pair.one.counts, pair.other.counts)
