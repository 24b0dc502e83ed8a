"""Clauses and dates of several happenings that cannot hold together."""

from __future__ import annotations

import pytest

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import calm, only


@pytest.mark.parametrize(("low", "high"), [(7, 7), (0, None)])
def test_clauses_of_three_happenings_that_run_in_a_circle_are_a_conflict(low: int, high: int | None) -> None:
    acts = {"visited": "visit", "recognised": "recognise", "sanctioned": "impose-sanctions"}
    text = "Norway recognised Chile. Norway visited Chile. Norway sanctioned Chile."
    builders = []
    for id_, before, after in (
        ("a", "recognised", "visited"), ("b", "visited", "sanctioned"), ("c", "sanctioned", "recognised"),
    ):  # fmt: skip
        builder = ReadingBuilder(id_, f"{text} It came a week later, says report {id_}.")
        ids = {
            word: builder.event(
                word, act, actors=[builder.actor("Norway", "NOR", nth)],
                recipients=[builder.actor("Chile", "CHL", nth)],
            )
            for nth, (word, act) in enumerate(acts.items())
        }  # fmt: skip
        builder.order("a week later", ids[before], ids[after], low, high)
        builders.append(builder)
    conflict = only(reconcile(story(*builders)), "order")
    assert [[e.report for e in side.evidence] for side in conflict.sides] == [["a"], ["b"], ["c"]]
    calm(*builders[:2])


def test_a_date_that_a_clause_of_another_report_rules_out_is_a_conflict() -> None:
    dated = ReadingBuilder("a", "Norway recognised Chile on 3 May 2021.")
    dated.event(
        "recognised", "recognise", actors=[dated.actor("Norway", "NOR")],
        recipients=[dated.actor("Chile", "CHL")], time=dated.time("3 May 2021", "2021-05-03"),
    )  # fmt: skip
    bounds = []
    for id_, year in (("b", 2020), ("c", 2022)):
        builder = ReadingBuilder(id_, f"Before {year}, Norway recognised Chile, says report {id_}.")
        builder.time(str(year), str(year), earliest=f"{year}-01-01", latest=f"{year}-12-31")
        recognised = builder.event(
            "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
            recipients=[builder.actor("Chile", "CHL")],
        )  # fmt: skip
        builder.order(f"Before {year}, Norway recognised Chile", recognised, "time:0", 1, None)
        bounds.append(builder)
    conflict = only(reconcile(story(dated, bounds[0])), "order")
    assert sorted((side.value.split()[-2:], side.evidence[0].report) for side in conflict.sides) == [
        (["May", "2021"], "a"),
        (["before", "2020"], "b"),
    ]
    calm(dated, bounds[1])
