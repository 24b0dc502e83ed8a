"""Kinds of happening: which acts are one happening seen from two sides, and how each is worded."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.records import Event
from accord.vocabulary import PACKAGED, Vocabulary


class Kind(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of happening.

    `acts` are one kind; those in `mirrored` are told from the other side, so that their actors are
    its recipients.  What happens `once` between the same two is the same happening whatever its
    date.  `mutual` happenings have two equal sides, those `located`
    happen in one place, and the place of those `placed` stands for their recipient; those `of_whole` are
    told of states even where an envoy or official of one is named; those `decreed` need no place to be
    done in.  `base`, `past` and `noun` word it, with
    `{recipient}` where it goes; `passive` words it where nobody is named who did it, `alone` (base
    and past) where it has no recipient.
    """

    name: str
    acts: tuple[str, ...]
    noun: str
    base: str
    past: str
    passive: str
    once: bool = False
    mutual: bool = False
    of_whole: bool = False
    placed: bool = False
    located: bool = False
    decreed: bool = False
    alone: tuple[str, str] | None = None
    mirrored: tuple[str, ...] = ()


class Kinds(Struct, frozen=True):
    """The kinds of vocabulary/happenings.json, by act."""

    by_act: Mapping[str, Kind]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Kinds:
        """Read the vocabulary.

        Raises:
            VocabularyError: an act stands in two kinds, or a mirrored act in none.
        """
        by_act: dict[str, Kind] = {}
        for kind in vocabulary.read("en/events/happenings.json", tuple[Kind, ...]):
            for act in kind.acts:
                if act in by_act:
                    raise VocabularyError(
                        f"vocabulary file happenings.json: act {act!r} stands in {by_act[act].name!r} "
                        f"and {kind.name!r}; keep one"
                    )
                by_act[act] = kind
            for act in kind.mirrored:
                if act not in kind.acts:
                    raise VocabularyError(
                        f"vocabulary file happenings.json: mirrored act {act!r} of {kind.name!r} "
                        "is not among its acts; add it"
                    )
        return cls(by_act)

    def of(self, event: Event) -> Kind | None:
        """The kind of an event mention, or None where its act has none."""
        return self.by_act.get(event.act) if event.act else None

    def key(self, event: Event) -> str:
        """What mentions of one happening have in common: their kind, act, or type."""
        kind = self.of(event)
        return kind.name if kind is not None else event.act or event.type
