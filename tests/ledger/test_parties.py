"""Third parties: who does not recognise, who keeps contact all the same, and what others call a party."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accord.ledger.relations import relations
from accord.records import (
    Conflict,
    DossierActor,
    DossierEvent,
    DossierStatement,
    Evidence,
    Relation,
    Side,
    Wording,
)

Act = Callable[..., DossierEvent]


def actor(id: str, kind: Any, *names: str, part_of: str | None = None) -> DossierActor:
    return DossierActor(id, id, kind, None, None, part_of, names, ())


ACTORS = (
    actor("NOR", "state", "Norway", "Norwegian"),
    actor("CHL", "state", "Chile"),
    actor("PER", "state", "Peru"),
    actor("UNO", "organisation", "United Nations"),
    actor("harbour-front", "group", "Harbour Front", "group", part_of="PER"),
)


def found(*events: DossierEvent, **more: Any) -> set[tuple[str, str, str, str]]:
    return {(r.from_, r.to, r.aspect, r.level) for r in _relations(*events, **more)}


def _relations(*events: DossierEvent, **more: Any) -> tuple[Relation, ...]:
    return relations(events, ACTORS, **more)


def called(words: str, speaker: str | None = "UNO") -> DossierStatement:
    sentence = f"The United Nations speaks of {words}."
    at = sentence.index(words)
    content = Evidence("r1", at, at + len(words), words)
    wording = Wording("r1", "mixed", (content,), (), (), Evidence("r1", 0, len(sentence), sentence))
    return DossierStatement("statement-1", speaker, speaker or "", "single source", (wording,))


def test_none_of_those_named_recognises(act: Act) -> None:
    told = "Norway and Chile trade with the Harbour Front, but none have <recognised> it."
    event = act("recognise-government", "", "harbour-front", told=told, status="not happened")
    assert found(event) == {
        ("NOR", "harbour-front", "recognition", "not recognised"),
        ("CHL", "harbour-front", "recognition", "not recognised"),
    }


def test_the_country_of_the_group_is_none_of_them(act: Act) -> None:
    told = "Of the neighbours of Peru, such as Chile, none has <recognised> the group."
    event = act("recognise-government", "", "harbour-front", told=told, status="not happened")
    assert {row[0] for row in found(event)} == {"CHL"}


def test_who_receives_envoys_without_recognising_is_told_with_both_sentences(act: Act) -> None:
    received = act("accredit-envoy", "CHL", "harbour-front", told="Chile <accredited> an envoy of the group.")
    withheld = act("recognise-government", "CHL", "harbour-front", status="not happened")
    (position,) = (r for r in _relations(received, withheld) if r.aspect == "position")
    assert (position.from_, position.to) == ("CHL", "harbour-front")
    assert position.level == "accredits envoys without recognising"
    assert set(position.evidence) == {
        received.mentions[0].evidence,
        withheld.mentions[0].evidence,
    }


def test_who_recognises_and_receives_envoys_has_no_such_position(act: Act) -> None:
    received = act("accredit-envoy", "CHL", "harbour-front")
    recognised = act("recognise-government", "CHL", "harbour-front")
    assert not any(row[2] == "position" for row in found(received, recognised))


def test_contact_without_recognition_is_a_position(act: Act) -> None:
    told = "While Norway kept up quiet contacts with it, none <recognised> the Harbour Front."
    event = act("recognise-government", "", "harbour-front", told=told, status="not happened")
    assert ("NOR", "harbour-front", "position", "maintains contact") in found(event)


def test_what_a_speaker_calls_a_party_is_a_position() -> None:
    words = "the “Harbour Front de facto authorities”"
    assert found(statements=(called(words),)) == {
        ("UNO", "harbour-front", "position", "calls it the de facto authorities")
    }


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("the Harbour Front leaders", "UNO"),
        ("the de facto authorities", "UNO"),
        ("the Harbour Front de facto authorities", None),
    ],
)
def test_no_term_no_party_or_no_speaker_is_no_position(words: str, speaker: str | None) -> None:
    assert found(statements=(called(words, speaker),)) == set()


def test_a_contested_order_is_noted_on_the_acts_it_is_about(act: Act) -> None:
    accepted = act("present-credentials", "harbour-front", "NOR", "2031-07-01", reports="r1 r2")
    recognised = act("recognise-government", "NOR", "harbour-front", "2031-07-03", reports="r1 r2")
    sides = (
        Side("before", (accepted.mentions[0].evidence, recognised.mentions[0].evidence)),
        Side("after", (accepted.mentions[1].evidence, recognised.mentions[1].evidence)),
    )
    conflict = Conflict("conflict-1", "order", "contradiction", None, sides, "", accepted.id)
    for relation in _relations(accepted, recognised, conflicts=(conflict,)):
        assert relation.verdict == "contested"
        assert "order contested: before or after" in relation.note
