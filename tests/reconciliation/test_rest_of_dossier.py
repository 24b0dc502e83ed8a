"""Verdicts, background, names, outlooks, labels and the timeline."""

from __future__ import annotations

import pytest

from accord.reconciliation.actors.names import (
    parts,
    same_name,
)
from accord.steps import reconcile
from readings import ReadingBuilder, story

LONG = (
    "Norway recognised Chile after secret harbour talks, granting fishing rights, "
    "shipping lanes and customs relief to coastal towns."
)


def recognition(id: str, text: str) -> ReadingBuilder:
    builder = ReadingBuilder(id, text)
    builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    return builder


def test_a_copied_sentence_is_echoed_and_an_own_one_corroborates() -> None:
    copied = [recognition("a", LONG), recognition("b", LONG)]
    assert reconcile(story(*copied)).events[0].verdict == "echoed"
    own = recognition("c", "On the quay, Norway recognised Chile at last.")
    dossier = reconcile(story(*copied, own))
    assert dossier.events[0].verdict == "corroborated"
    happened = next(c for c in dossier.claims if c.kind == "happened")
    assert [(value.reports, value.origins) for value in happened.values] == [(("a", "b", "c"), 2)]


def test_background_of_several_reports_is_one_claim() -> None:
    same = "The harbour of Valdivia handles a third of the copper exports."
    alike = "A third of the copper exports is handled by the harbour of Valdivia."
    dossier = reconcile(
        story(
            ReadingBuilder("a", f"{same} Rain fell on fishing boats all week."),
            ReadingBuilder("b", f"{alike} Nobody knows when trains will run again."),
        )
    )
    told = {claim.text: claim for claim in dossier.claims if claim.kind == "background"}
    assert len(told) == 3
    assert told[same].verdict == "corroborated"
    assert told["Rain fell on fishing boats all week."].verdict == "single source"


def test_a_passage_put_in_different_mouths_is_one_echoed_claim() -> None:
    shared = "cheaper transport, cleaner rivers, safer mountain roads and longer summer holidays"
    ministry = ReadingBuilder("a", f"The ministry promised {shared}.")
    ministry.actor("The ministry", "CHL/foreign-ministry")
    ministry.statement(
        shared, source="The ministry", cue="promised", speaker="CHL/foreign-ministry", kind="indirect"
    )
    hopes = ReadingBuilder("b", f"Hopes are for {shared}.")
    dossier = reconcile(story(ministry, hopes))
    (claim,) = (claim for claim in dossier.claims if claim.kind == "background")
    assert claim.verdict == "echoed"
    (value,) = claim.values
    assert (value.reports, value.origins) == (("a", "b"), 1)


def test_a_copied_sentence_that_tells_a_happening_is_no_claim_beside_it() -> None:
    dossier = reconcile(story(*(recognition(id_, LONG) for id_ in ("a", "b"))))
    assert [claim for claim in dossier.claims if claim.kind == "background"] == []
    assert {claim.verdict for claim in dossier.claims} == {"echoed"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gamal Hassan", "Gamal Hassan Hassan", True),
        ("Rahmani", "Abdul Karim Rahmani", True),
        ("Mohammed Qasim", "Muhammad Kasim", True),
        ("A. Rahmani", "Abdul Rahmani", True),
        ("Gamal", "Gamal Hassan", False),
        ("Gamal Hassan", "Karim Hassan", False),
        ("Ana Rojas", "Ana Ruiz", False),
        ("José Núñez", "Jose Nunez", True),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_name(parts(one), parts(other)) is same
    assert same_name(parts(other), parts(one)) is same


def test_an_outlook_told_twice_is_one() -> None:
    builders = [ReadingBuilder(id_, "Peru may follow within the year.") for id_ in ("a", "b")]
    for builder in builders:
        builder.outlook("Peru may follow within the year", "may")
    outlooks = reconcile(story(*builders)).outlooks
    assert [outlook.reports for outlook in outlooks] == [("a", "b")]


def test_labels_are_counted_by_actor_and_report() -> None:
    builder = ReadingBuilder("a", "The regime spoke. The regime left. The government stayed.")
    actor = builder.actor("regime", "CHL")
    for nth, words in ((0, "regime"), (1, "regime"), (0, "government")):
        builder.label(words, actor.actor, words, nth)
    labels = reconcile(story(builder)).labels
    assert [(label.label, label.count, len(label.evidence)) for label in labels] == [
        ("regime", 2, 2),
        ("government", 1, 1),
    ]


def test_the_timeline_goes_by_date_then_by_order() -> None:
    builder = ReadingBuilder(
        "a",
        "Norway recognised Chile in May 2020. Before that, Norway visited Chile. Norway left Chile in 2018.",
    )
    recognised = builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
        time=builder.time("May 2020", "2020-05", earliest="2020-05-01", latest="2020-05-31"),
    )  # fmt: skip
    visited = builder.event(
        "visited", "visit", actors=[builder.actor("Norway", "NOR", 1)],
        recipients=[builder.actor("Chile", "CHL", 1)],
    )  # fmt: skip
    builder.event(
        "left", "close-mission", actors=[builder.actor("Norway", "NOR", 2)],
        recipients=[builder.actor("Chile", "CHL", 2)],
        time=builder.time("2018", "2018", earliest="2018-01-01", latest="2018-12-31"),
    )  # fmt: skip
    builder.order("Before that", visited, recognised)
    dossier = reconcile(story(builder))
    assert [event.act for event in dossier.events] == ["close-mission", "visit", "recognise"]
    assert [entry.rank for entry in dossier.timeline] == [1, 2, 3]
