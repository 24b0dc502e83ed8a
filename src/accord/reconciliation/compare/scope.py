"""Two claims of standing out: "first country", "first major power", "second country", "only"."""

from __future__ import annotations

from msgspec import Struct

from accord.errors import VocabularyError
from accord.records import Comparison
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/events/scopes.json"


class _ClassEntry(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: tuple[str, ...]
    inside: tuple[str, ...] = ()


class _ScopeFile(Struct, frozen=True, forbid_unknown_fields=True):
    ranks: dict[str, int]
    fillers: frozenset[str]
    classes: tuple[_ClassEntry, ...]


class Scope(Struct, frozen=True):
    """A rank ("first" is 1; "only" and the like are None) within a class of comparable things."""

    rank: int | None
    word: str
    klass: str


class ScopeWords:
    """Ranks and classes, and fillers that stand between them ("the first ever country")."""

    def __init__(
        self,
        ranks: dict[str, int],
        words: dict[str, str],
        wholes: dict[str, tuple[str, ...]],
        fillers: frozenset[str],
    ) -> None:
        self._fillers = fillers
        self._ranks = ranks
        self._words = words
        self._wholes = wholes

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> ScopeWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken, or a filler is a rank.
        """
        file = vocabulary.read(_FILE, _ScopeFile)
        if both := sorted(file.fillers & file.ranks.keys()):
            raise VocabularyError(f"vocabulary file {_FILE}: {both[0]!r} is a filler and a rank; keep one")
        words = {word: entry.name for entry in file.classes for word in entry.words}
        wholes = {entry.name: entry.inside for entry in file.classes}
        return cls(file.ranks, words, wholes, file.fillers)

    def scope_of(self, value: str) -> Scope:
        """The scope that a qualifier's value tells."""
        words = value.casefold().replace("-", " ").split()
        ranked = [word for word in words if word in self._ranks]
        word = ranked[0] if ranked else (words[0] if words else "")
        rest = " ".join(w for w in words if w != word and w not in self._fillers)
        return Scope(self._ranks.get(word), word, self._words.get(rest, rest))

    def compare(self, one: Scope, other: Scope) -> Comparison:
        """Compare two scopes of the same act."""
        if not one.word or not other.word:
            return "cannot tell"
        if one == other:
            return "agrees"
        if one.rank is None or other.rank is None:
            return "differs in scope" if one.word == other.word else "cannot tell"
        if one.klass == other.klass:
            return "agrees" if one.rank == other.rank else "contradicts"
        if not one.klass or not other.klass:
            return "refines" if one.rank == other.rank else "cannot tell"
        if one.rank == other.rank:
            return "differs in scope"
        return "contradicts" if self._impossible(one, other) else "cannot tell"

    def _impossible(self, one: Scope, other: Scope) -> bool:
        """First of the wider class, yet not first of the class inside it."""
        for wide, narrow in ((one, other), (other, one)):
            if wide.klass in self._wholes.get(narrow.klass, ()) and wide.rank == 1 and narrow.rank != 1:
                return True
        return False
