"""Which event mentions stand in a dossier: sides of standing, named in the clause."""

from __future__ import annotations

import pytest

from accord.records import Dossier, Entity, Factuality, Polarity
from accord.steps import reconcile
from readings import ReadingBuilder, story

GUNMEN = Entity("rebel", "harbour raiders", "people", None, "REB")
TEXT = "Norway closed its consulate in Peru."


def closed(**told: object) -> Dossier:
    builder = ReadingBuilder("a", TEXT)
    norway, peru = builder.actor("Norway", "NOR"), builder.actor("Peru", "PER")
    builder.event("closed", "close-mission", actors=[norway], recipients=[peru], **told)  # type: ignore[arg-type]
    return reconcile(story(builder))


def test_an_act_between_two_named_states_is_worded() -> None:
    (event,) = closed().events
    assert (event.actors, event.recipients) == (("NOR",), ("PER",))
    assert event.text != TEXT


def test_a_side_taken_from_elsewhere_is_not_shown_and_the_act_is_quoted() -> None:
    (event,) = closed(implied=["PER"]).events
    assert (event.actors, event.recipients, event.text) == (("NOR",), (), TEXT)


def test_an_act_of_which_no_side_is_named_is_not_shown() -> None:
    assert closed(implied=["NOR", "PER"]).events == ()


@pytest.mark.parametrize("told", [{"by_noun": True}, {"factuality": "planned"}, {"factuality": "possible"}])
def test_what_a_noun_tells_or_is_to_come_needs_both_sides(told: dict[str, object]) -> None:
    assert len(closed(**told).events) == 1
    assert closed(implied=["PER"], **told).events == ()


@pytest.mark.parametrize("act", ["talks", "visit", "attack"])
def test_what_takes_two_is_not_shown_with_one(act: str) -> None:
    builder = ReadingBuilder("a", "Norway met in Oslo.")
    builder.event("met", act, actors=[builder.actor("Norway", "NOR")])
    assert reconcile(story(builder)).events == ()


def test_an_act_of_no_body_of_standing_is_not_shown() -> None:
    builder = ReadingBuilder("a", "Ada Falk met Bo Lund.")
    builder.event(
        "met", "talks", actors=[builder.person("Ada Falk", "Ada Falk")],
        recipients=[builder.person("Bo Lund", "Bo Lund")],
    )  # fmt: skip
    assert reconcile(story(builder)).events == ()


def struck(text: str, verb: str, doer: str, **told: object) -> Dossier:
    builder = ReadingBuilder("a", text)
    victim = builder.person("Bo Lund", "Bo Lund")
    mention = builder.actor(doer, "rebel", entity=GUNMEN)
    builder.event(verb, type="ASSAULT", actors=[mention], recipients=[victim], **told)  # type: ignore[arg-type]
    return reconcile(story(builder))


def test_a_deed_is_shown_by_whom_it_befell_and_not_by_a_doer_who_is_only_described() -> None:
    (event,) = struck("The gunmen wounded Bo Lund.", "wounded", "gunmen").events
    assert (event.actors, event.recipients) == ((), ("bo-lund",))


@pytest.mark.parametrize(
    ("factuality", "polarity"), [("possible", "positive"), ("planned", "positive"), ("asserted", "negative")]
)
def test_a_deed_that_is_not_done_is_not_shown(factuality: Factuality, polarity: Polarity) -> None:
    text = "The gunmen wounded Bo Lund."
    assert struck(text, "wounded", "gunmen", factuality=factuality, polarity=polarity).events == ()


def test_a_noun_that_takes_an_act_up_stands_with_the_mention_that_tells_it() -> None:
    builder = ReadingBuilder("a", f"{TEXT} The closure surprised Peru.")
    norway, peru = builder.actor("Norway", "NOR"), builder.actor("Peru", "PER")
    builder.event("closed", "close-mission", actors=[norway], recipients=[peru])
    again = builder.actor("Peru", "PER", nth=1)
    builder.event(
        "closure", "close-mission", actors=[norway], recipients=[again], implied=["NOR", "PER"], by_noun=True
    )
    (event,) = reconcile(story(builder)).events
    assert [mention.trigger.text for mention in event.mentions] == ["closed", "closure"]
