"""How happenings are put into words: together, undone and planned."""

from __future__ import annotations

import pytest

from accord.records import Dossier, DossierEvent, Factuality, Polarity
from accord.steps import reconcile
from readings import ReadingBuilder, story


def told(dossier: Dossier, act: str) -> DossierEvent:
    (event,) = [event for event in dossier.events if event.act == act]
    return event


def values(dossier: Dossier, kind: str) -> list[str]:
    return [value.value for claim in dossier.claims if claim.kind == kind for value in claim.values]


def test_those_named_together_are_one_value() -> None:
    builder = ReadingBuilder("a", "Norway, Peru and Kenya accredited envoys of Chile.")
    actors = [builder.actor(*one) for one in (("Norway", "NOR"), ("Peru", "PER"), ("Kenya", "KEN"))]
    builder.event("accredited", "accredit-envoy", actors=actors, recipients=[builder.actor("Chile", "CHL")])
    dossier = reconcile(story(builder))
    assert values(dossier, "actor") == ["Kenya, Norway and Peru"]
    assert told(dossier, "accredit-envoy").text == "Kenya, Norway and Peru accredited an envoy of Chile"


def test_two_who_do_a_mutual_act_are_both_its_actors_however_they_are_told() -> None:
    even = ReadingBuilder("a", "Norway and Chile restored relations.")
    even.event(
        "restored", "resume-relations", actors=[even.actor("Norway", "NOR"), even.actor("Chile", "CHL")]
    )
    sided = ReadingBuilder("b", "Norway restored relations with Chile.")
    sided.event(
        "restored", "resume-relations",
        actors=[sided.actor("Norway", "NOR")], recipients=[sided.actor("Chile", "CHL")],
    )  # fmt: skip
    dossier = reconcile(story(even, sided))
    event = told(dossier, "resume-relations")
    assert event.text == "Chile and Norway resumed diplomatic relations"
    assert (event.actors, event.recipients) == (("CHL", "NOR"), ())
    assert values(dossier, "actor") == ["Chile and Norway"]
    (claim,) = [claim for claim in dossier.claims if claim.kind == "actor"]
    assert claim.text == "Between whom: the resumption of diplomatic relations between Chile and Norway"
    assert values(dossier, "recipient") == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [("Sanctions on Peru were lifted.", "positive"), ("None lifted sanctions on Peru.", "negative")],
)
def test_an_act_of_one_named_side_is_told_in_the_words_of_its_report(text: str, polarity: Polarity) -> None:
    builder = ReadingBuilder("a", text)
    builder.event("lifted", "lift-sanctions", recipients=[builder.actor("Peru", "PER")], polarity=polarity)
    assert told(reconcile(story(builder)), "lift-sanctions").text == text


def test_what_is_not_done_between_two_named_sides_is_worded() -> None:
    builder = ReadingBuilder("a", "Kenya never lifted sanctions on Peru.")
    builder.event(
        "lifted", "lift-sanctions", actors=[builder.actor("Kenya", "KEN")],
        recipients=[builder.actor("Peru", "PER")], polarity="negative",
    )  # fmt: skip
    assert told(reconcile(story(builder)), "lift-sanctions").text == "Kenya did not lift sanctions on Peru"


@pytest.mark.parametrize("polarity", ["positive", "negative"])
@pytest.mark.parametrize("factuality", ["planned", "asked", "ordered", "possible"])
def test_what_is_yet_to_come_is_told_in_the_words_of_its_report(
    factuality: Factuality, polarity: Polarity
) -> None:
    builder = ReadingBuilder("a", "Kenya is to lift sanctions on Peru.")
    builder.event(
        "lift", "lift-sanctions", actors=[builder.actor("Kenya", "KEN")],
        recipients=[builder.actor("Peru", "PER")], factuality=factuality, polarity=polarity,
    )  # fmt: skip
    event = told(reconcile(story(builder)), "lift-sanctions")
    assert event.text == "Kenya is to lift sanctions on Peru."
    assert event.status == ("foreseen" if polarity == "positive" else "ruled out")


def test_what_one_plans_and_another_does_not_are_two_happenings() -> None:
    tellings = []
    for id_, polarity in (("a", "positive"), ("b", "negative")):
        builder = ReadingBuilder(id_, "Whether Kenya opens an embassy in Peru.")
        builder.event(
            "opens", "open-mission", actors=[builder.actor("Kenya", "KEN")],
            recipients=[builder.actor("Peru", "PER")], factuality="planned", polarity=polarity,  # type: ignore[arg-type]
        )  # fmt: skip
        tellings.append(builder)
    dossier = reconcile(story(*tellings))
    assert {event.status: event.reports for event in dossier.events} == {
        "foreseen": ("a",),
        "ruled out": ("b",),
    }
    assert dossier.relations == ()


@pytest.mark.parametrize(
    ("where", "shown"), [(("Chile", "CHL"), []), (("Santiago", "CHL"), []), (("Oslo", "NOR"), ["Oslo"])]
)
def test_whom_a_decree_is_about_is_not_where_it_was_made(where: tuple[str, str], shown: list[str]) -> None:
    builder = ReadingBuilder("a", f"Norway recognised Chile at a ceremony in {where[0]}.")
    builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")], place=where,
    )  # fmt: skip
    assert values(reconcile(story(builder)), "place") == shown
