"""Features of what two mentions stand in: the words close by, the sentences, the reports."""

from __future__ import annotations

from accord.reconciliation.coreference.features.sharing import nothing_shared
from accord.reconciliation.coreference.mention_pair import MentionPair

# Later sentences tell of later things, but after a dozen it makes no difference.
_LATE = 12


def near(pair: MentionPair) -> float:
    """How much of the nouns and adjectives close by is the same, by rarity in the news: 0 to 1."""
    return pair.story.share(pair.one.near, pair.other.near)


def rare_near(pair: MentionPair) -> float:
    """How much of the nouns and adjectives close by is the same, by rarity in this story: 0 to 1."""
    return pair.story.share_here(pair.one.near, pair.other.near)


def sentence(pair: MentionPair) -> float:
    """How much of the content words of their sentences is the same, by rarity in the news: 0 to 1."""
    return pair.story.share(pair.one.terms, pair.other.terms)


def rare_sentence(pair: MentionPair) -> float:
    """How much of the content words of their sentences is the same, by rarity in this story: 0 to 1."""
    return pair.story.share_here(pair.one.terms, pair.other.terms)


def other_sentence_names(pair: MentionPair) -> float:
    """1 where both sentences have names and none is the same, else 0."""
    return nothing_shared(pair.one.names, pair.other.names)


def rarest_name(pair: MentionPair) -> float:
    """How rare in this story the rarest name of both sentences is: 0 (none) to about 9."""
    return pair.story.rarest(pair.one.names & pair.other.names)


def names_of_one(pair: MentionPair) -> float:
    """How rare the rarest name of one sentence only is, the less rare of the two: 0 to about 9."""
    here, there = pair.one.names, pair.other.names
    return min(pair.story.rarest(here - there), pair.story.rarest(there - here))


def names_alike(pair: MentionPair) -> float:
    """How alike the reports are in the names that they make much of: 0 to 1."""
    return pair.story.names_alike(*pair.reports)


def leads_alike(pair: MentionPair) -> float:
    """How alike the reports are in the names of their first sentences: 0 to 1."""
    return pair.story.leads_alike(*pair.reports)


def other_numbers(pair: MentionPair) -> float:
    """1 where both sentences have numbers and none is the same, else 0."""
    return nothing_shared(pair.one.numbers, pair.other.numbers)


def other_days(pair: MentionPair) -> float:
    """1 where both sentences name weekdays or months and none is the same, else 0."""
    return nothing_shared(pair.one.days, pair.other.days)


def same_report(pair: MentionPair) -> float:
    """1 where both stand in one report, else 0."""
    return float(pair.one.report == pair.other.report)


def reports_alike(pair: MentionPair) -> float:
    """How alike their reports are in all words: 0 to 1."""
    return pair.alike


def more_alike(pair: MentionPair) -> float:
    """How much more alike their reports are than neighbouring ones of the story: -1 to 1."""
    return pair.alike - pair.story.average


def later(pair: MentionPair) -> float:
    """How far down the later of them stands, in sentences up to a dozen: 0 (a title) to 1."""
    return min(max(pair.one.sentence, pair.other.sentence), _LATE) / _LATE


def earlier(pair: MentionPair) -> float:
    """How far down the earlier of them stands, in sentences up to a dozen: 0 (a title) to 1."""
    return min(pair.one.sentence, pair.other.sentence, _LATE) / _LATE


def two_titles(pair: MentionPair) -> float:
    """1 where both stand in titles, else 0."""
    return float(pair.one.sentence == pair.other.sentence == 0)


def one_title(pair: MentionPair) -> float:
    """1 where one only stands in a title, else 0."""
    return float((pair.one.sentence == 0) != (pair.other.sentence == 0))
