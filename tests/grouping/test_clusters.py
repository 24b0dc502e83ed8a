"""Which texts are near, and how common terms are counted."""

from __future__ import annotations

from accord.grouping.clusters import clusters
from accord.grouping.terms import Sketch, Weigher


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
