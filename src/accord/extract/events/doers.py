"""Which nouns can act: a state's army does, its law does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.events.clauses import lemma_of
from accord.vocabulary import read

if TYPE_CHECKING:
    from spacy.tokens import Token


class _File(Struct, frozen=True):
    abstract_endings: str
    agents: str
    abstract: str


class Doers:
    """Tells nouns that can act from those that cannot: a state's law does nothing, its army does."""

    def __init__(self, file: _File) -> None:
        self._endings = tuple(file.abstract_endings.split())
        self._agents = frozenset(file.agents.split())
        self._abstract = frozenset(file.abstract.split())

    @classmethod
    def load(cls) -> Doers:
        """Read event_roles.json."""
        return cls(read("event_roles.json", _File))

    def can_act(self, noun: Token) -> bool:
        """Whether a noun can be the doer of an event."""
        lemma = lemma_of(noun)
        if noun.pos_ != "NOUN" or lemma in self._agents:
            return True
        return lemma not in self._abstract and not lemma.endswith(self._endings)
