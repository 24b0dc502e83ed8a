"""What holds of every Reading, and that all the ways to one give the same."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extraction.extractor import Extractor
from accord.records import Problem, Reading, Report
from accord.run.executors import extract_here, extract_in_pool
from accord.settings import Settings
from accord.text.regions import RegionFinder
from invariants import reading_faults

TEXTS = (
    "Envoys meet in Geneva\n\n"
    "LIMA, May 3 (Straits Newswire) — Peru recalled its ambassador to Chile on Monday, two days after "
    "Chilean troops crossed the border, officials said.\n\n"
    "“We will not wait for ever,” Foreign Minister Rosa Quispe told reporters. She added that talks "
    "could resume within weeks.\n\n"
    "Earlier, about 1,200 soldiers had left the town.\n\nTags: Peru, Chile\n\n© Straits Newswire",
    "Peru’s president visited Geneva in March 2019 and met the head of the United Nations.\r\n\r\n"
    "The alarm was raised within the second. The group denied that it had attacked the base; "
    "the government, it said, “lied”.\r\n",
    "- Kenya signed the treaty.\n- Norway did not.\n\n> The council was expected to vote on Friday.",
)
WORDS = (
    "Peru", "Chile’s", "the", "Foreign", "Minister", "Rosa Quispe", "said", "that", "attacked",
    "recalled", "its", "ambassador", "on Monday", "in May 2019", "two days", "after", "before",
    "not", "will", "may", "1,200", "$3m", "soldiers", "he", "it", "they", "who", "according to",
    "told", "within", "the second", "earlier", "denied", "Kabul", "of", "and", "—", "-", "“", "”",
    '"', "'", "’s", "(", ")", ",", ".", ":", ";", "?", "…", "#", ">", "* ", "\n", "\n\n", "\r\n",
    "\r\n\r\n", "\t", " ", "\u00a0", "\u2028", "😀", "👩\u200d🚀", "e\u0301", "\u202e", "İ", "ﬁ",
    "\u200b", "\x00", "<b>", "{{ x }}", "| a |", "---", "http://a.example/", "Tags:", "By", "(AP)",
    "999999999999",
)  # fmt: skip


def report(text: str, id: str = "r", published: str | None = "2021-05-03") -> Report:
    return Report(id, text, sha256(text.encode()).hexdigest(), published=published)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.mark.parametrize("text", TEXTS)
def test_a_reading_of_a_report_is_sound(extractor: Extractor, text: str) -> None:
    reading = extractor.extract(report(text))
    assert reading_faults(reading) == []
    assert reading.events
    assert reading.actors


def test_a_place_that_stands_for_its_state_is_an_entity(extractor: Extractor) -> None:
    reading = extractor.extract(report("Peru’s president visited Geneva on Monday."))
    recipients = {mention.actor for event in reading.events for mention in event.recipients}
    assert "CHE" in recipients
    assert "CHE" in {entity.id for entity in reading.entities}


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from([" ", ""]), st.none() | st.dates())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_reading_of_any_soup_is_sound(
    extractor: Extractor, words: list[str], between: str, day: object
) -> None:
    found = extractor.extract(report(between.join(words), published=None if day is None else str(day)))
    assert reading_faults(found) == []


def test_one_by_one_and_together_give_the_same(extractor: Extractor) -> None:
    reports = [report(text, f"r{number}") for number, text in enumerate(TEXTS)]
    one_by_one = [extractor.extract(one) for one in reports]
    assert list(extractor.pipe(reports)) == one_by_one
    assert list(extractor.pipe(reversed(reports))) == one_by_one[::-1]


def test_other_processes_and_a_second_run_give_the_same() -> None:
    reports = [report(text, f"r{number}") for number, text in enumerate(TEXTS * 4)]
    here = list(extract_here(reports, Settings(workers=1)))
    assert len(here) == len(reports)
    assert list(extract_in_pool(reports, Settings(workers=2))) == here


def test_a_report_that_makes_a_stage_raise_is_a_problem_in_its_place(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = RegionFinder.find

    def failing(self: RegionFinder, text: str, title: str | None = None) -> object:
        if text.startswith("Bad"):
            raise ValueError("no such region")
        return find(self, text, title)

    monkeypatch.setattr(RegionFinder, "find", failing)
    texts = ["Bad one.", TEXTS[0], "Bad two.", TEXTS[1], "Bad three."]
    found = list(extractor.pipe(report(text, str(n)) for n, text in enumerate(texts)))
    assert [type(one) for one in found] == [Problem, Reading, Problem, Reading, Problem]
    assert [one.input for one in found if isinstance(one, Problem)] == ["0", "2", "4"]
    assert all("ValueError: no such region" in one.reason for one in found if isinstance(one, Problem))


@pytest.mark.parametrize("path", ["events/plover_gsr.jsonl", "times/timebank_aquaint.jsonl"])
def test_readings_of_reports_by_others_are_sound(extractor: Extractor, shared: Path, path: str) -> None:
    lines = (shared / "gold" / path).read_text(encoding="utf-8").splitlines()[::25]
    for line in lines:
        row = json.loads(line)
        reading = extractor.extract(report(row["text"], row["id"], row.get("published")))
        assert reading_faults(reading) == [], row["id"]
