"""Which texts are near, and how common terms are counted."""

from __future__ import annotations

from accord.grouping.clusters import clusters
from accord.grouping.terms import (
    Sketch,
    Weigher,
    counted,
    product,
    telling,
)


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


def test_telling_terms_are_the_heaviest_and_do_not_depend_on_order() -> None:
    vector = {f"t{n:02}": 1 / (n + 1) for n in range(40)}
    assert telling(vector) == telling(dict(reversed(vector.items())))
    assert telling(vector)[0] == "t00"
    assert "t39" not in telling(vector)


def test_clusters_stand_in_the_order_of_the_stream() -> None:
    counts = {f"word{n}": 2.0 for n in range(12)}
    days = ("2031-05-03", None, "2031-05-01")
    (cluster,) = clusters((Sketch(f"s{n}", day, counts) for n, day in enumerate(days)), Weigher.load())
    assert [text.published for text in cluster] == ["2031-05-01", "2031-05-03", None]


def test_a_story_is_over_when_it_was_silent_for_a_month() -> None:
    counts = {f"word{n}": 2.0 for n in range(12)}
    days = ("2031-05-01", "2031-05-30", "2031-06-28", "2031-09-01")
    found = clusters((Sketch(f"s{n}", day, counts) for n, day in enumerate(days)), Weigher.load())
    assert sorted([text.sha256 for text in cluster] for cluster in found) == [["s0", "s1", "s2"], ["s3"]]


def test_the_further_apart_the_more_alike_reports_must_be_to_be_near() -> None:
    common = {f"word{n}": 1.0 for n in range(3)}
    texts = [{**common, **{f"own{side}{n}": 1.0 for n in range(24)}} for side in "ab"]
    for days, stories in ((("2031-05-01", "2031-05-02"), 1), (("2031-05-01", "2031-05-29"), 2)):
        pairs = zip(days, texts, strict=True)
        assert (
            len(clusters((Sketch(f"s{day}", day, counts) for day, counts in pairs), Weigher.load()))
            == stories
        )


def test_an_undated_report_joins_a_story_of_any_day() -> None:
    counts = {f"word{n}": 2.0 for n in range(12)}
    (cluster,) = clusters(
        (Sketch(f"s{n}", day, counts) for n, day in enumerate(("2031-05-01", None))), Weigher.load()
    )
    assert len(cluster) == 2
