"""A story is titled by an act of record between states, else by the headline the others are most like."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import recognition


def titled(*titles: str | None) -> str:
    told = "The ferry Orlo sank off Karst with 3100 sheep aboard."
    return reconcile(
        story(*(ReadingBuilder(f"r{n}", told, title=title) for n, title in enumerate(titles)))
    ).title


def test_the_headline_that_is_most_like_the_others_is_the_title() -> None:
    central = "Ferry Orlo sinks off Karst with sheep"
    assert titled("Sheep lost", central, "Ferry sinks off Karst", "What a cook saw of it") == central


def test_a_headline_that_is_cut_off_gives_way() -> None:
    assert titled("Ferry Orlo sinks off Karst...", "Ferry sinks off Karst") == "Ferry sinks off Karst"
    assert titled("Ferry Orlo sinks...") == "Ferry Orlo sinks..."


def test_a_headline_that_asks_gives_way() -> None:
    assert titled("Did the ferry Orlo sink off Karst?", "Ferry sinks off Karst") == "Ferry sinks off Karst"


def test_a_headline_about_an_aside_gives_way_to_one_that_the_reports_bear_out() -> None:
    aside = "President Vask told of ferry Orlo off Karst"
    assert titled(aside, "Ferry Orlo sank off Karst", "Sheep aboard Orlo off Karst") == (
        "Ferry Orlo sank off Karst"
    )


def test_a_headline_with_a_figure_that_no_other_report_has_gives_way() -> None:
    stale = "Ferry Orlo sank off Karst with 40 sheep aboard"
    assert titled(stale, "Orlo sank off Karst with 3100 sheep", "Ferry sank off Karst with sheep") != stale


def test_without_headlines_the_weightiest_fact_is_the_title() -> None:
    assert titled(None, None).startswith("The ferry Orlo sank")


def test_an_act_of_record_between_states_is_worded() -> None:
    assert reconcile(story(recognition("a"), recognition("b"))).title == "Norway recognised Chile"


def test_an_attack_is_left_to_the_headlines() -> None:
    builder = ReadingBuilder("a", "Norway attacked Chile, a cook said.", title="Cook tells of war at sea")
    builder.event(
        "attacked", "attack", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    assert reconcile(story(builder)).title == "Cook tells of war at sea"
