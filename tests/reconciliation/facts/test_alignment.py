"""Sentences that tell the same are put together, whichever report they stand in."""

from __future__ import annotations

import pytest

from accord.reconciliation.facts.alignment import align_facts
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder, story

WORDS = FactWords.load()
LOSS = "The ferry Orlo sank off Karst with 3100 sheep aboard."
AGAIN = "Off Karst the ferry Orlo with 3100 sheep aboard sank."
PRICE = "Tickets cost nine crowns apiece."
WIND = "Gales blew hard from northern hills."


def groups(*builders: ReadingBuilder) -> set[tuple[str, ...]]:
    found = align_facts(Sources(story(*builders).readings), WORDS)
    return {tuple(f"{at.report}{at.index}" for at in group.sentences) for group in found}


def report(id: str, *sentences: str) -> ReadingBuilder:
    return ReadingBuilder(id, " ".join(sentences))


def test_what_two_reports_tell_in_other_order_is_one_group() -> None:
    found = groups(report("a", LOSS, PRICE), report("b", WIND, AGAIN))
    assert found == {("a0", "b1"), ("a1",), ("b0",)}


def test_a_report_may_tell_a_fact_twice() -> None:
    assert groups(report("a", LOSS, PRICE, AGAIN)) == {("a0", "a2"), ("a1",)}


def test_what_stands_in_brackets_as_a_whole_tells_nothing() -> None:
    assert groups(ReadingBuilder("a", f"(Photo by harbour master Karst)\n{PRICE}")) == {("a1",)}


@pytest.mark.parametrize("caption", ["In this file photo sheep board a ferry.", "Sheep at Karst (Getty)"])
def test_captions_tell_nothing(caption: str) -> None:
    assert groups(ReadingBuilder("a", f"{caption}\n{PRICE}")) == {("a1",)}


def test_headlines_tell_nothing_that_the_text_does_not() -> None:
    told = ReadingBuilder("a", f"Ferry Orlo sinks off Karst\n{LOSS}", title="Ferry Orlo sinks off Karst")
    assert groups(told) == {("a1",)}


def test_the_order_of_reports_changes_nothing() -> None:
    one, other = report("a", LOSS, PRICE), report("b", WIND, AGAIN)
    assert groups(one, other) == groups(other, one)


def test_a_group_knows_its_reports_and_how_close_each_sentence_is() -> None:
    found = align_facts(Sources(story(report("a", LOSS, PRICE), report("b", AGAIN, WIND)).readings), WORDS)
    (group,) = (one for one in found if len(one.sentences) > 1)
    assert group.reports == ("a", "b")
    assert all(0 < close <= 1 + 1e-9 for close in group.closeness)
