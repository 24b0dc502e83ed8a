"""Kinds of happening by act: which mentions may be of one happening, and how it is worded."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from accord.records import Event
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.acts import Acts, EventKind


class EventKinds(Struct, frozen=True):
    """The kinds of happening, by act."""

    by_act: Mapping[str, EventKind]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> EventKinds:
        """Take the kinds from the acts.

        Raises:
            VocabularyError: the acts are broken.
        """
        return cls(Acts.load(vocabulary).kinds)

    def of(self, event: Event) -> EventKind | None:
        """The kind of an event mention, or None where its act has none."""
        return self.by_act.get(event.act) if event.act else None

    def key(self, event: Event) -> str:
        """What mentions of one happening have in common: their kind, act, or type."""
        kind = self.of(event)
        return kind.name if kind is not None else event.act or event.type
