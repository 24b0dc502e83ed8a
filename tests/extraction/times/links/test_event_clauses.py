"""Which event a word of the parse stands for or refers back to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from spacy.tokens import Token

from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.extraction.times.links.distance import Distances
from accord.extraction.times.links.event_clauses import EventClauses
from accord.extraction.times.links.order import OrderFinder
from accord.records import Event
from triggered import make_events

Parse = Callable[..., Parsed]
Orders = Callable[[str, list[str]], list[tuple[str, str, int | None, int | None]]]


def test_events_that_did_not_happen_are_not_ordered(parse: Parse) -> None:
    times = TimeFinder.load()
    parsed = parse("Norway opened an embassy after Sweden closed its mission.")
    one, other = make_events(parsed, ["opened", "closed"], times)
    planned = replace(other, factuality="planned")
    assert OrderFinder.load().find(parsed, (one, planned), ()) == ()


Clauses = Callable[[str, list[str]], tuple[EventClauses, dict[str, Token]]]


@pytest.fixture(scope="module")
def clauses(parse: Parse) -> Clauses:
    """The clauses of a text with these triggers, and its tokens by their words, the last of each."""
    times, words = TimeFinder.load(), Distances.load().words

    def read(text: str, triggers: list[str]) -> tuple[EventClauses, dict[str, Token]]:
        parsed = parse(text)
        events = make_events(parsed, triggers, times)
        return EventClauses.of(parsed, events, words), {token.text: token for token in parsed.doc}

    return read


def _id(event: Event | None) -> str | None:
    return event.id if event else None


def test_an_event_is_found_by_every_token_of_its_trigger(clauses: Clauses) -> None:
    found, words = clauses("Norway cut off ties.", ["cut off"])
    assert (_id(found.at(words["cut"])), _id(found.at(words["off"])), found.at(words["ties"])) == (
        "e0",
        "e0",
        None,
    )
    assert found.token(found.by_token[words["off"].i]) == words["cut"]


def test_a_verb_tells_of_what_it_says_was_done(clauses: Clauses) -> None:
    found, words = clauses("Norway agreed to sign a pact. Sweden held talks.", ["sign", "talks"])
    assert _id(found.of_verb(words["agreed"], words["Norway"])) == "e0"
    assert found.of_verb(words["agreed"], words["sign"]) is None
    assert _id(found.of_verb(words["held"], words["Sweden"])) == "e1"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway signed a pact. The move pleased Sweden.", "e0"),
        ("Norway signed a pact. This pleased Sweden.", "e0"),
        ("Norway signed a pact. A move pleased Sweden.", None),
        ("Norway signed a pact. The weather pleased Sweden.", None),
    ],
)
def test_a_subject_refers_back_to_what_was_told_before(
    clauses: Clauses, text: str, event: str | None
) -> None:
    found, words = clauses(text, ["signed"])
    assert _id(found.of_subject(words["pleased"])) == event


def test_a_complement_names_an_event_near_its_head(clauses: Clauses) -> None:
    text = "Norway left after the start of the summit and the trial of a man who had planned the coup."
    found, words = clauses(text, ["summit", "coup"])
    assert _id(found.of_complement(words["start"])) == "e0"
    assert found.of_complement(words["man"]) is None


@pytest.mark.parametrize(("word", "event"), [("this", "e0"), ("lunch", None)])
def test_a_complement_refers_back(clauses: Clauses, word: str, event: str | None) -> None:
    found, words = clauses(f"Norway signed a pact. After {word}, Sweden left.", ["signed"])
    assert _id(found.of_complement(words[word])) == event


def test_the_main_event_of_a_sentence_is_the_one_nearest_its_root(clauses: Clauses) -> None:
    found, words = clauses("Norway, which feared a coup, signed a pact. Rain fell.", ["coup", "signed"])
    assert _id(found.main(0)) == "e1"
    assert found.main(1) is None
    assert _id(found.before(words["Rain"])) == "e1"
    assert found.before(words["Rain"], 0) is None


def test_what_a_clause_is_joined_to_or_hangs_in(clauses: Clauses) -> None:
    text = "Norway signed a pact and closed a mission that it had opened."
    found, words = clauses(text, ["signed", "closed"])
    assert _id(found.joined(words["closed"])) == "e0"
    assert found.joined(words["signed"]) is None
    assert _id(found.governing(words["opened"])) == "e1"


def test_no_order_is_made_of_one_event(clauses: Clauses) -> None:
    found, words = clauses("Norway signed a pact.", ["signed"])
    event = found.at(words["signed"])
    first, last = words["Norway"], words["pact"]
    assert list(found.order(event, None, (0, None), first, last)) == []
    assert list(found.order(event, event, (0, None), first, last)) == []
    clause = found.clause("e0", "time:0", (1, 2), first, last)
    assert (clause.text, clause.low, clause.high) == ("Norway signed a pact", 1, 2)
