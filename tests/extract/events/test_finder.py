"""What the finder takes from statements, times and places, and what holds of every event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extract.actors.cast import Cast
from accord.extract.events import EventFinder
from accord.extract.parsed import Parsed
from accord.extract.times import TimeFinder
from accord.records import ActorMention, Entity, Event, Place, Statement

Parse = Callable[..., Parsed]


@pytest.fixture(scope="module")
def finder() -> EventFinder:
    return EventFinder.load()


def cast_of(text: str, names: dict[str, str], places: tuple[Place, ...] = ()) -> Cast:
    """A cast of the first mention of each name."""
    mentions = sorted(
        (
            ActorMention(text.index(name), text.index(name) + len(name), name, code, code)
            for name, code in names.items()
        ),
        key=lambda m: m.start,
    )
    entities = tuple(Entity(code, code, "state", code) for code in dict.fromkeys(names.values()))
    return Cast(entities, tuple(mentions), places)


def said(text: str, cue: str, content: str, speaker: str | None) -> Statement:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    return Statement("s0", "indirect", (), span(cue), span(content), speaker=speaker)


def find(finder: EventFinder, parsed: Parsed, cast: Cast, *statements: Statement) -> tuple[Event, ...]:
    return finder.find(parsed, cast, TimeFinder.load().find(parsed), statements)


def test_an_event_in_anothers_statement_is_reported(parse: Parse, finder: EventFinder) -> None:
    text = "Kenya said that Peru recognised Kosovo."
    statement = said(text, "said", "Peru recognised Kosovo", "KEN")
    cast = cast_of(text, {"Kenya": "KEN", "Peru": "PER", "Kosovo": "KOS"})
    (event,) = find(finder, parse(text), cast, statement)
    assert (event.factuality, event.reported_by) == ("reported", "KEN")


def test_what_its_own_actor_confirms_is_asserted(parse: Parse, finder: EventFinder) -> None:
    text = "Peru confirmed that it recognised Kosovo."
    statement = said(text, "confirmed", "it recognised Kosovo", "PER")
    cast = cast_of(text, {"Peru": "PER", "it": "PER", "Kosovo": "KOS"})
    (event,) = find(finder, parse(text), cast, statement)
    assert (event.factuality, event.reported_by) == ("asserted", "PER")


def test_what_another_confirms_stays_reported(parse: Parse, finder: EventFinder) -> None:
    text = "Kenya confirmed that Peru recognised Kosovo."
    statement = said(text, "confirmed", "Peru recognised Kosovo", "KEN")
    cast = cast_of(text, {"Kenya": "KEN", "Peru": "PER", "Kosovo": "KOS"})
    (event,) = find(finder, parse(text), cast, statement)
    assert event.factuality == "reported"


def test_a_plan_in_a_statement_stays_a_plan(parse: Parse, finder: EventFinder) -> None:
    text = "Kenya said that Peru may recognise Kosovo."
    statement = said(text, "said", "Peru may recognise Kosovo", "KEN")
    cast = cast_of(text, {"Kenya": "KEN", "Peru": "PER", "Kosovo": "KOS"})
    (event,) = find(finder, parse(text), cast, statement)
    assert (event.factuality, event.reported_by) == ("possible", "KEN")


def test_an_event_has_the_time_of_its_clause(parse: Parse, finder: EventFinder) -> None:
    text = "Peru recognised Kosovo on 3 March 2020."
    (event,) = find(finder, parse(text), cast_of(text, {"Peru": "PER", "Kosovo": "KOS"}))
    assert event.time is not None
    assert event.time.value == "2020-03-03"


def test_a_place_is_where_it_happened_and_a_month_is_none(parse: Parse, finder: EventFinder) -> None:
    text = "Peru met Kenya in Lima in March."
    lima = Place(text.index("Lima"), text.index("Lima") + 4, "Lima", "PER")
    cast = cast_of(text, {"Peru": "PER", "Kenya": "KEN"}, (lima,))
    (event,) = find(finder, parse(text), cast)
    assert event.place == lima


def test_the_state_of_a_place_is_struck_where_nobody_else_is_named(parse: Parse, finder: EventFinder) -> None:
    text = "Rebels killed nine people in Juba."
    juba = Place(text.index("Juba"), text.index("Juba") + 4, "Juba", "SSD")
    cast = cast_of(text, {"Rebels": "SDN"}, (juba,))
    (event,) = find(finder, parse(text), cast)
    assert [m.actor for m in event.recipients] == ["SSD"]


def test_an_attack_on_a_named_place_is_told_without_actors(parse: Parse, finder: EventFinder) -> None:
    text = "The town recalled the attack on Fort Hill in March 2021."
    (event,) = find(finder, parse(text), Cast((), ()))
    assert (event.act, event.actors, event.recipients) == ("attack", (), ())
    assert event.place is not None
    assert event.place.text == "Fort Hill"


def test_criticism_by_a_person_is_no_attack(parse: Parse, finder: EventFinder) -> None:
    text = "Ruiz attacked Peru in a speech."
    cast = Cast(
        (Entity("ruiz", "Ruiz", "person"), Entity("PER", "Peru", "state", "PER")),
        (ActorMention(0, 4, "Ruiz", "ruiz"), ActorMention(14, 18, "Peru", "PER", "PER")),
    )
    (event,) = find(finder, parse(text), cast)
    assert (event.type, event.act) == ("ACCUSE", None)


def test_no_event_without_actors(parse: Parse, finder: EventFinder) -> None:
    assert find(finder, parse("The gardener praised the roses."), Cast((), ())) == ()


def test_ids_count_the_events_and_sentences_are_theirs(parse: Parse, finder: EventFinder) -> None:
    text = "Peru recognised Kosovo. Kenya closed its embassy in Lima."
    parsed = parse(text)
    events = find(finder, parsed, cast_of(text, {"Peru": "PER", "Kosovo": "KOS", "Kenya": "KEN"}))
    assert [(event.id, event.sentence) for event in events] == [("e0", 0), ("e1", 1)]


_WORDS = st.sampled_from(
    ["Peru", "Kosovo", "Kenya", "recognised", "to", "and", "by", "was", "urged", "which", "not", "the",
     "visit", "of", "sanctions", "lifted", "on", ",", ".", "refused", "if", "talks", "with", "'s", "“", "”"]
)  # fmt: skip


@given(words=st.lists(_WORDS, min_size=1, max_size=16))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_event_quotes_its_report(words: list[str], parse: Parse, finder: EventFinder) -> None:
    text = " ".join(words)
    parsed = parse(text)
    names = {n: c for n, c in {"Peru": "PER", "Kosovo": "KOS", "Kenya": "KEN"}.items() if n in text}
    events = find(finder, parsed, cast_of(text, names))
    assert [event.id for event in events] == [f"e{index}" for index in range(len(events))]
    for event in events:
        assert text[event.start : event.end] == event.text != ""
        assert event.actors or event.recipients or event.place
        assert parsed.sentences[event.sentence].start <= event.start < parsed.sentences[event.sentence].end
        for qualifier in event.qualifiers:
            assert text[qualifier.start : qualifier.end] == qualifier.text
