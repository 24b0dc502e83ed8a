"""Settles names that can stand for several: for which actor, by the rest of the report; or for a place.

"Moscow" is the Soviet Union's where a report names that state and not Russia, "Congolese" is of the
Congo whose towns it names, and "Bavaria" is a kingdom only where every year told lies in its time.
Lima is a place in "arrived in Lima", and acts in "Lima refused".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from accord.extraction.actors.gazetteer import HEADS, ActorSense, Gazetteer
from accord.extraction.actors.gazetteer_matches import GazetteerMatch
from accord.extraction.actors.mention_drafts import MentionDraft
from accord.extraction.actors.token_lists import POSSESSIVES, TokenLists
from accord.vocabulary.actor_shapes import PlaceWords

_OF_STATES = frozenset({"state", "adjective", "nationals", "capital", "metonym", "place"})
_SEATS = frozenset({"capital", "metonym"})
_YEAR = re.compile(r"(?<!\d)1[4-9]\d\d(?!\d)|(?<!\d)20\d\d(?!\d)")
_PLACE_ROLES = frozenset({"state", "capital"})
_DATE_LINE = re.compile(r"\s*(?:,[^()—–-]{1,40})?(?:\([^)]{1,60}\))?\s*(?:—|–|--|-)\s")


class SenseChooser:
    """Chooses among the senses of atoms once the whole report is known."""

    def __init__(self, lexicon: Gazetteer, places: PlaceWords) -> None:
        self._lexicon = lexicon
        self._locative = frozenset(places.locative)

    def settle(
        self, words: TokenLists, sentences: Sequence[list[GazetteerMatch]]
    ) -> list[list[GazetteerMatch]]:
        """The atoms with the senses that fit the report, without surnames of other persons."""
        settled = [list(atoms) for atoms in sentences]
        shared = [atom for atoms in sentences for atom in atoms if atom.others]
        if shared:
            told = _told(sentences)
            past = any(
                sense.id in self._lexicon.past for atom in shared for sense in (atom.sense, *atom.others)
            )
            years = [int(year) for year in _YEAR.findall(words.text)] if past else []
            settled = [[self._choose(words, atom, told, years) for atom in atoms] for atoms in sentences]
        return _without_strangers(words, _by_full_names(words, settled))

    def _choose(
        self, words: TokenLists, atom: GazetteerMatch, told: set[str], years: Sequence[int]
    ) -> GazetteerMatch:
        if not atom.others:
            return atom
        senses = (atom.sense, *atom.others)
        body = next((sense for sense in senses if sense.role == "named"), None)
        if body is not None:
            others = tuple(sense for sense in senses if sense is not body)
            return self._choose_named(words, replace(atom, sense=body, others=others), told)
        states = _states(atom)
        if len(states) < 2:
            return atom
        past = self._lexicon.past
        default = next((state for state in states if state not in past), states[0])
        chosen = default
        timely = [state for state in states if state in past and _within(years, past[state])]
        named = [state for state in states if state != default and state in told]
        region = any(sense.role == "place" for sense in senses if sense.id == default)
        # That Germany is named does not tell that Hanover is a town of it.
        if region or default not in told:
            chosen = next(iter(named if len(named) == 1 else timely), default)
        elif atom.role not in _SEATS:
            chosen = next(iter(timely), default)
        if chosen == atom.sense.id:
            return atom
        rest = tuple(sense for sense in senses if sense.id != chosen)
        kept = [sense for sense in senses if sense.id == chosen]
        return replace(atom, sense=kept[0], others=(*kept[1:], *rest))

    def _choose_named(self, words: TokenLists, atom: GazetteerMatch, told: set[str]) -> GazetteerMatch:
        """A body, or the town it sits in ("in Brussels"), or the like body of a state that is told of."""
        for other in atom.others:
            if other.role == "capital":
                seat = atom.start > 0 and words.lowers[atom.start - 1] in self._locative
                if seat or (other.id in told and atom.sense.id not in told):
                    return replace(atom, sense=other, others=(atom.sense,))
            elif other.role in HEADS:
                whole = self._lexicon.entities[atom.sense.id].part_of
                if whole not in told and any(self._lexicon.entities[id_].kind == "state" for id_ in told):
                    return replace(atom, sense=other, others=(atom.sense,))
        return atom


def _states(atom: GazetteerMatch) -> list[str]:
    """The states among the senses of an atom, in the order of the lexicon."""
    senses = (atom.sense, *atom.others)
    return list(dict.fromkeys(s.id for s in senses if s.role in _OF_STATES and s.id))


def _told(sentences: Sequence[list[GazetteerMatch]]) -> set[str]:
    """The actors that the report names in words that can mean no other."""
    told: set[str] = set()
    for atoms in sentences:
        for atom in atoms:
            states = _states(atom)
            bodies = [s.id for s in (atom.sense, *atom.others) if s.role == "named"]
            if len(states) + len(bodies) == 1:
                told.update(states or bodies)
    return told


def _within(years: Sequence[int], span: tuple[int, int]) -> bool:
    return bool(years) and all(span[0] <= year <= span[1] for year in years)


def _by_full_names(words: TokenLists, sentences: list[list[GazetteerMatch]]) -> list[list[GazetteerMatch]]:
    """The atoms, with surnames that several persons have given to the one whose full name is told."""
    full: dict[str, dict[str | None, GazetteerMatch]] = {}
    for atoms in sentences:
        for atom in atoms:
            if atom.role == "person" and atom.end - atom.start > 1:
                full.setdefault(words.lowers[atom.end - 1], {})[atom.sense.id] = atom
    if not full:
        return sentences

    def of_full_name(atom: GazetteerMatch) -> GazetteerMatch:
        known = full.get(words.lowers[atom.start], {}) if _is_surname(atom) else {}
        if len(known) != 1 or atom.sense.id in known:
            return atom
        (named,) = known.values()
        return replace(atom, sense=named.sense)

    return [[of_full_name(atom) for atom in atoms] for atoms in sentences]


def _without_strangers(
    words: TokenLists, sentences: list[list[GazetteerMatch]]
) -> list[list[GazetteerMatch]]:
    """The atoms without surnames that the report gives to a person of another first name."""
    given: set[tuple[int, str]] = set()
    for atoms in sentences:
        ends = {atom.end for atom in atoms}
        for atom in atoms:
            if _is_surname(atom) and atom.start not in ends and _follows_name(words, atom.start):
                given.add((atom.start, atom.sense.id))
    if not given:
        return sentences
    known = {a.sense.id for atoms in sentences for a in atoms if a.role == "person" and a.end - a.start > 1}
    strangers = {person for _, person in given} - known
    return [
        [
            atom
            for atom in atoms
            if (atom.start, atom.sense.id) not in given
            and not (_is_surname(atom) and atom.sense.id in strangers)
        ]
        for atoms in sentences
    ]


def _is_surname(atom: GazetteerMatch) -> bool:
    return atom.role == "person" and atom.end - atom.start == 1


def _follows_name(words: TokenLists, at: int) -> bool:
    """Whether a capitalised name of another person stands before the word, in the same sentence."""
    if at == 0 or words.token(at).is_sent_start or not words.is_name(at - 1):
        return False
    return not words.texts[at - 1].isupper() and words.token(at - 1).dep_ == "compound"


class PlaceRoles:
    """Decides which drafts of a sentence are places."""

    def __init__(self, vocabulary: PlaceWords) -> None:
        self._namesakes = vocabulary.namesakes
        self._locative = frozenset(vocabulary.locative)
        self._directional = frozenset(vocabulary.directional)
        self._between = frozenset(vocabulary.between)
        self._motion = frozenset(vocabulary.motion)
        self._entered = frozenset(vocabulary.entered)

    def namesakes(self, sentences: Iterable[Iterable[MentionDraft]]) -> dict[str, ActorSense]:
        """The places that names of states stand for in the report: its drafts tell of where these lie.

        A report that names towns in the United States, and of the state in the Caucasus nothing but
        "Georgia", is about the American one.
        """
        senses = {draft.sense for drafts in sentences for draft in drafts if draft.sense is not None}
        places = {sense.id for sense in senses if sense.role == "place"}
        states = {sense.id for sense in senses if sense.role != "state"}
        return {
            one.name: ActorSense("place", one.within)
            for one in self._namesakes
            if one.within in places and one.state not in states
        }

    def at_home(
        self, words: TokenLists, drafts: list[MentionDraft], namesakes: dict[str, ActorSense]
    ) -> list[MentionDraft]:
        """The drafts with those that name a state by one of the `namesakes` as the place."""
        if not namesakes:
            return drafts
        return [
            replace(draft, sense=namesakes[words.texts[draft.start]])
            if draft.sense is not None
            and draft.sense.role == "state"
            and draft.end == draft.start + 1
            and words.texts[draft.start] in namesakes
            else draft
            for draft in drafts
        ]

    def places(self, words: TokenLists, text: str, drafts: Sequence[MentionDraft]) -> set[int]:
        """Indices of those `drafts` of one sentence that are places."""
        found: set[int] = set()
        for at in range(len(drafts)):
            if self._is_place(words, text, drafts, at, found):
                found.add(at)
        return found

    def _is_place(
        self, words: TokenLists, text: str, drafts: Sequence[MentionDraft], at: int, found: set[int]
    ) -> bool:
        draft = drafts[at]
        if draft.sense is None or draft.owner is not None or draft.name is not None:
            return False
        if draft.sense.role == "place":
            return True
        country = draft.sense.role == "whole" and draft.sense.id == "country"
        if not country and draft.sense.role not in _PLACE_ROLES:
            return False
        if draft.end < len(words.texts) and words.lowers[draft.end] in POSSESSIVES:
            return False
        return (
            self._follows_preposition(words, draft)
            or (at - 1 in found and self._continues(words, drafts[at - 1], draft))
            or self._opens_date_line(words, text, draft)
        )

    def _follows_preposition(self, words: TokenLists, draft: MentionDraft) -> bool:
        at = draft.start - 1
        for _ in range(3):
            if at >= 0 and words.lowers[at] in self._between:
                at -= 1
        if at < 0:
            return False
        word = words.lowers[at]
        if word in self._locative:
            return words.tags[at] == "IN" or words.tags[at] in ("RP", "RB", "TO")
        token = words.token(at)
        if word in self._directional:
            return token.head.lemma_.lower() in self._motion and token.head.i < token.i
        last = words.token(draft.end - 1)
        return last.dep_ == "dobj" and last.head.lemma_.lower() in self._entered

    def _continues(self, words: TokenLists, before: MentionDraft, draft: MentionDraft) -> bool:
        between = words.lowers[before.end : draft.start]
        return 0 < len(between) <= 3 and all(w in (",", "and", "or", "the") for w in between)

    def _opens_date_line(self, words: TokenLists, text: str, draft: MentionDraft) -> bool:
        token = words.token(draft.start)
        first = draft.start == 0 or token.is_sent_start or text[token.idx - 1] == "\n"
        if not first or (draft.sense is not None and draft.sense.role == "whole"):
            return False
        last = words.token(draft.end - 1)
        if _DATE_LINE.match(text, last.idx + len(last)):
            follows = text[last.idx + len(last) : last.idx + len(last) + 1]
            return follows in " ,(" or words.texts[draft.start].isupper()
        return False
