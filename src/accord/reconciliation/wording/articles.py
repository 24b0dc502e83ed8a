"""Which names take "the" in a sentence."""

from __future__ import annotations

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary


class ArticleWords(Struct, frozen=True, forbid_unknown_fields=True):
    """`names` take "the", as do those that end in one of `last_words`; `bare` ones never do."""

    names: frozenset[str]
    last_words: frozenset[str]
    bare: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> ArticleWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        return vocabulary.read("en/text/articles.json", cls)

    def takes_the(self, name: str, kind: str | None) -> bool:
        """The name of an actor of this kind takes "the"."""
        words = name.casefold().replace("’", "'").split()
        if name[:1].islower() and kind in {"person", "institution"}:
            return True
        if not words or name in self.bare or any(word.endswith(("'s", "s'")) for word in words[:-1]):
            return False
        if kind == "person":
            return False
        return name in self.names or words[-1] in self.last_words
