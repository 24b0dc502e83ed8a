"""Events in their lines, in the order of the story; and the matrix of their claims by report."""

from __future__ import annotations

import msgspec
import pytest

from accord.present.view.story import StoryView
from accord.records import Claim
from dossiers import made_dossier
from story_views import viewed


@pytest.fixture(scope="module")
def story() -> StoryView:
    return viewed(made_dossier(), 1)


def test_dates_are_told_apart_and_not_twice(story: StoryView) -> None:
    by_id = story.by_event
    assert by_id["e3"].dates == ("March 2030", "March 2031")
    assert by_id["e3"].contested_time
    assert by_id["e7"].dates == ("9 May",)
    assert by_id["e7"].year_open


def test_an_event_is_told_without_the_day_that_stands_beside_it() -> None:
    dossier = made_dossier()
    text = "Norvia reopened its embassy in May 2031"
    events = tuple(
        msgspec.structs.replace(event, text=text) if event.id == "e6" else event for event in dossier.events
    )
    told = Claim("c9", "happened", text, "echoed", (), "e6", subject="Norvia reopened its embassy")
    changed = msgspec.structs.replace(dossier, events=events, claims=(*dossier.claims, told))
    view = viewed(changed, 1).by_event["e6"]
    assert view.text == "Norvia reopened its embassy"
    assert view.dates == ("May 2031",)
    assert viewed(msgspec.structs.replace(dossier, events=events), 1).by_event["e6"].text == text


def test_sides_of_a_dispute_have_signs_of_their_own(story: StoryView) -> None:
    (group,) = [group for group in story.matrix.groups if group.event.event.id == "e3"]
    (row,) = group.rows
    assert [cell.sign for cell in row.cells] == ["◆a", "◆b", "–", "–", "–"]
    assert row.cells[0].words == ("March 2031",)
    assert row.cells[2].stance == "silent"


def test_compatible_values_are_other_terms(story: StoryView) -> None:
    (group,) = [group for group in story.matrix.groups if group.event.event.id == "e6"]
    (row,) = [row for row in group.rows if row.view.claim.kind == "scope"]
    assert [cell.stance for cell in row.cells][:3] == ["says so", "in other terms", "silent"]


def test_figures_are_claims_of_no_event(story: StoryView) -> None:
    assert {view.claim.id for view in story.matrix.figures} == {"c5"}


def test_events_stand_in_the_order_of_the_timeline_and_those_without_entry_last() -> None:
    dossier = made_dossier()
    first, second, *others = dossier.timeline
    turned = (msgspec.structs.replace(second, rank=0), msgspec.structs.replace(first, rank=1), *others[1:])
    events = viewed(msgspec.structs.replace(dossier, timeline=turned), 1).events
    assert [view.event.id for view in events] == ["e2", "e1", "e4", "e5", "e6", "e7", "e8", "e9", "e10", "e3"]
    assert [view.anchor for view in events[:2]] == ["s1-e1", "s1-e2"]


def test_what_did_not_happen_is_said_so() -> None:
    dossier = made_dossier()
    told = ("happened", "not happened", "foreseen", "ruled out", "said")
    events = tuple(
        msgspec.structs.replace(event, status=status)
        for event, status in zip(dossier.events, told, strict=False)
    )
    views = viewed(msgspec.structs.replace(dossier, events=events), 1).events
    assert [view.status for view in views] == [
        "", "did not happen", "foreseen", "not foreseen", "said, not confirmed",
    ]  # fmt: skip


def test_an_event_has_its_claims_but_for_that_it_happened(story: StoryView) -> None:
    told = {id_: [view.claim.id for view in event.claims] for id_, event in story.by_event.items()}
    assert {id_: claims for id_, claims in told.items() if claims} == {"e3": ["c3"], "e6": ["c2", "c4"]}


def test_an_event_without_a_day_has_that_of_its_entry(story: StoryView) -> None:
    dossier = made_dossier()
    entry = next(entry for entry in dossier.timeline if entry.event == "e9")
    dated = msgspec.structs.replace(entry, edtf="2031-05-12")
    timeline = tuple(dated if each is entry else each for each in dossier.timeline)
    view = viewed(msgspec.structs.replace(dossier, timeline=timeline), 1).by_event
    assert (view["e9"].dates, view["e9"].contested_time) == (("12 May 2031",), False)
    assert (story.by_event["e9"].dates, story.by_event["e9"].contested_time) == ((), False)
    assert story.by_event["e1"].dates == ("2027",)


def test_the_matrix_has_what_several_reports_say_more_than_the_line(story: StoryView) -> None:
    told = {group.event.event.id: [row.view.claim.id for row in group.rows] for group in story.matrix.groups}
    assert told == {"e2": ["c6"], "e3": ["c3"], "e6": ["c1", "c2", "c4"]}
    dossier = made_dossier()
    single = msgspec.structs.replace(dossier.claims[1], values=dossier.claims[1].values[:1])
    matrix = viewed(msgspec.structs.replace(dossier, claims=(single, *dossier.claims[2:4])), 1).matrix
    assert [row.view.claim.id for group in matrix.groups for row in group.rows] == ["c3", "c4"]


def test_an_event_is_shared_where_reports_tell_or_dispute_it(story: StoryView) -> None:
    assert [(id_, story.by_event[id_].reports, story.by_event[id_].shared) for id_ in ("e6", "e7")] == [
        ("e6", 5, True),
        ("e7", 1, False),
    ]
    assert [one.subject for one in story.by_event["e6"].disputes] == ["reach"]
