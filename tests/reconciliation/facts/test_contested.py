"""A conflict is about the fact that most of its quotations lie in; its sides make that contested."""

from __future__ import annotations

from accord.reconciliation.facts.alignment import FactGroup
from accord.reconciliation.facts.contested import FactConflicts
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources
from accord.records import Conflict, Nature, Side
from readings import ReadingBuilder, story

TEXT = "Forty sheep were lost. The ferry was new."
SOURCES = Sources(story(ReadingBuilder("a", TEXT), ReadingBuilder("b", TEXT)).readings)
LOST = FactGroup((SentenceAt("a", 0), SentenceAt("b", 0)), (1.0, 1.0))
NEW = FactGroup((SentenceAt("a", 1), SentenceAt("b", 1)), (1.0, 1.0))


def conflict(*sides: tuple[str, str], nature: Nature = "contradiction") -> Conflict:
    """A conflict whose sides quote words of a report."""
    quoted = [
        Side(words, (SOURCES.evidence(report, TEXT.index(words), TEXT.index(words) + len(words)),))
        for report, words in sides
    ]
    return Conflict("conflict-1", "quantity", nature, None, tuple(quoted), "")


def found(one: Conflict) -> FactConflicts:
    return FactConflicts.of([one], [LOST, NEW], SOURCES)


def test_sides_of_two_reports_contest_a_fact() -> None:
    said = found(conflict(("a", "Forty sheep"), ("b", "sheep were lost")))
    assert (dict(said.about), dict(said.verdicts)) == ({"conflict-1": 0}, {0: "contested"})


def test_sides_of_one_report_make_it_inconsistent() -> None:
    assert dict(found(conflict(("a", "Forty"), ("a", "lost"))).verdicts) == {0: "inconsistent"}


def test_a_difference_contests_nothing_but_is_about_the_fact() -> None:
    said = found(conflict(("a", "Forty"), ("b", "lost"), nature="difference"))
    assert (dict(said.about), dict(said.verdicts)) == ({"conflict-1": 0}, {})


def test_the_fact_of_most_quotations_is_meant_and_of_as_many_the_weightiest() -> None:
    most = conflict(("a", "Forty"), ("a", "ferry"), ("b", "new"))
    assert found(most).about["conflict-1"] == 1
    assert found(conflict(("a", "Forty"), ("b", "new"))).about["conflict-1"] == 0


def test_a_quotation_over_two_sentences_lies_in_both() -> None:
    assert dict(found(conflict(("a", "lost. The"), ("b", "ferry"))).verdicts) == {1: "contested"}
