"""A whole story reconciled: whatever the order of its Readings, and with nothing in them."""

from __future__ import annotations

from itertools import permutations

import msgspec

from accord.records import Story
from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import calm, credentials, recognition, spoken


def test_the_order_of_input_changes_nothing() -> None:
    readings = story(
        recognition("a", "2020-04", " in April 2020", scope="first country"),
        recognition("b", "2021-04", " in April 2021", scope="first major power"),
        credentials("c", "On the same day", 0, 0, False),
        spoken("d", "We have waited a long time for this harbour to open"),
    ).readings
    outputs = {msgspec.json.encode(reconcile(Story("s", order))) for order in permutations(readings)}
    assert len(outputs) == 1


def test_a_story_without_anything_read_is_an_empty_dossier() -> None:
    dossier = calm(ReadingBuilder("a", "Nothing."), ReadingBuilder("b", "Nothing more."))
    assert dossier.events == ()
    assert dossier.title
