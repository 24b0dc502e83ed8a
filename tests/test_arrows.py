"""Arrows point one way: every import of Accord, also inside functions and for types, goes down the order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "accord"

VALUES = {
    "errors",
    "records",
    "edtf",
    "disjoint_sets",
    "temporal_network",
    "verdict",
    "countries",
    "vocabulary",
}
# What each room may import beside itself, with all that those may.
BELOW: dict[str, set[str]] = {
    "errors": set(),
    "records": {"errors"},
    "edtf": {"records"},
    "disjoint_sets": set(),
    "temporal_network": {"records", "edtf", "disjoint_sets"},
    "verdict": {"records", "disjoint_sets"},
    "vocabulary": {"errors"},
    "countries": {"vocabulary", "records"},
    "settings": {"vocabulary"},
    "text": VALUES,
    "intake": {"text", "settings"},
    "extraction": {"text", "settings"},
    "grouping": {"extraction"},
    "reconciliation": {"grouping"},
    "ledger": {"reconciliation"},
    "guides": {"ledger"},
    "present": {"guides"},
    "run": {"extraction"},
    "steps": {"run", "ledger"},
    "store": {"steps", "intake"},
    "output": {"errors"},
    "options": {"settings"},
    "terminal": {"steps", "intake"},
    "store_commands": {"store", "options", "output", "terminal"},
    "commands": {"store_commands", "present"},
    "cli": {"commands"},
}
# The package itself gives the public names of all rooms, and only what reads its version asks it.
PUBLIC = "accord"
# Imports against the order that are still to be turned around: from the module, to the room.
KNOWN: set[tuple[str, str]] = {
    ("ledger.ledger", "guides"),
}


def allowed(room: str) -> set[str]:
    """All that a room may import."""
    found: set[str] = {room}
    waiting = [room]
    while waiting:
        for below in BELOW[waiting.pop()] - found:
            found.add(below)
            waiting.append(below)
    return found


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module, by its name within the package."""
    for file in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
        yield name.removesuffix(".__init__"), ast.parse(file.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """What of the package a statement imports, as it would be named there; "" for the package itself."""
    names: list[str] = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "what is imported is named in full"
        name = node.module or ""
        names = [f"{PUBLIC}.{alias.name}" for alias in node.names] if name == PUBLIC else [name]
    for name in names:
        if name.split(".")[0] == PUBLIC:
            yield name.removeprefix(PUBLIC).removeprefix(".")


def room_of(module: str) -> str:
    return module.split(".")[0]


def test_every_room_has_its_place_in_the_order() -> None:
    rooms = {
        room_of(".".join(file.relative_to(PACKAGE).with_suffix("").parts)) for file in PACKAGE.rglob("*.py")
    }
    assert rooms - {"__init__"} <= BELOW.keys()


def test_the_order_has_no_circle() -> None:
    for room in BELOW:
        assert all(room not in allowed(below) for below in allowed(room) - {room}), room


def test_every_import_goes_down_the_order() -> None:
    against = {
        (module, room_of(name))
        for module, tree in modules()
        for node in ast.walk(tree)
        for name in imported(node)
        if module != "__init__" and room_of(name) not in allowed(room_of(module))
    }
    assert against - KNOWN == set()
    assert KNOWN - against == set(), "what has been turned around is known no longer"


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports that run when a module is loaded."""
    graph = {
        module: {name for node in tree.body for name in imported(node) if name != module}
        for module, tree in modules()
        if module != "__init__"
    }
    TopologicalSorter(graph).prepare()
