"""Puts atoms together into noun phrases: owner, office or institution, name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from accord.extract.actors.atoms import Atom
from accord.extract.actors.lexicon import HEADS, OWNERS, Lexicon, Sense
from accord.extract.actors.names import NameReader, Run
from accord.extract.actors.vocabularies import PlaceWords
from accord.extract.actors.words import POSSESSIVES, Stretch, Words

_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "RB", "CD", "HYPH", "NN", "NNP", "VBG"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "appos", "dative"})
_MOST_MODIFIERS = 4

DEFERRED = "@"
"""Starts an owner that is known only once the text before is resolved: "@group", "@its"."""


@dataclass(frozen=True, slots=True)
class Draft:
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


class PhraseReader:
    """Reads the noun phrases that atoms make."""

    def __init__(self, lexicon: Lexicon, names: NameReader, places: PlaceWords) -> None:
        self._lexicon = lexicon
        self._names = names
        self._led = frozenset(places.led)

    def read(self, words: Words, stretch: Stretch, atoms: list[Atom]) -> list[Draft]:
        """The drafts of a sentence, in order, none overlapping another."""
        sentence = _Sentence(words, stretch, atoms, {a.start: k for k, a in enumerate(atoms)})
        drafts: list[Draft] = []
        at = 0
        while at < len(atoms):
            draft, at = self._phrase(sentence, at)
            if draft is not None:
                drafts.append(draft)
        return _share_heads(words, drafts)

    def _phrase(self, s: _Sentence, at: int) -> tuple[Draft | None, int]:
        atom = s.atoms[at]
        if atom.role in OWNERS:
            return self._owned(s, at)
        if atom.role in HEADS:
            possessive = atom.end < s.stretch.end and s.words.lowers[atom.end] in POSSESSIVES
            if atom.role == "whole" and possessive:
                return self._owned(s, at)
            return self._headed(s, at, atom.start, None)
        person = atom.sense.id if atom.role == "person" else None
        return self._draft(s, atom.start, atom.end, atom.sense, person=person), at + 1

    def _owned(self, s: _Sentence, at: int) -> tuple[Draft | None, int]:
        """A phrase that starts with an owner: with its head, or the owner alone."""
        atom = s.atoms[at]
        words, end = s.words, s.stretch.end
        pos = atom.end
        possessive = pos < end and words.lowers[pos] in POSSESSIVES
        led = pos + 1 < end and words.texts[pos] == "-" and words.lowers[pos + 1] in self._led
        if possessive:
            pos += 1
        elif led:
            pos += 2
        tight = not (possessive or led or atom.role == "adjective")
        modifiers = 0
        while pos < end:
            next_at = s.starts.get(pos)
            if next_at is not None:
                return self._joined(s, at, next_at, tight and modifiers > 0)
            if modifiers == _MOST_MODIFIERS or words.tags[pos] not in _MODIFIERS:
                break
            modifiers += 1
            pos += 1
        return self._alone(s, at), at + 1

    def _joined(
        self, s: _Sentence, at: int, next_at: int, doubtful: bool
    ) -> tuple[Draft | None, int]:
        """An owner and the atom that follows it, if they make one phrase."""
        owner, following = s.atoms[at], s.atoms[next_at]
        if doubtful and s.words.token(owner.end - 1).dep_ in _ARGUMENTS:
            return self._alone(s, at), at + 1
        if following.role in HEADS:
            draft, after = self._headed(s, next_at, owner.start, owner)
            if draft is not None:
                return draft, after
        elif following.role == "named":
            entity = self._lexicon.entities[following.sense.id]
            if entity.part_of == owner.sense.id or entity.id == owner.sense.id:
                draft, after = self._owned(s, next_at)
                if draft is not None:
                    return replace(draft, start=owner.start), after
        return self._alone(s, at), at + 1

    def _headed(
        self, s: _Sentence, at: int, start: int, owner: Atom | None
    ) -> tuple[Draft | None, int]:
        """A phrase from its first head noun on: further nouns, a name, `of` its owner."""
        last = at
        while last + 1 < len(s.atoms) and s.atoms[last].end == s.atoms[last + 1].start:
            if s.atoms[last + 1].role not in HEADS:
                break
            last += 1
        head = s.atoms[last]
        if self._is_modifier(s, head):
            last, head = self._last_noun(s, at, last)
            if head is None:
                return None, last + 1
        owner_id = _owner_id(owner) if owner else self._pronoun_owner(s, start)
        role = " ".join(s.words.lowers[s.atoms[at].start : head.end]) if head.role == "title" else None
        draft = self._draft(s, start, head.end, head.sense, owner=owner_id, role=role)
        draft = replace(draft, head=head.end - 1)
        if head.role in ("title", "people"):
            named, after = self._named(s, draft, last + 1)
            if named is not None:
                return named, after
        if owner_id is None:
            return self._postposed(s, draft, last + 1)
        return draft, last + 1

    def _pronoun_owner(self, s: _Sentence, start: int) -> str | None:
        """The possessive pronoun before a head ("its newly opened embassy"), marked as to be resolved."""
        for at in range(start - 1, max(start - 4, s.stretch.start - 1), -1):
            if s.words.tags[at] == "PRP$":
                return DEFERRED + s.words.lowers[at]
            if s.words.tags[at] not in _MODIFIERS:
                return None
        return None

    def _is_modifier(self, s: _Sentence, head: Atom) -> bool:
        """Whether a common noun follows that the head only modifies ("rebel stronghold")."""
        at = head.end
        if at >= s.stretch.end or at in s.starts:
            return False
        return s.words.tags[at] in ("NN", "NNS") and s.words.texts[at][0].isalpha()

    def _last_noun(self, s: _Sentence, first: int, last: int) -> tuple[int, Atom | None]:
        """The last atom that stays an actor though a noun follows: an institution, or people in plural."""
        atom = s.atoms[last]
        if atom.role in ("institution", "whole") and first == last:
            return last, atom
        return last, None

    def _named(self, s: _Sentence, draft: Draft, next_at: int) -> tuple[Draft | None, int]:
        """The draft with the name that follows its head, if one does."""
        at = draft.end
        if next_at < len(s.atoms) and s.atoms[next_at].start == at:
            following = s.atoms[next_at]
            if following.role == "person":
                named = replace(draft, end=following.end, person=following.sense.id)
                return self._with_realm(s, named, next_at + 1)
            return None, next_at
        if draft.sense is None or (draft.sense.role == "people" and draft.sense.plural):
            return None, next_at
        run = self._names.run_at(s.words, s.stretch, at, s.starts)
        if run is None or self._names.suffix_of(s.words, run):
            return None, next_at
        if s.stretch.headline:
            if not self._names.has_given_name(s.words, run):
                return None, next_at
            run = Run(run.start, min(run.end, run.start + 2))
        return self._with_realm(s, replace(draft, end=run.end, name=run), next_at)

    def _with_realm(self, s: _Sentence, draft: Draft, next_at: int) -> tuple[Draft, int]:
        """The named draft with the owner that follows its name ("King Olav of Norway")."""
        owner_at = s.starts.get(draft.end + 1)
        if draft.owner is not None or owner_at is None or s.words.lowers[draft.end] != "of":
            return draft, next_at
        atom = s.atoms[owner_at]
        if atom.role != "state":
            return draft, next_at
        return replace(draft, end=atom.end, owner=atom.sense.id), owner_at + 1

    def _postposed(self, s: _Sentence, draft: Draft, next_at: int) -> tuple[Draft | None, int]:
        """The draft with the owner that follows in an `of` phrase, or the seat in an `in` phrase."""
        at = draft.end
        if at + 1 >= s.stretch.end or s.words.lowers[at] not in ("of", "in", "from"):
            return draft, next_at
        start = at + 2 if s.words.lowers[at + 1] == "the" else at + 1
        owner_at = s.starts.get(start)
        if owner_at is None or s.atoms[owner_at].role not in (OWNERS | {"place"}):
            return draft, next_at
        atom = s.atoms[owner_at]
        if s.words.lowers[at] != "of":
            return replace(draft, seat=atom.sense.id or None), next_at
        if atom.role == "place":
            return replace(draft, seat=atom.sense.id or None), next_at
        inner, after = self._owned(s, owner_at)
        followed = atom.end < s.stretch.end and s.words.lowers[atom.end] in POSSESSIVES
        if inner is None or inner.sense is not atom.sense or followed:
            return replace(draft, owner=atom.sense.id), next_at
        return replace(draft, end=atom.end, owner=atom.sense.id), after

    def _alone(self, s: _Sentence, at: int) -> Draft | None:
        """An owner without a head: the actor itself, or its people ("the French")."""
        atom = s.atoms[at]
        if atom.role != "whole":
            longer = self._longer_name(s, atom)
            if longer is not None:
                return longer
        if atom.role != "adjective":
            return self._draft(s, atom.start, atom.end, atom.sense)
        words, end = s.words, atom.end
        nationals = next((o for o in atom.others if o.role == "nationals"), None)
        noun = self._noun_follows(s, end)
        state = next((o for o in atom.others if o.role == "state"), None)
        if noun:
            return self._draft(s, atom.start, atom.end, atom.sense)
        if state is not None:
            return self._draft(s, atom.start, atom.end, state)
        the = atom.start > s.stretch.start and words.lowers[atom.start - 1] in ("the", "two", "many")
        if nationals is not None and (the or words.tags[atom.end - 1] == "NNPS"):
            return self._draft(s, atom.start, atom.end, nationals)
        if nationals is None and words.tags[atom.end - 1] in ("NN", "NNP") and self._counted(s, atom):
            return self._draft(s, atom.start, atom.end, Sense("nationals", atom.sense.id, "CVL"))
        if end < s.stretch.end and words.lowers[end] in ("and", "or", ",", "-"):
            return self._draft(s, atom.start, atom.end, atom.sense)
        return None

    def _longer_name(self, s: _Sentence, atom: Atom) -> Draft | None:
        """The body whose name starts with that of an actor ("Lima University")."""
        if s.stretch.headline:
            return None
        run = self._names.run_at(s.words, s.stretch, atom.end, s.starts)
        if run is None:
            return None
        suffix = self._names.suffix_of(s.words, run)
        if suffix is None or suffix.kind != "organisation":
            return None
        body = Sense("body", "", suffix.sector)
        return replace(
            self._draft(s, atom.start, run.end, body), seat=atom.sense.id, name=Run(atom.start, run.end)
        )

    def _noun_follows(self, s: _Sentence, at: int) -> bool:
        for pos in range(at, min(at + 4, s.stretch.end)):
            tag = s.words.tags[pos]
            if tag.startswith("NN"):
                return True
            if tag not in _MODIFIERS:
                return False
        return False

    def _counted(self, s: _Sentence, atom: Atom) -> bool:
        before = s.words.lowers[atom.start - 1] if atom.start > s.stretch.start else ""
        return before in ("a", "an", "the", "another", "one")

    @staticmethod
    def _draft(
        s: _Sentence,
        start: int,
        end: int,
        sense: Sense,
        *,
        owner: str | None = None,
        person: str | None = None,
        role: str | None = None,
    ) -> Draft:
        return Draft(start, end, s.stretch.index, sense, owner, person=person, role=role, head=end - 1)


def _owner_id(owner: Atom) -> str:
    """The identifier of an owner, marked as to be resolved where it is a common noun ("the group's")."""
    return DEFERRED + owner.sense.id if owner.role == "whole" else owner.sense.id


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: Words
    stretch: Stretch
    atoms: list[Atom]
    starts: dict[int, int]


def _share_heads(words: Words, drafts: list[Draft]) -> list[Draft]:
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
