"""What a story shows first: shared events, contradictions, quoted speakers, relations of many reports."""

from __future__ import annotations

import msgspec
import pytest

from accord.present.view.story import StoryView
from dossiers import empty_dossier, made_dossier, quote
from story_views import of_usual_length, viewed


@pytest.fixture(scope="module")
def story() -> StoryView:
    return viewed(made_dossier(), 1)


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


def test_an_untitled_story_is_named_by_its_first_report() -> None:
    assert viewed(empty_dossier(), 1).title == "Nothing to see here."


def test_days_of_publication_are_told_from_the_first_to_the_last_with_the_undated(story: StoryView) -> None:
    assert story.span == "May 2031 to 13 May 2031, 1 undated"
    assert viewed(empty_dossier(), 1).span == "publication dates unknown"


def test_relations_are_told_by_name_and_with_their_days(story: StoryView) -> None:
    assert [(one.from_name, one.to_name, one.when) for one in story.relations] == [
        ("Norvia", "Talmark", "from May 2031"),
        ("Norvia", "Talmark", "June 2027 to May 2031"),
        ("Talmark", "Norvia", "date not told"),
        ("Ostland", "Talmark", "date not told"),
    ]
    dossier = made_dossier()
    ended = msgspec.structs.replace(dossier.relations[0], valid_from=None, valid_to="2031-05-09")
    view = viewed(msgspec.structs.replace(dossier, relations=(ended,)), 1)
    assert view.relations[0].when == "until 9 May 2031"


def test_outlooks_that_more_reports_tell_come_first_with_the_hedge_marked() -> None:
    dossier = made_dossier()
    view = viewed(msgspec.structs.replace(dossier, outlooks=dossier.outlooks[::-1]), 1)
    assert [one.outlook.hedge for one in view.outlooks] == ["may", "might"]
    marked = [[text for text, mark in quote.runs if mark] for quote in view.outlooks[0].quotes]
    assert marked == [["may"], []]


def test_shared_passages_come_before_quotations_and_tell_who_was_first() -> None:
    dossier = made_dossier()
    view = viewed(msgspec.structs.replace(dossier, origins=dossier.origins[::-1]), 1)
    assert [one.origin.kind for one in view.origins] == ["passage", "quotation"]
    assert [one.first.letter if one.first else None for one in view.origins] == ["A", None]
    assert [[source.letter for source in one.sources] for one in view.origins] == [["A", "D"], ["A", "B"]]


def test_only_sides_of_contradictions_are_marked_as_disputed(story: StoryView) -> None:
    (cite,) = story.citations.cite([quote("r-one", "in March 2031")])
    assert cite.anchor in story.disputed
    (scope,) = [one for one in story.disputes if not one.contradiction and one.subject == "reach"]
    assert not {one.cite.anchor for side in scope.sides for one in side.quotes} & story.disputed
    assert len(story.contradictions) == 4


def test_how_sure_a_story_is_counts_what_several_tell_and_what_is_in_dispute(story: StoryView) -> None:
    assert story.sure == "1 of 3 facts told by several reports; 4 contradictions, 2 differences"
    assert viewed(empty_dossier(), 1).sure == "0 facts, told by one report"
    agreed = msgspec.structs.replace(made_dossier(), conflicts=())
    assert viewed(agreed, 1).sure.endswith("nothing found in which they disagree")


def test_at_the_top_stand_the_weightiest_facts_disagreements_and_news(story: StoryView) -> None:
    assert story.foremost == story.disputes[:3]
    long = viewed(of_usual_length(reports=4, told=30))
    assert long.brief == long.facts[:5]
    assert [view for _, view in long.news if view in long.brief] == []


def test_facts_of_one_report_are_not_called_its_own_where_there_is_no_other() -> None:
    view = viewed(of_usual_length(reports=1, told=30))
    assert view.only_here == ()
    assert len(view.brief) + len(view.further) == len(view.facts)
