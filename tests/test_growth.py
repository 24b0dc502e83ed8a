"""Cost grows with a report and no faster: the calls that are made are counted, not the seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256

import pytest

from accord.extraction.extractor import Extractor
from accord.extraction.stages import PARSE, Fields
from accord.present.renderers import renderer
from accord.records import Report, Story
from accord.settings import Settings
from accord.steps import StoryReconciler

# A text three times as long may cost so many times as much: n log n, less what is done once.
_TIMES, _MOST = 3, 4.4
_SMALL = 60
STATES = ("Peru", "Chile", "Kenya", "India", "France", "Spain", "Italy", "Brazil", "China", "Russia")

SHAPES: dict[str, Callable[[int], str]] = {
    "dates of one act": lambda n: "".join(
        f"Peru attacked Chile on {i % 28 + 1} May {1900 + i % 120}. " for i in range(n)
    ),
    "chained days": lambda n: (
        "Peru attacked Chile on 3 May 2015. " + "The next day, Chile attacked Peru. " * n
    ),
    "outlooks": lambda n: "".join(
        f"{STATES[i % 10]} may attack {STATES[(i + 3) % 10]} next year. " for i in range(n)
    ),
    "quotations": lambda n: "".join(f"“We will leave pact {i},” the minister said. " for i in range(n)),
    "brackets": lambda n: "Peru left. " + "(" * n + ")" * n,
    "marks": lambda n: "Peru left. " + '"' * n,
    "numbers": lambda n: "Peru left. " + " ".join(map(str, range(n))),
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture(scope="module")
def reconciler() -> StoryReconciler:
    return StoryReconciler.of(Settings(vectors=False))


@contextmanager
def counting() -> Iterator[list[int]]:
    """How many calls are made, of Python's functions and of others."""
    calls = [0]

    def note(frame: object, event: str, argument: object) -> None:
        if event in ("call", "c_call"):
            calls[0] += 1

    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def costs(shape: str, size: int, extractor: Extractor, reconciler: StoryReconciler) -> dict[str, int]:
    """The calls of each step for a report of `size` of a shape; the parse is not ours."""
    text = SHAPES[shape](size)
    report = Report("r", text, sha256(text.encode()).hexdigest(), published="2021-05-03")
    fields: Fields = {"report": report}
    counted: dict[str, int] = {}
    for stage in extractor.stages:
        needed = {name: fields[name] for name in stage.needs}
        with counting() as calls:
            fields[stage.gives] = stage.run(**needed)
        counted["extraction"] = counted.get("extraction", 0) + (calls[0] if stage.name != PARSE else 0)
    reading = extractor.extract(report)
    with counting() as calls:
        dossier = reconciler.reconcile(Story("s", (reading,)))
    counted["reconciliation"] = calls[0]
    for ending in (".html", ".md"):
        with counting() as calls:
            renderer(ending)((dossier,), ())
        counted[ending] = calls[0]
    return counted


@pytest.mark.parametrize("shape", SHAPES)
def test_cost_grows_with_a_report(shape: str, extractor: Extractor, reconciler: StoryReconciler) -> None:
    small = costs(shape, _SMALL, extractor, reconciler)
    large = costs(shape, _TIMES * _SMALL, extractor, reconciler)
    grown = {step: round(large[step] / small[step], 1) for step in small}
    assert not {step: times for step, times in grown.items() if times > _MOST}, grown
