"""Captions, slides of galleries, links to other stories and notes of corrections, told from prose by shape.

They stand between paragraphs of the report in text that was copied from a page.  What tells them is a
credit, a counter of slides, a word that points into a picture, or brackets around the whole; a paragraph that
ends as a sentence does is taken for one only by a credit or a counter.
"""

from __future__ import annotations

import re

from msgspec import Struct

from accord.text.blocks import SENTENCE_END
from accord.vocabulary import PACKAGED, Vocabulary, either

# A caption tells what a picture shows; what is longer is the report's.
_CAPTION_CHARACTERS = 600
_FILE_WITHIN = 60
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_LINK = re.compile(r"\[[^\[\]]{12,200}\]")
_AMENDED = re.compile(
    r"[\W_]*this\s(?:article|story|report|post|page|piece|headline)\s(?:was|has\sbeen)\s"
    r"(?:amended|corrected|clarified|edited|revised)\b",
    re.IGNORECASE,
)
_SLIDE = re.compile(r"\d{1,3}/\d{1,3}\s+\S")


class _CaptionWords(Struct):
    agencies: frozenset[str]
    credit_openers: frozenset[str]
    file_openers: tuple[str, ...]
    pointers: frozenset[str]
    starts: tuple[str, ...]
    slide_words: tuple[str, ...]
    reporting: frozenset[str]


class CaptionCues:
    """The vocabulary of captions, and what it says of one block (its text with single spaces)."""

    def __init__(self, words: _CaptionWords) -> None:
        self._words = words
        self._credit = _credit(words)
        agencies = either(words.agencies)
        # A date line has a dash between the agency and the sentence.
        self._leading_credit = re.compile(rf"(?:{agencies})\s+(?![-–—:|(,]){_NAME}\s")
        self._pointer = re.compile(rf"\(\s*(?:{either(words.pointers)})\b[^()]{{0,60}}\)", re.IGNORECASE)

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> CaptionCues:
        """Load the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        return cls(vocabulary.read("en/text/captions.json", _CaptionWords))

    def is_caption(self, text: str) -> bool:
        """Whether a block is a caption, a slide or a link in brackets, and none of the report's prose."""
        lower = text[:_CAPTION_CHARACTERS].lower()
        if _SLIDE.match(text) or any(words in lower for words in self._words.slide_words):
            return True
        if len(text) > _CAPTION_CHARACTERS:
            return False
        if lower.startswith((*self._words.starts, *self._words.file_openers)) or self._credit.search(text):
            return True
        if _AMENDED.match(text):
            return True
        if SENTENCE_END.search(text):
            return False
        if self._leading_credit.match(text):
            # An agency that says something is no credit.
            return not any(f" {word} " in f"{lower} " for word in self._words.reporting)
        return bool(
            _LINK.fullmatch(text)
            or self._pointer.search(text)
            or any(words in lower[:_FILE_WITHIN] for words in self._words.file_openers)
        )


def _credit(words: _CaptionWords) -> re.Pattern[str]:
    """A credit at the end: "(Ann Karst/Reuters)", "(Courtesy of Ann Karst)", "Photograph: Ann Karst/AP"."""
    agency = rf"(?:{either(words.agencies)})"
    opener = rf"(?i:{either(words.credit_openers)})"
    names = rf"{_NAME}(?:\s{_NAME}){{0,4}}"
    return re.compile(
        rf"\((?:[^()]{{0,80}}[/,]\s?)?{agency}(?:\s[^()]{{0,40}})?\)\.?$"
        rf"|\({names}(?:/[^()/]{{2,40}}){{1,3}}\)\.?$"
        rf"|\({opener}(?:\s*:|\s)\s*[^()]{{2,80}}\)\.?$"
        rf"|\b(?i:photograph|photo|picture|image)\s*:\s*{names}(?:\s*/[^.!?]{{2,60}})?\.?$"
        rf"|\s{names}\s?/\s?{agency}\.?$"
    )
