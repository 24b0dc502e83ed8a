"""Outlooks: what may come, with the hedge; not what came, nor what is merely possible."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extraction.actors.cast import Cast
from accord.extraction.outlooks import OutlookFinder
from accord.extraction.parse.parsed import Parsed
from accord.extraction.times.expressions.finder import TimeFinder
from accord.records import Outlook, Statement

Parse = Callable[..., Parsed]
_NOBODY = Cast((), ())


@pytest.fixture(scope="module")
def finder() -> OutlookFinder:
    return OutlookFinder.load()


def outlooks(
    finder: OutlookFinder, parsed: Parsed, statements: tuple[Statement, ...] = ()
) -> tuple[Outlook, ...]:
    return finder.find(parsed, _NOBODY, TimeFinder.load().find(parsed), statements)


@pytest.mark.parametrize(
    ("sentence", "hedge", "text"),
    [
        ("More ports may reopen.", "may", "More ports may reopen"),
        ("The ferry will sail again.", "will", "The ferry will sail again"),
        ("The ferry won't sail again.", "won't", "The ferry won't sail again"),
        ("A strike could close the port.", "could", "A strike could close the port"),
        ("A strike is likely to close the port.", "likely", "A strike is likely to close the port"),
        ("Peru is expected to sign the pact.", "expected", "Peru is expected to sign the pact"),
        ("The port is set to reopen.", "set", "The port is set to reopen"),
        ("Peru plans to open a consulate.", "plans", "Peru plans to open a consulate"),
        ("Peru hopes to open a consulate.", "hopes", "Peru hopes to open a consulate"),
        (
            "The pact paves the way for direct flights.",
            "paves the way",
            "The pact paves the way for direct flights",
        ),
        (
            "Peru has announced plans to build a dam.",
            "plans",
            "Peru has announced plans to build a dam",
        ),
        (
            "Bakers warn that prices may double.",
            "may",
            "prices may double",
        ),
        ("The minister said the port would reopen.", "would", "the port would reopen"),
        (
            "There are fears of a frost that could ruin the grapes.",
            "could",
            "a frost that could ruin the grapes",
        ),
        ("• Prices may fall.", "may", "Prices may fall"),
    ],
)
def test_a_claim_about_the_future_is_an_outlook(
    sentence: str, hedge: str, text: str, parse: Parse, finder: OutlookFinder
) -> None:
    found = outlooks(finder, parse(sentence))
    assert [(o.hedge, o.text) for o in found] == [(hedge, text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port reopened on Monday.",
        "The ferry could not be reached for hours.",
        "The crew may have left the ship.",
        "As a boy he would swim in the harbour every day.",
        "You may send letters to the editor.",
        "Who will pay for the bridge?",
        "Peru planned to open a consulate.",
        "The way was paved with stones.",
        "In May the port was closed.",
        "The will of the captain was read aloud.",
    ],
)
def test_what_came_or_never_came_is_no_outlook(sentence: str, parse: Parse, finder: OutlookFinder) -> None:
    assert outlooks(finder, parse(sentence)) == ()


def test_each_independent_clause_has_its_own_outlook(parse: Parse, finder: OutlookFinder) -> None:
    found = outlooks(finder, parse("Exports may grow; however, a lack of ships could slow them."))
    assert [o.hedge for o in found] == ["may", "could"]
    assert found[0].text == "Exports may grow"


def test_the_horizon_is_the_time_the_clause_names(parse: Parse, finder: OutlookFinder) -> None:
    (found,) = outlooks(finder, parse("The port will reopen next week.", published="2025-03-04"))
    assert found.horizon == "next week"


def test_a_past_time_is_no_horizon(parse: Parse, finder: OutlookFinder) -> None:
    parsed = parse("A court will hear what happened two years ago.", published="2025-03-04")
    assert [o.horizon for o in outlooks(finder, parsed)] == [None]


def test_the_speaker_is_whose_words_it_stands_in(parse: Parse, finder: OutlookFinder) -> None:
    parsed = parse("The mayor said the port will reopen.")
    said = Statement("s0", "indirect", ((0, 9),), ((10, 14),), ((15, 35),), speaker="mayor")
    assert [o.speaker for o in outlooks(finder, parsed, (said,))] == ["mayor"]


_WORDS = ["port", "may", "will", "could", "reopen", "likely", "to", "is", ",", "that", "and", ".", "“", "”"]


@given(words=st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_outlooks_are_disjoint_spans_of_the_text(
    words: list[str], parse: Parse, finder: OutlookFinder
) -> None:
    parsed = parse(" ".join(words))
    end = 0
    for outlook in outlooks(finder, parsed):
        assert outlook.text == parsed.text[outlook.start : outlook.end]
        assert outlook.text.strip() == outlook.text != ""
        assert outlook.start >= end
        end = outlook.end


def test_a_clause_cut_short_is_no_outlook(parse: Parse, finder: OutlookFinder) -> None:
    assert outlooks(finder, parse("The pact paves the way for")) == ()
