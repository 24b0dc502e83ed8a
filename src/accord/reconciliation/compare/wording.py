"""Two wordings of one quotation: the same, one shortening the other, or different words."""

from __future__ import annotations

import re

from msgspec import Struct
from rapidfuzz.distance import Indel

from accord.errors import VocabularyError
from accord.records import Comparison
from accord.vocabulary import PACKAGED, Vocabulary

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ISE = re.compile(r"(?<=\w{3})is(e|es|ed|ing|ation|ations)$")
_OUR = re.compile(r"(?<=\w{3})our(?=s?$)")
_ELLIPSIS = re.compile(r"\.\.\.|…|\[[^\]]*\]")

_FILE = "en/statements/quotation_words.json"

# Below this share of words in common, two quotations are not one utterance.
_SAME_UTTERANCE = 0.6
_FEWEST_WORDS = 3


class QuotationWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What is levelled in quotations, and what changes their meaning.

    `contractions` are put in full in the order given; where a negation stands in one of two wordings only,
    they do not mean the same.
    """

    contractions: dict[str, str]
    negations: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> QuotationWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken, or a contraction stands behind one that it holds.
        """
        found = vocabulary.read(_FILE, cls)
        before: list[str] = []
        for short in found.contractions:
            if held := [other for other in before if other in short]:
                raise VocabularyError(
                    f"vocabulary file {_FILE}: {short!r} is never found behind {held[0]!r}; put it first"
                )
            before.append(short)
        return found

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a quotation, without case, marks and what the report left out or put in brackets."""
        plain = _ELLIPSIS.sub(" ", text.casefold().replace("’", "'"))
        for short, full in self.contractions.items():
            plain = plain.replace(short, full)
        return tuple(_level(word) for word in _WORD.findall(plain))

    def changes_meaning(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """A number or a negation stands in one of two wordings only."""
        differing = set(one) ^ set(other)
        return any(word in self.negations or word.isdigit() for word in differing)


def _level(word: str) -> str:
    """British and American spelling and possessive endings made alike."""
    return _OUR.sub("or", _ISE.sub(r"iz\1", word.removesuffix("'s").removesuffix("'")))


def compare(one: tuple[str, ...], other: tuple[str, ...]) -> Comparison:
    """Compare the words of two quotations of what may be one utterance."""
    if not one or not other:
        return "cannot tell"
    if one == other:
        return "agrees"
    if within(one, other) or within(other, one):
        return "refines"
    if min(len(one), len(other)) < _FEWEST_WORDS:
        return "cannot tell"
    if Indel.normalized_similarity(one, other) >= _SAME_UTTERANCE:
        return "contradicts"
    return "cannot tell"


def within(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """The words of `inner` stand in `outer` one after the other."""
    if len(inner) > len(outer):
        return False
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))
