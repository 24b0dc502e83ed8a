"""Which mentions are of one happening, and how many witnesses it has."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import calm, credentials, recognition


def test_presenting_and_accepting_credentials_are_one_happening() -> None:
    other = ReadingBuilder("b", "The Chilean envoy handed over his papers to Norway.")
    other.event(
        "handed over", "present-credentials",
        actors=[other.person("Chilean envoy", "Pablo Reyes", "CHL")],
        recipients=[other.actor("Norway", "NOR")],
    )  # fmt: skip
    dossier = reconcile(story(credentials("a", "Later", 0, None, False), other))
    acts = [event for event in dossier.events if "credentials" in (event.act or "")]
    assert [event.reports for event in acts] == [("a", "b")]
    assert acts[0].recipients == ("NOR",)


def test_attacks_of_different_years_are_two_happenings() -> None:
    builders = []
    for id_, text, year in (
        ("a", "Harbour Front attacked a barracks in Peru in 2019.", "2019"),
        (
            "b",
            "A bomb with which Harbour Front attacked the fish market of Lima, Peru, killed three in 2021.",
            "2021",
        ),
    ):
        builder = ReadingBuilder(id_, text)
        builder.event(
            "attacked", "attack", actors=[builder.actor("Harbour Front", "harbour-front")],
            recipients=[builder.actor("Peru", "PER")], time=builder.time(year, year), type="ASSAULT",
        )  # fmt: skip
        builders.append(builder)
    assert len(calm(*builders).events) == 2


def test_what_happens_once_may_have_happened_before_long_ago() -> None:
    old = ReadingBuilder("b", "Decades earlier, in 1952, Chile had won the kingdom of Norway over as well.")
    old.event(
        "won", "recognise", actors=[old.actor("Norway", "NOR")], recipients=[old.actor("Chile", "CHL")],
        time=old.time("1952", "1952"),
    )  # fmt: skip
    assert len(calm(recognition("a", "2020-04", " in April 2020"), old).events) == 2


def test_a_report_with_only_a_headline_counts_but_a_headline_is_no_second_witness() -> None:
    title = "Norway recognised Chile"
    text = f"{title}\n{title}\nNorway recognised Chile on Monday after long talks between both sides."
    builder = ReadingBuilder("a", text, title=title)
    for nth in range(3):
        builder.event(
            "recognised", "recognise", nth=nth, actors=[builder.actor("Norway", "NOR", nth)],
            recipients=[builder.actor("Chile", "CHL", nth)],
        )  # fmt: skip
    event = reconcile(story(builder)).events[0]
    assert event.verdict == "single source"
    assert len(event.mentions) == 2
