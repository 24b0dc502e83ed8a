"""The shape of a pattern: what it leaves out asks for nothing, and it has no other fields."""

from __future__ import annotations

import msgspec
import pytest

from accord.vocabulary.event_patterns import Pattern


def test_a_pattern_of_words_alone_asks_for_nothing_else() -> None:
    pattern = msgspec.convert({"words": "nod bow", "type": "AID"}, Pattern)
    assert pattern == Pattern("nod bow", type="AID")
    assert msgspec.to_builtins(pattern) == {"words": "nod bow", "type": "AID"}


def test_a_condition_that_patterns_do_not_have_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="subject"):
        msgspec.convert({"words": "nod", "subject": "king"}, Pattern)
