"""No two classes of the package share a name: a name says what a thing is, wherever it is met."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "accord"

# Names that are still given twice; to be emptied, never added to.
SHARED = frozenset({
    "Act", "Bar", "Block", "Change", "Clause", "Company", "Draft", "Lexicon", "Line", "Named", "Naming",
    "Party", "Passage", "Place", "PlaceReader", "Rule", "Run", "Sense", "Sentence", "Source", "Span", "Tick",
    "Tree", "Word", "Words", "_File", "_Vocabulary",
})  # fmt: skip


def homes() -> dict[str, list[str]]:
    """The modules in which a class of each name is made."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path.relative_to(PACKAGE)))
    return found


def test_no_two_classes_share_a_name() -> None:
    clashes = {name: modules for name, modules in homes().items() if len(modules) > 1}
    assert {name: modules for name, modules in clashes.items() if name not in SHARED} == {}


def test_no_name_is_excused_without_need() -> None:
    assert {name for name in SHARED if len(homes().get(name, ())) < 2} == set()
