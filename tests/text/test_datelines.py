"""Date lines at the head of reports, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import VocabularyError
from accord.text.datelines import DateLineFinder
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

REST = "The envoy left the city on Monday, officials said."


@pytest.fixture(scope="module")
def finder() -> DateLineFinder:
    return DateLineFinder.load()


@pytest.mark.parametrize(
    ("line", "place", "source", "date"),
    [
        ("VALLETTA (The Harbour Post) —", "VALLETTA", "The Harbour Post", None),
        ("VALLETTA, 3 May 2021 (Reuters) -", "VALLETTA", "Reuters", "3 May 2021"),
        ("VALLETTA (AP) _", "VALLETTA", "AP", None),
        ("VALLETTA, Malta (AP)_", "VALLETTA, Malta", "AP", None),
        ("DAR ES SALAAM, May 3 (Xinhua) --", "DAR ES SALAAM", "Xinhua", "May 3"),
        ("NEW DELHI:", "NEW DELHI", None, None),
        ("Valletta, May 3 (IANS):", "Valletta", "IANS", "May 3"),
        ("London (AFP) –", "London", "AFP", None),
        ("(Reuters) -", None, "Reuters", None),
        ("MOSCOW, May 3. /TASS/.", "MOSCOW", "TASS", "May 3"),
        ("COLUMBIA, S.C. —", "COLUMBIA, S.C", None, None),
        ("N'DJAMENA, Chad (AFP) -", "N'DJAMENA, Chad", "AFP", None),
        ("PORT-AU-PRINCE —", "PORT-AU-PRINCE", None, None),
        ("ST. JOHN'S —", "ST. JOHN'S", None, None),
        ("**VALLETTA (AP)** —", "VALLETTA", "AP", None),
        ("KABUL/MOSCOW (Reuters) -", "KABUL/MOSCOW", "Reuters", None),
    ],
)
def test_place_source_and_date(
    finder: DateLineFinder, line: str, place: str | None, source: str | None, date: str | None
) -> None:
    found = finder.find(f"{line} {REST}")
    assert found is not None
    assert (found.length, found.place, found.source, found.date) == (len(line), place, source, date)


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "UPDATE — the envoy has left.",
        "BREAKING: the envoy has left.",
        "INTERVIEWER: Did the envoy leave?",
        "The move — a surprise — was welcomed.",
        "Sen. Jane Doe (D-Calif.) — who sits on the committee — said no.",
        "Jane Doe (52) - mother of two - said no.",
        "MALTA-SHIPPING (Adds quotes) - ships leave.",
        "NATO – the alliance of thirty states – met on Monday.",
        "London: a city of many envoys.",
        "He left: nobody knows why.",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(finder: DateLineFinder, text: str) -> None:
    assert finder.find(text) is None


def test_a_bare_city_counts_in_the_first_paragraph_only(finder: DateLineFinder) -> None:
    assert finder.find(f"SPLIT — {REST}") is not None
    assert finder.find(f"SPLIT — {REST}", first=False) is None
    assert finder.find(f"SPLIT (AP) — {REST}", first=False) is not None


@given(st.text())
def test_any_paragraph_is_taken(text: str) -> None:
    found = DateLineFinder.load().find(text)
    assert found is None or 0 < found.length <= len(text)


_FILE = "en/text/datelines.json"


def with_words(**words: list[str]) -> DateLineFinder:
    packaged = PACKAGED.read(_FILE, dict[str, list[str]])
    return DateLineFinder.load(Replaced(file=_FILE, data={**packaged, **words}))


def test_a_list_of_no_words_is_refused() -> None:
    with pytest.raises(VocabularyError, match="'remarks'"):
        with_words(remarks=[])
    with pytest.raises(VocabularyError, match="'months'"):
        with_words(months=["Jan", ""])


def test_dates_are_written_with_the_months_and_weekdays_of_the_file() -> None:
    found = with_words(months=["Brum"], weekdays=["Decadi"]).find(
        f"VALLETTA, Decadi 3 Brumaire (AP) - {REST}"
    )
    assert found is not None
    assert found.date == "Decadi 3 Brumaire"


def test_a_remark_in_brackets_is_no_source() -> None:
    line = f"VALLETTA (Amends a name) - {REST}"
    assert with_words(remarks=["amends"]).find(line) is None
    assert with_words().find(line) is not None
