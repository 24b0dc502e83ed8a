"""Which mentions are of one happening, and how many witnesses it has."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import credentials


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
