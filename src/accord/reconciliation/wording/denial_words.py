"""Words that bound a denial."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary, either

_FILE = "en/events/denials.json"


class _DenialFile(Struct, frozen=True, forbid_unknown_fields=True):
    ended_by: tuple[str, ...]


class DenialWords(Struct, frozen=True):
    """`ended_by` finds what says until when a thing was not done."""

    ended_by: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> DenialWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        file = vocabulary.read(_FILE, _DenialFile)
        return cls(re.compile(rf"\b(?:{either(file.ended_by)})\b"))
