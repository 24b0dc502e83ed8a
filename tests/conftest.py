"""Fixtures shared by the whole tree: the loaded parser, and a text parsed as a report."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from accord.extraction.parse.parsed import Parsed, join
from accord.extraction.parse.pipeline import Parser
from accord.grouping.meaning.encoder import SentenceEncoder
from accord.records import Report
from accord.settings import DEFAULT_PIPELINE
from accord.text.regions import RegionFinder

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.load(DEFAULT_PIPELINE)


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[..., Parsed]:
    """`parse(text, published=None, title=None)`: a report of that text, parsed."""
    finder = RegionFinder.load()

    def parse_text(text: str, published: str | None = None, title: str | None = None) -> Parsed:
        report = Report(
            id="report",
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            title=title,
            published=published,
        )
        regions = finder.find(text, title)
        return join(report, regions, parser.parse(text, [region.start for region in regions]))

    return parse_text


@pytest.fixture(scope="session")
def sentences() -> SentenceEncoder:
    """The model of the meaning of sentences, loaded once."""
    return SentenceEncoder.load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party reports and gold sets beside the checkout; skips where absent."""
    if not SHARED.is_dir():
        pytest.skip("the third-party reports and gold sets are not beside this checkout")
    return SHARED
