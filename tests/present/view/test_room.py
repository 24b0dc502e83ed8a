"""What is told before anything is opened is at most half as long as the reports."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.present.html.page import render_page
from accord.present.view.room import fitting, room_of
from accord.records import ReportView
from story_views import of_usual_length, viewed

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "lengths.py"


@pytest.fixture(scope="module")
def measure() -> dict[str, Any]:
    return runpy.run_path(str(BENCHMARK))


@pytest.mark.parametrize(("reports", "told"), [(2, 20), (3, 20), (4, 40), (8, 25), (12, 20)])
def test_page_and_markdown_are_at_most_half_as_long_as_the_reports(
    measure: dict[str, Any], reports: int, told: int
) -> None:
    _, page, markdown = measure["shares"](of_usual_length(reports, told))
    assert page <= measure["MOST"]
    assert markdown <= measure["MOST"]


def test_what_is_closed_does_not_count(measure: dict[str, Any]) -> None:
    closed_text: Callable[[str], str] = measure["closed_text"]
    page = "<p>One</p><details><summary>Two</summary>Three<p>four</p></details><details open>five</details>"
    assert closed_text(f"<html><head><title>x</title></head><body>{page}</body></html>").split() == [
        "One", "Two", "five",
    ]  # fmt: skip
    dossier = of_usual_length(3, 20)
    shown = closed_text(render_page([dossier], ()))
    view = viewed(dossier)
    assert all(one.fact.text in shown for one in (*view.brief, *view.further[: view.open_facts]))
    assert view.only_here[-1].facts[-1].fact.text not in shown


def test_room_is_half_of_the_reports() -> None:
    reports = [ReportView(str(n), None, None, None, "x" * n) for n in (10, 31)]
    assert room_of(reports) == 20


@given(st.lists(st.integers(0, 50)), st.integers(-10, 500))
def test_as_many_fit_as_there_is_room_for(sizes: list[int], room: int) -> None:
    number = fitting(sizes, room)
    assert number == 0 or sum(sizes[:number]) <= room
    assert number == len(sizes) or sum(sizes[: number + 1]) > room
