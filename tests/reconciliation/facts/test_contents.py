"""What sentences hold: names of their own, dates and figures, places and events, each in its sentence."""

from __future__ import annotations

from msgspec.structs import replace

from accord.reconciliation.actors.merge import merge_actors
from accord.reconciliation.facts.contents import StoryContents
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources
from accord.records import Proposition, PropositionArgument
from accord.steps import reconcile
from readings import ReadingBuilder, story


def test_each_sentence_has_what_stands_in_it() -> None:
    builder = ReadingBuilder("a", "Norway recognised Chile on 3 May 2031. The lamps cost 40 crowns.")
    builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    builder.time("3 May 2031", "2031-05-03")
    builder.quantity("40 crowns", 40, 40, "crown")
    told = story(builder)
    sources = Sources(told.readings)
    contents = StoryContents.of(sources, merge_actors(told.readings), reconcile(told).events)
    first, second = SentenceAt("a", 0), SentenceAt("a", 1)
    assert list(contents.names.get(first, ())) == ["NOR", "CHL"]
    assert [item.text for item in contents.items[first]] == ["3 May 2031"]
    assert [item.text for item in contents.items[second]] == ["40 crowns"]
    assert contents.events.get(first) == [0]
    assert second not in contents.events
    assert second not in contents.names


def test_an_adjective_of_a_state_does_not_name_it() -> None:
    builder = ReadingBuilder("a", "The Norwegian ferry sank.")
    builder.actor("Norwegian", "NOR")
    told = story(builder)
    contents = StoryContents.of(Sources(told.readings), merge_actors(told.readings), ())
    assert not contents.names


def test_a_sentence_is_whole_where_a_predicate_has_a_subject() -> None:
    told = story(ReadingBuilder("a", "Two tugs towed it. Will be repaired soon. A repair of the bow."))
    (reading,) = told.readings
    subject = (PropositionArgument("who", 0, 8),)
    propositions = (
        Proposition("p0", 9, 14, "towed", "verb", "tow", 0, subject),
        Proposition("p1", 28, 36, "repaired", "verb", "repair", 1),
        Proposition("p2", 44, 50, "repair", "noun", "repair", 2, subject),
    )
    sources = Sources((replace(reading, propositions=propositions),))
    assert StoryContents.of(sources, merge_actors(told.readings), ()).whole == {SentenceAt("a", 0)}
