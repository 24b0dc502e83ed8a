"""Which texts are near, and how common terms are counted."""

from __future__ import annotations

from accord.group.clusters import clusters
from accord.group.terms import Sketch, Weigher, counted, product, telling


def test_how_many_reports_are_counted_grows_in_steps_and_ends() -> None:
    assert [counted(n) for n in range(1025)] == list(range(1025))
    for number in range(1, 20_000):
        assert counted(number) <= number
        assert counted(number) >= min(number * 0.6, 8192)
        assert counted(number - 1) <= counted(number)
    steps = {counted(n) for n in range(1024, 20_000)}
    assert len(steps) == 7
    assert max(steps) == 8192


def test_a_term_that_many_reports_hold_tells_less() -> None:
    sketches = [Sketch(f"{n}", None, {"harbour": 1.0, f"rare{n % 10}": 1.0}) for n in range(40)]
    weigher = Weigher.load().counting(sketches)
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
    (cluster,) = clusters(Sketch(f"s{n}", day, counts) for n, day in enumerate(days))
    assert [text.published for text in cluster] == ["2031-05-01", "2031-05-03", None]


def test_a_story_is_over_when_it_was_silent_for_a_month() -> None:
    counts = {f"word{n}": 2.0 for n in range(12)}
    days = ("2031-05-01", "2031-05-30", "2031-06-28", "2031-09-01")
    found = clusters(Sketch(f"s{n}", day, counts) for n, day in enumerate(days))
    assert sorted([text.sha256 for text in cluster] for cluster in found) == [["s0", "s1", "s2"], ["s3"]]


def test_an_undated_report_joins_a_story_of_any_day() -> None:
    counts = {f"word{n}": 2.0 for n in range(12)}
    (cluster,) = clusters(Sketch(f"s{n}", day, counts) for n, day in enumerate(("2031-05-01", None)))
    assert len(cluster) == 2
