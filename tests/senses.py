"""Vectors of meaning for tests: words are listed by what they mean, and nothing is learnt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

WIDTH = 384
# No component of a sentence's vector is large.
_OF_ONE = 32


class Senses:
    """Gives each of `senses`, words with spaces between, a direction; a text points where its words do."""

    def __init__(self, *senses: str) -> None:
        self._places = {
            word: slice(at * _OF_ONE, (at + 1) * _OF_ONE)
            for at, words in enumerate(senses)
            for word in words.split()
        }

    def vectors(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row a text, of unit length; a text without a word that is listed points nowhere."""
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().replace(".", "").replace(",", "").split():
                if word in self._places:
                    row[self._places[word]] += 1
            row /= np.linalg.norm(row) or 1
        return rows
