"""The temporal network against brute force over small ranges of days; what clauses leave of the calendar."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.records import Order, Time
from accord.temporal_network import CALENDAR, Constraint, Days, days_of, days_told, iso, on_days, solve

POINTS = ("a", "b", "c", "d")
DAYS = range(-8, 9)
# Room on a day for as many moments as there are points in the tests of strict order.
MOMENTS = 3
FIRST = date(2021, 5, 10).toordinal()
ENDS = st.none() | st.integers(-3, 3)


def _holds(one: Constraint, days: dict[str, int]) -> bool:
    gap = days[str(one.later)] - days[str(one.earlier)]
    return (one.low is None or gap >= one.low) and (one.high is None or gap <= one.high)


def _solutions(constraints: tuple[Constraint, ...]) -> list[dict[str, int]]:
    """Every way to place the points with the first on day 0; wide enough for bounds of at most 2 days."""
    placed = ({"a": 0, **dict(zip(POINTS[1:], rest, strict=True))} for rest in product(DAYS, repeat=3))
    return [days for days in placed if all(_holds(one, days) for one in constraints)]


def _moments_fit(constraints: tuple[Constraint, ...]) -> bool:
    """Whether three points can be placed at moments of days, strict order counting within a day."""
    near = range(-4 * MOMENTS, 5 * MOMENTS)
    for moments in product(range(MOMENTS), near, near):
        at = dict(zip(POINTS, moments, strict=False))
        days = {point: moment // MOMENTS for point, moment in at.items()}
        if all(
            _holds(one, days) and (not one.strict or at[str(one.later)] > at[str(one.earlier)])
            for one in constraints
        ):
            return True
    return False


@st.composite
def networks(draw: st.DrawFn, points: tuple[str, ...] = POINTS) -> tuple[Constraint, ...]:
    size = draw(st.integers(1, 6))
    found = []
    for label in range(size):
        earlier, later = draw(st.permutations(points))[:2]
        low = draw(st.one_of(st.none(), st.integers(-2, 2)))
        high = draw(st.one_of(st.none(), st.integers(-2, 2)))
        found.append(Constraint(earlier, later, low, high, label))
    return tuple(found)


@st.composite
def told(draw: st.DrawFn) -> tuple[Constraint, ...]:
    """Clauses as reports tell them: "after", "two days later", "on the same day"."""
    gaps = ((0, None), (0, None), (0, 0), (1, 1), (2, 2), (0, 1), (1, None))
    found = []
    for label in range(draw(st.integers(1, 5))):
        earlier, later = draw(st.permutations(POINTS[:3]))[:2]
        low, high = draw(st.sampled_from(gaps))
        found.append(Constraint(earlier, later, low, high, label, strict=(low, high) != (0, 0)))
    return tuple(found)


@settings(max_examples=60, deadline=None)
@given(networks())
def test_consistent_exactly_when_some_placement_fits(constraints: tuple[Constraint, ...]) -> None:
    assert solve(constraints).consistent == bool(_solutions(constraints))


@settings(max_examples=60, deadline=None)
@given(told())
def test_strict_order_is_kept_within_a_day(constraints: tuple[Constraint, ...]) -> None:
    solution = solve(constraints)
    assert solution.consistent == _moments_fit(constraints)
    if solution.consistent:
        return
    by_label = {one.label: one for one in constraints}
    blamed = tuple(by_label[label] for label in solution.blame)
    assert not _moments_fit(blamed)
    for smaller in combinations(constraints, len(blamed) - 1):
        assert _moments_fit(smaller)


@settings(max_examples=60, deadline=None)
@given(networks())
def test_blame_is_a_smallest_set_that_cannot_hold(constraints: tuple[Constraint, ...]) -> None:
    solution = solve(constraints)
    if solution.consistent:
        assert solution.blame == ()
        return
    by_label = {one.label: one for one in constraints}
    blamed = tuple(by_label[label] for label in solution.blame)
    assert not _solutions(blamed)
    for left_out in blamed:
        assert _solutions(tuple(one for one in blamed if one != left_out))
    for smaller in combinations(constraints, len(blamed) - 1):
        assert _solutions(smaller)


@settings(max_examples=40, deadline=None)
@given(networks())
def test_bounds_are_the_tightest(constraints: tuple[Constraint, ...]) -> None:
    solution = solve(constraints)
    if not solution.consistent:
        assert solution.bounds("a", "b") == (None, None)
        return
    gaps = [days["b"] - days["a"] for days in _solutions(constraints)]
    low, high = solution.bounds("a", "b")
    assert (low is None) or low == min(gaps)
    assert (high is None) or high == max(gaps)
    far_below, far_above = Constraint("a", "b", None, -1000, "far"), Constraint("a", "b", 1000, None, "far")
    assert (low is None) == solve([*constraints, far_below]).consistent
    assert (high is None) == solve([*constraints, far_above]).consistent


@settings(max_examples=40, deadline=None)
@given(networks(), st.randoms(use_true_random=False))
def test_order_of_constraints_does_not_matter(constraints: tuple[Constraint, ...], random: object) -> None:
    shuffled = list(constraints)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert solve(shuffled).consistent == solve(constraints).consistent
    assert len(solve(shuffled).blame) == len(solve(constraints).blame)


def test_bounds_turn_round() -> None:
    solution = solve([Constraint("a", "b", 2, 3, "x"), Constraint("b", "c", 0, None, "y")])
    assert solution.bounds("a", "c") == (2, None)
    assert solution.bounds("c", "a") == (None, -2)
    assert solution.bounds("a", "a") == (0, 0)
    assert solution.bounds("a", "unheard of") == (None, None)


def test_blame_leaves_out_what_has_no_part_in_it() -> None:
    solution = solve(
        [
            Constraint("talks", "treaty", 0, None, "talks before treaty"),
            Constraint("treaty", "visit", 2, 2, "visit two days after treaty"),
            Constraint("visit", "treaty", 1, None, "treaty after visit"),
        ]
    )
    assert not solution.consistent
    assert set(solution.blame) == {"visit two days after treaty", "treaty after visit"}


def test_what_runs_in_a_circle_on_one_day_cannot_hold() -> None:
    circle = [
        Constraint("talks", "treaty", 0, None, "treaty after talks", strict=True),
        Constraint("treaty", "visit", 0, None, "visit after treaty", strict=True),
        Constraint("visit", "talks", 0, None, "talks after visit", strict=True),
        Constraint("visit", "talks", 0, 0, "talks on the day of the visit"),
    ]
    assert set(solve(circle).blame) == {"treaty after talks", "visit after treaty", "talks after visit"}
    assert solve([circle[0], circle[1], circle[3]]).consistent


@pytest.mark.parametrize(
    "constraint",
    [
        Constraint("a", "b", 3, 1, "x"),
        Constraint("a", "a", 1, 2, "x"),
        Constraint("a", "a", None, -1, "x"),
        Constraint("a", "a", 0, None, "x", strict=True),
        Constraint("a", "b", None, -1, "x", strict=True),
    ],
)
def test_a_constraint_may_contradict_itself(constraint: Constraint) -> None:
    assert solve([constraint]).blame == ("x",)


def test_nothing_is_consistent() -> None:
    assert solve([]).consistent


def a_time(length: int) -> Time:
    earliest, latest = date.fromordinal(FIRST), date.fromordinal(FIRST + length - 1)
    return Time(0, 4, "then", "DATE", "XXXX", None, None, earliest.isoformat(), latest.isoformat())


def distance(day: int, length: int) -> int:
    """Days from the nearest day of the time to `day`, less than none before it."""
    last = FIRST + length - 1
    return min((day - other for other in range(FIRST, last + 1)), key=abs)


@given(st.integers(1, 4), ENDS, ENDS, st.booleans())
def test_days_told_are_those_whose_distance_fits(
    length: int, low: int | None, high: int | None, after: bool
) -> None:
    ends = ("time:0", "e0") if after else ("e0", "time:0")
    first, last = days_told(Order(0, 4, "then", *ends, low, high), a_time(length))
    for day in range(FIRST - 9, FIRST + length + 9):
        apart = distance(day, length) if after else -distance(day, length)
        fits = (low is None or apart >= low) and (high is None or apart <= high)
        assert fits == ((first is None or day >= first) and (last is None or day <= last))


def test_a_time_that_is_open_leaves_all_days() -> None:
    time = Time(0, 5, "April", "DATE", "XXXX-04", None, "XXXX-04")
    assert days_told(Order(0, 4, "then", "time:0", "e0", 0, None), time) == (None, None)
    assert on_days("e0", (None, None), "x") is None


@given(st.dates())
def test_a_day_comes_back(day: date) -> None:
    low, high = days_of(day.isoformat(), None)
    assert (iso(low), high) == (day.isoformat(), None)


@pytest.mark.parametrize("day", [None, 0, -40, date.max.toordinal() + 1])
def test_what_is_no_day_is_open(day: int | None) -> None:
    assert iso(day) is None


@pytest.mark.parametrize("days", [(3, None), (None, 4), (3, 4)])
def test_days_bound_a_point_from_the_calendar(days: Days) -> None:
    assert on_days("e0", days, "x") == Constraint(CALENDAR, "e0", *days, "x")
