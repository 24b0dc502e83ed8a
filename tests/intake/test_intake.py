"""Files, folders and standard input to reports and problems."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.intake.intake import read, stream
from accord.records import Problem, Report
from accord.settings import Settings

ENGLISH = (
    "The foreign ministers of the two countries met in the capital on Tuesday and said that they would open "
    "consulates in each other's ports before the end of the year. Nothing was said about the border."
)
FRENCH = (
    "Les ministres des Affaires étrangères des deux pays se sont rencontrés mardi dans la capitale et ont "
    "déclaré qu'ils ouvriraient des consulats avant la fin de l'année, selon un communiqué publié hier soir."
)


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def jsonl(*records: Mapping[str, object]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_text_file_is_kept_verbatim_and_hashed(tmp_path: Path) -> None:
    text = "\r\n  Café\u0301 \U0001f1f7\U0001f1fa.\r\n" + ENGLISH + "\r\n"
    write(tmp_path, one__txt=text)
    (report,) = read(tmp_path / "one.txt").reports
    assert report.id == "one"
    assert report.text == text
    assert report.sha256 == sha256(text.encode()).hexdigest()
    assert report.places == (str(tmp_path / "one.txt"),)
    assert report.raw is None


def test_a_folder_is_read_to_its_depths_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    write(tmp_path, a__txt=ENGLISH + " A.")
    write(tmp_path / "deep" / "deeper", b__md=ENGLISH + " B.")
    write(tmp_path / ".git", c__txt=ENGLISH + " C.")
    (tmp_path / ".hidden.txt").write_text(ENGLISH + " D.")
    found = read(tmp_path)
    assert [report.id for report in found.reports] == ["a", "b"]
    assert found.problems == ()


def test_a_folder_that_links_back_to_itself_ends(tmp_path: Path) -> None:
    write(tmp_path, a__txt=ENGLISH)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "inner" / "self").symlink_to("self")
    found = read(tmp_path)
    assert [report.places for report in found.reports] == [(str(tmp_path / "a.txt"),)]
    assert [problem.input for problem in found.problems] == [str(tmp_path / "inner" / "self")]


def test_a_file_name_that_is_not_utf8_is_written_out(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(ENGLISH)
    (report,) = read(tmp_path).reports
    assert report.id == "caf\\xe9"
    assert report.places[0].encode().endswith(b"caf\\xe9.txt")


def test_the_images_and_styles_saved_beside_a_page_are_no_reports(tmp_path: Path) -> None:
    page = f"<html><head><title>Talks</title></head><body><article><p>{ENGLISH}</p></article></body></html>"
    write(tmp_path, page__html=page)
    (tmp_path / "page_files").mkdir()
    write(tmp_path / "page_files", style__css="p { color: red }", logo__png=b"\x89PNG\r\n\x1a\n")
    found = read(tmp_path)
    assert [report.id for report in found.reports] == ["page"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "empty"),
        (b"---\ntitle: Only front matter\n---\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"words\x00words", "binary"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "XML"),
        (FRENCH.encode(), "not in English (it looks like French)"),
        (ENGLISH.encode() * 40, "larger than"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_problem(tmp_path: Path, content: bytes, reason: str) -> None:
    write(tmp_path, bad__txt=content, good__txt=ENGLISH)
    found = read(tmp_path, settings=Settings(max_bytes=5000))
    assert [report.id for report in found.reports] == ["good"]
    (problem,) = found.problems
    assert problem.input == str(tmp_path / "bad.txt")
    assert reason in problem.reason
    assert problem.advice


def test_missing_files_empty_folders_and_impossible_names_are_problems(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = read(tmp_path / "gone.txt", tmp_path / "empty", "a\x00b")
    assert found.reports == ()
    assert len(found.problems) == 3
    assert all(problem.advice for problem in found.problems)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, locked__txt=ENGLISH, open__txt=ENGLISH)
    (tmp_path / "locked.txt").chmod(0)
    found = read(tmp_path)
    assert [report.id for report in found.reports] == ["open"]
    assert "may not be read" in found.problems[0].reason


def test_standard_input_is_told_apart_by_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, ENGLISH.encode())
    (text,) = read("-").reports
    assert (text.id, text.text, text.places) == ("stdin", ENGLISH, ("standard input",))
    feed(monkeypatch, jsonl({"id": "x", "text": ENGLISH}, {"id": 3, "text": ""}).encode())
    lines = read("-")
    assert lines.reports[0].places == ("standard input line 1",)
    assert lines.problems[0].input == "standard input line 2"
    feed(monkeypatch, f"<!DOCTYPE html><html><body><p>{ENGLISH}</p></body></html>".encode())
    (page,) = read("-").reports
    assert page.text == ENGLISH
    assert page.raw is not None


def test_identical_texts_are_one_report_found_in_several_places(tmp_path: Path) -> None:
    write(
        tmp_path,
        b__txt=ENGLISH,
        a__txt=ENGLISH,
        c__jsonl=jsonl({"id": "z", "text": ENGLISH, "source": "Post"}),
    )
    (report,) = read(tmp_path).reports
    assert report.id == "a"
    assert report.places == tuple(str(tmp_path / name) for name in ("a.txt", "b.txt", "c.jsonl line 1"))
    assert (report.source, report.provenance.source) == ("Post", "field")
    assert report.other_ids == ("z",)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a__txt=ENGLISH)
    (report,) = read(tmp_path, tmp_path / "a.txt", str(tmp_path) + "/./a.txt").reports
    assert len(report.places) == 1


def test_one_id_for_different_texts_is_made_unique_by_their_hashes(tmp_path: Path) -> None:
    records = [{"id": "same", "text": f"{ENGLISH} Version {number}."} for number in range(3)]
    write(tmp_path, a__jsonl=jsonl(*records), b__jsonl=jsonl(*reversed(records)))
    found = read(tmp_path / "a.jsonl")
    assert found.problems == ()
    assert all(report.id == f"same-{report.sha256[:8]}" for report in found.reports)
    assert len({report.id for report in found.reports}) == 3
    assert {report.other_ids for report in found.reports} == {()}
    again = read(tmp_path / "b.jsonl")
    assert [(one.id, one.text) for one in again.reports] == [(one.id, one.text) for one in found.reports]


def test_an_id_that_looks_like_one_made_unique_stays_unique(tmp_path: Path) -> None:
    first, second = ENGLISH + " One.", ENGLISH + " Two."
    taken = f"same-{sha256(first.encode()).hexdigest()[:8]}"
    records = [("same", first), ("same", second), (taken, ENGLISH)]
    write(tmp_path, a__jsonl=jsonl(*({"id": id, "text": text} for id, text in records)))
    ids = [report.id for report in read(tmp_path).reports]
    assert len(set(ids)) == 3


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(["a.txt", "b.txt", "copy.txt", "feed.jsonl", "gone.txt", "bad.txt"]))
def test_the_order_of_the_inputs_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: Sequence[str]
) -> None:
    folder = tmp_path_factory.mktemp("inputs")
    write(
        folder,
        a__txt=ENGLISH,
        b__txt=ENGLISH + " B.",
        copy__txt=ENGLISH,
        bad__txt=b"\x00",
        feed__jsonl=jsonl({"id": "a", "text": ENGLISH + " C."}, {"id": 1}),
    )
    expected = read(*(folder / name for name in sorted(order)))
    assert read(*(folder / name for name in order)) == expected
    assert [problem.input for problem in expected.problems] == [
        str(folder / name) for name in ("bad.txt", "feed.jsonl line 2", "gone.txt")
    ]


def test_the_stream_gives_what_read_gives(tmp_path: Path) -> None:
    records = [{"id": f"r{number % 7}", "text": f"{ENGLISH} {number % 9}"} for number in range(30)]
    write(tmp_path, feed__jsonl=jsonl(*records, {"id": 5}))
    whole = read(tmp_path)
    outcomes = list(stream([tmp_path]))
    assert tuple(one for one in outcomes if isinstance(one, Report)) == whole.reports
    assert tuple(one for one in outcomes if isinstance(one, Problem)) == whole.problems
    assert len(whole.reports) == 9


def test_what_outgrows_memory_goes_to_disk_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [{"id": f"r{number}", "text": f"{ENGLISH} {number % 9}"} for number in range(30)]
    write(tmp_path, feed__jsonl=jsonl(*records))
    expected = read(tmp_path)
    monkeypatch.setattr("accord.intake.report_draft._IN_MEMORY", 100)
    assert read(tmp_path) == expected


def test_no_inputs_give_nothing() -> None:
    assert read().reports == ()
    assert list(stream([])) == []
