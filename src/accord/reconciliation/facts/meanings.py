"""How near in meaning sentences of one story are, and which are nearest to each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy
from msgspec import Struct
from numpy.typing import NDArray

from accord.grouping.meaning.encoder import STEPS, Vectors

Numbers = NDArray[numpy.float64]

_BLOCK = 512


class StoryMeanings(Struct, frozen=True):
    """Vectors of the sentences of a story, seen from the middle of all of them.

    What every sentence of a story is about says nothing of what each tells.  All sums are of whole numbers
    and thereby exact, whatever machine adds them up.
    """

    whole: Vectors
    to_middle: Numbers
    lengths: Numbers
    middle: float

    @classmethod
    def of(cls, vectors: Vectors) -> StoryMeanings:
        """`vectors` are an array (sentences, dimensions) of multiples of 1/2048, one sentence or more."""
        whole = numpy.rint(vectors * STEPS)
        exact = whole.astype(numpy.float64)
        total = exact.sum(axis=0)
        to_middle = exact @ total / len(exact)
        middle = float(total @ total) / len(exact) ** 2
        squares = (exact * exact).sum(axis=1) - 2 * to_middle + middle
        return cls(whole, to_middle, numpy.sqrt(numpy.maximum(squares, 1.0)), middle)

    def likeness(self, one: NDArray[numpy.int64], other: NDArray[numpy.int64]) -> Numbers:
        """The cosines of pairs of sentences."""
        found = [
            (self.whole[one[at : at + _BLOCK]] * self.whole[other[at : at + _BLOCK]]).sum(axis=1)
            for at in range(0, len(one), _BLOCK)
        ]
        products = numpy.concatenate(found).astype(numpy.float64) if found else numpy.zeros(0)
        return self._cosines(products, one, other)

    def nearest(self, most: int, least: float) -> Iterator[tuple[int, int]]:
        """Each sentence with the `most` nearest to it whose cosine is `least` or more."""
        size = len(self.whole)
        every = numpy.arange(size)
        for start in range(0, size, _BLOCK):
            rows = every[start : start + _BLOCK]
            products = (self.whole[rows] @ self.whole.T).astype(numpy.float64)
            cosines = self._cosines(products, rows[:, None], every[None, :])
            cosines[numpy.arange(len(rows)), rows] = -1.0
            order = numpy.argsort(-cosines, axis=1, kind="stable")[:, :most]
            for row, columns in zip(rows.tolist(), order.tolist(), strict=True):
                yield from ((row, column) for column in columns if cosines[row - start, column] >= least)

    def _cosines(self, products: Numbers, one: NDArray[numpy.int64], other: NDArray[numpy.int64]) -> Numbers:
        centred = products - (self.to_middle[one] + self.to_middle[other]) + self.middle
        found: Numbers = centred / (self.lengths[one] * self.lengths[other])
        return found
