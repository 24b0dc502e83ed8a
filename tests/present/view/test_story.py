"""What a story shows first: shared events, contradictions, quoted speakers, relations of many reports."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from accord.present.view.story import (
    StoryView,
    story_view,
)
from accord.present.view.view_words import ViewWords
from accord.records import (
    Claim,
    Dossier,
    DossierStatement,
    Estimate,
    Relation,
    Wording,
)
from dossiers import empty_dossier, made_dossier, quote

WORDS = ViewWords.load()


def viewed(dossier: Dossier, number: int) -> StoryView:
    return story_view(dossier, number, WORDS)


@pytest.fixture(scope="module")
def story() -> StoryView:
    return viewed(made_dossier(), 1)


def test_summary_names_the_most_told_events_in_order(story: StoryView) -> None:
    assert [view.event.id for view in story.brief] == ["e1", "e3", "e5", "e6"]


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


def test_contradictions_come_before_differences(story: StoryView) -> None:
    natures = [dispute.conflict.nature for dispute in story.disputes]
    assert natures == ["contradiction"] * 4 + ["difference"] * 2
    assert [dispute.number for dispute in story.disputes] == [1, 2, 3, 4, 5, 6]
    assert [one.subject for one in story.by_event["e6"].disputes] == ["reach"]


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


def test_claims_of_no_event_are_figures_or_background(story: StoryView) -> None:
    assert {view.claim.id for view in story.matrix.figures} == {"c5"}
    assert {view.claim.id for view in story.matrix.background} == {"c7", "c8"}


def test_speakers_with_a_name_come_first(story: StoryView) -> None:
    assert [speaker.name for speaker in story.speakers] == [
        "Ilse Brandt",
        "a spokesman for the Talmari group",
    ]
    assert [source.letter for source in story.speakers[0].sources] == ["A", "B"]


def test_paraphrases_stand_behind_quoted_words() -> None:
    dossier = made_dossier()
    told = quote("r-one", "thanked Ostland for its mediation")
    paraphrase = DossierStatement(
        "st3",
        "brandt",
        "Ilse Brandt",
        "single source",
        (Wording("r-one", "indirect", (told,), (), (), told),),
    )
    statements = (paraphrase, *dossier.statements)
    view = viewed(msgspec.structs.replace(dossier, statements=statements), 1).speakers[0]
    assert [one.statement.id for one in view.statements] == ["st1"]
    assert [one.statement.id for one in view.further] == ["st3"]


def told(id: str, cue: str, content: str) -> DossierStatement:
    """What report "r-one" tells of one speaker, its words standing in for cue and content."""
    said = quote("r-one", content)
    wording = Wording("r-one", "indirect", (said,), (), (msgspec.structs.replace(said, text=cue),), said)
    return DossierStatement(id, "brandt", "Ilse Brandt", "single source", (wording,))


def test_what_was_said_comes_before_what_is_wanted_and_a_few_words_stand_behind() -> None:
    long, short = "lifted its ban on Norvian airlines in March 2031", "thanked Ostland"
    statements = (told("wanted", "aims", long), told("slight", "said", short), told("said", "warned", long))
    dossier = msgspec.structs.replace(made_dossier(), statements=statements)
    view = viewed(dossier, 1).speakers[0]
    assert [one.statement.id for one in view.statements] == ["said", "wanted"]
    assert [one.statement.id for one in view.further] == ["slight"]


def test_relations_that_more_reports_tell_come_first() -> None:
    dossier = made_dossier()
    strong = msgspec.structs.replace(
        dossier.relations[3],
        evidence=(*dossier.relations[3].evidence, quote("r-one", "thanked Ostland for its mediation")),
    )
    relations = (*dossier.relations[:3], strong)
    view = viewed(msgspec.structs.replace(dossier, relations=relations), 1)
    assert view.relations[0].relation == strong
    assert [one.number for one in view.relations] == [1, 2, 3, 4]


def related(count: int) -> Dossier:
    """A dossier in which one actor has a relation to each of `count` others, and they among themselves."""
    evidence = (quote("r-one", "Norvia"),)
    pairs = [("hub", f"actor {number}") for number in range(count)]
    pairs += [(f"actor {number}", f"actor {(number + 2) % count}") for number in range(count)]
    relations = tuple(
        Relation(one, other, "relations", "established", None, None, "single source", evidence)
        for one, other in pairs
    )
    return msgspec.structs.replace(made_dossier(), relations=relations)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_boxes_of_the_drawing_do_not_overlap_and_stay_inside(count: int) -> None:
    drawing = viewed(related(count), 1).graph
    assert drawing is not None
    assert len(drawing.nodes) == count + 1
    for one, other in combinations(drawing.nodes, 2):
        apart = abs(one.x - other.x) >= drawing.node_width or abs(one.y - other.y) >= drawing.node_height
        assert apart
    for node in drawing.nodes:
        assert drawing.node_width / 2 <= node.x <= drawing.width - drawing.node_width / 2
        assert drawing.node_height / 2 <= node.y <= drawing.height - drawing.node_height / 2


def test_no_drawing_of_nothing_or_of_too_much(story: StoryView) -> None:
    assert story.graph is not None
    assert viewed(empty_dossier(), 1).graph is None
    assert viewed(related(30), 1).graph is None


def test_reports_without_source_are_named_by_letter(story: StoryView) -> None:
    dossier = msgspec.structs.replace(
        made_dossier(),
        conflicts=(
            msgspec.structs.replace(made_dossier().conflicts[0], explanation="r-one, r-two-b, report 12"),
        ),
    )
    assert viewed(dossier, 1).disputes[0].explanation == "r-one, r-two-b, report 12"
    hostile = made_dossier().reports[1]
    renamed = msgspec.structs.replace(hostile, id="002_report")
    explained = msgspec.structs.replace(made_dossier().conflicts[0], explanation="002_report says so")
    changed = msgspec.structs.replace(
        empty_dossier(), reports=(made_dossier().reports[0], renamed), conflicts=(explained,)
    )
    assert viewed(changed, 1).disputes[0].explanation == "report B says so"


def test_an_untitled_story_is_named_by_its_first_report() -> None:
    assert viewed(empty_dossier(), 1).title == "Nothing to see here."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (None, "date unknown"),
        (Estimate("2031-05-02", None, ((0, 3),)), "date unknown, by its own dates not before 2 May 2031"),
        (
            Estimate("2031-05-02", "2031-06-30", ((0, 3),)),
            "date unknown, by its own dates not before 2 May 2031 and not after 30 June 2031",
        ),
    ],
)
def test_an_undated_report_is_placed_by_its_own_dates(written: Estimate | None, told: str) -> None:
    dossier = made_dossier()
    reports = tuple(msgspec.structs.replace(one, published=None, written=written) for one in dossier.reports)
    view = viewed(msgspec.structs.replace(dossier, reports=reports), 1)
    assert {source.published for source in view.sources} == {told}
