"""The table of PLOVER's types, and what its loader refuses."""

from __future__ import annotations

from typing import Any

import pytest

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED
from accord.vocabulary.event_types import FILE, EventTypes
from vocabularies import Replaced


def load(**changes: Any) -> EventTypes:
    """The types with other parts of their file."""
    return EventTypes.load(Replaced(file=FILE, data={**PACKAGED.read(FILE, dict[str, Any]), **changes}))


def test_there_are_sixteen_types_and_none_is_both_friendly_and_hostile() -> None:
    types = EventTypes.load().by_name.values()
    assert len(types) == 16
    assert not any(type_.cooperative and type_.hostile for type_ in types)


@pytest.mark.parametrize(
    "flag", ["agrees", "asks", "accuses", "threatens", "protests", "deploys", "assaults"]
)
def test_what_is_said_of_one_type_is_said_of_one(flag: str) -> None:
    assert sum(getattr(type_, flag) for type_ in EventTypes.load().by_name.values()) == 1


def test_what_is_domestic_may_strike_at_home() -> None:
    assert all(type_.struck for type_ in EventTypes.load().by_name.values() if type_.domestic)


def test_a_broken_promise_is_a_refusal_and_both_have_a_code() -> None:
    codings = EventTypes.load().codings
    assert codings.promise.type.yields
    assert codings.refusal.type != codings.promise.type
    assert codings.refusal.cameo
    assert codings.promise.cameo


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"types": [{"name": "GREET"}, {"name": "GREET"}]}, "twice"),
        ({"types": [{"name": "GREET", "merry": True}]}, "merry"),
        ({"codings": {}}, "'codings' must be"),
        ({"types": [{"name": "GREET"}]}, "is no type"),
    ],
)
def test_what_cannot_be_right_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(VocabularyError, match=fault):
        load(**changes)


def test_an_unknown_type_is_named_with_the_file_that_names_it() -> None:
    with pytest.raises(VocabularyError, match=r"verbs\.json: 'GREET' is no type; it is one of .*AGREE"):
        EventTypes.load().get("GREET", "verbs.json")
