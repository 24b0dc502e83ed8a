"""Where the clauses of a sentence part, and the clause that tells something."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.reconciliation.wording.english import shortened
from accord.vocabulary import PACKAGED, Vocabulary, either

# A sentence up to so many characters is told whole.
_WHOLE = 160


class _ClauseWordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    boundaries: frozenset[str]
    leading: frozenset[str]


class ClauseWords(Struct, frozen=True):
    """`boundary` finds where a clause ends and another begins, `leading` the conjunction before it."""

    boundary: re.Pattern[str]
    leading: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> ClauseWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        file = vocabulary.read("en/text/clause_words.json", _ClauseWordsFile)
        return cls(
            re.compile(rf"\s*(?:[;—–]|,(?=\s+(?:{either(file.boundaries)})\s))\s*"),
            re.compile(rf"^(?:{either(file.leading)})\s+", re.IGNORECASE),
        )

    def clause_around(self, text: str, start: int, end: int) -> str:
        """The clause that holds the characters `start` to `end` of a sentence; all of a short one."""
        if len(text) <= _WHOLE:
            return " ".join(text.split())
        low = max((m.end() for m in self.boundary.finditer(text, 0, start)), default=0)
        close = self.boundary.search(text, end)
        clause = self.leading.sub("", " ".join(text[low : close.start() if close else len(text)].split()))
        return shortened(clause[:1].upper() + clause[1:])
