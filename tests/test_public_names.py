"""`import accord` loads nothing; each public name is there when asked for, and typed as what it is."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import accord

SOURCE = Path(accord.__file__)


def run(script: str) -> str:
    """What a Python of its own prints for `script`."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def typed() -> dict[str, tuple[str, str]]:
    """Where a checker of types finds each name: the module, and the name there."""
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    block = next(
        node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    return {
        name.asname or name.name: (node.module or "", name.name)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }


def test_importing_the_package_imports_no_other_part_of_it() -> None:
    loaded = "import accord, sys; print(*(name for name in sys.modules if name.startswith('accord')))"
    assert run(loaded) == "accord"


def test_importing_the_package_loads_no_heavy_library() -> None:
    heavy = {"spacy", "sqlalchemy", "jinja2", "numpy", "msgspec", "trafilatura", "typer", "rich"}
    loaded = run("import accord, sys; print(*sys.modules)")
    assert heavy.isdisjoint(loaded.split())


def test_a_call_loads_only_what_it_needs() -> None:
    loaded = run("import accord, sys; accord.read, accord.Ledger, accord.Report; print(*sys.modules)")
    assert {"spacy", "sqlalchemy", "jinja2"}.isdisjoint(loaded.split())


@pytest.mark.parametrize("name", accord.__all__)
def test_a_name_is_what_its_type_says(name: str) -> None:
    module, own = typed()[name]
    assert getattr(accord, name) is getattr(import_module(module), own)


def test_no_name_is_typed_that_is_not_public() -> None:
    assert sorted(typed()) == sorted(accord.__all__)


def test_public_names_can_be_listed_before_they_are_used() -> None:
    assert "reconcile" in run("import accord; print(dir(accord))")


def test_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'recognise'"):
        getattr(accord, "recognise")  # noqa: B009


def test_parts_of_the_package_can_be_imported_beside_the_calls() -> None:
    script = (
        "import accord; accord.reconcile; import accord.reconciliation.compare.time as t; print(t.__name__)"
    )
    assert run(script) == "accord.reconciliation.compare.time"
