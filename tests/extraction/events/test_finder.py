"""What the finder takes from statements, times and places, and what holds of every event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.finder import ActorFinder
from accord.extraction.events.finder import EventFinder
from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
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
        told_of = any(qualifier.kind == "object" for qualifier in event.qualifiers)
        assert event.actors or event.recipients or event.place or told_of
        assert parsed.sentences[event.sentence].start <= event.start < parsed.sentences[event.sentence].end
        for qualifier in event.qualifiers:
            assert text[qualifier.start : qualifier.end] == qualifier.text


def whole(finder: EventFinder, parsed: Parsed) -> tuple[Event, ...]:
    """The events with the cast that the actors' stage finds."""
    return find(finder, parsed, ActorFinder.load().find(parsed))


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [m.actor for m in event.actors], [m.actor for m in event.recipients]


def test_the_two_countries_are_both_actors(parse: Parse, finder: EventFinder) -> None:
    text = "Kenya dropped Somalia from its list of terror sponsors, and the two countries restored relations."
    _, restored = whole(finder, parse(text))
    assert (restored.act, *sides(restored)) == ("resume-relations", ["KEN", "SOM"], [])


def test_envoys_of_two_states_are_two_sides(parse: Parse, finder: EventFinder) -> None:
    (event,) = whole(finder, parse("Kenyan and Somali diplomats held talks in Cairo."))
    assert (event.act, *sides(event)) == ("talks", ["KEN/envoy", "SOM/envoy"], [])


def test_the_other_side_of_relations_is_the_one_told_before(parse: Parse, finder: EventFinder) -> None:
    text = "Kenya has restored relations with Somalia. President Kenyatta broke off relations in 2020."
    _, event = whole(finder, parse(text))
    assert event.act == "sever-relations"
    assert [m.code for m in event.recipients] == ["SOM"]


def test_relations_without_sides_are_those_told_before(parse: Parse, finder: EventFinder) -> None:
    text = "Kenya recognised Somalia in 1960. Diplomatic relations were severed in 2020."
    _, event = whole(finder, parse(text))
    assert (event.act, *sides(event)) == ("sever-relations", [], ["KEN", "SOM"])


def test_the_embargo_is_the_one_told_before(parse: Parse, finder: EventFinder) -> None:
    text = "Norway imposed an embargo on Chad in May. Peru objected. The embargo was lifted in June."
    lifted = whole(finder, parse(text))[-1]
    assert (lifted.act, sides(lifted)[1]) == ("lift-sanctions", ["TCD"])


def test_the_sanctions_are_of_the_only_sides_with_measures(parse: Parse, finder: EventFinder) -> None:
    text = "Norway removed Chad from its list of terror sponsors. The embargo has not been lifted."
    _, lifted = whole(finder, parse(text))
    assert (lifted.polarity, *sides(lifted)) == ("negative", ["NOR"], ["TCD"])


def test_sanctions_stay_open_where_several_have_measures(parse: Parse, finder: EventFinder) -> None:
    text = (
        "Norway removed Chad from its list of terror sponsors. Peru froze the assets of Bolivia. "
        "The embargo has not been lifted."
    )
    assert sides(whole(finder, parse(text))[-1]) == ([], [])


@pytest.mark.parametrize(
    ("noun", "act"), [("restoration", "resume-relations"), ("break", None), ("removal", None)]
)
def test_a_bare_definite_noun_takes_up_its_act_only(
    noun: str, act: str | None, parse: Parse, finder: EventFinder
) -> None:
    text = f"Kenya restored relations with Somalia. Trade grew after the {noun}."
    events = whole(finder, parse(text))
    assert [e.act for e in events[1:]] == ([act] if act else [])
    assert all(sides(e) == (["KEN"], ["SOM"]) for e in events[1:])


@pytest.mark.parametrize("bound", ["since", "until"])
def test_a_bound_of_a_period_is_not_when_it_happened(bound: str, parse: Parse, finder: EventFinder) -> None:
    (event,) = whole(finder, parse(f"Kenya has not recognised Kosovo {bound} 2009."))
    assert event.time is None
    (dated,) = whole(finder, parse("Kenya recognised Kosovo in 2009."))
    assert dated.time is not None
    assert dated.time.value == "2009"


def test_an_embassy_that_reopened_is_an_event_of_its_state(parse: Parse, finder: EventFinder) -> None:
    (event,) = whole(finder, parse("The Kenyan embassy in Oslo reopened on 3 May 2014."))
    assert (event.act, *sides(event)) == ("reopen-mission", ["KEN/embassy"], ["NOR"])
    assert event.time is not None
    assert event.time.value == "2014-05-03"


def test_an_embassy_of_no_known_state_names_no_actor(parse: Parse, finder: EventFinder) -> None:
    (event,) = whole(finder, parse("The embassy was closed in 1961."))
    assert (event.act, *sides(event)) == ("close-mission", [], [])
    (event,) = whole(finder, parse("Sailors raised the Kenyan flag over the embassy, which reopened in May."))
    assert (event.act, *sides(event)) == ("reopen-mission", ["KEN/embassy"], [])


def test_an_actor_named_twice_is_one_side(parse: Parse, finder: EventFinder) -> None:
    text = "Kenya signed a treaty with Chad after talks between the Chadian government and Chad."
    for event in whole(finder, parse(text)):
        assert len({m.actor for m in event.recipients}) == len(event.recipients)
