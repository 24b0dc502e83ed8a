"""The contract of the command line: data, messages and exit status."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from command_line import ACCORD, TEXT, accord


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
