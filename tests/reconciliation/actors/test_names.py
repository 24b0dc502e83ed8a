"""Names of one person, whatever their spelling."""

from __future__ import annotations

import pytest

from accord.reconciliation.actors.names import parts, same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gamal Hassan", "Gamal Hassan Hassan", True),
        ("Rahmani", "Abdul Karim Rahmani", True),
        ("Mohammed Qasim", "Muhammad Kasim", True),
        ("A. Rahmani", "Abdul Rahmani", True),
        ("Gamal", "Gamal Hassan", False),
        ("Gamal Hassan", "Karim Hassan", False),
        ("Ana Rojas", "Ana Ruiz", False),
        ("José Núñez", "Jose Nunez", True),
    ],
)
def test_names_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_name(parts(one), parts(other)) is same
    assert same_name(parts(other), parts(one)) is same
