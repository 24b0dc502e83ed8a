"""Happenings that cannot both be: one act by two actors, or in two countries."""

from __future__ import annotations

from accord.steps import reconcile
from readings import story
from stories import calm, met, only, struck


def test_an_act_that_happens_once_in_two_countries_contradicts() -> None:
    acts = met("a", "Nairobi", "KEN", "present-credentials"), met("b", "Lima", "PER", "present-credentials")
    conflict = only(reconcile(story(*acts)), "place")
    assert [side.value for side in conflict.sides] == ["Nairobi", "Lima"]


def test_talks_in_two_countries_are_two_and_a_recognition_has_no_place() -> None:
    assert len(calm(met("a", "Nairobi", "KEN"), met("b", "Lima", "PER")).events) == 2
    calm(met("a", "Nairobi", "KEN", "recognise"), met("b", "Lima", "PER", "recognise"))


def test_another_actor_for_the_same_act_on_the_same_day_contradicts() -> None:
    dossier = reconcile(
        story(
            struck("a", ("Norway", "NOR"), "on 4 May 2020", "2020-05-04"),
            struck("b", ("Kenya", "KEN"), "on 4 May 2020", "2020-05-04"),
        )
    )
    assert [side.value for side in only(dossier, "actor").sides] == ["Norway", "Kenya"]


def test_another_actor_at_another_or_unknown_time_does_not() -> None:
    calm(
        struck("a", ("Norway", "NOR"), "on 4 May 2020", "2020-05-04"),
        struck("b", ("Kenya", "KEN"), "in the morning", None),
    )
