"""From the acts of a dossier to relations."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from accord.records import Conflict, DossierEvent, Origin, Relation, Side

Act = Callable[..., DossierEvent]
Derive = Callable[..., tuple[Relation, ...]]


def brief(relation: Relation) -> tuple[str, str, str, str]:
    return relation.from_, relation.to, relation.aspect, relation.level


def test_an_act_becomes_a_state_with_its_date_and_evidence(act: Act, derive: Derive) -> None:
    event = act("recognise-government", "NOR", "harbour-front", "2031-07-03")
    (relation,) = derive(event)
    assert brief(relation) == ("NOR", "harbour-front", "recognition", "recognised as a government")
    assert (relation.valid_from, relation.valid_to, relation.event) == ("2031-07-03", None, event.id)
    assert relation.evidence == (event.mentions[0].evidence,)
    assert relation.verdict == "single source"


def test_a_court_or_a_person_acts_for_the_state_or_group_it_is_part_of(act: Act, derive: Derive) -> None:
    (relation,) = derive(act("delist", "NOR/supreme-court", "harbour-front"))
    assert brief(relation) == ("NOR", "harbour-front", "designation", "delisted")
    (relation,) = derive(act("present-credentials", "teo-varga", "ilse-brandt"))
    assert brief(relation) == ("harbour-front", "NOR", "head of mission", "Ambassador")


def test_who_acts_for_nobody_known_has_no_relations(act: Act, derive: Derive) -> None:
    assert derive(act("recognise", "somebody", "CHL")) == ()


def test_a_state_has_no_relations_with_itself(act: Act, derive: Derive) -> None:
    assert derive(act("delist", "NOR/supreme-court", "NOR")) == ()


@pytest.mark.parametrize("status", ["foreseen", "said"])
def test_what_is_foreseen_or_only_said_changes_nothing(act: Act, derive: Derive, status: str) -> None:
    assert derive(act("recognise", "NOR", "CHL", status=status)) == ()


def test_recognition_that_did_not_happen_is_a_state_without_a_date(act: Act, derive: Derive) -> None:
    found = derive(act("recognise", "NOR CHL", "harbour-front", "2031", status="not happened"))
    assert [brief(r) for r in found] == [
        ("CHL", "harbour-front", "recognition", "not recognised"),
        ("NOR", "harbour-front", "recognition", "not recognised"),
    ]
    assert {r.valid_from for r in found} == {None}


def test_other_acts_that_did_not_happen_change_nothing(act: Act, derive: Derive) -> None:
    assert derive(act("close-mission", "NOR", "CHL", status="not happened")) == ()


def test_accepted_credentials_imply_recognition_where_nobody_says_it(act: Act, derive: Derive) -> None:
    accepted = act("accept-credentials", "NOR", "teo-varga", "2031-07-01")
    found = derive(accepted)
    assert [brief(r) for r in found] == [
        ("harbour-front", "NOR", "head of mission", "Ambassador"),
        ("NOR", "harbour-front", "recognition", "implied"),
    ]
    assert found[1].note.startswith("implied by")


@pytest.mark.parametrize("recognised", ["harbour-front", "PER"])
def test_said_recognition_leaves_nothing_to_imply(act: Act, derive: Derive, recognised: str) -> None:
    found = derive(
        act("accept-credentials", "NOR", "teo-varga"), act("recognise", "NOR", recognised, "2031-07-03")
    )
    assert [r.level for r in found if r.aspect == "recognition"] == ["recognised"]


def test_joint_actors_of_a_mutual_act_are_its_parties(act: Act, derive: Derive) -> None:
    (relation,) = derive(act("establish-relations", "PER CHL", ""))
    assert brief(relation) == ("CHL", "PER", "relations", "established")
    assert derive(act("recognise", "PER CHL", "")) == ()


@pytest.mark.parametrize(
    ("made", "told", "level"),
    [
        ("open-mission", "Norway <opened> an embassy in Lima.", "Embassy"),
        ("open-mission", "Norway <opened> its mission in Lima.", "open"),
        ("reopen-mission", "Its legation was <reopened>.", "Legation"),
        ("close-mission", "Norway <closed> its embassy.", "None"),
        ("present-credentials", "The envoy <presented> his letters.", "Envoy"),
        (
            "accredit-envoy",
            "Norway <accredited> a non-resident ambassador of Peru.",
            "Ambassador Nonresident",
        ),
    ],
)
def test_the_level_is_the_one_told(act: Act, derive: Derive, made: str, told: str, level: str) -> None:
    (relation,) = derive(act(made, "NOR", "PER", told=told))
    assert relation.level == level


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("open-mission", "Norway <opened> a business representative office in Lima."),
        ("close-mission", "Norway <closed> its consulate in Arequipa."),
        ("expel", "Norway <expelled> two attachés."),
    ],
)
def test_what_leaves_the_mission_or_its_head_as_they_are(
    act: Act, derive: Derive, made: str, told: str
) -> None:
    assert derive(act(made, "NOR", "PER", told=told)) == ()


def test_the_host_of_a_mission_is_the_country_it_stands_in(act: Act, derive: Derive) -> None:
    told = "Norway <kept> its embassy in Lima open."
    (relation,) = derive(act("keep-mission", "NOR", "", told=told, place="Lima", place_code="PER"))
    assert brief(relation) == ("NOR", "PER", "mission", "Embassy")
    assert derive(act("keep-mission", "NOR", "", told=told, place="Oslo", place_code="NOR")) == ()
    assert derive(act("delist", "NOR", "", place="Lima", place_code="PER")) == ()


def test_an_expelled_ambassador_is_the_sending_states_head_of_mission(act: Act, derive: Derive) -> None:
    (relation,) = derive(act("expel", "NOR", "PER", told="Norway <expelled> the ambassador."))
    assert brief(relation) == ("PER", "NOR", "head of mission", "expelled")


def test_a_mission_kept_open_was_open_before(act: Act, derive: Derive) -> None:
    (relation,) = derive(act("keep-mission", "NOR", "PER", "2021", told="It <kept> its embassy open."))
    assert (relation.level, relation.valid_from, relation.note) == ("Embassy", None, "held already in 2021")


def test_contested_dates_are_one_of_them_and_noted(act: Act, derive: Derive) -> None:
    event = act("delist", "NOR", "harbour-front", "2031-04", reports="r1 r2")
    sides = tuple(Side(day, (event.mentions[0].evidence,)) for day in ("2031-04", "2030-04"))
    conflict = Conflict("conflict-1", "time", "contradiction", None, sides, "", event.id)
    (relation,) = derive(event, conflicts=[conflict])
    assert relation.valid_from == "[2030-04,2031-04]"
    assert relation.verdict == "contested"
    assert relation.note == "date contested: 2030-04 or 2031-04"


def test_several_acts_telling_one_state_make_one_relation(act: Act, derive: Derive) -> None:
    precise = act("recognise-government", "NOR", "PER", "2031-07")
    broad = act("recognise", "NOR", "PER", "2031-07-03", reports="r2")
    for events in permutations((precise, broad)):
        (relation,) = derive(*events)
        assert relation.level == "recognised as a government"
        assert relation.valid_from == "2031-07-03"
        assert {e.report for e in relation.evidence} == {"r1", "r2"}
        assert relation.verdict == "corroborated"


def test_joined_states_that_only_copies_tell_are_echoed(act: Act, derive: Derive) -> None:
    events = (act("recognise", "NOR", "PER"), act("recognise", "NOR", "PER", reports="r2"))
    evidence = tuple(event.mentions[0].evidence for event in events)
    (relation,) = derive(*events, origins=[Origin("origin-1", "passage", ("r1", "r2"), evidence)])
    assert relation.verdict == "echoed"


def test_states_at_other_times_stay_apart(act: Act, derive: Derive) -> None:
    found = derive(act("open-mission", "NOR", "PER", "1990"), act("open-mission", "NOR", "PER", "2005"))
    assert [r.valid_from for r in found] == ["1990", "2005"]


def test_the_order_of_events_makes_no_difference(act: Act, derive: Derive) -> None:
    events = (
        act("recognise", "NOR", "PER", "2031"),
        act("accept-credentials", "NOR", "teo-varga", "2031-02"),
        act("freeze-assets", "CHL", "PER"),
        act("delist", "NOR", "harbour-front"),
    )
    found: set[Any] = {derive(*order) for order in permutations(events)}
    assert len(found) == 1
