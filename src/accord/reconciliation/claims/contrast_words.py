"""Words by which copied sentences may differ: negations, places, and capitals that name nobody."""

from __future__ import annotations

from msgspec import Struct

from accord.errors import VocabularyError
from accord.reconciliation.values.calendar_words import CalendarWords
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/events/contrasts.json"


class _ContrastFile(Struct, frozen=True, forbid_unknown_fields=True):
    negations: frozenset[str]
    place_prepositions: frozenset[str]
    titles: frozenset[str]


class ContrastWords(Struct, frozen=True):
    """Words in lower case.

    A name behind one of `place_prepositions` is a place; `no_names` have a capital and name nobody: titles,
    months and days.
    """

    negations: frozenset[str]
    place_prepositions: frozenset[str]
    no_names: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> ContrastWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: a file is broken, or a word is not in lower case and so never found.
        """
        file = vocabulary.read(_FILE, _ContrastFile)
        for word in sorted(file.negations | file.place_prepositions | file.titles):
            if word != word.casefold():
                raise VocabularyError(f"vocabulary file {_FILE}: {word!r} must be in lower case")
        names = CalendarWords.load(vocabulary).names
        return cls(file.negations, file.place_prepositions, file.titles | names)
