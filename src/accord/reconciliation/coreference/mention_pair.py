"""Two mentions of one story as features see them, with what several features ask of them."""

from __future__ import annotations

from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.story_statistics import StoryStatistics
from accord.reconciliation.coreference.word_families import ActWords, WordSense


class MentionPair:
    """Two mentions, their senses, and the words and the story that they are measured against.

    `same` says that both have one lemma, `derived` that their lemmas are of one stem; `families` are those
    that both are of, `akin` says that these alone bring them together.  `arguments` are the words of the
    arguments of each, `beside` the other acts in the sentence of each, `reports` those of both, sorted, and
    `alike` how alike those are.  `distinct` says that two words, no pronouns, tell the acts.
    """

    __slots__ = (
        *("one", "other", "senses", "story", "words", "same", "derived", "families", "akin", "pronoun"),
        *("distinct", "reporting", "arguments", "beside", "reports", "alike"),
    )

    def __init__(
        self,
        one: ActMention,
        other: ActMention,
        senses: tuple[WordSense, WordSense],
        story: StoryStatistics,
        words: ActWords,
    ) -> None:
        here, there = senses
        self.one, self.other, self.senses, self.story, self.words = one, other, senses, story, words
        self.same = one.lemma == other.lemma
        self.derived = not self.same and here.stem == there.stem
        self.families = here.families & there.families
        self.akin = bool(self.families) and not self.same and not self.derived
        self.pronoun = one.pronoun or other.pronoun
        self.distinct = not self.same and not self.pronoun
        self.reporting = one.lemma in words.reporting and other.lemma in words.reporting
        self.arguments = one.arguments, other.arguments
        self.beside = story.beside_it(one), story.beside_it(other)
        first, second = sorted((one.report, other.report))
        self.reports = first, second
        self.alike = story.alike(first, second)
