"""Acts of several guides put together: made precise by each other, told once, in the capital only."""

from __future__ import annotations

import pytest

from accord.guides import GuideReader
from accord.guides.bilateral import Sides
from accord.guides.joining import in_capital, merged, sharpened
from accord.guides.mission_acts import ActKind, MissionAct
from accord.records import Evidence


def act(
    kind: ActKind, level: str | None, day: str, place: str | None = None, source: str = "prose"
) -> MissionAct:
    return MissionAct(kind, level, day, Evidence("guide", 0, 1, day[:1]), place=place, source=source)


@pytest.fixture(scope="module")
def norway(guide_reader: GuideReader) -> Sides:
    return Sides.of("Norway", "USA", guide_reader.states)


def test_a_year_told_is_made_precise_by_the_credentials_of_that_year() -> None:
    told = (act("open", "Embassy", "2006"), act("present", "Embassy", "2006-11-23"))
    assert [one.date for one in sharpened(told)] == ["2006-11-23", "2006-11-23"]


@pytest.mark.parametrize(
    "other",
    [
        act("present", "Embassy", "2007-11-23"),
        act("present", "Legation", "2006-11-23"),
        act("close", "Embassy", "2006-11-23"),
        act("present", "Embassy", "2006-11"),
    ],
)
def test_a_year_told_stays_where_no_like_act_of_it_has_a_day(other: MissionAct) -> None:
    assert sharpened((act("open", "Embassy", "2006"), other))[0].date == "2006"


def test_a_step_that_both_tell_counts_as_the_prose_dates_it() -> None:
    opened = act("open", "Legation", "1905-06-05")
    near, far = (act("present", "Legation", day, source="list") for day in ("1905-07-01", "1909-07-01"))
    assert merged((opened,), (near, far)) == (opened, far)


def test_a_consulate_counts_in_the_capital_only(norway: Sides) -> None:
    told = tuple(act("open", "Consulate", "1809", place=city) for city in ("Bergen", "Oslo"))
    assert [one.place for one in in_capital(told, norway)] == ["Oslo"]


def test_a_city_with_a_legation_is_a_capital(norway: Sides) -> None:
    told = (act("open", "Legation", "1809", place="Bergen"), act("open", "Consulate", "1807", place="Bergen"))
    assert in_capital(told, norway) == told


def test_a_mission_closed_in_a_third_state_goes_home(norway: Sides) -> None:
    assert in_capital((act("close", "Embassy", "1945", place="London"),), norway) == ()
