"""When a report was written, by its own dates, and what that settles."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest
from msgspec import structs

from accord.extraction.extractor import Extractor
from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.day_of_writing import doubt
from accord.extraction.times.expressions.finder import TimeFinder
from accord.records import Estimate, Report, Time

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


@pytest.mark.parametrize(
    ("text", "days", "evidence"),
    [
        ("KARST, 4 June (Agency) — The port was closed on Monday.", ("2025-06-04", "2025-06-04"), "4 June"),
        ("The port was closed on Monday (2 June).", ("2025-06-02", "2025-06-08"), "Monday"),
        (
            "The strike began on 3 May 2025. The port will be open on 9 June 2025. It was shut in April.",
            ("2025-05-03", "2025-06-09"),
            "3 May 2025",
        ),
    ],
)
def test_a_day_of_download_is_doubted(parse: Parse, text: str, days: tuple[str, str], evidence: str) -> None:
    finder = TimeFinder.load()
    parsed = parse(text, "2025-07-21")
    times = finder.find(parsed)
    written = finder.estimate(parsed, times)
    assert written is not None
    assert (written.earliest, written.latest) == days
    assert text[slice(*written.evidence[0])] == evidence
    assert not any(time.anchor == "published" and time.earliest for time in times)


def test_by_the_day_of_its_date_line_a_report_is_read(parse: Parse) -> None:
    times = TimeFinder.load().find(parse("KARST, 4 June (Agency) — It fell on Monday.", "2025-07-21"))
    assert [(time.value, time.anchor) for time in times] == [
        ("2025-06-04", "inferred"),
        ("2025-06-02", "inferred"),
    ]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("KARST, 4 June (Agency) — The port was closed on Monday.", "2025-06-05"),
        ("The port was closed on Monday (2 June).", "2025-06-10"),
        ("In 2018 she said: “The port will be open on 9 June 2019.” It was not.", "2025-07-21"),
        ("The port was closed on 2 June 2019 and opened in May 2020.", "2025-07-21"),
    ],
)
def test_a_day_that_the_dates_fit_is_not_doubted(parse: Parse, text: str, published: str) -> None:
    finder = TimeFinder.load()
    parsed = parse(text, published)
    assert finder.estimate(parsed, finder.find(parsed)) is None


def test_a_doubted_day_is_kept_and_told() -> None:
    text = "KARST, 4 June (Agency) — The port was closed on Monday."
    report = Report("a", text, sha256(text.encode()).hexdigest(), published="2025-07-21", places=("a.txt",))
    reading = Extractor.load().extract(report)
    problem = doubt(reading)
    assert reading.published == "2025-07-21"
    assert problem is not None
    assert problem.input == "a.txt"
    assert "2025-07-21" in problem.reason
    assert "“4 June”" in problem.reason
    assert "2025-06-04" in problem.advice
    assert doubt(structs.replace(reading, published=None)) is None
