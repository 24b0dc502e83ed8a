"""Every import keeps to the order of the rooms: an arrow never points back, and none runs in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "accord"

# What a room may import stands above it; rooms of one line know nothing of each other.
ORDER = (
    ("values",),
    ("vocabulary",),
    ("settings", "countries"),
    ("text",),
    ("intake", "extraction"),
    ("grouping",),
    ("reconciliation",),
    ("guides",),
    ("ledger",),
    ("present", "run"),
    ("steps",),
    ("store",),
    ("command line",),
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}

# Modules that stand beside the rooms; what is not named here is a room, or part of one.
BESIDE = {
    "values": (
        "disjoint_sets", "edtf", "errors", "evidence", "faults", "inert", "records", "set_likeness",
        "shortest_paths", "temporal_network", "timings", "verdict",
    ),
    "command line": (
        "cli", "commands", "maintenance_commands", "options", "output", "store_commands", "terminal",
    ),
}  # fmt: skip
ROOM_OF = {module: room for room, modules in BESIDE.items() for module in modules}


def modules() -> dict[str, ast.Module]:
    """Every module by its name ("accord.ledger.rules"), but for the package's own list of public names."""
    found: dict[str, ast.Module] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name != "accord":
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def room(module: str) -> str:
    """The room that a module is in."""
    top = module.split(".")[1]
    return ROOM_OF.get(top, top)


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules of the package that are imported somewhere in `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module:
            parts = [f"{node.module}.{name.name}" for name in node.names]
            yield from (part for part in parts if part in MODULES)
            if node.module in MODULES and any(part not in MODULES for part in parts):
                yield node.module


def at_once(tree: ast.Module) -> Iterator[str]:
    """The modules that are imported when a module is, and not only by a function or for its types."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.If):
            yield from imported(node)


def test_every_room_has_its_place() -> None:
    assert sorted({room(module) for module in MODULES} - RANK.keys()) == []


def test_no_arrow_points_back() -> None:
    back = [
        f"{module} -> {other}"
        for module, tree in MODULES.items()
        for other in imported(tree)
        if room(module) != room(other) and RANK[room(other)] >= RANK[room(module)]
    ]
    assert back == []


def test_no_arrows_run_in_a_circle() -> None:
    # It raises a CycleError that names the circle.
    TopologicalSorter({module: set(at_once(tree)) for module, tree in MODULES.items()}).prepare()
