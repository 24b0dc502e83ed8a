"""What an act, a country or a type of event is stands in the vocabulary; no code asks for one by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accord.vocabulary import PACKAGED
from accord.vocabulary.acts import Acts
from accord.vocabulary.event_types import EventTypes

CODE = Path(__file__).resolve().parents[1] / "src" / "accord"

ACTS = frozenset(Acts.load().by_id)
TYPES = frozenset(EventTypes.load().by_name)
COUNTRIES = frozenset(
    entry["id"]
    for entry in PACKAGED.read("en/actors/countries.json", dict[str, list[dict[str, Any]]])["entries"]
)

# Names that are something else too, by file: the code of companies of many countries, and what TIMEX3
# calls "early" and "late".
ALLOWED = {"countries.py": {"MNE"}, "extraction/times/expressions/time_words.py": {"MOD"}}

# Shorter beginnings and ends tell nothing of an act.
_AFFIX = 5
_TESTS = frozenset({"startswith", "endswith", "removeprefix", "removesuffix"})


def strings(tree: ast.AST) -> Iterator[str]:
    """The string literals of a module that are not docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def affixes(tree: ast.AST) -> Iterator[str]:
    """The strings that a module asks others to start or to end with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TESTS:
            yield from (text for argument in node.args for text in strings(argument))


def named(tree: ast.AST) -> set[str]:
    """Acts, countries and types that a module names, and beginnings and ends of acts that it asks for."""
    found = {text for text in strings(tree) if text in ACTS | COUNTRIES | TYPES}
    return found | {
        text
        for text in affixes(tree)
        if len(text) >= _AFFIX and any(act.startswith(text) or act.endswith(text) for act in ACTS)
    }


@pytest.mark.parametrize(
    "module", sorted(CODE.rglob("*.py")), ids=lambda module: module.relative_to(CODE).as_posix()
)
def test_no_module_names_an_act_a_country_or_a_type(module: Path) -> None:
    name = module.relative_to(CODE).as_posix()
    assert named(ast.parse(module.read_text("utf-8"))) <= ALLOWED.get(name, set())


@pytest.mark.parametrize(
    "code",
    [
        'act == "visit"',
        'x = {"FRA": 1}',
        'type_ in {"ASSAULT", "other"}',
        'act.startswith("recognise")',
        '(act or "").endswith(("-mission", "-x"))',
    ],
)
def test_a_name_in_code_is_found(code: str) -> None:
    assert named(ast.parse(code))


@pytest.mark.parametrize("code", ['"""visit"""', 'def f():\n    "FRA"', 'x = "visiting"', 'y.endswith("on")'])
def test_what_is_no_name_is_not(code: str) -> None:
    assert not named(ast.parse(code))
