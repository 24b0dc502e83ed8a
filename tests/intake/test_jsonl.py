"""JSON Lines: good lines, and every kind of bad one."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.intake.days import DayFinder
from accord.intake.jsonl import read_jsonl
from accord.intake.report_draft import ReportDraft
from accord.records import Problem

GOOD = b'{"id": "good", "text": "The envoy left."}\n'
LIMIT = 10_000


def outcomes(data: bytes, limit: int = LIMIT) -> list[ReportDraft | Problem]:
    return list(read_jsonl(io.BytesIO(data), "feed.jsonl", limit, DayFinder.load()))


def test_every_field_is_taken_and_remembered_as_such() -> None:
    line = json.dumps(
        {
            "id": "a",
            "text": " Text, kept as it is. \r\n",
            "title": "Title",
            "source": "The Harbour Post",
            "published": "2021-05-03T10:00:00Z",
            "url": "https://example.org/a",
            "unknown": {"ignored": [1, 2]},
        }
    )
    (draft,) = outcomes(line.encode())
    assert isinstance(draft, ReportDraft)
    assert draft.text == " Text, kept as it is. \r\n"
    assert (draft.title, draft.source, draft.published) == ("Title", "The Harbour Post", "2021-05-03")
    assert draft.provenance.source == draft.provenance.published == draft.provenance.url == "field"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "x", "text": ', "not JSON"),
        (b"plain words", "not JSON"),
        (b'{"id": "x"}', "text"),
        (b'{"text": "No id."}', "id"),
        (b'{"id": 7, "text": "Number as id."}', "id"),
        (b'{"id": "x", "text": ["list"]}', "text"),
        (b'{"id": "x", "text": "  \\n "}', "empty"),
        (b'{"id": " ", "text": "Blank id."}', "id is empty"),
        (b'"just a string"', "not a report"),
        (b'{"id": "x", "text": "\xff"}', "not JSON"),
        (b'{"id": "x", "text": "\\ud800"}', "not JSON"),
        (b'{"id": "x", "text": "' + b"a" * LIMIT + b'"}', "longer"),
    ],
)
def test_a_line_that_cannot_be_used_is_one_problem_and_the_others_go_on(line: bytes, reason: str) -> None:
    before, problem, after = outcomes(GOOD + line + b"\n" + GOOD)
    assert isinstance(problem, Problem)
    assert problem.input == "feed.jsonl line 2"
    assert reason in problem.reason
    assert problem.advice
    assert isinstance(before, ReportDraft)
    assert isinstance(after, ReportDraft)
    assert after.place == "feed.jsonl line 3"


def test_a_date_that_is_none_costs_the_date_only() -> None:
    draft, problem = outcomes(b'{"id": "x", "text": "The envoy left.", "published": "2012-13-65"}')
    assert isinstance(draft, ReportDraft)
    assert draft.published is None
    assert isinstance(problem, Problem)
    assert "2012-13-65" in problem.reason


@pytest.mark.parametrize("data", [b'[{"id": "a", "text": "b"}]', b'{\n  "id": "a",\n  "text": "b"\n}\n'])
def test_a_json_document_is_one_problem_however_many_lines_it_has(data: bytes) -> None:
    (problem,) = outcomes(data)
    assert isinstance(problem, Problem)
    assert "JSON Lines" in problem.reason


def test_utf16_lines_are_one_problem() -> None:
    (problem,) = outcomes(GOOD.decode().encode("utf-16"))
    assert isinstance(problem, Problem)
    assert "UTF-16" in problem.reason


def test_a_byte_order_mark_and_blank_lines_are_passed_over() -> None:
    first, second = outcomes(b"\xef\xbb\xbf" + GOOD + b"\n  \n" + GOOD.rstrip())
    assert isinstance(first, ReportDraft)
    assert isinstance(second, ReportDraft)
    assert second.place == "feed.jsonl line 4"


def test_the_limit_is_for_a_line_not_for_the_file() -> None:
    assert all(isinstance(one, ReportDraft) for one in outcomes(GOOD * 100, limit=len(GOOD)))


@given(st.lists(st.text(min_size=1).filter(lambda text: text.strip()), min_size=1))
def test_texts_come_back_untouched(texts: list[str]) -> None:
    lines = [json.dumps({"id": str(i), "text": text}, ensure_ascii=True) for i, text in enumerate(texts)]
    drafts = outcomes("\n".join(lines).encode(), limit=1_000_000)
    assert [one.text for one in drafts if isinstance(one, ReportDraft)] == texts


@given(st.binary(max_size=200))
def test_any_bytes_are_taken(data: bytes) -> None:
    for one in outcomes(data):
        assert isinstance(one, ReportDraft | Problem)
