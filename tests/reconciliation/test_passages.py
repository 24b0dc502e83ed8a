"""Sentences of different reports that tell the same, through the words they share."""

from __future__ import annotations

import pytest

from accord.reconciliation.passages import Passages, align, likeness
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder

TOLD = "Ferries moored early while gulls circled overhead."


def aligned(*builders: ReadingBuilder) -> Passages:
    return align(Sources([builder.build() for builder in builders]))


def found(passages: Passages) -> list[tuple[tuple[str, int], tuple[str, int]]]:
    """The places of the passages that are alike."""
    places = [(passage.report, passage.index) for passage in passages.all]
    return [(places[one.first], places[one.second]) for one in passages.alike]


def test_sentences_of_two_reports_that_share_words_are_alike() -> None:
    passages = aligned(
        ReadingBuilder("a", f"Tourists waited onshore. {TOLD}"),
        ReadingBuilder("b", "Gulls circled overhead before ferries moored. Nobody swam today."),
    )
    assert found(passages) == [(("a", 1), ("b", 0))]
    assert 0 < passages.alike[0].score < 1


def test_sentences_of_one_report_are_not_compared_but_with_its_headline() -> None:
    assert found(aligned(ReadingBuilder("a", f"{TOLD} Once more, ferries moored while gulls circled."))) == []
    title = "Gulls circled, ferries moored"
    headed = ReadingBuilder("a", f"{title}\n{TOLD} Nobody swam today.", title=title)
    assert found(aligned(headed)) == [(("a", 0), ("a", 1))]


def test_a_sentence_printed_again_is_no_passage_of_its_own() -> None:
    passages = aligned(ReadingBuilder("a", f"{TOLD} Nobody swam today. {TOLD}"))
    assert [passage.index for passage in passages.all] == [0, 1]


def test_numbers_are_no_words_to_be_alike_by() -> None:
    passages = aligned(
        ReadingBuilder("a", "On 12 May 2031 some 40 ferries moored."),
        ReadingBuilder("b", "On 12 May 2031 some 40 gulls circled."),
    )
    assert found(passages) == []
    assert not any(word[0].isdigit() for passage in passages.all for word in passage.words)


def test_a_word_that_many_sentences_have_weighs_less() -> None:
    passages = aligned(
        *(
            ReadingBuilder(id_, f"Ferries moored {word}.")
            for id_, word in zip("abc", ("early", "late", "twice"), strict=True)
        )
    )
    assert passages.weights["ferries"] < passages.weights["twice"]


def test_likeness_is_the_share_of_the_weight_that_both_have() -> None:
    weights = {"quay": 1.0, "fog": 1.0, "gull": 1.0, "reef": 3.0}
    one, other = frozenset({"quay", "fog", "gull"}), frozenset({"quay", "fog", "gull", "reef"})
    assert likeness(one, one, weights) == 1
    assert likeness(one, other, weights) == likeness(other, one, weights) == pytest.approx(6 / 9)
    assert likeness(frozenset({"quay", "reef"}), other, weights) == 0
