"""Every command and every Python example in the documents gives the output that is printed there."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def commands() -> list[ParameterSet]:
    """Every block of commands, each to be run in a folder of its own."""
    found: list[ParameterSet] = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in BLOCK.finditer(text):
            if match[1] == "console":
                line = text.count("\n", 0, match.start()) + 1
                found.append(pytest.param(match[2], id=f"{page.relative_to(ROOT)}:{line}"))
    return found


def examples(page: Path) -> str:
    """The Python examples of a page, which go on from each other, each on the line it has there."""
    text = page.read_text(encoding="utf-8")
    kept = ["\n"] * text.count("\n")
    for match in BLOCK.finditer(text):
        if match[1] == "pycon":
            first = text.count("\n", 0, match.start(2))
            lines = match[2].splitlines(keepends=True)
            kept[first : first + len(lines)] = lines
    return "".join(kept) if any(line.startswith(">>>") for line in kept) else ""


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with the examples in it, as a reader has them beside the documents."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@pytest.mark.parametrize("block", commands())
def test_a_command_gives_what_is_printed(block: str, workplace: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, expected = command.partition("\n")
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=workplace,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        got = done.stdout + done.stderr
        assert doctest.OutputChecker().check_output(expected, got, FLAGS), f"{line}\n{got}"


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=lambda page: page.name)
def test_examples_give_what_is_printed(page: Path, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    test = doctest.DocTestParser().get_doctest(examples(page), {}, page.name, str(page), 0)
    told: list[str] = []
    failed = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=told.append).failed
    assert not failed, "".join(told)


def test_there_are_examples_to_check() -> None:
    assert commands()
    assert any(map(examples, PAGES))
