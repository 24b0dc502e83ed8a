"""Drafts state what their own file does; those of one text are one report, with an id of its own."""

from __future__ import annotations

from hashlib import sha256

import pytest

from accord.intake.report_draft import InputError, ReportDraft, Spool, join_drafts, unique_ids
from accord.records import Problem, Provenance, Report

TEXT = "The lock at Zenda froze shut."


def told(*drafts: ReportDraft) -> list[Report]:
    """The reports that drafts give."""
    with Spool() as spool:
        for draft in drafts:
            spool.add(draft)
        return list(spool.reports())


def test_only_what_is_stated_counts_and_tells_where_it_came_from() -> None:
    draft = ReportDraft("a", TEXT, "a.html", published="2031-01-02")
    stating = draft.stating({"source": " The Gull ", "title": "  ", "url": None}, "metadata")
    assert (stating.source, stating.title, stating.url) == ("The Gull", None, None)
    assert stating.provenance == Provenance(source="metadata")
    assert stating.published == "2031-01-02"


def test_a_draft_is_a_report_found_in_one_place() -> None:
    report = ReportDraft("a", "Fähre", "a.txt", stem="a", raw=b"F").report()
    assert (report.places, report.raw, report.other_ids) == (("a.txt",), b"F", ())
    assert report.sha256 == sha256("Fähre".encode()).hexdigest()


def test_an_input_that_cannot_be_used_is_a_problem_by_its_name() -> None:
    error = InputError("it is empty", "leave it out")
    assert error.problem("a.txt") == Problem("a.txt", "it is empty", "leave it out")
    assert str(error) == "it is empty"


def test_ids_that_several_want_get_as_many_digits_as_tell_them_apart() -> None:
    one, near, far = bytes.fromhex("aa" * 32), bytes.fromhex("aa" * 4 + "bb" * 28), bytes.fromhex("cc" * 32)
    ids = unique_ids({one: "a", near: "a", far: "b"})
    assert ids == {one: "a-aaaaaaaaaaaaaaaa", near: "a-aaaaaaaabbbbbbbb", far: "b"}
    assert unique_ids({one: "a", far: "a"}) == {one: "a-aaaaaaaa", far: "a-cccccccc"}


def test_each_value_comes_from_the_first_draft_that_states_it() -> None:
    drafts = [
        ReportDraft("a", TEXT, "z.txt", stem="a").stating({"title": "Ice"}, "heading"),
        ReportDraft("b", TEXT, "b.jsonl line 1").stating({"title": "Frost", "source": "The Gull"}, "field"),
        ReportDraft("c", TEXT, "b.jsonl line 2").stating({"source": "The Tern"}, "field"),
    ]
    report = join_drafts("a", drafts, frozenset({"a", "c"}))
    assert (report.title, report.source) == ("Ice", "The Gull")
    assert report.provenance == Provenance(source="field", title="heading")
    assert report.places == ("b.jsonl line 1", "b.jsonl line 2", "z.txt")
    assert report.other_ids == ("b",), "that of another text is not its own"


def test_the_name_of_a_file_is_no_further_id() -> None:
    (report,) = told(ReportDraft("a", TEXT, "a.txt", stem="a"), ReportDraft("b", TEXT, "b.txt", stem="b"))
    assert (report.id, report.other_ids) == ("a", ())


@pytest.mark.parametrize("step", [1, -1])
def test_the_order_in_which_drafts_were_laid_aside_changes_nothing(step: int) -> None:
    drafts = [
        ReportDraft("b", TEXT, "one", source="The Gull"),
        ReportDraft("a", TEXT, "two", source="The Tern"),
        ReportDraft("a", "Another text.", "three"),
        ReportDraft("c", "A third text.", "four"),
    ]
    reports = told(*drafts[::step])
    first, second, third = reports
    assert (third.id, third.text) == ("c", "A third text.")
    assert {report.text for report in (first, second)} == {TEXT, "Another text."}
    assert all(report.id == f"a-{report.sha256[:8]}" for report in (first, second))
    (joined,) = (report for report in reports if report.text == TEXT)
    assert (joined.source, joined.places, joined.other_ids) == ("The Tern", ("one", "two"), ("b",))
