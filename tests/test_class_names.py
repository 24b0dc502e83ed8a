"""No two classes of the package share a name: a name says what a thing is, wherever it is met."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "accord"


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
    assert clashes == {}
