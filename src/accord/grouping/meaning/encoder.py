"""Sentences and mentions in them to vectors, by a small model that is shipped and needs no network.

The model is all-MiniLM-L6-v2 of the Sentence-Transformers (Wang et al. 2020, "MiniLM"; Reimers and Gurevych
2019, "Sentence-BERT"), with weights of 8 bits.  One sentence is computed at a time, on one thread, and every
sum in it is exact: a vector is the same bytes whatever stands beside it and whatever machine computes it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from accord.errors import VocabularyError
from accord.grouping.meaning.wordpiece import WordPiece, WordPieces
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Vectors = NDArray[numpy.float32]
Pieces = NDArray[numpy.int8]

DIMENSIONS = 384
"""How many numbers a vector has."""

LONGEST = 126
"""How many pieces of words of a text are read; what comes after has no part in its vector."""

STEPS = 2048
"""The numbers of a vector are multiples of 1/2048: so sums of their products are exact in 32 bits."""

PIECE_DIMENSIONS = 96
"""How many numbers of a byte tell what one piece of a word means."""

_FILE = "models/meaning.json"
_MODEL = "models/meaning.onnx"
_ERRORS_ONLY = 3
_BYTE = 127
# A byte holds a number of a vector of unit length in steps of 1/512, all but one in a hundred.
_PIECE_STEPS = 512


class Encoding(Protocol):
    """What turns texts into vectors of their meaning, of unit length."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row a text, of multiples of 1/2048."""
        ...


class CloseEncoding(Encoding, Protocol):
    """What tells besides what each piece of the words of a text means in it."""

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """For each text one row for each of its pieces of words."""
        ...


class _ModelFile(Struct, frozen=True):
    """What the vocabulary says of the model."""

    about: str
    sha256: str


class SentenceEncoder(Struct, frozen=True):
    """The model, loaded, with the pieces of words that it knows.  Threads may share it."""

    words: WordPieces
    session: InferenceSession
    directions: NDArray[numpy.int64]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> SentenceEncoder:
        """Read the model.

        Raises:
            VocabularyError: a file is missing or broken, or the model is not the one that was shipped.
        """
        wanted = vocabulary.read(_FILE, _ModelFile).sha256
        model = vocabulary.packaged_bytes(_MODEL)
        found = sha256(model).hexdigest()
        if found != wanted:
            raise VocabularyError(
                f"vocabulary file {_MODEL}: its SHA-256 is {found}, and {_FILE} asks for {wanted}; "
                "install Accord again"
            )
        return cls(WordPieces.load(vocabulary), _session(model), _directions())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A vector for each text, of unit length but for rounding: an array (texts, 384).

        The inner product of two is their cosine.  Of a text its first 126 pieces of words are read.  Texts
        that are equal are computed once.
        """
        vectors = {text: self._sentence(text) for text in dict.fromkeys(texts)}
        return in_rows([vectors[text] for text in texts])

    def encode_pieces(self, text: str) -> tuple[Vectors, Pieces]:
        """The vector of `text`, and what each piece of its words means in it: an array (pieces, 96) of bytes.

        These come one layer before the last and are projected on fixed random directions (Achlioptas 2003),
        which keeps the angles between them near enough.
        """
        pieces = self._read(text)
        sentence, tokens = self.session.run(["sentence", "tokens"], {"ids": self._numbers(pieces)})
        # The first is the mark that opens the text, the last the one that closes it.
        whole = numpy.rint(tokens[1 : len(pieces) + 1]).astype(numpy.int64) @ self.directions
        lengths = numpy.sqrt(numpy.maximum((whole * whole).sum(axis=1, keepdims=True), 1))
        bytes_ = numpy.rint(whole / lengths * _PIECE_STEPS).clip(-_BYTE, _BYTE)
        return _rounded(sentence), bytes_.astype(numpy.int8)

    def encode_mentions(self, text: str, spans: Sequence[tuple[int, int]]) -> Vectors:
        """A vector for what stands at each of `spans` as it is meant in `text`: an array (spans, 384).

        Spans are half-open code-point offsets into `text`.  A vector is the mean of the pieces of words that
        the span touches, of unit length; where it touches none of the first 126, it is all zeros.
        """
        return self.encode_both(text, spans)[1]

    def encode_both(self, text: str, spans: Sequence[tuple[int, int]]) -> tuple[Vectors, Vectors]:
        """The vector of `text` and those of `spans` in it, as the others give them, at the cost of one."""
        pieces = self._read(text)
        sentence, tokens = self.session.run(["sentence", "tokens"], {"ids": self._numbers(pieces)})
        found = numpy.zeros((len(spans), DIMENSIONS), numpy.float32)
        # The first is the mark that opens the text; whole numbers add up the same in every order.
        whole = numpy.rint(tokens[1:]).astype(numpy.int64)
        for row, (start, end) in enumerate(spans):
            touched = [at for at, piece in enumerate(pieces) if piece.start < end and start < piece.end]
            if touched:
                total = whole[touched].sum(axis=0)
                found[row] = _rounded(total / math.sqrt(int((total * total).sum())))
        return _rounded(sentence), found

    def _sentence(self, text: str) -> Vectors:
        (vector,) = self.session.run(["sentence"], {"ids": self._numbers(self._read(text))})
        return _rounded(vector)

    def _read(self, text: str) -> tuple[WordPiece, ...]:
        return self.words.pieces(text)[:LONGEST]

    def _numbers(self, pieces: Sequence[WordPiece]) -> NDArray[numpy.int64]:
        return numpy.array(self.words.framed(pieces), numpy.int64)


def _directions() -> NDArray[numpy.int64]:
    """An array (384, 96) of 1 and -1 by chance, the same on every machine."""
    bits = b"".join(sha256(str(row).encode()).digest() for row in range(DIMENSIONS * PIECE_DIMENSIONS // 256))
    ones = numpy.unpackbits(numpy.frombuffer(bits, numpy.uint8)).astype(numpy.int64)
    return 1 - 2 * ones.reshape(DIMENSIONS, PIECE_DIMENSIONS)


def _session(model: bytes) -> InferenceSession:
    """The model made ready, on one thread, its nodes run as they stand in it."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    # What would be joined to be faster would be rounded differently on different processors.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def in_rows(vectors: Sequence[Vectors]) -> Vectors:
    """Vectors as an array (vectors, 384), also where there are none."""
    return numpy.stack(vectors) if vectors else numpy.zeros((0, DIMENSIONS), numpy.float32)


def _rounded(vector: NDArray[numpy.floating]) -> Vectors:
    whole: NDArray[numpy.floating] = numpy.rint(vector * STEPS)
    # There is one zero, not a negative one too.
    return (whole / STEPS + 0.0).astype(numpy.float32)
