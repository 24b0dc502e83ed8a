"""The words that the grammar of events asks after, and what they make of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.extract.events import words
from accord.extract.events.words import EventWords, event_words


@pytest.fixture
def unread() -> Iterator[None]:
    """The file is read anew, before and after the test."""
    event_words.cache_clear()
    yield
    event_words.cache_clear()


def test_what_is_talked_through_is_a_means() -> None:
    assert event_words().calls < event_words().means


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(
    ("use", "group"),
    [("blasts", {"Blast"}), ("sides", set()), ("calls", {"carrier pigeon"}), ("progress", {"leap"})],
)
def test_a_list_that_cannot_be_right_is_refused(
    use: str, group: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(event_words(), **{use: frozenset(group)})
    event_words.cache_clear()

    def read(name: str, shape: type[EventWords]) -> EventWords:
        return broken

    monkeypatch.setattr(words, "read", read)
    with pytest.raises(VocabularyError, match=use):
        event_words()
