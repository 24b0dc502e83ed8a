"""Readings of the gold's reports: what several scores of a run ask for is read once."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import msgspec

from accord.records import Problem, Reading, Report
from accord.run import run
from accord.settings import Settings


def add_option(parser: ArgumentParser) -> None:
    """The option of a benchmark that says where Readings are kept."""
    parser.add_argument("--readings", type=Path, metavar="DIR", help="a folder to keep Readings in")


def read_gold(reports: Iterable[Report], kept: Path | None = None) -> Iterator[Reading]:
    """The Readings of `reports` in order; what the folder `kept` lacks of them is put there.

    The folder is of one version of the program: nothing in it says by which a Reading was made.

    Raises:
        ValueError: a report cannot be read.
    """
    asked = list(reports)
    places = [_place(each, kept) for each in asked]
    missing = [not (place and place.is_file()) for place in places]
    fresh = run([each for each, is_new in zip(asked, missing, strict=True) if is_new], Settings(workers=0))
    for place, is_new in zip(places, missing, strict=True):
        if place and not is_new:
            yield msgspec.json.decode(place.read_bytes(), type=Reading)
            continue
        outcome = next(fresh)
        if isinstance(outcome, Problem):
            raise ValueError(f"{outcome.input}: {outcome.reason}")
        if place:
            _put(place, msgspec.json.encode(outcome))
        yield outcome


def _place(report: Report, kept: Path | None) -> Path | None:
    return kept / f"{sha256(msgspec.json.encode(report)).hexdigest()}.json" if kept else None


def _put(place: Path, told: bytes) -> None:
    """Write a file whole or not at all: other scores of the run look for it meanwhile."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_suffix(f".{uuid4().hex}")
    half.write_bytes(told)
    half.replace(place)
