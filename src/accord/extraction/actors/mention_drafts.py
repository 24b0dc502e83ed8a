"""Drafts of mentions: words whose part in a phrase is known, their entity not; and owners without heads."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.actors.gazetteer import ActorSense
from accord.extraction.actors.gazetteer_matches import GazetteerMatch
from accord.extraction.actors.token_lists import POSSESSIVES, Stretch, TokenLists
from accord.extraction.actors.unknown_names import NameReader, NameRun
from accord.vocabulary.actor_shapes import NameWords

MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "RB", "CD", "HYPH", "NN", "NNP", "VBG"})
"""Tags of words that can stand between an owner and its head."""

DEFERRED = "@"
"""Starts an owner that is known only once the text before is resolved: "@group", "@its"."""


class MentionDraft(Struct, frozen=True):
    """A mention before its entity is known: words `start` to `end` of sentence `sentence`.

    `sense` is that of the head.  `owner` is the entity that owns it, `seat` the one it is only
    located in.  `name` is a run of proper nouns the head introduces, `person` a person of the
    gazetteer.  `role` is an office in lower case.
    """

    start: int
    end: int
    sentence: int
    sense: ActorSense | None
    owner: str | None = None
    seat: str | None = None
    name: NameRun | None = None
    person: str | None = None
    role: str | None = None
    head: int = -1


class SentenceAtoms(Struct, frozen=True):
    """A sentence with its atoms; `starts` gives the index of the atom that starts at a word."""

    words: TokenLists
    stretch: Stretch
    atoms: list[GazetteerMatch]
    starts: dict[int, int]

    def owns(self, atom: GazetteerMatch) -> bool:
        """Whether a possessive follows the atom."""
        return atom.end < self.stretch.end and self.words.lowers[atom.end] in POSSESSIVES

    def draft(self, start: int, end: int, sense: ActorSense) -> MentionDraft:
        """The words `start` to `end` as a draft."""
        return MentionDraft(start, end, self.stretch.index, sense, head=end - 1)


def share_heads(words: TokenLists, drafts: list[MentionDraft], joints: frozenset[str]) -> list[MentionDraft]:
    """Give the first of two joined adjectives the head of the second ("Chilean and Peruvian troops")."""
    shared: list[MentionDraft] = []
    following: MentionDraft | None = None
    for draft in reversed(drafts):
        if (
            draft.sense is not None
            and draft.sense.role == "adjective"
            and following is not None
            and following.owner is not None
            and following.sense is not None
            and following.name is None
            and following.start == draft.end + 1
            and words.lowers[draft.end] in joints
        ):
            draft = replace(draft, owner=draft.sense.id, sense=following.sense, role=following.role)
        shared.append(draft)
        following = draft
    return shared[::-1]


class AloneReader:
    """Reads single owners."""

    def __init__(self, names: NameReader, words: NameWords) -> None:
        self._names = names
        self._joints = words.joints
        self._before_people = words.before_people
        self._before_one = words.before_one

    def read(self, s: SentenceAtoms, atom: GazetteerMatch) -> MentionDraft | None:
        """An owner without a head: the actor itself, or its people ("the French")."""
        if atom.role != "whole":
            longer = self.longer_name(s, atom)
            if longer is not None:
                return longer
        if atom.role != "adjective" or self._noun_follows(s, atom.end):
            return s.draft(atom.start, atom.end, atom.sense)
        sense = self._of_people(s, atom)
        return s.draft(atom.start, atom.end, sense) if sense else None

    def _of_people(self, s: SentenceAtoms, atom: GazetteerMatch) -> ActorSense | None:
        """What an adjective means without a noun; None where it names a language or the like."""
        roles = {other.role: other for other in atom.others}
        if "state" in roles:
            return roles["state"]
        joined = atom.end < s.stretch.end and s.words.lowers[atom.end] in self._joints
        other = s.starts.get(atom.end + 1)
        if joined and other is not None and s.atoms[other].role == "adjective":
            return atom.sense
        before = s.words.lowers[atom.start - 1] if atom.start > s.stretch.start else ""
        tag = s.words.tags[atom.end - 1]
        if "nationals" in roles:
            counted = atom.start > s.stretch.start and s.words.tags[atom.start - 1] == "CD"
            if before in self._before_people or counted or tag == "NNPS":
                return roles["nationals"]
        elif tag in ("NN", "NNP") and before in self._before_one:
            return ActorSense("nationals", atom.sense.id, "CVL")
        return atom.sense if joined else None

    def longer_name(self, s: SentenceAtoms, atom: GazetteerMatch) -> MentionDraft | None:
        """The body whose name starts with that of an actor ("Lima University")."""
        if s.stretch.headline:
            return None
        run = self._names.run_at(s.words, s.stretch, atom.end, s.starts)
        if run is None:
            return None
        suffix = self._names.suffix_of(s.words, run)
        if suffix is None or suffix.kind != "organisation":
            return None
        body = ActorSense("body", "", suffix.sector)
        return replace(
            s.draft(atom.start, run.end, body), seat=atom.sense.id, name=NameRun(atom.start, run.end)
        )

    def _noun_follows(self, s: SentenceAtoms, at: int) -> bool:
        for pos in range(at, min(at + 4, s.stretch.end)):
            tag = s.words.tags[pos]
            if tag.startswith("NN"):
                return True
            if tag not in MODIFIERS:
                return False
        return False
