"""Headlines and lines printed twice are no second witness."""

from __future__ import annotations

from collections.abc import Callable

from accord.extract.parsed import Parsed
from accord.extract.repeats import mark_repeats
from accord.records import RegionKind, Sentence


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
