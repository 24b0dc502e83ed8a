"""Which actors of several reports are one, and what an actor is part of."""

from __future__ import annotations

import pytest

from accord.reconciliation.actors.merge import StoryCast
from accord.records import DossierActor
from accord.steps import reconcile
from readings import ReadingBuilder, story


@pytest.mark.parametrize(
    ("id", "code", "sector", "wholes"),
    [
        ("PER/senate", "PER", "LEG", ("PER",)),
        ("MNE/foreign-ministry", "MNE", "GOV", ("MNE",)),
        ("oil-company", "MNE", None, ()),
        ("UNO", "IGO", None, ()),
        ("PER", "PER", None, ()),
    ],
)
def test_an_organ_is_part_of_its_state(
    id: str, code: str, sector: str | None, wholes: tuple[str, ...]
) -> None:
    actor = DossierActor(id, id, "institution", code, sector, None, (id,), (("one", id),))
    assert StoryCast((actor,), {}).wholes(id) == wholes


def test_persons_are_one_under_fuller_names_and_spellings() -> None:
    builders = []
    for id_, name in (
        ("a", "Gamal Hassan"),
        ("b", "Gamal Hassan Hassan"),
        ("c", "Jamal Farouk"),
        ("d", "Hassan"),
    ):
        builder = ReadingBuilder(id_, f"The envoy {name} spoke.")
        builder.person(name, name, "CHL")
        builders.append(builder)
    actors = reconcile(story(*builders)).actors
    assert [actor.name for actor in actors] == ["Gamal Hassan Hassan", "Jamal Farouk"]
    assert [report for report, _ in actors[0].ids] == ["a", "b", "d"]


def test_persons_of_different_states_stay_apart() -> None:
    one, other = ReadingBuilder("a", "Ana Rojas spoke."), ReadingBuilder("b", "Ana Rojas spoke too.")
    one.person("Ana Rojas", "Ana Rojas", "CHL")
    other.person("Ana Rojas", "Ana Rojas Diaz", "PER")
    assert len(reconcile(story(one, other)).actors) == 2
