"""Drafts of mentions: words whose part in a phrase is known, their entity not yet."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from accord.extract.actors.atoms import Atom
from accord.extract.actors.lexicon import Sense
from accord.extract.actors.names import Run
from accord.extract.actors.words import POSSESSIVES, Stretch, Words

MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "RB", "CD", "HYPH", "NN", "NNP", "VBG"})
"""Tags of words that can stand between an owner and its head."""

DEFERRED = "@"
"""Starts an owner that is known only once the text before is resolved: "@group", "@its"."""


class Draft(Struct, frozen=True):
    """A mention before its entity is known: words `start` to `end` of sentence `sentence`.

    `sense` is that of the head.  `owner` is the entity that owns it, `seat` the one it is only
    located in.  `name` is a run of proper nouns the head introduces, `person` a person of the
    gazetteer.  `role` is an office in lower case.
    """

    start: int
    end: int
    sentence: int
    sense: Sense | None
    owner: str | None = None
    seat: str | None = None
    name: Run | None = None
    person: str | None = None
    role: str | None = None
    head: int = -1


class Sentence(Struct, frozen=True):
    """A sentence with its atoms; `starts` gives the index of the atom that starts at a word."""

    words: Words
    stretch: Stretch
    atoms: list[Atom]
    starts: dict[int, int]

    def owns(self, atom: Atom) -> bool:
        """Whether a possessive follows the atom."""
        return atom.end < self.stretch.end and self.words.lowers[atom.end] in POSSESSIVES

    def draft(self, start: int, end: int, sense: Sense) -> Draft:
        """The words `start` to `end` as a draft."""
        return Draft(start, end, self.stretch.index, sense, head=end - 1)


def share_heads(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Give the first of two joined adjectives the head of the second ("Chilean and Peruvian troops")."""
    shared: list[Draft] = []
    following: Draft | None = None
    for draft in reversed(drafts):
        if (
            draft.sense is not None
            and draft.sense.role == "adjective"
            and following is not None
            and following.owner is not None
            and following.sense is not None
            and following.name is None
            and following.start == draft.end + 1
            and words.lowers[draft.end] in ("and", "or", ",", "-")
        ):
            draft = replace(draft, owner=draft.sense.id, sense=following.sense, role=following.role)
        shared.append(draft)
        following = draft
    return shared[::-1]
