"""What is done in one report and not done in another, and what denies nothing."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import calm, only, recognition


def test_done_in_one_report_and_not_done_in_another_contradict() -> None:
    dossier = reconcile(story(recognition("a"), recognition("b", polarity="negative")))
    conflict = only(dossier, "polarity")
    assert conflict.nature == "contradiction"
    assert {event.status for event in dossier.events} == {"happened", "not happened"}
    assert {event.verdict for event in dossier.events} == {"contested"}


def test_what_others_have_not_done_denies_nothing() -> None:
    other = ReadingBuilder("b", "Peru has not recognised Chile.")
    other.event(
        "has not recognised", "recognise", actors=[other.actor("Peru", "PER")],
        recipients=[other.actor("Chile", "CHL")], polarity="negative",
    )  # fmt: skip
    nobody = ReadingBuilder("c", "No one has recognised Chile.")
    nobody.event(
        "has recognised", "recognise", recipients=[nobody.actor("Chile", "CHL")], polarity="negative"
    )
    dossier = calm(recognition("a"), other, nobody)
    assert sum(event.status == "not happened" for event in dossier.events) == 2


def test_not_done_until_then_denies_nothing() -> None:
    builder = recognition("b", words=" before the harbour opened", polarity="negative")
    calm(recognition("a"), builder)


def test_not_done_when_it_was_printed_denies_nothing_that_was_done_later() -> None:
    told = recognition("a", "2031-05-06", words=" on 6 May")
    early, late = (recognition(id, polarity="negative") for id in ("b", "c"))
    told.published, early.published, late.published = "2031-05-07", "2031-05-05", "2031-05-08"
    calm(told, early)
    assert only(reconcile(story(told, late)), "polarity").nature == "contradiction"


def test_planned_then_done_does_not_contradict() -> None:
    dossier = calm(recognition("a"), recognition("b", factuality="planned"))
    assert [event.status for event in dossier.events] == ["happened", "foreseen"]
