"""Finds the times of a text, and tells a resolver what is known where an expression stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import time_expressions as table
from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.calendar_points import Point
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.expressions.meaning import Context, Mentioned
from accord.extraction.times.expressions.tense import Tenses
from accord.records import Time


@pytest.fixture(scope="session")
def time_finder() -> TimeFinder:
    return TimeFinder.load()


@pytest.fixture(scope="session")
def find(time_finder: TimeFinder, parse: Callable[..., Parsed]) -> Callable[..., tuple[Time, ...]]:
    """`find(text, published="2025-07-09")`: the times of a report of that day."""

    def find_times(text: str, published: str | None = table.PUBLISHED) -> tuple[Time, ...]:
        return time_finder.find(parse(text, published))

    return find_times


@pytest.fixture(scope="session")
def context(time_finder: TimeFinder, parse: Callable[..., Parsed]) -> Callable[..., Context]:
    """`context(text, words, *points, published=date(2025, 7, 9))`: at `words`, after the points were told."""

    def context_at(
        text: str, words: str, *points: Point, published: date | None = date(2025, 7, 9)
    ) -> Context:
        start = text.index(words)
        lexicon = time_finder.lexicon
        return Context(
            lexicon,
            published,
            text,
            Tenses(parse(text).doc, lexicon.words),
            mentioned=[Mentioned(index, point) for index, point in enumerate(points)],
            start=start,
            end=start + len(words),
        )

    return context_at
