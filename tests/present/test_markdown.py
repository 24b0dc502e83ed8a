"""The Markdown tells what the page tells, and text of reports cannot act in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from accord.present.markdown import render_markdown, safe
from dossiers import empty_dossier, made_dossier, made_problems, roomy
from story_views import of_usual_length


@pytest.fixture(scope="module")
def markdown() -> str:
    return render_markdown([roomy(made_dossier()), empty_dossier()], made_problems())


def test_contents_of_the_dossier_are_all_there(markdown: str) -> None:
    dossier = made_dossier()
    for event in dossier.events:
        assert safe(event.text) in markdown
    for conflict in dossier.conflicts:
        for side in conflict.sides:
            assert all(f"{item.start}–{item.end})" in markdown for item in side.evidence)
    for claim in dossier.claims:
        assert claim.kind == "background" or safe(claim.text) in markdown
    for fact in dossier.facts:
        assert safe(fact.text) in markdown
    for statement in dossier.statements:
        for wording in statement.wordings:
            start, end = wording.content[0].start, wording.content[0].end
            assert f"{start}–{end})" in markdown
    for relation in dossier.relations:
        assert relation.level in markdown
    for problem in made_problems():
        assert safe(problem.input) in markdown


def test_every_line_is_cited_with_offsets(markdown: str) -> None:
    assert "Talmark lifted its ban on Norvian airlines “in March **2031**”" not in markdown
    assert "“in **March 2031**”, two months before the ceremony. (A 454–467)" in markdown


def test_a_shared_passage_names_its_agency_and_who_had_it_first(markdown: str) -> None:
    assert "share a passage, credited to Reuters, first in [A]:" in markdown


def test_quotation_marks_are_not_doubled(markdown: str) -> None:
    assert "““" not in markdown
    assert "””" not in markdown


def test_the_timeline_keeps_the_order_of_the_events(markdown: str) -> None:
    timeline = markdown.partition("## Timeline")[2].partition("\n## ")[0]
    places = [timeline.index(safe(event.text)) for event in made_dossier().events]
    assert places == sorted(places)


def test_nothing_of_a_report_acts_in_markdown(markdown: str) -> None:
    made = MarkdownIt("commonmark").enable("table").render(markdown)
    assert "<script" not in made
    assert "<img" not in made
    assert "<a " not in made
    assert "<b>" not in made


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_safe_text_renders_as_itself(text: str) -> None:
    from lxml import html  # type: ignore[import-untyped]

    made = MarkdownIt("commonmark").render("x " + safe(text))
    shown = html.fragment_fromstring(made).text_content()
    assert shown.split() == ("x " + text).split()


@pytest.mark.parametrize(
    "text", ["1. one", "- item", "# head", "> quote", "+ plus", "=== x", "* star", "12) y"]
)
def test_text_at_the_start_of_a_line_makes_no_block(text: str) -> None:
    made = MarkdownIt("commonmark").render(safe(text))
    assert made.startswith("<p>")
    assert "<li>" not in made


def test_what_there_is_no_room_for_is_counted_and_the_first_of_it_told() -> None:
    dossier = of_usual_length(reports=3, told=30)
    markdown = render_markdown([dossier], ())
    assert len(markdown) <= sum(len(report.text) for report in dossier.reports) / 2
    headings = [line for line in markdown.splitlines() if line.startswith("## ")]
    assert headings[:3] == ["## The story in facts", "## What is new", "## More facts, by weight"]
    assert "## Only here" in headings
    assert re.search(r"^\d+ more in the page and in JSON\.$", markdown, re.MULTILINE)


@pytest.mark.parametrize("told", [1, 6, 30])
def test_a_heading_has_something_under_it(told: int) -> None:
    markdown = render_markdown([of_usual_length(reports=3, told=told)], ())
    lines = [line for line in markdown.splitlines() if line]
    bare = [
        line
        for line, below in zip(lines, [*lines[1:], "## "], strict=True)
        if line.startswith("## ") and below.startswith(("## ", "In the page"))
    ]
    assert not bare
    assert not re.search(r"^## .*\n\n+\d+ more in the page", markdown, re.MULTILINE)


def test_sections_that_there_is_no_room_for_are_named_at_the_end() -> None:
    markdown = render_markdown([of_usual_length(reports=3, told=30)], ())
    last = markdown.splitlines()[-1]
    headings = {line[3:].lower() for line in markdown.splitlines() if line.startswith("## ")}
    named = re.findall(r"([a-z ,]+?) \(\d+\)[,.]", last.removeprefix("In the page and in JSON besides: "))
    assert last.startswith("In the page and in JSON besides: ")
    assert named
    assert not headings & {name.strip(" ,") for name in named}


def test_nothing_to_tell_is_said() -> None:
    assert render_markdown([], ()).startswith("# Nothing to tell\n")
