"""Reports as weighted terms: what is counted of a report, and how much a term tells."""

from __future__ import annotations

import math

import pytest

from accord.errors import VocabularyError
from accord.grouping.terms import Sketch, Weigher, counted, product, sketch, telling, term_counts
from readings import ReadingBuilder
from vocabularies import Replaced


def test_what_comes_first_and_a_title_kept_apart_count_more() -> None:
    text = "Ferries moored early. Gulls circled overhead. Tourists waited onshore."
    told = term_counts(ReadingBuilder("a", text, title="Skerra quay").build())
    assert (told["ferries"], told["gulls"], told["tourists"]) == (2, 2, 1)
    assert told["skerra"] == 3
    assert (
        term_counts(ReadingBuilder("a", f"Skerra quay\n{text}", title="Skerra quay").build())["skerra"] == 2
    )


def test_terms_that_stand_next_to_each_other_count_together() -> None:
    told = term_counts(ReadingBuilder("a", "Ferries moored early.").build())
    assert told["ferries moored"] == told["moored early"] == 1
    assert "ferries early" not in told


def test_a_sentence_printed_twice_counts_once() -> None:
    once, twice = (ReadingBuilder("a", "Ferries moored early. " * times).build() for times in (1, 2))
    assert term_counts(once) == term_counts(twice)


def test_a_sketch_has_the_days_without_their_years() -> None:
    builder = ReadingBuilder(
        "a", "Ferries moored on 3 May 2031, not on 4 June, for 2031.", published="2031-05-05"
    )
    builder.time("3 May 2031", "2031-05-03")
    builder.time("4 June", None, value="XXXX-06-04")
    builder.time("2031", "2031", nth=1)
    counts = sketch(builder.build()).counts
    assert {term: count for term, count in counts.items() if term.startswith("on ")} == {
        "on 05-03": 2,
        "on 06-04": 2,
    }


def test_texts_stand_by_day_and_undated_ones_last_in_the_stream() -> None:
    days = {"a": None, "b": "2031-05-04", "d": "2031-05-03", "c": "2031-05-03"}
    texts = [Sketch(name, day, {}) for name, day in days.items()]
    assert [text.sha256 for text in sorted(texts, key=lambda text: text.order)] == ["c", "d", "b", "a"]


def test_how_many_reports_are_counted_ends() -> None:
    assert [counted(n) for n in (0, 1, 1024, 1025, 100_000)] == [0, 1, 1024, 1024, 1024]


def test_in_a_stream_that_went_on_a_block_tells_how_common_its_terms_are() -> None:
    block = [{"quake": 1.0, f"place{n}": 1.0} for n in range(40)]
    first = [{"budget": 1.0}]
    assert Weigher.load().counting(first).within(block) == Weigher.load().counting(first)
    later = Weigher.load().counting(first, beyond=True).within(block)
    assert later.weight("quake") < later.weight("place1")


def test_a_term_that_many_reports_hold_tells_less() -> None:
    sketches = [Sketch(f"{n}", None, {"harbour": 1.0, f"rare{n % 10}": 1.0}) for n in range(40)]
    weigher = Weigher.load().counting(each.counts for each in sketches)
    assert weigher.weight("harbour") < weigher.weight("rare1") < weigher.weight("unheard")


def test_vectors_are_of_unit_length_and_alike_both_ways() -> None:
    weigher = Weigher.load()
    one, other = (weigher.vector(counts) for counts in ({"reef": 2.0, "fog": 1.0}, {"reef": 1.0, "tug": 3.0}))
    assert product(one, one) == 1 or abs(product(one, one) - 1) < 1e-12
    assert product(one, other) == product(other, one) > 0
    assert weigher.vector({}) == {}


def test_a_vector_weighs_what_a_report_makes_much_of_and_few_hold() -> None:
    weigher = Weigher.load().counting([{"harbour": 1.0}] * 40)
    vector = weigher.vector({"reef": 2.0, "tug": 1.0, "harbour": 2.0})
    assert vector["reef"] / vector["tug"] == pytest.approx(math.log1p(2) / math.log1p(1))
    assert vector["reef"] / vector["harbour"] == pytest.approx(
        weigher.weight("reef") / weigher.weight("harbour")
    )


def test_telling_terms_are_the_heaviest_and_do_not_depend_on_order() -> None:
    vector = {f"t{n:02}": 1 / (n + 1) for n in range(40)}
    assert telling(vector) == telling(dict(reversed(vector.items())))
    assert telling(vector)[0] == "t00"
    assert "t39" not in telling(vector)


def test_a_term_in_two_bands_is_refused() -> None:
    bands = [{"share": 0.3, "terms": ["say"]}, {"share": 0.1, "terms": ["say"]}]
    refuse(bands, "two bands")


def test_a_share_above_one_is_refused() -> None:
    refuse([{"share": 1.5, "terms": ["say"]}], "between 0 and 1")


def refuse(bands: list[dict[str, object]], message: str) -> None:
    file = {"about": "", "bands": bands}
    with pytest.raises(VocabularyError, match=message):
        Weigher.load(Replaced(file="en/text/common_terms.json", data=file))


def test_common_terms_are_lower_case_words() -> None:
    common = Weigher.load().common
    assert len(common) > 500
    assert all(term == term.casefold().strip() for term in common)
    assert common["say"] > common["region"] > 0
