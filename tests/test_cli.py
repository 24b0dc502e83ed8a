"""The contract of the command line: data, messages and exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ACCORD = str(Path(sys.executable).parent / "accord")
SAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
TEXT = "LIMA (The Harbour Gazette) — Peru recalled its ambassador to Chile on Monday, officials said."


def accord(*arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [ACCORD, *map(str, arguments)],
        input=None if text is None else text.encode(),
        stdin=subprocess.DEVNULL if text is None else None,
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1"},
    )


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the sample reports in all three forms."""
    folder = tmp_path_factory.mktemp("dossier")
    done = accord("dossier", SAMPLES, "--output", folder)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    return folder


def test_the_version_is_told() -> None:
    done = accord("--version")
    assert done.returncode == 0
    assert done.stdout.decode().split() == ["accord", version("accord")]


def test_help_shows_every_command() -> None:
    done = accord("--help")
    assert done.returncode == 0
    for command in ("extract", "stories", "dossier", "ledger"):
        assert command in done.stdout.decode()


@pytest.mark.parametrize("command", ["extract", "stories", "dossier", "ledger"])
def test_every_command_has_help(command: str) -> None:
    done = accord(command, "--help")
    assert done.returncode == 0
    assert "--output" in done.stdout.decode()


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


def test_standard_input_is_a_report() -> None:
    done = accord("extract", "-", text=TEXT)
    assert done.returncode == 0
    assert json.loads(done.stdout)["text"] == TEXT


def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, empty, lines = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "lines.jsonl"
    good.write_text(TEXT)
    empty.write_text("")
    lines.write_text('{"id": "a", "text": "' + TEXT + ' Again."}\n{"id": broken\n')
    done = accord("extract", good, empty, lines, tmp_path / "gone.txt")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    told = [line for line in done.stderr.decode().splitlines() if line.startswith("accord: ")]
    for name in ("empty.txt", "line 2", "gone.txt"):
        assert sum(name in line for line in told) == 1, done.stderr.decode()


def test_what_cannot_run_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    calls: list[tuple[list[str | Path], str]] = [
        (["extract", tmp_path / "a.txt", "--pipeline", "no_such"], "no_such"),
        (["dossier", tmp_path / "a.txt", "-o", tmp_path / "x.pdf"], ".pdf"),
        (["extract", tmp_path / "a.txt", "-o", tmp_path / "no" / "x.jsonl"], "x.jsonl"),
        (["ledger", tmp_path / "a.txt", "--on", "May"], "YYYY-MM-DD"),
        (["extract"], "INPUT"),
    ]
    for arguments, words in calls:
        done = accord(*arguments)
        assert done.returncode == 2, (arguments, done.stderr.decode())
        assert words in done.stderr.decode()
        assert done.stdout == b""


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


def test_names_of_any_kind_are_read(tmp_path: Path) -> None:
    names = ["with space.txt", "quo\"te'.txt", "new\nline.txt", "-dash.txt", "日本.txt", "esc\x1b[31m.txt"]
    for name in names:
        (tmp_path / name).write_text(f"{TEXT} {name.encode().hex()}")
    (tmp_path / "bad\x1b[2J\nname.txt").write_bytes(b"")
    done = accord("extract", tmp_path)
    assert len(done.stdout.splitlines()) == len(names)
    told = done.stderr.decode().splitlines()
    assert len(told) == 2
    assert "bad\\x1b[2J\\nname.txt: it is empty" in told[0]


def test_an_empty_name_is_not_the_folder_one_is_in() -> None:
    done = accord("extract", "")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "it is no name" in done.stderr.decode()


def test_problems_come_in_the_order_of_lines(tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text("{broken\n" * 11)
    told = accord("extract", tmp_path / "lines.jsonl").stderr.decode().splitlines()
    assert [line.split(":")[1].split()[-1] for line in told[:-1]] == [str(n) for n in range(1, 12)]
    assert told[-1].endswith("nothing was left to do")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "> /dev/full"])
def test_streams_that_are_closed_or_full_get_one_line(closed: str) -> None:
    if "full" in closed and not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    command = (
        f'printf %s "$2" | {{ "$1" extract - {closed}; }}' if "<" not in closed else '"$1" extract - <&-'
    )
    done = subprocess.run(["sh", "-c", command, "sh", ACCORD, TEXT], capture_output=True, check=False)
    told = done.stderr.decode().splitlines()
    assert done.returncode in (1, 2)
    assert told
    assert all(line.startswith("accord: ") for line in told)
    assert len(told) == (2 if "<" in closed else 1)


def test_a_reader_that_has_enough_ends_the_run_quietly(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"r{n}", "text": f"{TEXT} Story {n}. " * 40}) for n in range(4)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    command = '"$1" extract "$2" | head -c 10'
    shell = ["sh", "-c", command, "sh", ACCORD, str(tmp_path / "in.jsonl")]
    done = subprocess.run(shell, capture_output=True, check=False)
    assert len(done.stdout) == 10
    assert done.stderr == b""


def test_what_a_run_wrote_into_the_folder_is_not_read_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    assert accord("dossier", tmp_path, "-o", tmp_path).returncode == 0
    first = (tmp_path / "dossier.json").read_bytes()
    assert accord("dossier", tmp_path, "-o", tmp_path).returncode == 0
    assert (tmp_path / "dossier.json").read_bytes() == first
