"""What texts mean, asked for as needed: the model is loaded at the first question, and answers are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from threading import Lock
from typing import Any

from numpy.typing import NDArray

from accord.grouping.meaning.encoder import Pieces, SentenceEncoder, Vectors, in_rows
from accord.settings import Settings
from accord.vocabulary import PACKAGED, Vocabulary

Kept = NDArray[Any]
"""A vector of a text or mention, or the pieces of a text."""

KEPT = 20_000
"""How many vectors are kept, of 1.5 to 12 kB each; those not asked for the longest are dropped first."""

KEY_BYTES = 16
"""How long the key of a vector is: the beginning of a digest of what it is of."""


# The pieces of a text are kept as of a span that no mention has.
_PIECES = (-1, -1)


class SentenceMeaning:
    """Vectors of texts and of mentions in them, as `SentenceEncoder` gives them.  Threads may share it.

    Nothing is loaded until something is asked for: a run whose stories are told by one report each never
    pays for the model.
    """

    def __init__(self, load: Callable[[], SentenceEncoder], kept: int = KEPT) -> None:
        self._load = load
        self._size = kept
        self._encoder: SentenceEncoder | None = None
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._noted: dict[bytes, Kept] | None = None
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
        keys = [_key(text) for text in texts]
        found = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing:
            made = self.encoder.encode(list(missing.values()))
            found.update(self._keep(dict(zip(missing, made, strict=True))))
        return in_rows([found[key] for key in keys])

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """For each text what each piece of its words means in it: arrays (pieces, 96) of bytes.

        Raises:
            VocabularyError: the model cannot be loaded.
        """
        keys = [_key(text, _PIECES) for text in texts]
        found = self._known(keys)
        for key, text in {
            key: text for key, text in zip(keys, texts, strict=True) if key not in found
        }.items():
            # The vector of the text is made on the way.
            whole, made = self.encoder.encode_pieces(text)
            found.update(self._keep({_key(text): whole, key: made}))
        return [found[key] for key in keys]

    def mentions(self, text: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        """A vector for what stands at each of `spans` as it is meant in `text`: an array (spans, 384).

        Spans are half-open code-point offsets into `text`.  One with none of the pieces of words that are
        read of `text` has a vector of zeros.

        Raises:
            VocabularyError: the model cannot be loaded.
        """
        keys = [_key(text, span) for span in spans]
        found = self._known(keys)
        if len(found) < len(set(keys)):
            # The vector of the text is made on the way.
            whole, made = self.encoder.encode_both(text, spans)
            found.update(self._keep({_key(text): whole, **dict(zip(keys, made, strict=True))}))
        return in_rows([found[key] for key in keys])

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

    @contextmanager
    def noting(self, known: Mapping[bytes, Kept]) -> Iterator[dict[bytes, Kept]]:
        """Answer by what is `known` from before, and note all that is answered, by whatever key it has.

        Only one may note at a time.
        """
        noted: dict[bytes, Kept] = {}
        with self._keeping:
            self._noted = noted
        self._keep(known, noting=False)
        try:
            yield noted
        finally:
            with self._keeping:
                self._noted = None

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, Kept]:
        with self._keeping:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
            if self._noted is not None:
                self._noted.update(found)
            return found

    def _keep(self, vectors: Mapping[bytes, Kept], noting: bool = True) -> Mapping[bytes, Kept]:
        with self._keeping:
            for key, vector in vectors.items():
                self._kept[key] = vector
                self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
            if noting and self._noted is not None:
                self._noted.update(vectors)
        return vectors


def _key(text: str, span: tuple[int, int] | None = None) -> bytes:
    """What a vector is kept under."""
    place = "" if span is None else f"{span[0]} {span[1]}"
    return sha256(f"{place}\0{text}".encode("utf-8", "surrogatepass")).digest()[:KEY_BYTES]
