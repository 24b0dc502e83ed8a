"""The entries of the ledger that the history of a mission makes, and the verdicts on them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides import GuideReader, MissionHistory
from accord.guides.entries import entries
from accord.ledger.ledger import Ledger
from accord.records import LedgerEntry

PROSE = (
    "The American Legation in Oslo opened on June 5, 1905, under Minister Ada Brook.\n\n"
    "The Legation was raised to an Embassy on May 13, 1942.\n\n"
    "The United States severed diplomatic relations with Norway on June 6, 1967."
)
LIST = (
    "Chiefs of Mission: Norway\n\n"
    "Ada Brook, Envoy Extraordinary and Minister Plenipotentiary. Appointed: 1905-03-08. "
    "Credentials presented: 1905-06-09. Left post on 1909-07-01."
)
SHARED = (
    "The Legation in Oslo opened on June 5, 1905, in a wooden house beside the old harbour that a rich "
    "merchant had furnished."
)
Told = Callable[..., tuple[LedgerEntry, ...]]


@pytest.fixture(scope="module")
def told(history: Callable[..., MissionHistory], guide_reader: GuideReader) -> Told:
    """`told(text, ...)`: the entries of the history that guides to Norway tell."""
    countries = guide_reader.states.countries

    def entries_of(*texts: str, host: str = "Norway") -> tuple[LedgerEntry, ...]:
        return tuple(entries(history(*texts, host=host), countries))

    return entries_of


def test_each_level_lasts_until_the_next(told: Told) -> None:
    assert [(e.from_, e.to, e.aspect, e.level, e.valid_from, e.valid_to) for e in told(PROSE)] == [
        ("USA", "NOR", "mission", "Legation", "1905-06-05", "1942-05-13"),
        ("USA", "NOR", "mission", "Embassy", "1942-05-13", "1967-06-06"),
        ("USA", "NOR", "mission", "None", "1967-06-06", None),
    ]
    assert {entry.recorded for entry in told(PROSE)} == {None}


def test_the_ledger_views_them_on_a_day(told: Told) -> None:
    book = Ledger().post_entries(told(PROSE), known="1970-01-01")
    assert [e.level for e in book.view(on="1942-05-12")] == ["Legation"]
    assert [e.level for e in book.view(on="1942-05-13")] == ["Embassy"]
    assert book.view(known="1969-12-31") == ()


def test_dates_that_guides_tell_against_each_other_are_contested(told: Told) -> None:
    first = told("Minister Ada Brook presented her credentials on June 5, 1905.", LIST)[0]
    assert first.valid_from == "[1905-06-05,1905-06-09]"
    assert first.verdict == "contested"
    assert "1905-06-05 or 1905-06-09" in first.note
    assert len({item.report for item in first.evidence}) == 2


def test_a_guide_that_contradicts_itself_is_inconsistent(told: Told) -> None:
    first = "The American Legation in Oslo was established on June 5, 1905."
    second = "The American Legation in Oslo was established on March 2, 1907."
    assert told(f"{first}\n\n{second}")[0].verdict == "inconsistent"
    assert told(first, second)[0].verdict == "contested"


def test_one_day_at_two_levels_is_contested(told: Told) -> None:
    other = "Ambassador Ada Brook presented her credentials on June 9, 1905."
    entry = next(e for e in told(other, LIST) if e.valid_from == "1905-06-09")
    assert entry.verdict == "contested"
    assert "level contested: Embassy or Legation" in entry.note


def test_what_one_guide_tells_has_a_single_source(told: Told) -> None:
    assert [entry.verdict for entry in told(SHARED)] == ["single source"]


def test_what_two_guides_tell_in_words_of_their_own_is_corroborated(told: Told) -> None:
    (entry,) = told(SHARED, "On June 5, 1905, the United States opened a Legation in Oslo.")
    assert entry.verdict == "corroborated"


def test_what_two_guides_tell_in_the_same_words_is_echoed(told: Told) -> None:
    (entry,) = told(SHARED, f"{SHARED} It rained.")
    assert entry.verdict == "echoed"
    assert len({item.report for item in entry.evidence}) == 2


def test_a_host_without_a_code_stands_under_its_name(told: Told) -> None:
    (entry,) = told("The Legation opened on June 5, 1905.", host="Ruritania")
    assert entry.to == "Ruritania"
