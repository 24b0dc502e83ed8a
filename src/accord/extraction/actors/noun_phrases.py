"""Puts atoms together into noun phrases: owner, office or institution, name."""

from __future__ import annotations

from msgspec.structs import replace

from accord.extraction.actors.gazetteer import HEADS, OWNERS, Gazetteer
from accord.extraction.actors.gazetteer_matches import GazetteerMatch
from accord.extraction.actors.mention_drafts import (
    DEFERRED,
    MODIFIERS,
    AloneReader,
    MentionDraft,
    SentenceAtoms,
    share_heads,
)
from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.extraction.actors.unknown_names import NameReader, NameRun
from accord.extraction.parse.clauses import SUBJECTS
from accord.vocabulary.actor_shapes import NameWords, PlaceWords

_ARGUMENTS = SUBJECTS | {"dobj", "pobj", "ROOT", "appos", "dative"}
_MOST_MODIFIERS = 4
_TOWNS = frozenset({"capital", "place"})


class PhraseReader:
    """Reads the noun phrases that atoms make."""

    def __init__(self, lexicon: Gazetteer, names: NameReader, words: NameWords, places: PlaceWords) -> None:
        self._lexicon = lexicon
        self._names = names
        self._alone = AloneReader(names, words)
        self._led = frozenset(places.led)
        self._backed = frozenset(places.backed)
        self._governments = frozenset(words.governments)
        self._joints = words.joints

    def read(self, words: TokenLists, stretch: Stretch, atoms: list[GazetteerMatch]) -> list[MentionDraft]:
        """The drafts of a sentence, in order, none overlapping another."""
        sentence = SentenceAtoms(words, stretch, atoms, {a.start: k for k, a in enumerate(atoms)})
        drafts: list[MentionDraft] = []
        at = 0
        while at < len(atoms):
            draft, at = self._phrase(sentence, at)
            if draft is not None:
                drafts.append(draft)
        return share_heads(words, drafts, self._joints)

    def _phrase(self, s: SentenceAtoms, at: int) -> tuple[MentionDraft | None, int]:
        atom = s.atoms[at]
        if atom.role in OWNERS:
            return self._owned(s, at)
        if atom.role in HEADS:
            if atom.role == "whole" and s.owns(atom):
                return self._owned(s, at)
            return self._headed(s, at, atom.start, None)
        if atom.role == "place":
            longer = self._alone.longer_name(s, atom)
            if longer is not None:
                return longer, at + 1
        draft = s.draft(atom.start, atom.end, atom.sense)
        if atom.role == "person":
            led = self._government(s, at)
            if led is not None:
                return led, at + 2
            return self._with_realm(s, replace(draft, person=atom.sense.id), at + 1)
        return draft, at + 1

    def _government(self, s: SentenceAtoms, at: int) -> MentionDraft | None:
        """The government that bears the name of its head ("the Thatcher government")."""
        person = s.atoms[at]
        noun = s.words.lowers[person.end : person.end + 1]
        if at + 1 == len(s.atoms) or not self._governments.issuperset(noun):
            return None
        following = s.atoms[at + 1]
        state = self._lexicon.entities[person.sense.id].part_of
        if following.start != person.end or following.role != "whole" or state not in self._lexicon.entities:
            return None
        return replace(s.draft(person.start, following.end, following.sense), owner=state)

    def _owned(self, s: SentenceAtoms, at: int) -> tuple[MentionDraft | None, int]:
        """A phrase that starts with an owner: with its head, or the owner alone."""
        atom = s.atoms[at]
        words, end = s.words, s.stretch.end
        pos = atom.end
        possessive = s.owns(atom)
        led = pos + 1 < end and words.texts[pos] == "-" and words.lowers[pos + 1] in self._led
        if pos + 1 < end and words.texts[pos] == "-" and words.lowers[pos + 1] in self._backed:
            return self._alone.read(s, atom), at + 1
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
            if modifiers == _MOST_MODIFIERS or words.tags[pos] not in MODIFIERS:
                break
            modifiers += 1
            pos += 1
        return self._alone.read(s, s.atoms[at]), at + 1

    def _joined(
        self, s: SentenceAtoms, at: int, next_at: int, doubtful: bool
    ) -> tuple[MentionDraft | None, int]:
        """An owner and the atom that follows it, if they make one phrase."""
        owner, following = s.atoms[at], s.atoms[next_at]
        if doubtful and s.words.token(owner.end - 1).dep_ in _ARGUMENTS:
            return self._alone.read(s, s.atoms[at]), at + 1
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
        return self._alone.read(s, s.atoms[at]), at + 1

    def _headed(
        self, s: SentenceAtoms, at: int, start: int, owner: GazetteerMatch | None
    ) -> tuple[MentionDraft | None, int]:
        """A phrase from its first head noun on: further nouns, a name, `of` its owner."""
        last = at
        while last + 1 < len(s.atoms) and s.atoms[last].end == s.atoms[last + 1].start:
            if s.atoms[last + 1].role not in HEADS or s.atoms[last].role == "people":
                break
            if s.atoms[last].role == "title" and s.atoms[last].sense.plural:
                break
            last += 1
        head = s.atoms[last]
        stays = head.role in ("institution", "whole") and last == at
        if self._is_modifier(s, head) and not stays:
            return None, last + 1
        owner_id = _owner_id(owner) if owner else self._pronoun_owner(s, start)
        role = " ".join(s.words.lowers[s.atoms[at].start : head.end]) if head.role == "title" else None
        draft = replace(s.draft(start, head.end, head.sense), owner=owner_id, role=role)
        if head.role in ("title", "people"):
            named, after = self._named(s, draft, last + 1)
            if named is not None:
                return named, after
        if owner_id is None:
            return self._postposed(s, draft, last + 1)
        return draft, last + 1

    def _pronoun_owner(self, s: SentenceAtoms, start: int) -> str | None:
        """The possessive pronoun before a head ("its newly opened embassy"), marked as to be resolved."""
        for at in range(start - 1, max(start - 4, s.stretch.start - 1), -1):
            if s.words.tags[at] == "PRP$":
                return DEFERRED + s.words.lowers[at]
            if s.words.tags[at] not in MODIFIERS:
                return None
        return None

    def _is_modifier(self, s: SentenceAtoms, head: GazetteerMatch) -> bool:
        """Whether a common noun follows that the head only modifies ("rebel stronghold")."""
        at = head.end
        if at >= s.stretch.end or at in s.starts:
            return False
        if head.role == "people" and not head.sense.plural and s.words.lowers[at] == "to":
            return True  # "opposition to the plan", "a party to the treaty"
        return s.words.tags[at] in ("NN", "NNS") and s.words.texts[at][0].isalpha()

    def _named(self, s: SentenceAtoms, draft: MentionDraft, next_at: int) -> tuple[MentionDraft | None, int]:
        """The draft with the name that follows its head, if one does."""
        at = draft.end
        if next_at < len(s.atoms) and s.atoms[next_at].start == at:
            following = s.atoms[next_at]
            if following.role == "person" and not (draft.sense and draft.sense.plural):
                named = replace(draft, end=following.end, person=following.sense.id)
                return self._with_realm(s, named, next_at + 1)
            return None, next_at
        if draft.sense is None or draft.sense.plural:
            return None, next_at
        run = self._names.run_at(s.words, s.stretch, at, s.starts)
        if run is None or self._names.suffix_of(s.words, run):
            return None, next_at
        if s.stretch.headline:
            if not self._names.has_given_name(s.words, run):
                return None, next_at
            run = NameRun(run.start, min(run.end, run.start + 2))
        return self._with_realm(s, replace(draft, end=run.end, name=run), next_at)

    def _with_realm(self, s: SentenceAtoms, draft: MentionDraft, next_at: int) -> tuple[MentionDraft, int]:
        """The named draft with the owner that follows its name ("King Olav of Norway")."""
        at = draft.end
        if draft.owner is not None or at + 1 >= s.stretch.end or s.words.lowers[at] != "of":
            return draft, next_at
        at += 2 if s.words.lowers[at + 1] == "the" else 1
        owner_at = s.starts.get(at)
        atom = s.atoms[owner_at] if owner_at is not None else None
        if owner_at is None or atom is None:
            return draft, next_at
        if atom.role == "state":
            return replace(draft, end=atom.end, owner=atom.sense.id), owner_at + 1
        if atom.role in OWNERS:
            return replace(draft, owner=_owner_id(atom)), next_at
        return replace(draft, seat=atom.sense.id or None) if atom.role == "place" else draft, next_at

    def _spoken_for(self, s: SentenceAtoms, draft: MentionDraft) -> MentionDraft:
        """The spokesman with the owner and sector of whom he speaks for ("a spokesman for the army")."""
        article = s.words.lowers[draft.end + 1] in ("the", "a")
        at = s.starts.get(draft.end + (2 if article else 1))
        if at is None or draft.sense is None:
            return draft
        atom, owner = s.atoms[at], None
        if atom.role in OWNERS:
            owner = _owner_id(atom)
            whole, _ = self._owned(s, at)
            part = whole.sense if whole is not None and whole.owner is not None else None
        else:
            part = atom.sense if atom.role == "institution" else None
        sector = part.sector if part is not None else draft.sense.sector
        return replace(draft, owner=owner, sense=replace(draft.sense, sector=sector))

    def _postposed(
        self, s: SentenceAtoms, draft: MentionDraft, next_at: int
    ) -> tuple[MentionDraft | None, int]:
        """The draft with the owner that follows in an `of` phrase, or the seat in an `in` phrase."""
        at = draft.end
        beside = s.starts.get(at)
        if beside is not None and draft.sense is not None and draft.sense.abroad:
            town = s.atoms[beside]
            if town.role in _TOWNS and draft.sense.role == "institution" and s.words.is_name(draft.head):
                return replace(draft, end=town.end, seat=town.sense.id or None), next_at + 1  # "Embassy Lima"
        if at + 1 < s.stretch.end and s.words.lowers[at] == "for" and _speaks(draft):
            return self._spoken_for(s, draft), next_at
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
        if inner is None or inner.sense is not atom.sense or s.owns(atom):
            return replace(draft, owner=atom.sense.id), next_at
        return replace(draft, end=atom.end, owner=atom.sense.id), after


def _speaks(draft: MentionDraft) -> bool:
    return draft.sense is not None and draft.sense.id == "spokesperson"


def _owner_id(owner: GazetteerMatch) -> str:
    """The identifier of an owner, marked as to be resolved where it is a common noun ("the group's")."""
    return DEFERRED + owner.sense.id if owner.role == "whole" else owner.sense.id
