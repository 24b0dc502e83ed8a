"""Headlines are parsed in sentence case; names keep their capitals and offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.actors.gazetteer import Gazetteer
from accord.extraction.extractor import Extractor
from accord.records import Region, Report
from accord.text.headlines import sentence_case


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def respell(extractor: Extractor, headline: str, body: str = "") -> str:
    text = f"{headline}\n\n{body}"
    regions = [Region(0, len(headline), "title"), Region(len(headline) + 2, len(text), "body")]
    name_words, is_common = Gazetteer.load().name_words, extractor.parser.is_common
    return sentence_case(text, regions, name_words, is_common)[: len(headline)]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Peru Becomes First Country to Recall Its Envoy", "Peru becomes first country to recall its envoy"),
        ("United States and Cuba Reopen Their Embassies", "United States and Cuba reopen their embassies"),
        ("China Urges Polish Minister to Visit Turkey", "China urges Polish minister to visit Turkey"),
        ("Peru recalls its envoy from Quito", "Peru recalls its envoy from Quito"),
        ("Short Headline", "Short Headline"),
    ],
)
def test_a_headline_in_title_case(extractor: Extractor, headline: str, expected: str) -> None:
    assert respell(extractor, headline) == expected


def test_what_the_report_writes_elsewhere_decides(extractor: Extractor) -> None:
    headline = "Harbour Wins Long Legal Battle Against Stone"
    assert respell(extractor, headline, "The judge let Stone go.").endswith("against Stone")
    assert respell(extractor, headline, "The judge let a stone fall.").endswith("against stone")


@given(st.text(alphabet="Ab ßİÉé.’\n", max_size=60))
def test_the_length_never_changes(text: str) -> None:
    regions = [Region(0, len(text), "title")]
    made = sentence_case(text, regions, lambda words: set(), lambda word: True)
    assert len(made) == len(text)
    assert made.lower() == text.lower()


def test_the_events_of_a_headline_are_found_and_quoted_as_printed(extractor: Extractor) -> None:
    text = (
        "Peru Becomes First Nation to Recognise New Talmark Government\n\nPeru acted on Monday after talks."
    )
    reading = extractor.extract(Report(id="r", text=text, sha256=""))
    (event,) = [event for event in reading.events if event.act == "recognise-government"]
    assert event.text == "Recognise"
    assert [mention.actor for mention in event.actors] == ["PER"]
    assert [q.value for q in event.qualifiers if q.kind == "scope"] == ["first nation"]
    assert list(extractor.pipe([Report(id="r", text=text, sha256="")])) == [reading]
