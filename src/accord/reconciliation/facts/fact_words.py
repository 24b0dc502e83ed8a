"""Words that tell which sentences tell facts, and which of those stand alone."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary, either

_FILE = "en/text/fact_words.json"


class _FactWordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    openings: tuple[str, ...]
    captions: tuple[str, ...]


class FactWords(Struct, frozen=True):
    """`openings` are first words of sentences that stand on those before; `caption` finds captions."""

    openings: frozenset[str]
    caption: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> FactWords:
        """Read the words.

        Raises:
            VocabularyError: the file is broken, or a word is not in lower case.
        """
        file = vocabulary.read(_FILE, _FactWordsFile)
        for word in (*file.openings, *file.captions):
            if word != word.lower() or not word.strip():
                raise VocabularyError(f"vocabulary file {_FILE}: {word!r} must be in lower case")
        caption = re.compile(rf"(?<!\w)(?:{either(file.captions)})(?!\w)", re.IGNORECASE)
        return cls(frozenset(file.openings), caption)
