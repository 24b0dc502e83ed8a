"""How alike sentences of one story are piece by piece: late interaction of the pieces of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from accord.grouping.meaning.encoder import Pieces

Numbers = NDArray[numpy.float64]

# A piece has whole numbers of a vector of this length: products of two add up to less than 2^24.
_LENGTH = 127


class PieceMeanings(Struct, frozen=True):
    """What each piece of the words of each sentence means, seen from the middle of all pieces of the story.

    Two sentences are alike where each piece of both has one in the other that means much the same (Khattab
    and Zaharia 2020, "ColBERT"); the sentence that finds less of itself in the other decides.  All sums are
    of whole numbers and thereby exact, whatever machine adds them up.
    """

    sentences: Sequence[Pieces]

    @classmethod
    def of(cls, sentences: Sequence[Pieces]) -> PieceMeanings:
        """`sentences` are arrays (pieces, dimensions) of bytes."""
        count = max(1, sum(len(each) for each in sentences))
        total = sum(each.sum(axis=0, dtype=numpy.int64) for each in sentences)
        middle = numpy.rint(total / count).astype(numpy.int64)
        return cls([_of_one_length(each.astype(numpy.int64) - middle) for each in sentences])

    def likeness(self, one: NDArray[numpy.int64], other: NDArray[numpy.int64]) -> Numbers:
        """How alike pairs of sentences are, from -1 to 1; 0 where one has no pieces."""
        return numpy.fromiter(self._likeness(one.tolist(), other.tolist()), float, len(one))

    def _likeness(self, one: Sequence[int], other: Sequence[int]) -> Iterator[float]:
        for first, second in zip(one, other, strict=True):
            rows, columns = (self.sentences[at].astype(numpy.float32) for at in (first, second))
            products = rows @ columns.T
            if not products.size:
                yield 0.0
                continue
            forth, back = products.max(axis=1), products.max(axis=0)
            found = (float(each.sum(dtype=numpy.float64)) / len(each) for each in (forth, back))
            yield min(found) / _LENGTH**2


def _of_one_length(pieces: NDArray[numpy.int64]) -> Pieces:
    lengths = numpy.sqrt(numpy.maximum((pieces * pieces).sum(axis=1, keepdims=True), 1))
    found: Pieces = numpy.rint(pieces / lengths * _LENGTH).astype(numpy.int8)
    return found
