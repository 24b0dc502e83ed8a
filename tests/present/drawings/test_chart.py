"""The chart keeps the order of days, shows disputed dates apart, leaves undated events off the scale."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.present.drawings.chart import Scale, chart
from dossiers import made_dossier


def test_rows_and_undated_events() -> None:
    made = chart(made_dossier())
    dated, yearless = made.panels
    assert [row.event for row in dated.rows] == ["e1", "e2", "e3", "e6"]
    assert [row.event for row in yearless.rows] == ["e7"]
    assert yearless.rows[0].words == "9 May"
    assert [tick.text for tick in yearless.ticks] == ["9 May"]
    assert [row.event for row in made.undated] == ["e4", "e5", "e8", "e9", "e10"]
    assert len(made.rows) == len(made_dossier().timeline)


def test_disputed_dates_are_bars_of_their_own() -> None:
    (row,) = [row for row in chart(made_dossier()).rows if row.event == "e3"]
    assert row.contested
    assert [bar.words for bar in row.bars] == ["March 2030", "March 2031"]
    assert row.bars[0].x + row.bars[0].width < row.bars[1].x


def test_one_of_several_days_is_a_bar_from_the_first_to_the_last() -> None:
    made = made_dossier()
    entry = next(entry for entry in made.timeline if entry.event == "e3")
    told, other = entry.alternatives
    told = replace(told, value="[2030-03-01,2030-03-09]")
    timeline = tuple(replace(e, alternatives=(told, other)) if e is entry else e for e in made.timeline)
    (row,) = [row for row in chart(replace(made, timeline=timeline)).rows if row.event == "e3"]
    assert [bar.open for bar in row.bars] == [False, False]
    assert row.bars[0].words == "1 March 2030 or 9 March 2030"
    assert row.bars[0].x + row.bars[0].width < row.bars[1].x


@given(st.lists(st.integers(0, 60_000), min_size=1, max_size=30, unique=True))
def test_the_scale_keeps_order_and_stays_within_the_width(offsets: list[int]) -> None:
    days = sorted(date(1900, 1, 1) + timedelta(days=offset) for offset in offsets)
    scale = Scale(days)
    places = [scale.place(day) for day in days]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert places[0] >= 0
    assert places[-1] <= 100
    xs = [tick.x for tick in scale.ticks()]
    assert xs == sorted(xs)
    assert len({tick.text for tick in scale.ticks()}) == len(xs)
