"""The tests mirror the package: what is tested where is found from the name of a module."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
PACKAGE = TESTS.parent / "src" / "accord"

# Folders whose tests are of something else than the package.
OTHER_FOLDERS = ("docs", "examples")

# Tests of a whole room, or of the whole flow, that belong to no one module.
WHOLE: frozenset[str] = frozenset(
    {
        "arrows",
        "class_names",
        "extraction/actors/passages",
        "extraction/events/coded",
        "extraction/events/sentences",
        "extraction/events/shared_reports",
        "extraction/statements/passages",
        "grouping/seeds",
        "growth",
        "guides/wordings",
        "hostile",
        "mirror",
        "no_names_in_code",
        "package",
        "public_names",
        "reconciliation/compare/laws",
        "reconciliation/seeds",
        "store/faults",
        "text/region_vocabulary",
        "vocabulary/gazetteer",
    }
)


def modules() -> set[str]:
    """Every module, as "ledger/rules"; the steps of a database's schema are none."""
    return {
        str(path.relative_to(PACKAGE).with_suffix(""))
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py" and "migrations" not in path.parts
    }


def packages() -> set[str]:
    """Every folder of modules, as the test of what it says itself is named: "run/run"."""
    return {
        str(path.parent.relative_to(PACKAGE) / path.parent.name)
        for path in PACKAGE.rglob("__init__.py")
        if path.parent != PACKAGE
    }


def subjects() -> set[str]:
    """What the test files are named for: "ledger/rules" for tests/ledger/test_rules.py."""
    return {
        str(path.relative_to(TESTS).with_name(path.stem.removeprefix("test_")))
        for path in TESTS.rglob("test_*.py")
        if path.relative_to(TESTS).parts[0] not in OTHER_FOLDERS
    }


def test_every_module_has_a_test_file_of_its_name() -> None:
    assert sorted(modules() - subjects()) == []


def test_every_test_file_is_of_a_module_or_of_a_whole() -> None:
    assert sorted(subjects() - modules() - packages() - WHOLE) == []


def test_no_whole_is_listed_that_is_not_there() -> None:
    assert sorted(WHOLE - subjects()) == []
