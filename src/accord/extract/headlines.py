"""Headlines in Title Case, put into sentence case for the parse, so that their verbs are read as verbs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from accord.records import WITNESS_KINDS, Region

_WORD = re.compile(r"[^\W\d_]+")
_MID_SENTENCE = re.compile(r"(?<=[^\W\d_][ ,] )[^\W\d_]+|(?<=[^\W\d_] )[^\W\d_]+")
_HEADLINES = frozenset({"title", "heading", "summary"})
_FEWEST_WORDS = 4
_LONG_WORD = 4
_SHARE = 0.75

NameWords = Callable[[Sequence[str]], set[int]]
Test = Callable[[str], bool]


def sentence_case(text: str, regions: Sequence[Region], name_words: NameWords, is_common: Test) -> str:
    """`text` with the words of Title Case headlines in lower case, but names and each first word.

    A word is lowered when the report writes it so elsewhere; it stays when the report writes it
    with a capital inside a sentence, or when it is one of the `name_words` (their places among the
    headline's words); else it is lowered if it `is_common`.  The length never changes, so offsets stay.
    """
    headlines = [region for region in regions if region.kind in _HEADLINES and _is_title_case(text, region)]
    if not headlines:
        return text
    body = [text[region.start : region.end] for region in regions if region.kind in WITNESS_KINDS]
    plain = {word for part in body for word in _WORD.findall(part) if word[0].islower()}
    capital = {word for part in body for word in _MID_SENTENCE.findall(part) if word[0].isupper()}
    letters = list(text)
    for region in headlines:
        words = list(_WORD.finditer(text, region.start, region.end))
        names = name_words([match[0] for match in words])
        for place, match in enumerate(words):
            word, lower = match[0], match[0].lower()
            if not place or place in names or not (word[0].isupper() and word[1:].islower()):
                continue
            if len(lower) == len(word) and (lower in plain or (word not in capital and is_common(lower))):
                letters[match.start()] = lower[0]
    return "".join(letters)


def _is_title_case(text: str, region: Region) -> bool:
    words = [word for word in _WORD.findall(text, region.start, region.end) if len(word) >= _LONG_WORD]
    capitals = sum(word[0].isupper() and word[1:].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= _SHARE * len(words)
