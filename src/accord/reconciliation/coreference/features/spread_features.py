"""Features of where in the story the words of two mentions stand: beside which acts, and how often."""

from __future__ import annotations

import math

from accord.reconciliation.coreference.mention_pair import MentionPair
from accord.set_likeness import jaccard


def acts_beside(pair: MentionPair) -> float:
    """The share of the other acts in either sentence that stand in both: 0 to 1."""
    return jaccard(*pair.beside)


def shared_acts_beside(pair: MentionPair) -> float:
    """How many other acts stand in both sentences: 0 and more."""
    here, there = pair.beside
    return float(len(here & there))


def all_acts_beside(pair: MentionPair) -> float:
    """How many other acts stand in the two sentences: 0 and more."""
    return float(sum(map(len, pair.beside)))


def repeated(pair: MentionPair) -> float:
    """Natural logarithm of how often reports that have either word have it, the larger: 0 and more."""
    return math.log(max(pair.story.repeated(pair.one.lemma), pair.story.repeated(pair.other.lemma)))


def told_by(pair: MentionPair) -> float:
    """The share of the reports that have the word fewer of them have: above 0, to 1."""
    told_in = pair.story.told_in
    return min(len(told_in[pair.one.lemma]), len(told_in[pair.other.lemma])) / pair.story.reports


def side_by_side(pair: MentionPair) -> float:
    """The share of the sentences of the rarer of two words that have both; 0 for one word: 0 to 1."""
    return pair.story.beside(pair.one.lemma, pair.other.lemma) if pair.distinct else 0.0


def in_one_report(pair: MentionPair) -> float:
    """The share of the reports of the rarer of two words that have both; 0 for one word: 0 to 1."""
    return pair.story.together(pair.one.lemma, pair.other.lemma) if pair.distinct else 0.0
