"""The timeline."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story


def test_the_timeline_goes_by_date_then_by_order() -> None:
    builder = ReadingBuilder(
        "a",
        "Norway recognised Chile in May 2020. Before that, Norway visited Chile. Norway left Chile in 2018.",
    )
    recognised = builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
        time=builder.time("May 2020", "2020-05", earliest="2020-05-01", latest="2020-05-31"),
    )  # fmt: skip
    visited = builder.event(
        "visited", "visit", actors=[builder.actor("Norway", "NOR", 1)],
        recipients=[builder.actor("Chile", "CHL", 1)],
    )  # fmt: skip
    builder.event(
        "left", "close-mission", actors=[builder.actor("Norway", "NOR", 2)],
        recipients=[builder.actor("Chile", "CHL", 2)],
        time=builder.time("2018", "2018", earliest="2018-01-01", latest="2018-12-31"),
    )  # fmt: skip
    builder.order("Before that", visited, recognised)
    dossier = reconcile(story(builder))
    assert [event.act for event in dossier.events] == ["close-mission", "visit", "recognise"]
    assert [entry.rank for entry in dossier.timeline] == [1, 2, 3]
