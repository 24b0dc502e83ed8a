"""The words of time: what their loader lets pass, and what the grammar makes of them."""

from __future__ import annotations

import msgspec
import pytest

from accord.errors import VocabularyError
from accord.extraction.times.expressions.patterns import RULES, TimeGrammar
from accord.extraction.times.expressions.time_words import TimeLexicon, TimeWords
from accord.vocabulary import PACKAGED
from vocabularies import Replaced


def test_a_reference_that_is_none_of_timex_is_refused() -> None:
    words = PACKAGED.read("en/times/times.json", TimeWords)
    broken = msgspec.structs.replace(words, references={"anon": "SOON_REF"})
    with pytest.raises(VocabularyError, match="SOON_REF"):
        TimeLexicon.load(Replaced(file="en/times/times.json", data=broken))


def test_every_rule_has_a_resolver() -> None:
    from accord.extraction.times.expressions.finder import RESOLVERS

    assert {name for name, _ in RULES} == set(RESOLVERS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they met on 3 may 1998.", [("date", "3 may 1998")]),
        ("they met at 10:30 a.m. on friday", [("clock", "10:30 a.m. on friday")]),
        ("it cost $5 a year", [("duration", "a year")]),
        ("nothing of the kind", []),
    ],
)
def test_matches_quote_the_text(text: str, found: list[tuple[str, str]]) -> None:
    grammar = TimeGrammar(TimeLexicon.load())
    matches = list(grammar.find(text, 0, len(text)))
    assert [(match.rule, text[match.start : match.end]) for match in matches] == found


@pytest.mark.parametrize("words", ["two hundred and ", "the first half of ", "12 to ", "every other "])
def test_no_expression_runs_on_without_end(words: str) -> None:
    grammar = TimeGrammar(TimeLexicon.load())
    text = words * 2_000 + "two days"
    lengths = [match.end - match.start for match in grammar.find(text, 0, len(text))]
    assert lengths
    assert max(lengths) < 100


def test_misspellings_stand_for_words_of_time_and_are_none_themselves() -> None:
    words = TimeLexicon.load().words
    known = {*words.months, *words.weekdays, "yesterday", "today", "tomorrow"}
    for wrong, right in words.misspellings.items():
        assert right in known, wrong
        assert wrong not in known
        assert wrong not in words.month_abbreviations


@pytest.mark.parametrize(
    "use",
    [
        "performed_verbs", "length_openers", "bounding", "pointing", "clock_prepositions", "weekday_words",
        "points_to_now", "moves_on", "moves_back", "deixis_back", "deixis_now", "deixis_ahead", "anaphoric",
        "from_mentioned", "anaphoric_years", "directions_back", "directions_from_now", "measured_by",
        "twilights",
    ],
)  # fmt: skip
def test_words_beside_a_time_are_in_lower_case(use: str) -> None:
    group: frozenset[str] = getattr(TimeLexicon.load().words, use)
    assert group
    assert all(word == word.lower() for word in group)


def test_a_year_that_points_back_must_be_relative() -> None:
    broken = msgspec.structs.replace(TimeLexicon.load().words, anaphoric_years=frozenset({"the zzth"}))
    with pytest.raises(VocabularyError, match=r"anaphoric_years .*the zzth"):
        TimeLexicon.load(Replaced(file="en/times/times.json", data=broken))


def test_weekday_words_are_abbreviations_of_weekdays() -> None:
    words = TimeLexicon.load().words
    assert words.weekday_words <= words.weekday_abbreviations.keys()
    assert words.twilights <= words.day_parts.keys()


@pytest.mark.parametrize("measure", ["Percent", "so many per cent", ""])
def test_a_measure_that_is_never_found_behind_a_number_is_refused(measure: str) -> None:
    words = PACKAGED.read("en/times/times.json", TimeWords)
    broken = msgspec.structs.replace(words, measures=words.measures | {measure})
    with pytest.raises(VocabularyError, match="measures"):
        TimeLexicon.load(Replaced(file="en/times/times.json", data=broken))


def test_what_finals_are_called_is_no_quarter_of_the_year() -> None:
    words = PACKAGED.read("en/times/times.json", TimeWords)
    other = msgspec.structs.replace(words, finals=["showdown"])
    own = TimeGrammar(TimeLexicon.load(Replaced(file="en/times/times.json", data=other)))
    text = "the quarter-showdown of 2010"
    assert [match.rule for match in own.find(text, 0, len(text))] == ["year"]
    assert [match.rule for match in TimeGrammar(TimeLexicon.load()).find(text, 0, len(text))] != ["year"]
