"""What a story's mentions are measured against: how rare words are, and where acts stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.story_statistics import StoryStatistics
from act_pairs import half_alike, words

TOLD = [
    ActMention("a", 0, "raid", sentence=1, terms=words("falk quay"), names=words("falk")),
    ActMention("a", 40, "flee", sentence=1, terms=words("falk quay"), names=words("falk")),
    ActMention("a", 90, "raid", sentence=2, terms=words("falk dawn"), names=words("falk")),
    ActMention("b", 0, "raid", sentence=1, terms=words("falk fog"), names=words("orsolya")),
    ActMention("c", 0, "flee", sentence=9, terms=words("falk gull"), names=words("falk")),
]


def counted(told: Sequence[ActMention] = TOLD) -> StoryStatistics:
    return StoryStatistics(told, lambda word: 0.5 if word == "say" else 0.0, half_alike)


def test_a_word_known_to_be_common_is_less_rare_in_the_news() -> None:
    story = counted()
    assert story.rare("quay") > story.rare("say") >= 0
    assert story.rare("quay") > story.rare("falk")


def test_a_word_of_every_sentence_tells_nothing_here() -> None:
    story = counted()
    assert story.rare_here("gull") == story.rare_here("fog") > story.rare_here("falk") > 0
    assert story.rare_here("unheard") > story.rare_here("gull")
    assert story.rarest(words("falk gull")) == story.rare_here("gull")
    assert story.rarest(frozenset()) == 0


def test_sets_of_words_are_the_same_by_what_they_share() -> None:
    story = counted()
    for share in (story.share, story.share_here):
        assert share(words("quay fog"), words("quay fog")) == pytest.approx(1)
        assert share(words("quay"), words("fog")) == share(frozenset(), words("fog")) == 0
        assert 0 < share(words("quay fog"), words("quay gull")) < 1
    shared = story.share_here(words("gull falk"), words("gull fog"))
    assert shared > story.share_here(words("gull falk"), words("falk fog"))


def test_acts_stand_beside_each_other_in_sentences_and_reports() -> None:
    story = counted()
    assert story.beside("raid", "flee") == 0.5
    assert story.together("raid", "flee") == 0.5
    assert story.beside_it(TOLD[0]) == {"flee"}
    assert story.beside_it(TOLD[2]) == frozenset()
    assert story.repeated("raid") == 1.5


def test_reports_are_alike_in_the_names_they_make_much_of() -> None:
    story = counted()
    assert story.names_alike("a", "c") == pytest.approx(1)
    assert story.names_alike("a", "b") == 0
    assert story.leads_alike("a", "c") == 0


def test_a_name_that_few_reports_have_tells_more_of_what_they_are_about() -> None:
    names = {"a": "falk orsolya", "b": "falk", "c": "orsolya", "d": "orsolya"}
    story = counted([ActMention(report, 0, "raid", names=words(told)) for report, told in names.items()])
    assert story.names_alike("a", "b") > story.names_alike("a", "c") > 0


def test_a_word_of_every_sentence_counts_a_little() -> None:
    told = [ActMention(report, 0, "raid", terms=words("falk")) for report in "abc"]
    assert counted(told).share_here(words("falk"), words("falk")) == 1


def test_the_average_likeness_is_of_pairs_of_two_reports() -> None:
    assert counted().average == 0.5
    assert counted(TOLD[:3]).average == 0
    assert counted().reports == 3
