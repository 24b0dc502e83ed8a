"""Events of the third-party reports and of the coded sentences beside the checkout, where they are there."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accord.extraction.extractor import Extractor
from accord.records import Event, Report

# Event acts that each report must tell as done, with the codes of who did it to whom.
_TOLD: dict[int, set[tuple[str, str | None, str | None]]] = {
    0: {("recognise", "RUS", "AFG"), ("accept-credentials", "RUS", "AFG"), ("delist", "RUS", "AFG")},
    1: {
        ("recognise", "RUS", "AFG"),
        ("accept-credentials", "RUS", "AFG"),
        ("delist", "RUS", "AFG"),
        ("accredit-envoy", "CHN", "AFG"),
        ("accredit-envoy", "ARE", "AFG"),
        ("accredit-envoy", "UZB", "AFG"),
        ("accredit-envoy", "PAK", "AFG"),
        ("talks", "AFG", "RUS"),
    },
    2: {("recognise", "RUS", "AFG"), ("present-credentials", "AFG", "RUS"), ("delist", "RUS", "AFG")},
    3: {
        ("recognise", "RUS", "AFG"),
        ("present-credentials", "AFG", "RUS"),
        ("delist", "RUS", "AFG"),
        ("keep-mission", "RUS", "AFG"),
    },
    4: {
        ("recognise", "RUS", "AFG"),
        ("accept-credentials", "RUS", "AFG"),
        ("delist", "RUS", "AFG"),
        ("freeze-assets", "USA", "AFG"),
        ("impose-sanctions", "USA", "AFG"),
        ("talks", "AFG", "RUS"),
        ("withdraw-troops", "USA", "AFG"),
    },
}
_DENIED = {1, 3, 4}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def triples(events: tuple[Event, ...]) -> set[tuple[str, str | None, str | None]]:
    return {
        ("recognise" if (e.act or "").startswith("recognise") else e.act or "", actor.code, recipient.code)
        for e in events
        for actor in e.actors
        for recipient in e.recipients
    }


@pytest.mark.parametrize("index", sorted(_TOLD))
def test_each_report_tells_its_acts(index: int, shared: Path, extractor: Extractor) -> None:
    path = sorted((shared / "seeds").glob("*.txt"))[index]
    reading = extractor.extract(Report(id="r", text=path.read_text(encoding="utf-8"), sha256=""))
    done = tuple(e for e in reading.events if e.polarity == "positive" and e.factuality == "asserted")
    assert triples(done) >= _TOLD[index]
    recognisers = {actor for act, actor, _ in triples(done) if act == "recognise"}
    assert recognisers == {"RUS"}
    denied = [e for e in reading.events if e.polarity == "negative" and (e.act or "").startswith("recogn")]
    assert bool(denied) is (index in _DENIED)


def test_coded_sentences_are_found_as_well_as_before(shared: Path, extractor: Extractor) -> None:
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    lines = (shared / "gold" / "events" / "plover_gsr.jsonl").read_text(encoding="utf-8").splitlines()
    gold: list[dict[str, Any]] = [json.loads(line) for line in lines]
    reports = [Report(id=row["id"], text=row["text"], sha256="") for row in gold]
    readings = [extractor.extract(report) for report in reports]
    found = score.events(gold, [msgspec.to_builtins(reading) for reading in readings])
    assert found["type"]["f1"] >= 85
    assert found["dyad"]["f1"] >= 66
    assert found["dyad_type"]["f1"] >= 62
