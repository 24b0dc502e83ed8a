"""Claims and what is in dispute: stances of values, the sides of a conflict, what a dispute is about."""

from __future__ import annotations

import msgspec

from accord.present.view.citations import Citations
from accord.present.view.claims import ClaimView, DisputeView, claim_views, disputes, undated_events
from accord.present.view.story import story_view
from accord.present.view.view_words import ViewWords
from accord.records import ClaimValue, Dossier, Side
from dossiers import made_dossier, quote

WORDS = ViewWords.load()


def claims(dossier: Dossier) -> dict[str, ClaimView]:
    return {view.claim.id: view for view in claim_views(dossier, Citations(dossier, 1), WORDS.kinds)}


def disputed(dossier: Dossier) -> dict[str, DisputeView]:
    return {view.conflict.id: view for view in disputes(dossier, Citations(dossier, 1), "s1", WORDS)}


def test_contradictions_come_before_differences() -> None:
    story = story_view(made_dossier(), 1, WORDS)
    natures = [dispute.conflict.nature for dispute in story.disputes]
    assert natures == ["contradiction"] * 4 + ["difference"] * 2
    assert [dispute.number for dispute in story.disputes] == [1, 2, 3, 4, 5, 6]
    assert [one.subject for one in story.by_event["e6"].disputes] == ["reach"]


def test_each_value_has_its_stance_and_dates_are_in_words() -> None:
    views = claims(made_dossier())
    assert [(value.words, value.stance, value.sign) for value in views["c3"].values] == [
        ("March 2031", "disputed", "◆a"),
        ("March 2030", "disputed", "◆b"),
    ]
    assert [(value.stance, value.sign) for value in views["c4"].values] == [
        ("says so", "●"),
        ("in other terms", "◇"),
    ]


def test_only_the_sides_of_a_contradiction_are_disputed() -> None:
    dossier = made_dossier()
    third = ClaimValue("2031-03-04", (quote("r-four", "June 2027"),), ("r-four",), 1)
    claim = msgspec.structs.replace(dossier.claims[2], values=(third, *dossier.claims[2].values))
    conflict = msgspec.structs.replace(dossier.conflicts[0], claim=claim.id)
    changed = msgspec.structs.replace(dossier, claims=(claim,), conflicts=(conflict,))
    assert [(value.words, value.sign) for value in claims(changed)["c3"].values] == [
        ("March 2031", "◆a"),
        ("March 2030", "◆b"),
        ("4 March 2031", "◇"),
    ]


def test_what_stands_in_the_line_of_its_event_tells_no_more() -> None:
    views = claims(made_dossier())
    assert {id_: view.telling for id_, view in views.items() if id_ in {"c1", "c2", "c7"}} == {
        "c1": False, "c2": True, "c7": True,
    }  # fmt: skip
    assert [id_ for id_, view in views.items() if view.says_it_happened] == ["c1", "c6"]
    assert [views[id_].reports for id_ in ("c1", "c2", "c7")] == [4, 2, 1]


def test_a_kind_that_is_not_registered_is_told_by_its_name() -> None:
    dossier = made_dossier()
    claim = msgspec.structs.replace(dossier.claims[4], kind="weather")
    conflict = msgspec.structs.replace(dossier.conflicts[2], kind="weather")
    changed = msgspec.structs.replace(dossier, claims=(claim,), conflicts=(conflict,))
    assert claims(changed)["c5"].aspect == "weather"
    dispute = disputed(changed)["x3"]
    assert (dispute.question, dispute.subject) == ("weather?", "weather")


def test_a_dispute_is_about_its_event_and_of_order_about_both() -> None:
    dossier = made_dossier()
    claim = msgspec.structs.replace(
        dossier.claims[0], id="c9", subject="the pilots freed, the embassy opened"
    )
    conflict = msgspec.structs.replace(dossier.conflicts[1], claim="c9")
    changed = msgspec.structs.replace(
        dossier, claims=(*dossier.claims, claim), conflicts=(dossier.conflicts[0], conflict)
    )
    assert {id_: view.about for id_, view in disputed(changed).items()} == {
        "x1": "Talmark lifted its ban on Norvian airlines.",
        "x2": "The pilots freed, the embassy opened",
    }


def test_only_a_contradiction_excludes() -> None:
    found = disputed(made_dossier())
    assert [id_ for id_, view in found.items() if view.contradiction] == ["x1", "x2", "x3", "x6"]


def test_what_tells_an_order_or_a_value_is_marked() -> None:
    found = disputed(made_dossier())
    marked = {
        id_: [[text for text, mark in side.quotes[0].runs if mark] for side in found[id_].sides]
        for id_ in ("x2", "x3", "x6")
    }
    assert marked == {
        "x2": [["after"], ["after"]],
        "x3": [["About 40 diplomats"], ["Some 70 diplomats"]],
        "x6": [["the same day"], ["two days earlier"]],
    }


def test_a_side_shows_a_few_quotations_and_holds_the_others() -> None:
    dossier = made_dossier()
    words = ("Norvia reopens", "on May 9", "About 40 diplomats", "Karst crossing")
    evidence = tuple(quote("r-one", each) for each in words)
    conflict = msgspec.structs.replace(
        dossier.conflicts[2], sides=(Side("40", evidence), dossier.conflicts[2].sides[1])
    )
    one, other = disputed(msgspec.structs.replace(dossier, conflicts=(conflict,)))["x3"].sides
    assert [len(one.quotes), len(one.more), len(other.quotes), len(other.more)] == [3, 1, 1, 0]
    assert [source.letter for source in one.sources] == ["A"]


def test_words_in_dispute_stand_in_quotation_marks_once() -> None:
    sides = disputed(made_dossier())["x5"].sides
    assert [side.words for side in sides] == ["“a sober, necessary beginning”", "“a necessary beginning”"]


def test_an_event_goes_by_the_subject_of_its_claim_without_a_day() -> None:
    dossier = made_dossier()
    claim = msgspec.structs.replace(dossier.claims[0], subject="Norvia reopened its embassy")
    texts = undated_events(msgspec.structs.replace(dossier, claims=(claim,)))
    assert texts["e6"] == "Norvia reopened its embassy"
    assert texts["e9"] == "Ostland welcomed the return of the ambassador."
