"""Scans sentences for the names and nouns of the lexicon: the atoms that mentions are made of."""

from __future__ import annotations

from msgspec import Struct

from accord.extraction.actors.gazetteer import HEADS, ActorSense, Gazetteer
from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.vocabulary.actor_shapes import NameWords


class GazetteerMatch(Struct, frozen=True):
    """Words `start` to `end` (exclusive) that the lexicon knows, with the sense they have here."""

    start: int
    end: int
    sense: ActorSense
    others: tuple[ActorSense, ...] = ()

    @property
    def role(self) -> str:
        """The role of the sense."""
        return self.sense.role


class GazetteerScanner:
    """Finds atoms, leaving out names that are parts of longer names or other words."""

    def __init__(self, lexicon: Gazetteer, names: NameWords, given: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._given = given
        self._ambiguous = frozenset(names.ambiguous)
        self._also_words = frozenset(names.also_words)
        self._american = frozenset(names.american_places)
        self._calendar = frozenset(names.calendar)
        self._place_heads = frozenset(names.place_heads)
        self._place_openers = frozenset(names.place_openers)
        self._titled = frozenset(names.titled)
        self._periods = frozenset(names.periods)
        self._indefinite = names.indefinite
        self._suffixes = frozenset(word for suffix in names.suffixes for word in suffix.words)

    def scan(self, words: TokenLists, stretch: Stretch) -> list[GazetteerMatch]:
        """The atoms of a sentence, in order, none overlapping another."""
        atoms: list[GazetteerMatch] = []
        at = stretch.start
        while at < stretch.end:
            found = self._lexicon.match(words.texts, words.lowers, at, stretch.end)
            if found is None:
                at += 1
                continue
            end, senses, exact = found
            atom = self._read(words, stretch, at, end, senses, exact)
            after_atom = bool(atoms) and atoms[-1].end == at
            if atom is not None and after_atom and atom.role == "place" and _names_holder(atoms[-1]):
                atom = None
            if atom is not None and not after_atom and self._ends_party(words, stretch, atom):
                atom = None
            if atom is None:
                at += 1
                continue
            atoms.append(atom)
            at = end
        return atoms

    def _read(
        self,
        words: TokenLists,
        stretch: Stretch,
        start: int,
        end: int,
        senses: tuple[ActorSense, ...],
        exact: bool,
    ) -> GazetteerMatch | None:
        sense = senses[0]
        if sense.role in HEADS:
            # A noun must be one here: "forces" also stands for what someone forces.
            if end - start == 1 and not words.is_noun(start):
                return None
            if sense.role == "title" and end < stretch.end and self._ends_name(words, stretch, start, end):
                return None
            if sense.role == "people" and self._opens_name(words, stretch, start, end):
                return None
            return GazetteerMatch(start, end, sense, senses[1:])
        if exact and words.texts[start] in self._also_words:
            tag = words.tags[start]
            if not tag.startswith("NNP") and (stretch.shouted or not tag.startswith("NN")):
                return None
        if sense.role == "named" and self._is_any(words, stretch, start, end):
            return None
        before = start - 2 if start - 2 >= stretch.start and words.texts[start - 1] == "-" else None
        if before is not None and words.lowers[before] in self._periods:
            return None
        if end - start == 1 and self._is_part_of_name(words, stretch, start):
            return None
        return GazetteerMatch(start, end, sense, senses[1:])

    def _ends_name(self, words: TokenLists, stretch: Stretch, start: int, end: int) -> bool:
        """Whether a noun and the word after it end the name of a body ("Northern Star Council")."""
        before = start - 1
        if stretch.headline or before < stretch.start or not words.is_name(before):
            return False
        return words.texts[start][0].isupper() and words.texts[end] in self._suffixes

    def _opens_name(self, words: TokenLists, stretch: Stretch, start: int, end: int) -> bool:
        """Whether a noun for people is the first word of a name ("National Court", "Refugee Council")."""
        if stretch.headline or start == stretch.start or end >= stretch.end:
            return False
        return words.texts[start][0].isupper() and words.is_name(end) and words.texts[end][0].isupper()

    def _ends_party(self, words: TokenLists, stretch: Stretch, atom: GazetteerMatch) -> bool:
        """Whether a noun ends the name of a party or union outside the gazetteer ("Harvest Party")."""
        if atom.role != "people" or stretch.headline or atom.start == stretch.start:
            return False
        last = words.texts[atom.end - 1]
        return last[0].isupper() and last in self._suffixes and words.is_name(atom.start - 1)

    def _is_any(self, words: TokenLists, stretch: Stretch, start: int, end: int) -> bool:
        """Whether a name of common nouns names no one body here: "any world body"."""
        if start == stretch.start or words.lowers[start - 1] not in self._indefinite:
            return False
        return all(words.texts[at].islower() for at in range(start, end))

    def _is_part_of_name(self, words: TokenLists, stretch: Stretch, at: int) -> bool:
        """Whether a one-word name stands inside a longer one ("Michael Jordan", "Paris Hilton")."""
        before = words.texts[at - 1] if at > stretch.start else ""
        after = words.texts[at + 1] if at + 1 < stretch.end else ""
        if after == "," and at + 2 < stretch.end and words.texts[at + 2] in self._american:
            return True
        if words.texts[at].istitle() and (after in self._place_heads or before in self._place_openers):
            return True
        if words.lowers[at] not in self._ambiguous:
            return False
        if words.lowers[at] == words.texts[at]:
            return True
        if before in self._given and words.tags[at - 1].startswith("NNP"):
            return True
        if len(before) == 2 and before[1] == "." and before[0].isupper():
            return True
        following = (
            at + 1 < stretch.end
            and words.is_name(at + 1)
            and words.lowers[at + 1] not in self._titled
            and words.texts[at + 1] not in self._calendar
            and words.texts[at + 2 : at + 3] != ["-"]  # "Kenya Anti-Smuggling Board"
            and not stretch.headline
        )
        return following and words.texts[at] in self._given and after not in self._suffixes


def _names_holder(before: GazetteerMatch) -> bool:
    """Whether what follows an atom is the name of who holds the office ("President Kumba Yala")."""
    return before.role == "title" and not before.sense.plural
