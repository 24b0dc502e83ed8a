"""What may come next."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story


def test_an_outlook_told_twice_is_one() -> None:
    builders = [ReadingBuilder(id_, "Peru may follow within the year.") for id_ in ("a", "b")]
    for builder in builders:
        builder.outlook("Peru may follow within the year", "may")
    outlooks = reconcile(story(*builders)).outlooks
    assert [outlook.reports for outlook in outlooks] == [("a", "b")]
