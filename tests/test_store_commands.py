"""The commands that work with a store, as they are run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ACCORD = str(Path(sys.executable).parent / "accord")
SAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"


def accord(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [ACCORD, *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    done = accord("add", SAMPLES, folder=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return folder


def test_the_same_again_changes_nothing(desk: Path) -> None:
    done = accord("add", SAMPLES, folder=desk)
    assert "0 texts added, 0 reports read, 0 stories told" in done.stderr


def test_dossier_and_ledger_of_the_store_are_those_of_the_inputs(desk: Path) -> None:
    hit = json.loads(accord("search", "embassy", "--most", "1", folder=desk).stdout)
    stored = accord("dossier", "--story", hit["story"], "-o", "stored.json", folder=desk)
    assert stored.returncode == 0, stored.stderr
    assert accord("dossier", SAMPLES, "-o", "read.json", folder=desk).returncode == 0
    assert (desk / "stored.json").read_bytes() == (desk / "read.json").read_bytes()
    assert accord("ledger", folder=desk).stdout == accord("ledger", SAMPLES, folder=desk).stdout


def test_stories_of_the_store_are_those_of_the_inputs_with_the_reasons(desk: Path) -> None:
    stored, read = (accord("stories", *inputs, "--why", folder=desk) for inputs in ((), (SAMPLES,)))
    assert stored.stdout == read.stdout
    rows = [json.loads(line) for line in read.stdout.splitlines()]
    assert len(rows) == 6
    assert all(row["like"] != row["id"] and row["terms"] and 0 < row["likeness"] <= 1 for row in rows)
    bare = [json.loads(line) for line in accord("stories", folder=desk).stdout.splitlines()]
    assert bare == [{"id": row["id"], "story": row["story"]} for row in rows]


def test_problems_are_listed_and_named(desk: Path) -> None:
    (desk / "empty.txt").write_text("")
    done = accord("add", "empty.txt", folder=desk)
    assert done.returncode == 1
    assert "empty.txt: it is empty" in done.stderr
    (row,) = [json.loads(line) for line in accord("problems", folder=desk).stdout.splitlines()]
    assert row["input"] == "empty.txt"


def test_nothing_was_known_before_the_store_was_made(desk: Path) -> None:
    assert accord("search", "embassy", "--known", "2020-01-01", folder=desk).stdout == ""
    assert accord("search", "embassy", "--known", "9998-01-01", folder=desk).stdout != ""
    for command in ("stories", "ledger", "problems", "changes"):
        assert len(accord(command, "--known", "2020-01-01", folder=desk).stdout.splitlines()) == (
            command == "ledger"
        )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "x", "--store", "none.db"], "there is no store none.db"),
        (["search", "x", "--known", "May"], "YYYY-MM-DD"),
        (["search", "x", "--kind", "page"], "report, claim, statement"),
        (["dossier"], "--story"),
        (["stories", "--store", "none.db"], "there is no store none.db"),
        (["stories", "a.txt", "--known", "2031-05-01"], "leave INPUT out"),
        (["dossier", "--story", "story-x"], "no story 'story-x'"),
        (["dossier", "a.txt", "--story", "story-x"], "not both"),
        (["add"], "nothing to add"),
        (["watch"], "no feed to follow"),
        (["watch", "--list", "gone.txt"], "gone.txt"),
    ],
)
def test_what_cannot_run_says_so(desk: Path, arguments: list[str], words: str) -> None:
    done = accord(*arguments, folder=desk)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (desk / "none.db").exists()


def test_a_withdrawn_report_is_gone_and_a_wrong_id_is_named(desk: Path, tmp_path: Path) -> None:
    assert accord("add", SAMPLES / "feed.jsonl", "--store", "own.db", folder=tmp_path).returncode == 0
    done = accord("withdraw", "continental-review", "nobody", "--store", "own.db", folder=tmp_path)
    assert done.returncode == 1
    assert "nobody: the store has no such report" in done.stderr
    assert accord("search", "--store", "own.db", folder=tmp_path).stdout == ""


def test_feeds_are_followed(tmp_path: Path) -> None:
    item = "<item><title>T</title><guid>one</guid><description>{}</description></item>"
    text = "A ferry ran aground in fog, and the coast guard winched the passengers to safety."
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'><channel>{item.format(text)}</channel></rss>")
    (tmp_path / "feeds.txt").write_text("feed.xml\n")
    done = accord("watch", "--list", "feeds.txt", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 text added" in done.stderr
    assert (
        json.loads(accord("search", "ferry", "--kind", "report", folder=tmp_path).stdout)["report"] == "one"
    )


def test_commands_without_a_store_do_not_load_its_parts() -> None:
    wanted = "('sqlalchemy', 'alembic', 'feedparser')"
    code = f"import accord.cli, sys; print([name for name in {wanted} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
