"""What the fingerprints cover: every room, all that a step imports, and the words of the user's own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.settings import Settings
from accord.store import fingerprint

ROOT = Path(fingerprint.__file__).parents[1]
# Rooms and modules on which no Reading, story or Dossier depends.
OTHERS = {
    *("__init__.py", "cli.py", "commands.py", "store_commands.py", "options.py", "output.py", "terminal.py"),
    *("py.typed", "intake", "run", "store", "present"),
}


def imported(file: Path) -> Iterator[Path]:
    """The files of Accord that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            path = ROOT.parent / name.replace(".", "/")
            found = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
            if name.startswith("accord.") and found.is_file():
                yield found


def reached(*starts: str) -> set[str]:
    """All that modules import, and what that imports."""
    waiting, seen = [ROOT / start for start in starts], set()
    while waiting:
        file = waiting.pop()
        if file not in seen:
            seen.add(file)
            waiting.extend(imported(file))
    return {file.relative_to(ROOT).as_posix() for file in seen}


@pytest.mark.parametrize(
    ("starts", "parts"),
    [
        (["extraction/extractor.py"], fingerprint.EXTRACTING),
        (["grouping/blocks.py", "grouping/clusters.py", "grouping/terms.py"], fingerprint.GROUPING),
        (["reconciliation/pipeline.py", "ledger/relations.py"], fingerprint.RECONCILING),
    ],
)
def test_all_that_a_step_imports_is_covered(starts: list[str], parts: tuple[str, ...]) -> None:
    missing = {
        name
        for name in reached(*starts)
        if not any(name == part or name.startswith(f"{part}/") for part in parts)
    }
    assert missing == set()


def test_every_room_is_covered_or_known_to_tell_nothing() -> None:
    rooms = {path.name for path in ROOT.iterdir() if path.name != "__pycache__"}
    covered = {*fingerprint.EXTRACTING, *fingerprint.GROUPING, *fingerprint.RECONCILING}
    assert rooms - covered - OTHERS == set()
    assert all((ROOT / part).exists() for part in covered)


def test_words_of_the_users_own_and_what_is_in_them_count(tmp_path: Path) -> None:
    plain = Settings()
    own = Settings(vocabulary=tmp_path)
    steps = (fingerprint.extracting, fingerprint.grouping, fingerprint.reconciling)
    before = [step(plain) for step in steps]
    assert [step(own) for step in steps] == before
    (tmp_path / "wires.json").write_text('{"Strelsau Wire": ["sw"]}')
    after = [step(own) for step in steps]
    (tmp_path / "wires.json").write_text('{"Strelsau Wire": ["sw", "strelsau wire"]}')
    later = [step(own) for step in steps]
    for digests in zip(before, after, later, strict=True):
        assert len(set(digests)) == 3


def test_the_pipeline_counts_where_it_is_run() -> None:
    other = Settings(pipeline="other")
    assert fingerprint.extracting(other) != fingerprint.extracting(Settings())
    assert fingerprint.reconciling(other) == fingerprint.reconciling(Settings())
    assert fingerprint.extracting(Settings(workers=2)) == fingerprint.extracting(Settings())


def test_vectors_count_where_sentences_are_compared() -> None:
    without = Settings(vectors=False)
    for step in (fingerprint.grouping, fingerprint.reconciling):
        assert step(without) != step(Settings())
    assert fingerprint.extracting(without) == fingerprint.extracting(Settings())
    assert fingerprint.encoding(without) == fingerprint.encoding(Settings())
