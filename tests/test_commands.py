"""What the commands that read inputs write."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from command_line import ACCORD, SAMPLES, TEXT, accord

DOCS = Path(__file__).resolve().parents[1] / "docs"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the sample reports in all three forms."""
    folder = tmp_path_factory.mktemp("dossier")
    done = accord("dossier", SAMPLES, "--output", folder)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    return folder


def test_extract_writes_one_reading_a_line(tmp_path: Path) -> None:
    lines = [{"id": f"r{n}", "text": f"{TEXT} Story {n}."} for n in range(3)]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = accord("extract", source)
    assert done.returncode == 0, done.stderr.decode()
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    assert [reading["id"] for reading in readings] == ["r0", "r1", "r2"]
    for key in ("regions", "times", "actors", "events", "statements", "outlooks"):
        assert all(isinstance(reading[key], list) for reading in readings)
    assert all(set(reading) >= {"source", "title", "published", "sha256"} for reading in readings)


def test_each_id_of_one_text_gets_its_line(tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_text("".join(json.dumps({"id": id, "text": TEXT}) + "\n" for id in "ba"))
    rows = [json.loads(line) for line in accord("extract", lines).stdout.splitlines()]
    assert [(row["id"], row["other_ids"]) for row in rows] == [("a", ["b"]), ("b", ["a"])]
    assert rows[0]["events"] == rows[1]["events"] != []
    stories = [json.loads(line) for line in accord("stories", lines).stdout.splitlines()]
    assert [row["id"] for row in stories] == ["a", "b"]
    assert len({row["story"] for row in stories}) == 1


def test_the_dossier_holds_every_part(samples: Path) -> None:
    document = json.loads((samples / "dossier.json").read_bytes())
    (story,) = document["stories"]
    parts = "reports origins events claims conflicts statements timeline relations outlooks labels"
    for part in parts.split():
        assert story[part], part
    assert {path.suffix for path in samples.iterdir()} == {".html", ".md", ".json"}


def test_every_quotation_is_a_slice_of_its_report(samples: Path) -> None:
    (story,) = json.loads((samples / "dossier.json").read_bytes())["stories"]
    texts = {report["id"]: report["text"] for report in story["reports"]}
    found = 0

    def check(node: object) -> None:
        nonlocal found
        if isinstance(node, dict):
            if {"report", "start", "end", "text"} <= set(node):
                assert texts[node["report"]][node["start"] : node["end"]] == node["text"]
                found += 1
            for value in node.values():
                check(value)
        elif isinstance(node, list):
            for value in node:
                check(value)

    check(story)
    assert found > 50


def test_the_order_of_inputs_does_not_matter(samples: Path, tmp_path: Path) -> None:
    files = sorted(SAMPLES.iterdir(), reverse=True)
    assert accord("dossier", *files, "--output", tmp_path).returncode == 0
    for path in sorted(samples.iterdir()):
        theirs = (tmp_path / path.name).read_bytes()
        # Places are named as they were given; a folder and its files give the same paths here.
        assert theirs == path.read_bytes(), path.name


def test_the_ledger_reads_guides_to_missions(tmp_path: Path) -> None:
    guide = tmp_path / "guide.jsonl"
    text = "The American Legation in Oslo was opened on June 5, 1905."
    guide.write_text(json.dumps({"id": "guide", "title": "Missions: Norway", "text": text}), "utf-8")
    done = accord("ledger", guide, "--missions-of", "USA", "--on", "1905-06-05")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().splitlines()[1].startswith("USA,NOR,mission,Legation,1905-06-05,,")
    unknown = accord("ledger", guide, "--missions-of", "XXX")
    assert unknown.returncode == 2
    assert b"'XXX'" in unknown.stderr


def test_stories_and_ledger_write_their_lines() -> None:
    stories = [json.loads(line) for line in accord("stories", SAMPLES).stdout.splitlines()]
    assert len(stories) == 6
    assert len({line["story"] for line in stories}) == 1
    ledger = accord("ledger", SAMPLES)
    head = ledger.stdout.decode().splitlines()[0]
    assert head == "from,to,aspect,level,valid_from,valid_to,verdict,evidence"


def test_what_a_run_wrote_into_the_folder_is_not_read_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    assert accord("dossier", tmp_path, "-o", tmp_path).returncode == 0
    first = (tmp_path / "dossier.json").read_bytes()
    assert accord("dossier", tmp_path, "-o", tmp_path).returncode == 0
    assert (tmp_path / "dossier.json").read_bytes() == first


def test_a_terminal_shows_the_first_screen_as_it_is_printed_in_the_documents() -> None:
    ours, theirs = pty.openpty()
    shown = b""
    with subprocess.Popen(
        [ACCORD, "dossier", str(SAMPLES)],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
    ) as running:
        os.close(theirs)
        # Once nobody holds the other end, reading it is an error on some systems and empty on others.
        with suppress(OSError):
            while read := os.read(ours, 4096):
                shown += read
    os.close(ours)
    assert running.returncode == 0
    lines = shown.decode().replace("\r\n", "\n")
    assert max(map(len, lines.splitlines())) <= 80
    assert f"```text\n{lines}```" in (DOCS / "use.md").read_text(encoding="utf-8")
