"""Claims before they are numbered: values joined, compared, and put on sides."""

from __future__ import annotations

from accord.reconciliation.claims.claim_drafts import Said, claim, gather
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.value_kinds import BACKGROUND, QUANTITY, side_by_side
from accord.records import Evidence


def guests(low: int, high: int | None, *reports: str) -> tuple[Range, str, tuple[Evidence, ...]]:
    label = f"{low} to {high}"
    return Range(low, high, "guest"), label, tuple(Evidence(report, 0, 2, label) for report in reports)


def test_values_shown_alike_are_one_with_all_quotations() -> None:
    first, other, second = guests(40, 40, "b"), guests(60, 60, "c"), guests(40, 40, "a")
    assert [(value.label, value.reports) for value in gather([first, other, second])] == [
        ("40 to 40", ("a", "b")),
        ("60 to 60", ("c",)),
    ]


def test_a_claim_is_worded_by_its_question() -> None:
    values = gather([guests(40, 40, "a")])
    assert claim(QUANTITY, "the feast", values, None).text == "How many: the feast"
    asked = claim(QUANTITY, "the feast", values, None, question="How few")
    assert (asked.text, asked.question, asked.subject) == ("How few: the feast", "How few", "the feast")
    assert claim(BACKGROUND, "It rained.", (), None).text == "It rained."


def test_values_that_say_the_same_stand_on_one_side() -> None:
    values = gather([guests(40, 40, "a"), guests(30, 50, "b"), guests(90, 99, "c")])
    draft = claim(QUANTITY, "the feast", values, None)
    assert draft.nature == "contradiction"
    assert [side.reports for side in draft.sides] == [("a", "b"), ("c",)]
    assert [[part.label for part in side.parts] for side in draft.sides] == [["40 to 40", "30 to 50"], []]


def test_values_may_be_compared_otherwise_than_their_kind_does() -> None:
    values = gather([guests(40, 40, "a"), guests(90, 99, "c")])
    assert claim(QUANTITY, "the feast", values, None, compare=side_by_side).sides == ()


def test_the_reports_of_a_value_are_named_once() -> None:
    quotations = tuple(Evidence("a", at, at + 1, "x") for at in (0, 5))
    assert Said(1, "one", quotations).reports == ("a",)
