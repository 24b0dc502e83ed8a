"""What a report tells, whole: predicates, arguments, who says so, what is part of what."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.records import Proposition
from propositions import Tell

_PIECES = (
    "The mayor", "a 27-year-old from Orsk", "said", "that", "two of them", "were killed", "in the crash",
    "on Monday", "and", ",", ".", "“", "”", "who", "will buy", "the death of", "ten tourists", "no", "$5m",
    "\n\n", "\t", "—", "(", ")", "'s", "because", "to cut costs", "if", "HE HELD TALKS", "…", "🚂", "\u200b",
    "has not been", "her", "34", "took part", "after", "midnight", "1,200", "%",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40), st.text(max_size=30))
def test_whatever_the_text_spans_lie_inside_the_sentence(tell: Tell, pieces: list[str], end: str) -> None:
    reading = tell(" ".join(pieces) + end).reading
    ids = [p.id for p in reading.propositions]
    assert ids == [f"p{index}" for index in range(len(ids))]
    for told in reading.propositions:
        sentence = reading.sentences[told.sentence]
        assert told.text == reading.text[told.start : told.end]
        assert sentence.start <= told.start < told.end <= sentence.end
        assert told.within is None or told.within in ids
        for argument in told.arguments:
            assert sentence.start <= argument.start < argument.end <= sentence.end
            assert reading.text[argument.start : argument.end].strip()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40))
def test_no_proposition_is_part_of_itself(tell: Tell, pieces: list[str]) -> None:
    above = {p.id: p.within for p in tell(" ".join(pieces)).reading.propositions}
    for name in above:
        seen: list[str | None] = []
        while name is not None:
            assert name not in seen
            seen.append(name)
            name = above[name]  # type: ignore[assignment]


def test_what_is_joined_is_told_apart_with_what_is_shared(tell: Tell) -> None:
    told = tell("Lumen and Karst bought Orvex and sold two factories.")
    assert told.predicates == ["bought", "sold"]
    assert told.arguments("bought", "who") == told.arguments("sold", "who") == ["Lumen and Karst"]
    assert told.arguments("sold", "quantity") == ["two factories"]


def test_what_somebody_says_is_reported_and_part_of_the_saying(tell: Tell) -> None:
    told = tell("Police said that the van had hit a wall.")
    assert told["hit"].factuality == "reported"
    assert told["hit"].within == told["said"].id
    assert told["hit"].statement == told.reading.statements[0].id
    assert told["said"].factuality == "asserted"
    assert told.arguments("said", "who") == ["Police"]


def test_a_saying_after_what_is_said_holds_it(tell: Tell) -> None:
    told = tell("“The bridge fell on Monday,” said Anna Berg, an engineer.")
    assert told["fell"].within == told["said"].id
    assert told.arguments("said", "who") == ["Anna Berg"]


@pytest.mark.parametrize(
    ("text", "predicate", "polarity", "factuality"),
    [
        ("The port will close in May.", "close", "positive", "planned"),
        ("The port may close.", "close", "positive", "possible"),
        ("If the port closes, ships will turn back.", "closes", "positive", "conditional"),
        ("The firm denied that it had closed the port.", "closed", "positive", "denied"),
        ("The firm refused to sell the port.", "sell", "negative", "asserted"),
        ("The firm ordered the crew to sell the port.", "sell", "positive", "ordered"),
        ("Police believe that the van hit a wall.", "hit", "positive", "reported"),
        (
            "The firm admitted that the port, which it bought in May, had closed.",
            "bought",
            "positive",
            "reported",
        ),
        ("Nobody was hurt.", "hurt", "negative", "asserted"),
        ("The firm did not close the port.", "close", "negative", "asserted"),
        ("They left without paying.", "paying", "negative", "asserted"),
    ],
)
def test_whether_it_is_so(tell: Tell, text: str, predicate: str, polarity: str, factuality: str) -> None:
    found = tell(text)[predicate]
    assert (found.polarity, found.factuality) == (polarity, factuality)


def test_a_coded_event_is_named(tell: Tell) -> None:
    told = tell("Norway severed diplomatic relations with Chile on Monday.")
    assert told["severed"].event == told.reading.events[0].id


def test_what_holds_of_most_is_left_out_of_what_is_written(tell: Tell) -> None:
    (told,) = tell("The roof fell.").reading.propositions
    written = msgspec.to_builtins(told)
    assert set(written) == {"id", "start", "end", "text", "form", "lemma", "sentence", "arguments"}
    assert msgspec.convert(written, Proposition) == told
