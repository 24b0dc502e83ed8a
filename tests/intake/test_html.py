"""A page the converter cannot take is a problem of that page alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.intake.intake import read

PAGE = "<html><body><article><p>{}</p></article></body></html>"
TEXT = "Peru recalled its ambassador to Chile on Monday after talks failed, officials in Lima said."


def test_a_page_that_breaks_the_converter_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **options: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    (tmp_path / "page.html").write_text(PAGE.format(TEXT))
    (tmp_path / "plain.txt").write_text(TEXT)
    intake = read(tmp_path)
    (problem,) = intake.problems
    assert problem.input.endswith("page.html")
    assert "RecursionError" in problem.reason
    assert [report.text for report in intake.reports] == [TEXT]


def test_a_page_nested_thousands_deep_does_not_end_the_run(tmp_path: Path) -> None:
    deep = "<div>" * 20_000 + PAGE.format(TEXT) + "</div>" * 20_000
    (tmp_path / "deep.html").write_text(deep)
    (tmp_path / "page.html").write_text(PAGE.format(TEXT + " Chile had no comment."))
    intake = read(tmp_path)
    assert any(report.places[0].endswith("page.html") for report in intake.reports)
    assert len(intake.reports) + len(intake.problems) == 2
