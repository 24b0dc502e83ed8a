"""Figures and days of like sentences: which are of one thing, and which of those contradict."""

from __future__ import annotations

import pytest

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import calm, counted, only, tallied


def test_different_figures_in_the_same_place_of_like_sentences_contradict() -> None:
    dossier = reconcile(
        story(
            counted("a", "The minister raised the flag before 500 guests at the embassy.", "500", 500, 500),
            counted("b", "At the embassy the minister raised the flag before 700 guests.", "700", 700, 700),
        )
    )
    conflict = only(dossier, "quantity")
    assert [side.value for side in conflict.sides] == ["500", "700"]


def test_a_figure_that_two_reports_give_is_a_corroborated_claim() -> None:
    told = reconcile(
        story(
            counted("a", "The minister raised the flag before 500 guests at the embassy.", "500", 500, 500),
            counted("b", "At the embassy the minister raised the flag before 500 guests.", "500", 500, 500),
            counted("c", "Heavy rain kept 90 guests of the harbour inn awake.", "90", 90, 90),
        )
    )
    (claim,) = (claim for claim in told.claims if claim.kind == "quantity")
    assert claim.verdict == "corroborated"
    assert [(value.value, value.reports) for value in claim.values] == [("500", ("a", "b"))]


def test_how_many_are_known_already_is_no_claim() -> None:
    told = reconcile(
        story(
            counted("a", "At the embassy the two ministers raised the flag.", "two", 2, 2, "minister"),
            counted("b", "The two ministers raised the flag at the embassy.", "two", 2, 2, "minister"),
        )
    )
    assert [claim for claim in told.claims if claim.kind == "quantity"] == []


def test_figures_that_count_other_things_do_not_contradict() -> None:
    calm(
        counted("a", "The minister raised the flag before 700 guests at the embassy.", "700", 700, 700),
        counted("c", "The police said 90 guests left early because of the heavy rain.", "90", 90, 90),
        counted("d", "The minister raised the flag before 12 trucks at the embassy.", "12", 12, 12, "truck"),
    )


def test_figures_that_may_both_hold_only_differ() -> None:
    told = "The minister raised the flag before {} guests at the embassy."
    dossier = reconcile(
        story(
            counted("a", told.format("700"), "700", 700, 700),
            counted("b", told.format("over 500"), "over 500", 500, None),
        )
    )
    assert {conflict.nature for conflict in dossier.conflicts} <= {"difference"}


def test_who_gives_both_figures_tells_of_two_things() -> None:
    spring = "Fishermen landed {} tonnes of herring at the northern harbour during spring."
    season = "Fishermen landed {} tonnes of herring at the northern harbour during last season."
    both = tallied(
        "a",
        (spring.format(40), "40 tonnes", 40, "tonne"),
        (season.format(90), "90 tonnes", 90, "tonne"),
    )
    one = tallied("b", ("Crews landed 90 tonnes of herring near the harbour.", "90 tonnes", 90, "tonne"))
    calm(both, one)


def test_a_copied_sentence_with_another_figure_contradicts_whatever_else_is_told() -> None:
    told = "Fishermen landed {} tonnes of herring at the northern harbour during the spring season."
    again = "The catch of 90 tonnes was sold to a cannery in Peru within days."
    changed = tallied("a", (told.format(40), "40 tonnes", 40, "tonne"), (again, "90 tonnes", 90, "tonne"))
    one = tallied("b", (told.format(90), "90 tonnes", 90, "tonne"))
    assert only(reconcile(story(changed, one)), "quantity").nature == "contradiction"


def test_a_figure_that_modifies_another_word_is_of_another_thing() -> None:
    ferry = tallied(
        "a", ("The harbour board bought a 30-year-old ferry from Peru on credit.", "30-year-old", 30, "year")
    )
    dispute = tallied(
        "b",
        ("The harbour board ended a 12-year-old dispute with Peru over credit.", "12-year-old", 12, "year"),
    )
    calm(ferry, dispute)


def test_a_headline_that_gives_another_figure_than_its_text_is_inconsistent() -> None:
    title = "Storm floods 300 houses in the northern harbour"
    body = "A storm flooded 200 houses in the northern harbour."
    report = tallied(
        "a", (title, "300 houses", 300, "house"), (body, "200 houses", 200, "house"), title=title
    )
    dossier = reconcile(story(report))
    conflict = only(dossier, "quantity")
    assert {side.value for side in conflict.sides} == {"300 houses", "200 houses"}
    assert next(c for c in dossier.claims if c.id == conflict.claim).verdict == "inconsistent"
    assert conflict.explanation.startswith("One report gives different figures")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Fishermen say the northern ferry sank on Tuesday with a load of coal.", 1),
        ("On Tuesday the traders buy coal where the old ferry lies.", 0),
    ],
)
def test_days_of_loosely_like_sentences_are_of_one_act(told: str, found: int) -> None:
    one = ReadingBuilder("a", "The northern ferry, which was being repaired, sank on Monday with traders.")
    one.time("Monday", None, value="XXXX-WXX-1")
    other = ReadingBuilder("b", told)
    other.time("Tuesday", None, value="XXXX-WXX-2")
    dossier = reconcile(story(one, other))
    assert len([c for c in dossier.conflicts if c.kind == "time"]) == found
