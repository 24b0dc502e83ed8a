"""Reports as they are compared: by their words and, where it is known, by what they mean."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.grouping.portraits import Portrait, portrait, sketches
from accord.records import Reading
from readings import ReadingBuilder
from senses import Senses

SENSES = Senses("ferry boat ship", "reef rocks", "budget")


def meaning(*texts: str) -> list[bytes]:
    return [sketch.meaning for sketch in sketches([reading(text) for text in texts], SENSES)]


def reading(text: str, title: str | None = None) -> Reading:
    return ReadingBuilder(f"r{abs(hash(text))}", text, title=title).build()


def test_words_that_mean_the_same_bring_reports_nearer_and_others_further_away() -> None:
    ferry, boat, budget = (portrait({}, each) for each in meaning("A ferry.", "The boat.", "A budget."))
    assert ferry.product(boat) == boat.product(ferry) > 0 > ferry.product(budget)


def test_where_the_meaning_of_one_is_not_known_words_alone_count() -> None:
    words = {"reef": 1.0}
    (known,) = meaning("A ferry.")
    assert portrait(words, known).product(portrait(words, b"")) == 1.0


def test_without_an_encoding_or_without_words_there_is_no_meaning() -> None:
    assert sketches([reading("A ferry.")], None)[0].meaning == b""
    assert sketches([reading("")], SENSES)[0].meaning == b""


def test_a_report_means_what_its_title_and_first_sentences_mean() -> None:
    body = "A ferry sank. Divers came. A budget passed."
    told = [sketches([each], SENSES)[0].meaning for each in (reading(body, "Reef"), reading(body, "Reef."))]
    assert told == meaning("Reef ferry.") * 2
    assert meaning(body) == meaning("A ferry and a budget.")


def test_each_text_is_encoded_once_whatever_the_order() -> None:
    texts = ("A ferry.", "A budget.", "The reef.")
    assert meaning(*texts) == [each for text in texts for each in meaning(text)]


_WORDS = st.dictionaries(st.sampled_from("abcd"), st.floats(0.1, 1), max_size=3)
_MEANINGS = st.binary(min_size=384, max_size=384) | st.just(b"")
_PORTRAITS = st.lists(st.builds(portrait, _WORDS, _MEANINGS), min_size=1, max_size=3)


@given(_PORTRAITS, _PORTRAITS)
def test_the_product_of_sums_is_the_sum_of_the_products(left: list[Portrait], right: list[Portrait]) -> None:
    one, other = (_sum(side) for side in (left, right))
    pairs = sum(a.product(b) for a, b in product(left, right))
    assert one.product(other) == pytest.approx(pairs, abs=1e-6)
    assert one.product(other) == other.product(one)
    assert all(a.product(b) == b.product(a) for a, b in combinations([*left, *right], 2))


def _sum(portraits: list[Portrait]) -> Portrait:
    first, *rest = portraits
    for each in rest:
        first = first.add(each)
    return first
