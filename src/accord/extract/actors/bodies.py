"""Says which body a definite noun takes up: "the Fund", "the agency", "the bloc", "the company"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from accord.extract.actors.drafts import Draft
from accord.extract.actors.memory import Memory
from accord.extract.actors.vocabularies import ReferenceWords
from accord.extract.actors.words import Stretch, Words
from accord.records import Entity

_KINDS = frozenset({"organisation", "institution", "group"})
_BEFORE_HEAD = frozenset({"of", "for", "on", "in", "to", "against"})
_BACK = 4


class BodyPhrase(Struct, frozen=True):
    """Words `start` to `end`, whose last is a noun that may take up a body."""

    start: int
    end: int


class BodyReader:
    """Finds nouns that take up bodies and says which."""

    def __init__(self, words: ReferenceWords) -> None:
        self._determiners = frozenset(words.determiners)
        self._sorts = words.bodies
        self._nouns = frozenset(noun for sort in words.bodies for noun in sort.nouns)

    def phrases(self, words: Words, stretch: Stretch, drafts: Sequence[Draft]) -> list[BodyPhrase]:
        """The definite nouns of a sentence that stand outside its drafts and can name a body."""
        if stretch.headline:
            return []
        covered = {at for draft in drafts for at in range(draft.start, draft.end)}
        found = []
        for at in range(stretch.start, stretch.end - 1):
            if words.lowers[at] not in self._determiners:
                continue
            noun = at + 1
            if noun in covered or words.tags[noun] not in ("NN", "NNP") or not words.texts[noun].isalpha():
                continue
            if noun + 1 < stretch.end and (
                words.is_noun(noun + 1) or words.tags[noun + 1] == "CD" or words.lowers[noun + 1] == "of"
            ):
                continue
            found.append(BodyPhrase(noun, noun + 1))
        return found

    def taken_up(self, noun: str, memory: Memory, sentence: int) -> Entity | None:
        """The body named last that answers to `noun`, within a few sentences."""
        seen: set[str] = set()
        for trace in reversed(memory.traces):
            if trace.sentence < sentence - _BACK:
                return None
            entity = trace.entity
            if entity.id in seen or entity.kind not in _KINDS:
                continue
            seen.add(entity.id)
            if self._answers(entity, noun):
                return entity
        return None

    def _answers(self, entity: Entity, noun: str) -> bool:
        if noun == _head(entity.name):
            return "/" not in entity.id or entity.kind == "organisation" or entity.name[:1].isupper()
        if noun not in self._nouns:
            return False
        return any(
            noun in sort.nouns and _is(entity.code, sort.codes) and _is(entity.sector, sort.sectors)
            for sort in self._sorts
        )


def _head(name: str) -> str:
    """The noun that says what a name is of: "fund" of "International Monetary Fund"."""
    words = name.lower().split()
    for at, word in enumerate(words[1:], 1):
        if word in _BEFORE_HEAD:
            return words[at - 1]
    return words[-1] if words else ""


def _is(value: str | None, values: Collection[str]) -> bool:
    return value is not None and value in values
