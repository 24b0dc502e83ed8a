"""The package as it is imported: five calls, every module by its own name, nothing before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

import accord

PACKAGE = Path(accord.__file__).parent
HEAVY = (
    "spacy",
    "numpy",
    "sqlalchemy",
    "trafilatura",
    "feedparser",
    "typer",
    "rich",
    "jinja2",
    "onnxruntime",
)


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_five_calls_are_there_and_hide_no_package() -> None:
    code = """
from hatchling.builders.wheel import WheelBuilder

import accord
import accord.extraction.extractor, accord.grouping.stories, accord.intake.intake, accord.ledger.ledger
import accord.reconciliation.compare.time as t
calls = accord.read, accord.extract, accord.group, accord.reconcile, accord.Ledger
print(all(map(callable, calls)), t.__name__)
"""
    assert python(code) == "True accord.reconciliation.compare.time"


def test_every_module_can_be_imported_by_its_name() -> None:
    names = []
    for file in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in file.parts:
            parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
            names.append(".".join(parts).removesuffix(".__init__"))
    assert len(names) > 200
    code = f"""
import importlib, sys
for name in {names}:
    module = importlib.import_module(name)
    assert sys.modules[name] is module, name
    # As `import a.b as c` finds it: every package gives what is in it.
    found = importlib.import_module("accord")
    for part in name.split(".")[1:]:
        found = getattr(found, part)
    assert found is module, name
"""
    python(code)


def test_importing_accord_loads_nothing_that_is_slow_to_load() -> None:
    code = f"import accord, sys; print([name for name in {HEAVY} if name in sys.modules])"
    assert python(code) == "[]"


def test_a_wheel_holds_what_the_package_reads() -> None:
    builder = WheelBuilder(str(PACKAGE.parents[1]))
    shipped = {file.distribution_path for file in builder.recurse_included_files()}
    for file in (PACKAGE / "vocabulary").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            assert file.relative_to(PACKAGE.parent).as_posix() in shipped
