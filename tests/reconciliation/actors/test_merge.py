"""What an actor of a story is part of."""

from __future__ import annotations

import pytest

from accord.reconciliation.actors.merge import StoryCast
from accord.records import DossierActor


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
