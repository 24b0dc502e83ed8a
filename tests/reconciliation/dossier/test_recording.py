"""Records of a dossier: an event with its status and verdict, a statement with its speaker, a report."""

from __future__ import annotations

import pytest

from accord.reconciliation.actors.merge import merge_actors
from accord.reconciliation.dossier.recording import Recorder, Status, report_view
from accord.reconciliation.dossier.timeline import When
from accord.reconciliation.events.join import EventJoiner
from accord.reconciliation.sources import Sources
from accord.reconciliation.wording.event_wordings import Wordings, WordingVocabulary
from accord.records import DossierEvent, Factuality, Origin, Polarity
from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import met, recognition, spoken

JOINER, WORDING = EventJoiner.load(), WordingVocabulary.load()
DAY = When("2031-05-04", "2031-05-04", "2031-05-04")
RECKONED = When("2031-05-04", "2031-05-04", "2031-05-04", reckoned=True)


def recorded(
    *builders: ReadingBuilder, when: When = DAY, contested: bool = False, in_disputed_order: bool = False,
    origins: tuple[Origin, ...] = (),
) -> DossierEvent:  # fmt: skip
    """The record of the one happening that reports tell."""
    sources = Sources([builder.build() for builder in builders])
    cast = merge_actors(sources.readings)
    (happening,) = JOINER.join(sources, cast)
    recorder = Recorder(sources, cast, Wordings(sources, cast, WORDING), origins)
    return recorder.event(happening, "event-1", when, contested, in_disputed_order)


def test_an_event_is_told_with_its_sides_and_all_its_mentions() -> None:
    event = recorded(recognition("a"), recognition("b"))
    assert (event.id, event.act, event.actors, event.recipients) == (
        "event-1",
        "recognise",
        ("NOR",),
        ("CHL",),
    )
    assert [(one.report, one.trigger.text) for one in event.mentions] == [
        ("a", "recognised"),
        ("b", "recognised"),
    ]
    assert event.mentions[0].evidence.text == "Norway recognised Chile."
    assert (event.edtf, event.earliest, event.latest) == ("2031-05-04",) * 3


@pytest.mark.parametrize(
    ("polarity", "factuality", "status"),
    [
        ("positive", "asserted", "happened"),
        ("positive", "reported", "said"),
        ("negative", "asserted", "not happened"),
        ("positive", "planned", "foreseen"),
        ("negative", "planned", "ruled out"),
    ],
)
def test_the_standing_of_its_mentions_is_its_status(
    polarity: Polarity, factuality: Factuality, status: Status
) -> None:
    assert recorded(recognition("a", polarity=polarity, factuality=factuality)).status == status


def test_one_who_tells_it_plainly_is_enough_for_it_to_have_happened() -> None:
    assert recorded(recognition("a", factuality="reported"), recognition("b")).status == "happened"


def test_copied_sentences_are_one_witness_and_a_denial_a_dispute() -> None:
    reports = recognition("a"), recognition("b")
    assert recorded(*reports).verdict == "corroborated"
    event = recorded(*reports)
    copied = Origin("o1", "passage", ("a", "b"), tuple(one.evidence for one in event.mentions))
    assert recorded(*reports, origins=(copied,)).verdict == "echoed"
    assert recorded(*reports, contested=True).verdict == "contested"


def test_a_day_stands_in_the_text_unless_it_hangs_on_a_disputed_order() -> None:
    told = "Norway recognised Chile on 4 May 2031"
    assert recorded(recognition("a")).text == told
    assert recorded(recognition("a"), when=RECKONED).text == told
    assert recorded(recognition("a"), in_disputed_order=True).text == told
    assert recorded(recognition("a"), when=RECKONED, in_disputed_order=True).text == "Norway recognised Chile"


def test_an_event_has_the_place_and_its_country() -> None:
    event = recorded(met("a", "Orlo", "PER"))
    assert (event.place, event.place_code) == ("Orlo", "PER")
    assert (recorded(recognition("a")).place, recorded(recognition("a")).place_code) == (None, None)


def test_the_act_is_the_one_that_is_not_told_from_the_other_side() -> None:
    builders = []
    for id_, act in (("a", "present-credentials"), ("b", "accept-credentials"), ("c", "accept-credentials")):
        builder = ReadingBuilder(id_, "Norway and Chile exchanged papers.")
        one, other = builder.actor("Norway", "NOR"), builder.actor("Chile", "CHL")
        sides = (one, other) if act == "present-credentials" else (other, one)
        builder.event("exchanged", act, actors=[sides[0]], recipients=[sides[1]])
        builders.append(builder)
    assert recorded(*builders).act == "present-credentials"


def test_a_statement_goes_by_its_speaker_or_else_by_the_words_of_the_report() -> None:
    nameless = ReadingBuilder("a", "“The harbour is open at last,” a boatman said.")
    nameless.statement("The harbour is open at last", source="a boatman", cue="said")
    (one,) = reconcile(story(nameless)).statements
    assert (one.id, one.speaker, one.speaker_name) == ("statement-1", None, "a boatman")
    (other,) = reconcile(story(spoken("a", "The harbour is open at last"))).statements
    assert (other.speaker, other.speaker_name) == ("ana-rojas", "Ana Rojas")
    assert (other.verdict, [wording.report for wording in other.wordings]) == ("single source", ["a"])


def test_a_report_is_shown_as_it_was_read() -> None:
    reading = recognition("a", source="The Quay").build()
    view = report_view(reading)
    assert (view.id, view.source, view.text, view.regions) == ("a", "The Quay", reading.text, reading.regions)
