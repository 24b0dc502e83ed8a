"""The page on the Python interface is made from docstrings, and those say what a caller must know."""

from __future__ import annotations

import ast
import importlib
import inspect
import runpy
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import accord
from accord.errors import AccordError, VocabularyError

DOCS = Path(__file__).resolve().parents[2] / "docs"
MAKER = runpy.run_path(str(DOCS / "make_api.py"))
Function = Callable[..., Any]


def public_functions() -> Iterator[tuple[str, Function]]:
    """Every function and method of the interface, by the name that the page gives it."""
    for name in accord.__all__:
        thing = getattr(accord, name)
        if inspect.isfunction(thing):
            yield name, inspect.unwrap(thing)
        elif inspect.isclass(thing):
            for own, member in MAKER["members"](thing).items():
                yield f"{name}.{own}", inspect.unwrap(_function(member))


def _function(member: Any) -> Function:
    if isinstance(member, property):
        assert member.fget is not None
        return member.fget
    return member.__func__ if isinstance(member, classmethod) else member


FUNCTIONS = dict(public_functions())


def test_the_page_is_what_the_docstrings_make() -> None:
    assert (DOCS / "api.md").read_text(encoding="utf-8") == MAKER["page"](), "run `make docs`"


def test_every_public_name_has_its_place_on_the_page() -> None:
    listed = [name for names in MAKER["SECTIONS"].values() for name in names]
    assert sorted(listed) == sorted(accord.__all__)


@pytest.mark.parametrize("name", accord.__all__)
def test_a_public_name_says_what_it_is_with_an_example(name: str) -> None:
    first, *rest = (inspect.getdoc(getattr(accord, name)) or "").splitlines()
    assert first.endswith((".", ":"))
    assert any(line.startswith(">>> ") for line in rest)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_says_what_it_does_with_its_types(name: str) -> None:
    function = FUNCTIONS[name]
    assert inspect.getdoc(function)
    signature = inspect.signature(function)
    given = [one for one in signature.parameters.values() if one.name not in {"self", "cls"}]
    assert inspect.Signature.empty not in {signature.return_annotation, *(one.annotation for one in given)}


@pytest.mark.parametrize("name", [name for name in accord.__all__ if inspect.isclass(getattr(accord, name))])
def test_every_field_is_told(name: str) -> None:
    if name in MAKER["fields_told"]():
        return  # on the page on records, which is checked against them
    thing = getattr(accord, name)
    told = inspect.getdoc(thing) or ""
    assert [field for field in MAKER["fields"](thing) if f"`{field}`" not in told] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_that_can_raise_says_so(name: str) -> None:
    told = _raised(FUNCTIONS[name])
    if _raises(FUNCTIONS[name], set()):
        assert "AccordError: " in told
    if "vocabulary" in inspect.signature(FUNCTIONS[name]).parameters:
        assert "VocabularyError: " in told


def _raised(function: Function) -> str:
    """What a docstring says under `Raises:`."""
    return (inspect.getdoc(function) or "").partition("Raises:\n")[2]


def _raises(function: Function, seen: set[Function]) -> bool:
    """Whether `function` raises an AccordError, or calls by name what says or does so.

    Methods of other objects are not followed.  What only a broken vocabulary raises does not count: the one
    that is shipped is not broken.
    """
    seen.add(function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    names = _names_in(function, tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            error = _found(node.exc.func, names)
            if inspect.isclass(error) and issubclass(error, AccordError) and error is not VocabularyError:
                return True
        if isinstance(node, ast.Call):
            called = _found(node.func, names)
            if not inspect.isroutine(called):
                continue
            called = inspect.unwrap(getattr(called, "__func__", called))
            if called in seen or "accord." not in f"{called.__module__}.":
                continue
            if "AccordError: " in _raised(called) or _raises(called, seen):
                return True
    return False


def _names_in(function: Function, tree: ast.AST) -> dict[str, Any]:
    """What the names in a function stand for: those of its module, and what it imports itself."""
    names = dict(vars(sys.modules[function.__module__]))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            module = importlib.import_module(node.module)
            for one in node.names:
                found = getattr(module, one.name, None)
                names[one.asname or one.name] = found or importlib.import_module(f"{node.module}.{one.name}")
    return names


def _found(called: ast.expr, names: dict[str, Any]) -> Any:
    """What is called: a name, or an attribute of one."""
    if isinstance(called, ast.Name):
        return names.get(called.id)
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return getattr(names.get(called.value.id), called.attr, None)
    return None
