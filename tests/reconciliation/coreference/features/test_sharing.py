"""Whether two mentions have something of a kind, and none of it in common."""

from __future__ import annotations

import pytest

from accord.reconciliation.coreference.features.sharing import nothing_shared
from act_pairs import words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("quay", "fog", 1.0), ("quay fog", "fog", 0.0), ("quay", "", 0.0), ("", "fog", 0.0), ("", "", 0.0)],
)
def test_nothing_is_shared_only_where_both_have_something(one: str, other: str, expected: float) -> None:
    assert nothing_shared(words(one), words(other)) == expected
