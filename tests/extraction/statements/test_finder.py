"""What holds for the statements of any text, and whose they are."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.extraction.statements.quotation_marks import find_quotations
from accord.records import Report, Statement

WORDS = ["“", "”", '"', "'", "«", "»", "she", "said", "that", "the minister", "told", "us", "rain", "fell",
         ",", ".", "according to", "called", "it", "a farce", "\n\n", "seems", "who",
         "adding", "claim"]  # fmt: skip


def _speakers(found: tuple[Statement, ...]) -> list[str | None]:
    return [statement.speaker for statement in found]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_of_any_text_lie_in_it_and_are_disjoint(words: list[str], find: Any) -> None:
    text = " ".join(words)
    found = find(text)
    assert [s.id for s in found] == [f"s{i}" for i in range(len(found))]
    for statement in found:
        assert statement.cue
        assert statement.content
        for spans in (statement.source, statement.cue, statement.content):
            assert all(0 <= a < b <= len(text) and text[a:b].strip() == text[a:b] for a, b in spans)
            assert all(x[1] <= y[0] for x, y in pairwise(spans))


def test_the_same_text_gives_the_same_statements(find: Any) -> None:
    text = "The mayor said it rained. “It poured,” she said, adding that the cellar was wet."
    assert find(text) == find(text)


def test_a_text_without_speech_has_no_statements(find: Any) -> None:
    assert find("Rain fell on the valley. The river rose by a metre.") == ()
    assert find("") == ()


def test_a_quotation_over_paragraphs_keeps_its_speaker(find: Any) -> None:
    text = "“The gates are shut,” Ana Ruiz said.\n\n“They will open on Monday.”"
    (statement,) = find(text, ruiz=("person", "Ana Ruiz"))
    assert statement.speaker == "ruiz"
    assert [text[a:b] for a, b in statement.content] == [
        "“The gates are shut,”",
        "“They will open on Monday.”",
    ]


def test_the_agent_of_a_passive_is_the_speaker(find: Any) -> None:
    text = "The plan was rejected by Ana Ruiz."
    assert _speakers(find(text, ruiz=("person", "Ana Ruiz"))) == ["ruiz"]


def test_what_a_speaker_says_others_want_is_the_speakers_content(find: Any) -> None:
    (statement,) = find("Ana Ruiz said the dockers wanted higher pay.", ruiz=("person", "Ana Ruiz"))
    assert statement.speaker == "ruiz"


def test_reported_speech_in_reported_speech_keeps_both_layers(find: Any) -> None:
    text = "Ana Ruiz said Port Authority had said that the gates were shut."
    found = find(text, ruiz=("person", "Ana Ruiz"), port=("institution", "Port Authority"))
    assert _speakers(found) == ["ruiz", "port"]


def test_a_day_behind_a_tag_is_nobody(find: Any) -> None:
    text = "“The gates are shut,” said Tuesday the mayor, Ana Ruiz."
    (statement,) = find(text, ruiz=("person", "Ana Ruiz"))
    assert not any(text[a:b] == "Tuesday" for a, b in statement.source)


def test_who_goes_on_behind_a_comma_is_who_spoke(find: Any) -> None:
    text = "Ana Ruiz said the talks had failed, adding that the port was shut."
    found = find(text, ruiz=("person", "Ana Ruiz"))
    assert _speakers(found) == ["ruiz", "ruiz"]


def test_every_quoted_sentence_of_the_sample_reports_is_someones(shared: Any, find: Any) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        found = find(text)
        content = [span for statement in found for span in statement.content]
        for q in find_quotations(text):
            quoted = text[q.inner_start : q.inner_end]
            if q.depth == 0 and len(quoted.split()) >= 4 and "disclaimer" not in text[: q.start].lower():
                assert any(a < q.end and q.start < b for a, b in content), (path.name, quoted)


def test_exact_spans_keep_to_the_floor_on_the_gold_set(shared: Any, finder: Any, parse: Any) -> None:
    """A sample of PolNeAR, contents only: share of the found ones that are exact."""
    rows = [
        json.loads(line) for line in (shared / "gold/statements/polnear_train.jsonl").open(encoding="utf-8")
    ]
    exact = total = 0
    for row in rows[::105]:
        assert isinstance(parse(row["text"]).report, Report)
        gold = {_words(row["text"], s["content"]) for s in row["statements"]}
        for statement in finder.find(parse(row["text"]), _nobody()):
            total += 1
            exact += _words(row["text"], statement.content) in gold
    assert total > 50
    assert exact / total > 0.5


def _words(text: str, spans: Any) -> tuple[str, ...]:
    return tuple("".join(c for c in text[a:b] if c.isalnum()) for a, b in spans)


def _nobody() -> Any:
    from accord.extraction.actors.cast import Cast

    return Cast((), ())
