"""What texts mean, asked for as needed: the model is loaded at the first question, and answers are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

import numpy

from accord.grouping.meaning.encoder import DIMENSIONS, SentenceEncoder, Vectors
from accord.settings import Settings
from accord.vocabulary import PACKAGED, Vocabulary

KEPT = 20_000
"""How many vectors are kept, of 1.5 kB each; those not asked for the longest are dropped first."""


class SentenceMeaning:
    """Vectors of texts and of mentions in them, as `SentenceEncoder` gives them.  Threads may share it.

    Nothing is loaded until something is asked for: a run whose stories are told by one report each never
    pays for the model.
    """

    def __init__(self, load: Callable[[], SentenceEncoder], kept: int = KEPT) -> None:
        self._load = load
        self._size = kept
        self._encoder: SentenceEncoder | None = None
        self._kept: OrderedDict[str, Vectors] = OrderedDict()
        self._loading = Lock()
        self._keeping = Lock()

    @classmethod
    def of(cls, settings: Settings, vocabulary: Vocabulary = PACKAGED) -> SentenceMeaning | None:
        """The meaning that a run asks for; None where `settings` do without vectors."""
        return cls(lambda: SentenceEncoder.load(vocabulary)) if settings.vectors else None

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A vector for each text, of unit length but for rounding: an array (texts, 384).

        Raises:
            VocabularyError: the model cannot be loaded.
        """
        found = self._known(texts)
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            made = self.encoder.encode(missing)
            found.update(zip(missing, made, strict=True))
            self._keep(missing, made)
        rows = [found[text] for text in texts]
        return numpy.stack(rows) if rows else numpy.zeros((0, DIMENSIONS), numpy.float32)

    def mentions(self, text: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        """A vector for what stands at each of `spans` as it is meant in `text`: an array (spans, 384).

        Raises:
            VocabularyError: the model cannot be loaded.
        """
        return self.encoder.encode_mentions(text, spans)

    @property
    def encoder(self) -> SentenceEncoder:
        """The model, loaded if it is not yet.

        Raises:
            VocabularyError: it cannot be loaded.
        """
        with self._loading:
            if self._encoder is None:
                self._encoder = self._load()
            return self._encoder

    def _known(self, texts: Sequence[str]) -> dict[str, Vectors]:
        with self._keeping:
            found = {text: self._kept[text] for text in texts if text in self._kept}
            for text in found:
                self._kept.move_to_end(text)
            return found

    def _keep(self, texts: Sequence[str], vectors: Vectors) -> None:
        with self._keeping:
            for text, vector in zip(texts, vectors, strict=True):
                self._kept[text] = vector
                self._kept.move_to_end(text)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
