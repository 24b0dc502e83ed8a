"""Where quotations stand: letters of reports, anchors of quoted stretches."""

from __future__ import annotations

import msgspec
import pytest

from accord.present.view.citations import Citations, by_report
from accord.records import Estimate, Evidence
from dossiers import empty_dossier, made_dossier, quote
from story_views import viewed


def test_reports_without_source_are_named_by_letter() -> None:
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


def test_reports_are_lettered_beyond_the_alphabet() -> None:
    (report,) = empty_dossier().reports
    many = tuple(msgspec.structs.replace(report, id=f"r{number:03}") for number in range(703))
    letters = [
        source.letter
        for source in Citations(msgspec.structs.replace(empty_dossier(), reports=many), 2).sources
    ]
    assert [letters[index] for index in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
    assert len(set(letters)) == len(letters)


def test_quotations_are_told_once_in_the_order_of_letters_and_places() -> None:
    citations = Citations(made_dossier(), 1)
    late, early, other = (
        quote("r-one", "on May 9"),
        quote("r-one", "Norvia reopens"),
        quote("r-two", "Norvia has"),
    )
    cites = citations.cite([other, late, early, late, Evidence("unheard", 0, 1, "x")])
    assert [(cite.source.letter, cite.text) for cite in cites] == [
        ("A", "Norvia reopens"),
        ("A", "on May 9"),
        ("B", "Norvia has"),
    ]
    assert [[cite.source.letter for cite in group] for group in by_report(cites)] == [["A", "A"], ["B"]]


def test_a_stretch_that_is_quoted_has_an_anchor_of_the_story_and_the_report() -> None:
    citations = Citations(made_dossier(), 3)
    (cite,) = citations.cite([quote("r-two", "on May 11")])
    assert cite.anchor is not None
    assert cite.anchor.startswith("s3-b-")
    assert (cite.start, cite.end, cite.anchor) in citations.spans(cite.source)
    (outside,) = citations.cite([Evidence("r-two", 10**6, 10**6 + 3, "far")])
    assert outside.anchor is None


def test_reports_are_told_in_the_order_of_letters() -> None:
    citations = Citations(made_dossier(), 1)
    assert [source.letter for source in citations.of(["r-five", "unheard", "r-one"])] == ["A", "E"]
    assert citations.source("unheard") is None


def test_an_untitled_report_goes_by_its_first_words() -> None:
    (source,) = Citations(empty_dossier(), 1).sources
    assert (source.name, source.title) == ("source unknown", "Nothing to see here.")
    fourth = Citations(made_dossier(), 1).sources[3]
    assert fourth.title.startswith("Relations were severed in June 2027")
    assert fourth.title.endswith("…")
