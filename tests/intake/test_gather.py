"""Which files inputs stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from accord.intake.gather import gather


@pytest.mark.parametrize("folder", ["Mill_files", "Mill-Dateien", "Old name_fichiers"])
def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path, folder: str) -> None:
    (tmp_path / "Mill.html").write_text("<p>It burns.</p>")
    (tmp_path / folder).mkdir()
    for name in ("style.css", "ad.js.download", "saved_resource.html"):
        (tmp_path / folder / name).write_text("x")
    assert [Path(found.path).name for found in gather([tmp_path])[0]] == ["Mill.html"]


def test_a_folder_of_reports_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "my_files").mkdir()
    (tmp_path / "my_files" / "a.txt").write_text("It burns.")
    assert [Path(found.path).name for found in gather([tmp_path])[0]] == ["a.txt"]


def test_an_address_is_refused_with_what_to_do() -> None:
    files, (problem,) = gather(["https://fen.example/1"])
    assert not files
    assert "not fetched" in problem.reason
    assert "accord watch" in problem.advice
