"""The shortest span over a character is found; headlines and lines printed twice are no second witness."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.parse.parsed import Cover, Parsed, mark_repeats
from accord.records import RegionKind, Sentence

_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 9)), max_size=8)


@given(_SPANS, st.integers(-2, 35))
def test_the_shortest_span_over_a_character_is_found(spans: list[tuple[int, int, int]], offset: int) -> None:
    over = [(end - start, item) for start, end, item in spans if start <= offset < end]
    found = Cover(spans).at(offset)
    if not over:
        assert found is None
    else:
        assert (min(length for length, _ in over), found) in over


def sentences(text: str, *lines: tuple[RegionKind, str, str]) -> tuple[Sentence, ...]:
    made = []
    at = 0
    for kind, line, terms in lines:
        at = text.index(line, at)
        made.append(Sentence(at, at + len(line), kind, tuple(terms.split())))
        at += len(line)
    return tuple(made)


def test_a_headline_repeats_the_sentence_that_has_its_words() -> None:
    text = "Peru recalls envoy\nRain fell.\nPeru has recalled its envoy to Chile."
    marked = mark_repeats(
        text,
        sentences(
            text,
            ("title", "Peru recalls envoy", "peru recall envoy"),
            ("body", "Rain fell.", "rain fall"),
            ("body", "Peru has recalled its envoy to Chile.", "peru recall envoy chile"),
        ),
    )
    assert [sentence.repeats for sentence in marked] == [2, None, None]


def test_a_headline_that_tells_something_new_repeats_nothing() -> None:
    text = "Volcano closes airport\nPeru has recalled its envoy."
    marked = mark_repeats(
        text,
        sentences(
            text,
            ("title", "Volcano closes airport", "volcano close airport"),
            ("body", "Peru has recalled its envoy.", "peru recall envoy"),
        ),
    )
    assert [sentence.repeats for sentence in marked] == [None, None]


def test_a_sentence_printed_twice_repeats_its_first_printing() -> None:
    text = "Talks ended.\nTalks  Ended."
    marked = mark_repeats(
        text,
        sentences(text, ("body", "Talks ended.", "talk end"), ("body", "Talks  Ended.", "talk end")),
    )
    assert [sentence.repeats for sentence in marked] == [None, 0]


def test_a_headline_printed_three_times_points_at_the_body(parse: Callable[..., Parsed]) -> None:
    head = "Peru Recalls Its Envoy From Chile"
    body = "Peru has recalled its envoy from Chile after a dispute over fishing rights in the south."
    parsed = parse(f"{head}\n\n{head}\n\n{head}\n\n{body}\n")
    marked = mark_repeats(parsed.text, parsed.sentences)
    assert [sentence.repeats for sentence in marked] == [3, 3, 3, None]
