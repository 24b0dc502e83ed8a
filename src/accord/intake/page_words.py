"""The words and classes that tell an article from what stands around it on a page."""

from __future__ import annotations

from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/text/pages.json"


class PageWords(Struct, frozen=True):
    """pages.json: class names of furniture and of embedded posts, and phrases of pages without a report."""

    furniture_classes: frozenset[str]
    post_classes: frozenset[str]
    challenge: tuple[str, ...]
    consent: tuple[str, ...]
    missing: tuple[str, ...]
    search: tuple[str, ...]
    script: tuple[str, ...]
    paywall: tuple[str, ...]
    feed_tails: tuple[str, ...]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> PageWords:
        """Read the words.

        Raises:
            VocabularyError: the file is broken, or has a word that is not in lower case.
        """
        words = vocabulary.read(_FILE, cls)
        for use in cls.__struct_fields__:
            if wrong := sorted(
                word for word in getattr(words, use) if word != word.lower() or not word.strip()
            ):
                raise VocabularyError(f"vocabulary file {_FILE}: {use!r}: write {wrong[0]!r} in lower case")
        return words
