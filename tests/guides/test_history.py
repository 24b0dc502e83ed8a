"""The history of a mission from guides in prose and in lists, and its entries in the ledger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.errors import AccordError
from accord.guides import lists
from accord.guides.history import (
    MissionHistory,
    MissionReader,
    by_host,
)
from accord.ledger.ledger import Ledger
from accord.records import Reading

PROSE = (
    "The American Legation in Oslo opened on June 5, 1905, under Minister Ada Brook.\n\n"
    "The Legation was raised to an Embassy on May 13, 1942.\n\n"
    "The United States severed diplomatic relations with Norway on June 6, 1967."
)
LIST = (
    "Chiefs of Mission: Norway\n\n"
    "Ada Brook, Envoy Extraordinary and Minister Plenipotentiary. Appointed: 1905-03-08. "
    "Credentials presented: 1905-06-09. Left post on 1909-07-01.\n\n"
    "Ben Cole, Ambassador Extraordinary and Plenipotentiary. Appointed: 1974-03-08. "
    "Credentials presented: 1974-06-05. Left Oslo 1976-07-01."
)


def levels(history: MissionHistory) -> list[tuple[str, str]]:
    return [(change.level, change.date) for change in history.changes]


def test_a_list_is_told_from_prose(read: Callable[..., Reading]) -> None:
    assert lists.is_list(read(LIST))
    assert not lists.is_list(read(PROSE))


def test_prose_tells_the_levels(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(PROSE)) == [
        ("Legation", "1905-06-05"),
        ("Embassy", "1942-05-13"),
        ("None", "1967-06-06"),
    ]


def test_a_list_tells_the_credentials(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(LIST))[0] == ("Legation", "1905-06-09")


def test_both_together_count_a_step_once_and_fill_gaps(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(PROSE, LIST)) == [
        ("Legation", "1905-06-05"),
        ("Embassy", "1942-05-13"),
        ("None", "1967-06-06"),
        ("Embassy", "1974-06-05"),
    ]


def test_the_order_of_guides_does_not_matter(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(PROSE, LIST)) == levels(history(LIST, PROSE))


def test_who_left_from_a_city_of_another_state_resided_there(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(LIST.replace("Left Oslo", "Left Stockholm")))[-1][0] in {"Embassy", "Legation"}
    only = LIST.replace("Left Oslo", "Left Stockholm").replace("Envoy Extraordinary", "Consul, once Envoy")
    assert levels(history(only.replace("Left post on", "Left Copenhagen on")))[0][0].endswith("Nonresident")


def test_consulates_count_in_the_capital_only(history: Callable[..., MissionHistory]) -> None:
    found = history("A consulate opened in Bergen on May 1, 1809. A consulate opened in Oslo on May 1, 1869.")
    assert levels(found) == [("Consulate", "1869-05-01")]


def test_a_mission_near_a_government_in_exile_goes_home(history: Callable[..., MissionHistory]) -> None:
    found = history(
        "The Embassy in Oslo was opened on May 1, 1942.\n\nThe Embassy in London was closed on May 1, 1945."
    )
    assert levels(found) == [("Embassy", "1942-05-01")]


def test_a_guide_on_another_state_tells_of_the_host_where_it_names_it(
    history: Callable[..., MissionHistory],
) -> None:
    text = (
        "The Legation to Sweden opened on May 1, 1818. Sweden was at peace. Sweden grew. Sweden traded.\n\n"
        "The Embassy in Norway opened on May 1, 1906."
    )
    assert levels(history(text)) == [("Embassy", "1906-05-01")]


def test_dates_that_guides_tell_against_each_other_are_kept(history: Callable[..., MissionHistory]) -> None:
    other = "Minister Ada Brook presented her credentials on June 5, 1905."
    found = history(other, LIST)
    (contradiction,) = found.contradictions
    assert contradiction.dates == ("1905-06-05", "1905-06-09")
    assert not contradiction.within
    first = Ledger().post_missions([found]).view()[0]
    assert first.valid_from == "[1905-06-05,1905-06-09]"
    assert first.verdict == "contested"
    assert "1905-06-05 or 1905-06-09" in first.note


def test_a_state_is_in_force_until_the_next(history: Callable[..., MissionHistory]) -> None:
    book = Ledger().post_missions([history(PROSE)], known="1970-01-01")
    entries = book.history("USA", "NOR", "mission")
    assert [(e.level, e.valid_from, e.valid_to) for e in entries] == [
        ("Legation", "1905-06-05", "1942-05-13"),
        ("Embassy", "1942-05-13", "1967-06-06"),
        ("None", "1967-06-06", None),
    ]
    assert [e.level for e in book.view(on="1942-05-12")] == ["Legation"]
    assert [e.level for e in book.view(on="1942-05-13")] == ["Embassy"]
    assert book.view(known="1969-12-31") == ()


def test_posting_again_changes_nothing(history: Callable[..., MissionHistory]) -> None:
    book = Ledger().post_missions([history(PROSE)])
    assert book.post_missions([history(PROSE)]) == book


def test_what_two_guides_tell_is_corroborated(history: Callable[..., MissionHistory]) -> None:
    text = "The Legation in Oslo opened on June 5, 1905."
    (entry,) = Ledger().post_missions([history(text, f"{text} It rained.")]).view()
    assert entry.verdict == "corroborated"
    assert len({item.report for item in entry.evidence}) == 2


def test_the_title_names_the_host(read: Callable[..., Reading]) -> None:
    guides = by_host(
        [read("A.", "one", "Heads of Mission: Norway"), read("B.", "two", "Norway"), read("C.", "x/Peru")]
    )
    assert {host: [r.id for r in of_host] for host, of_host in guides.items()} == {
        "Norway": ["one", "two"],
        "Peru": ["x/Peru"],
    }


def test_an_unknown_sender_is_told(read: Callable[..., Reading]) -> None:
    with pytest.raises(AccordError, match="'XXX'"):
        MissionReader.load().history([read("A.")], "Norway", "XXX")
