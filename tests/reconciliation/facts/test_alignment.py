"""Sentences that tell the same are put together, whichever report they stand in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from accord.grouping.meaning.encoder import Pieces, Vectors
from accord.reconciliation.facts.alignment import FactAligner
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder, story

ALIGNER = FactAligner.load()
LOSS = "The ferry Orlo sank off Karst with 3100 sheep aboard."
MORE = "On Monday the ferry Orlo sank off Karst with 3100 sheep aboard."
AGAIN = "Off Karst the ferry Orlo with 3100 sheep aboard sank."
PRICE = "Tickets cost nine crowns apiece."
DROWNED = "Livestock drowned when a boat went down."
WIND = "Gales blew hard from northern hills."


def groups(*builders: ReadingBuilder) -> set[tuple[str, ...]]:
    found = ALIGNER.align(Sources(story(*builders).readings))
    return {tuple(f"{at.report}{at.index}" for at in group.sentences) for group in found}


def report(id: str, *sentences: str) -> ReadingBuilder:
    return ReadingBuilder(id, " ".join(sentences))


def test_what_two_reports_tell_in_other_order_is_one_group() -> None:
    found = groups(report("a", LOSS, PRICE), report("b", WIND, AGAIN))
    assert found == {("a0", "b1"), ("a1",), ("b0",)}


def test_a_report_may_tell_a_fact_twice() -> None:
    assert groups(report("a", LOSS, PRICE, WIND, MORE)) == {("a0", "a3"), ("a1",), ("a2",)}


def test_the_order_of_reports_changes_nothing() -> None:
    one, other = report("a", LOSS, PRICE), report("b", WIND, AGAIN)
    assert groups(one, other) == groups(other, one)


def test_a_group_knows_its_reports_and_how_close_each_sentence_is() -> None:
    found = ALIGNER.align(Sources(story(report("a", LOSS, PRICE), report("b", AGAIN, WIND)).readings))
    (group,) = (one for one in found if len(one.sentences) > 1)
    assert group.reports == ("a", "b")
    assert all(0 < close <= 1 + 1e-9 for close in group.closeness)


def test_meaning_joins_what_is_told_in_other_words_and_is_not_asked_for_one_report() -> None:
    asked: list[str] = []

    whole = {LOSS: (900, 300, 0), DROWNED: (900, 300, 1), PRICE: (900, 0, 300), WIND: (900, -300, -300)}

    class Noting:
        def vectors(self, texts: Sequence[str]) -> Vectors:
            asked.extend(texts)
            return numpy.array([whole[text] for text in texts], numpy.float32) / numpy.float32(2048)

        def pieces(self, texts: Sequence[str]) -> list[Pieces]:
            return [numpy.array([whole[text]]).clip(-90, 90).astype(numpy.int8) for text in texts]

    aligner = FactAligner.load(encoding=Noting())
    alone = aligner.align(Sources(story(report("a", LOSS, PRICE)).readings))
    assert not asked
    assert len(alone) == 2
    both = story(report("a", LOSS, PRICE), report("b", WIND, DROWNED))
    told = {
        tuple(f"{at.report}{at.index}" for at in group.sentences)
        for group in aligner.align(Sources(both.readings))
    }
    assert ("a0", "b1") in told
    assert ("a0", "b1") not in groups(report("a", LOSS, PRICE), report("b", WIND, DROWNED))
