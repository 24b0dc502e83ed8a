"""Words that bound a denial, or that leave nobody who did it."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary, either

_FILE = "en/events/denials.json"


class _DenialFile(Struct, frozen=True, forbid_unknown_fields=True):
    ended_by: tuple[str, ...]
    nobody: tuple[str, ...]


class DenialWords(Struct, frozen=True):
    """`ended_by` finds what says until when a thing was not done; `nobody` finds subjects that are nobody."""

    ended_by: re.Pattern[str]
    nobody: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> DenialWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken, or a pattern of it is none.
        """
        file = vocabulary.read(_FILE, _DenialFile)
        try:
            nobody = re.compile(rf"\b(?:{'|'.join(file.nobody)})\b")
        except re.error as error:
            raise VocabularyError(f"vocabulary file {_FILE}: 'nobody' is no pattern: {error}") from error
        return cls(re.compile(rf"\b(?:{either(file.ended_by)})\b"), nobody)
