"""What reports say of when, joined: is it consistent, what follows, and which clauses are to blame."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import accord
from accord.extraction.extractor import Extractor
from accord.reconciliation.chronology import Chronology
from accord.records import Order, Reading, Report
from readings import ReadingBuilder


def told(id: str, *orders: tuple[str, str, int | None, int | None]) -> ReadingBuilder:
    """A report with three events and a dated one, and these clauses of order between them."""
    builder = ReadingBuilder(id, "The talks, the treaty and the visit came in May 2021, says the report.")
    builder.time("May 2021", "2021-05", earliest="2021-05-01", latest="2021-05-31")
    ids = {word: builder.event(word) for word in ("talks", "treaty", "visit")}
    for earlier, later, low, high in orders:
        builder.order("says the report", ids.get(earlier, earlier), ids.get(later, later), low, high)
    return builder


def blamed(chronology: Chronology) -> set[tuple[str, str, str]]:
    return {(clause.report, clause.earlier, clause.later) for clause in chronology.blame}


DAY = date(2021, 5, 3)
SAME = {
    (report, f"event:{n}"): word for report in "abc" for n, word in enumerate(("talks", "treaty", "visit"))
}


def test_a_clause_is_one_readable_line() -> None:
    reading = told("a", ("talks", "treaty", 2, None), ("time:0", "visit", 0, None)).build()
    lines = [str(clause) for clause in accord.chronology([reading]).clauses]
    assert lines == [
        'talks -> treaty [2, -] "says the report"',
        'May 2021 -> visit [0, -] "says the report"',
    ]


def test_order_and_dates_bound_events() -> None:
    builder = ReadingBuilder(
        "a", "Norway signed on 3 May 2021. Two days later Chile left, and Peru followed."
    )
    day = builder.time("3 May 2021", "2021-05-03")
    signed, left, followed = (
        builder.event("signed", time=day),
        builder.event("left"),
        builder.event("followed"),
    )
    builder.order("Two days later", signed, left, 2, 2)
    builder.order("followed", left, followed, 0, None)
    chronology = accord.chronology([builder.build()])
    assert chronology.consistent
    assert chronology.blame == ()
    assert chronology.bounds("a", left) == ("2021-05-05", "2021-05-05")
    assert chronology.bounds("a", followed) == ("2021-05-05", None)
    assert chronology.gap(("a", signed), ("a", followed)) == (2, None)
    assert chronology.bounds("a", "event:unheard-of") == (None, None)
    assert [(dated.later, dated.order.text) for dated in chronology.dates] == [("signed", "3 May 2021")]


@pytest.mark.parametrize(
    ("earlier", "later", "low", "high", "bounds"),
    [
        ("time:0", "visit", 0, None, ("2021-05-01", None)),
        ("time:0", "visit", 1, None, ("2021-06-01", None)),
        ("visit", "time:0", 0, None, (None, "2021-05-31")),
        ("visit", "time:0", 1, None, (None, "2021-04-30")),
        ("visit", "time:0", 2, 2, ("2021-04-29", "2021-04-29")),
        ("time:0", "visit", 2, 3, ("2021-06-02", "2021-06-03")),
        ("time:0", "visit", 0, 0, ("2021-05-01", "2021-05-31")),
    ],
)
def test_a_clause_with_a_time_counts_from_its_nearest_day(
    earlier: str, later: str, low: int, high: int | None, bounds: tuple[str | None, str | None]
) -> None:
    chronology = accord.chronology([told("a", (earlier, later, low, high)).build()])
    assert chronology.bounds("a", "event:2") == bounds


def test_what_lies_between_two_times_can_be_on_any_day_between() -> None:
    builder = ReadingBuilder("a", "Norway signed between 3 May 2021 and 9 May 2021.")
    last = builder.time("9 May 2021", "2021-05-09")
    first = builder.time("3 May 2021", "2021-05-03")
    signed = builder.event("signed", time=first)
    reading = builder.build()
    stretch = replace(first, until="time:1")
    event = replace(reading.events[0], time=stretch)
    chronology = accord.chronology([replace(reading, times=(stretch, last), events=(event,))])
    assert chronology.bounds("a", signed) == ("2021-05-03", "2021-05-09")


def test_reports_are_joined_event_by_event() -> None:
    readings = [
        told("a", ("talks", "treaty", 0, None)).build(),
        told("b", ("treaty", "visit", 3, 3)).build(),
        told("c", ("visit", "talks", 0, None)).build(),
    ]
    apart = accord.chronology(readings)
    assert apart.consistent
    joined = accord.chronology(readings, SAME)
    assert not joined.consistent
    assert blamed(joined) == {("a", "talks", "treaty"), ("b", "treaty", "visit"), ("c", "visit", "talks")}
    assert joined.bounds("a", "event:0") == (None, None)
    assert accord.chronology(readings[:2], SAME).gap(("a", "event:0"), ("b", "event:2")) == (3, None)


def test_what_came_after_what_cannot_run_in_a_circle_even_on_one_day() -> None:
    readings = [
        told("a", ("talks", "treaty", 0, None)).build(),
        told("b", ("treaty", "talks", 0, None)).build(),
    ]
    assert blamed(accord.chronology(readings, SAME)) == {("a", "talks", "treaty"), ("b", "treaty", "talks")}
    same_day = told("b", ("treaty", "talks", 0, 0)).build()
    assert accord.chronology([readings[0], same_day], SAME).consistent


def test_a_date_can_be_to_blame() -> None:
    one = ReadingBuilder("a", "Norway signed on 3 May 2021.")
    one.event("signed", time=one.time("3 May 2021", "2021-05-03"))
    other = ReadingBuilder("b", "Norway signed before 2019.")
    signed = other.event("signed")
    other.time("2019", "2019", earliest="2019-01-01", latest="2019-12-31")
    other.order("before 2019", signed, "time:0", 1, None)
    same = {("a", "event:0"): "signing", ("b", "event:0"): "signing"}
    joined = accord.chronology([one.build(), other.build()], same)
    assert blamed(joined) == {("a", "3 May 2021", "signed"), ("b", "signed", "2019")}


MOMENTS = 2
DAYS = range(-9, 11)


@st.composite
def tellings(draw: st.DrawFn) -> list[Reading]:
    """Reports of clauses between two events and a time of two days, as reports tell them."""
    found = []
    for id in "ab":
        builder = ReadingBuilder(id, "The talks and the treaty came on 3 and 4 May, says the report.")
        builder.time("3 and 4 May", None, earliest="2021-05-03", latest="2021-05-04")
        ids = [builder.event("talks"), builder.event("treaty"), "time:0"]
        for _ in range(draw(st.integers(0, 3))):
            earlier, later = draw(st.permutations(ids))[:2]
            low, high = draw(st.sampled_from([(0, None), (0, 0), (1, 1), (2, 2), (0, 1), (1, None)]))
            builder.order("says the report", earlier, later, low, high)
        found.append(builder.build())
    return found


def _fits(order: Order, moments: dict[str, int]) -> bool:
    """Whether an order holds, with the time on days 0 and 1."""
    days = {event: moment // MOMENTS for event, moment in moments.items()}
    low, high = order.low or 0, order.high
    if "time:0" in (order.earlier, order.later):
        day = days[order.later if order.earlier == "time:0" else order.earlier]
        apart = min((day - other for other in (0, 1)), key=abs)
        apart = apart if order.earlier == "time:0" else -apart
        return apart >= low and (high is None or apart <= high)
    apart = days[order.later] - days[order.earlier]
    strict = (low, high) == (0, 0) or moments[order.later] > moments[order.earlier]
    return strict and apart >= low and (high is None or apart <= high)


def _placements(orders: list[Order]) -> list[dict[str, int]]:
    near = range(DAYS[0] * MOMENTS, (DAYS[-1] + 1) * MOMENTS)
    placed = ({"event:0": one, "event:1": other} for one, other in product(near, near))
    return [moments for moments in placed if all(_fits(order, moments) for order in orders)]


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_joined_reports_hold_and_bound_as_trying_every_day_shows(readings: list[Reading]) -> None:
    chronology = accord.chronology(readings, SAME)
    placed = _placements([order for reading in readings for order in reading.orders])
    assert chronology.consistent == bool(placed)
    if not placed:
        blamed_orders = [clause.order for clause in chronology.blame]
        assert not _placements(blamed_orders)
        for fewer in combinations([order for r in readings for order in r.orders], len(blamed_orders) - 1):
            assert _placements(list(fewer))
        return
    for event in ("event:0", "event:1"):
        low, high = chronology.bounds("a", event)
        days = [moments[event] // MOMENTS for moments in placed]
        # What is forced lies within a few days of the time; the rest reaches to the edge of what is tried.
        assert (date.fromisoformat(low) - DAY).days == min(days) if low else min(days) < -5
        assert (date.fromisoformat(high) - DAY).days == max(days) if high else max(days) > 6


def test_a_report_is_asked_from_its_text() -> None:
    text = (
        "Chile opened an embassy in Lima on 3 May 2021. Two days later, Peru recalled its envoy. "
        "Peru had imposed sanctions on Chile before 2019."
    )
    reading = Extractor.load().extract(Report("r", text, ""))
    chronology = accord.chronology([reading])
    told_by = {
        (clause.earlier, clause.later): (clause.order.low, clause.order.high) for clause in chronology.clauses
    }
    assert told_by[("opened", "recalled")] == (2, 2)
    assert told_by[("imposed", "2019")] == (1, None)
    ids = {event.text: event.id for event in reading.events}
    assert chronology.consistent
    assert chronology.bounds("r", ids["imposed"]) == (None, "2018-12-31")
    assert chronology.bounds("r", ids["recalled"]) == ("2021-05-05", "2021-05-05")
