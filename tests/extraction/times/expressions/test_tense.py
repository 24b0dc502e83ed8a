"""When an undated report was written, by its own dates, and what that settles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.records import Estimate, Time

Parse = Callable[..., Parsed]


@pytest.fixture(scope="module")
def read(parse: Parse) -> Callable[[str], tuple[Estimate | None, dict[str, Time]]]:
    finder = TimeFinder.load()

    def read_times(text: str) -> tuple[Estimate | None, dict[str, Time]]:
        parsed = parse(text)
        times = finder.find(parsed)
        return finder.estimate(parsed, times), {time.text: time for time in times}

    return read_times


Read = Callable[[str], tuple[Estimate | None, dict[str, Time]]]
OPENED = "The envoy opened the port on 3 May 2021. "
WILL_CLOSE = "The fair will close on 30 June 2021. "


def test_the_past_and_what_will_be_bound_it(read: Read) -> None:
    text = OPENED + WILL_CLOSE
    written, _ = read(text)
    assert written is not None
    assert (written.earliest, written.latest) == ("2021-05-03", "2021-06-30")
    assert [text[start:end] for start, end in written.evidence] == ["3 May 2021", "30 June 2021"]


def test_the_latest_past_and_the_nearest_future_count(read: Read) -> None:
    written, _ = read("The league was founded in 1948. " + OPENED + WILL_CLOSE + "It will reopen in 2024.")
    assert written is not None
    assert (written.earliest, written.latest) == ("2021-05-03", "2021-06-30")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [(OPENED, "2021-05-03", None), (WILL_CLOSE, None, "2021-06-30")],
)
def test_an_end_that_nothing_tells_is_open(
    read: Read, text: str, earliest: str | None, latest: str | None
) -> None:
    written, times = read(text + "The talks began in April.")
    assert written is not None
    assert (written.earliest, written.latest) == (earliest, latest)
    assert times["April"].value == "XXXX-04"


def test_what_every_day_between_gives_is_settled(read: Read) -> None:
    _, times = read(OPENED + WILL_CLOSE + "The talks began in April. The envoy left last year.")
    assert (times["April"].value, times["April"].anchor) == ("2021-04", "inferred")
    assert (times["last year"].value, times["last year"].anchor) == ("2020", "inferred")


def test_what_depends_on_the_day_stays_open(read: Read) -> None:
    _, times = read(OPENED + WILL_CLOSE + "The talks began last month. The envoy left yesterday.")
    assert (times["last month"].value, times["last month"].anchor) == ("XXXX-XX", None)
    assert times["yesterday"].earliest is None


@pytest.mark.parametrize(
    "text",
    [
        "The envoy left. The talks began in April.",
        "The port might be opened on 3 May 2021.",
        OPENED + "The fair will close on 1 March 2021.",
    ],
)
def test_nothing_or_dates_that_disagree_tell_nothing(read: Read, text: str) -> None:
    assert read(text)[0] is None


def test_a_report_of_known_day_needs_none(parse: Parse) -> None:
    finder = TimeFinder.load()
    parsed = parse(OPENED + WILL_CLOSE, "2021-06-01")
    assert finder.estimate(parsed, finder.find(parsed)) is None
