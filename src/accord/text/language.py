"""Whether a text is in English: told by its function words, and by a classifier where they leave it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# These function words make up 13 to 35 percent of English news prose and under 2 percent of other
# languages; lists of names and offices lie between.
_CLEARLY_ENGLISH = 0.1
_WORDS_ENOUGH = 12
_SAMPLE = 6_000
_NOT_LATIN_SHARE = 0.4
# To deny that a text is English, the classifier must be this sure of another language, and leave
# English with its pidgins less than this.  Lists of foreign names leave it at a loss.
_CONFIDENT = 0.5
_NO_ENGLISH = 0.2
# Of a headline the classifier must be surer.
_FEWEST_WORDS = 6
_CERTAIN = 0.95
_NO_ENGLISH_AT_ALL = 0.001
_ENGLISHES = ("en", "pcm")

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_NOT_LATIN = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")


class _LanguageWords(Struct):
    function_words: frozenset[str]
    names: dict[str, str]


class LanguageFinder:
    """Tells English from other languages."""

    def __init__(self, languages: _LanguageWords) -> None:
        self._function_words = languages.function_words
        self._names = languages.names
        self._identifier: LanguageIdentifier | None = None

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> LanguageFinder:
        """Load the function words."""
        return cls(vocabulary.read("en/text/languages.json", _LanguageWords))

    def find(self, text: str) -> str:
        """The ISO 639-1 code of the language of `text`.

        A text too short to tell, or without letters, counts as English, and so does one that the
        classifier does not clearly deny to be English (Scots, pidgins, lists of foreign names).
        """
        sample = text[:_SAMPLE]
        if len(_NOT_LATIN.findall(sample)) > _NOT_LATIN_SHARE * len(sample):
            return next(code for code, _ in self._rank(sample) if code not in _ENGLISHES)
        words = _WORD.findall(sample.lower())
        if len(words) < _WORDS_ENOUGH:
            return self._of_few(sample, words)
        share = sum(word in self._function_words for word in words) / len(words)
        if share >= _CLEARLY_ENGLISH:
            return "en"
        ranked = self._rank(sample)
        english = sum(share for code, share in ranked if code in _ENGLISHES)
        code, confidence = ranked[0]
        return code if confidence >= _CONFIDENT and english < _NO_ENGLISH else "en"

    def _of_few(self, sample: str, words: Sequence[str]) -> str:
        """The language of a headline: another than English only where no word and no letter speaks for it."""
        if len(words) < _FEWEST_WORDS or any(word in self._function_words for word in words):
            return "en"
        ranked = self._rank(sample)
        english = sum(share for code, share in ranked if code in _ENGLISHES)
        code, confidence = ranked[0]
        return code if confidence >= _CERTAIN and english < _NO_ENGLISH_AT_ALL else "en"

    def name(self, code: str) -> str:
        """The English name of the language `code`."""
        return self._names.get(code, f"language {code!r}")

    def _rank(self, text: str) -> list[tuple[str, float]]:
        if self._identifier is None:
            # Loading the model takes half a second, and clear cases never need it.
            from py3langid.langid import MODEL_FILE, LanguageIdentifier

            self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        ranked: list[tuple[str, float]] = self._identifier.rank(text)
        return ranked
