"""Two wordings of one quotation: the same, one shortening the other, or different words."""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from accord.records import Comparison

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ISE = re.compile(r"(?<=\w{3})is(e|es|ed|ing|ation|ations)$")
_OUR = re.compile(r"(?<=\w{3})our(?=s?$)")
_ELLIPSIS = re.compile(r"\.\.\.|…|\[[^\]]*\]")

_CONTRACTIONS = (
    ("won't", "will not"), ("can't", "can not"), ("cannot", "can not"), ("n't", " not"), ("'ve", " have"),
    ("'re", " are"), ("'ll", " will"), ("i'm", "i am"),
)  # fmt: skip

# Below this share of words in common, two quotations are not one utterance.
_SAME_UTTERANCE = 0.6
_FEWEST_WORDS = 3
_NEGATIONS = frozenset({"not", "no", "never", "neither", "nor", "without"})


def words(text: str) -> tuple[str, ...]:
    """The words of a quotation, without case, marks and what the report left out or put in brackets."""
    plain = _ELLIPSIS.sub(" ", text.casefold().replace("’", "'"))
    for short, full in _CONTRACTIONS:
        plain = plain.replace(short, full)
    return tuple(_level(word) for word in _WORD.findall(plain))


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


def changes_meaning(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """A number or a negation stands in one of two wordings only."""
    differing = set(one) ^ set(other)
    return any(word in _NEGATIONS or word.isdigit() for word in differing)


def within(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """The words of `inner` stand in `outer` one after the other."""
    if len(inner) > len(outer):
        return False
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))
