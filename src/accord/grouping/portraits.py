"""Reports as they are compared: their weighted terms and, if there are vectors, what their leads mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from accord.grouping.meaning.encoder import Encoding, Vectors
from accord.grouping.terms import Sketch, Vector, product, sketch
from accord.records import Reading

Gist: TypeAlias = npt.NDArray[np.int64]
"""The vector of what a report leads with, in whole numbers: `_SCALE` stands for one."""

# Sums of whole numbers are the same in any order, and a component of a sentence's vector is seldom larger
# than a quarter: each takes a byte.
_SCALE = 500
_LARGEST = 127
# What meaning adds to the cosine of the terms.  News of one kind reaches the usual meaning whatever it is
# of; what is more alike than that is nearer than its words, what is less further away.
_MEANING = 0.1
_USUAL = 0.55
# A report leads with its title and its first sentences: so many together.
_LEAD = 3


class Portrait(Struct, frozen=True, eq=False, gc=False):
    """A report as it is compared with others, or the sum of several: `told` of them have a gist."""

    terms: Vector
    gist: Gist | None = None
    told: int = 0

    def product(self, other: Portrait) -> float:
        """How alike two reports are; of two sums, the total over all pairs.  Either may come first."""
        alike = product(self.terms, other.terms)
        if self.gist is None or other.gist is None:
            return alike
        meaning = int(self.gist @ other.gist) / _SCALE**2
        return alike + _MEANING * (meaning - _USUAL * (self.told * other.told))

    def add(self, other: Portrait) -> Portrait:
        """The sum of both."""
        less, more = sorted((self.terms, other.terms), key=len)
        terms = dict(more)
        for term, weight in less.items():
            terms[term] = terms.get(term, 0.0) + weight
        gists = [each.gist for each in (self, other) if each.gist is not None]
        gist = gists[0] + gists[-1] if len(gists) > 1 else next(iter(gists), None)
        return Portrait(terms, gist, self.told + other.told)


def portrait(terms: Vector, meaning: bytes) -> Portrait:
    """A report of these weighted terms and of a sketch's meaning, which may be empty."""
    if not meaning:
        return Portrait(terms)
    return Portrait(terms, np.frombuffer(meaning, dtype=np.int8).astype(np.int64), 1)


def sketches(readings: Iterable[Reading], encoding: Encoding | None) -> list[Sketch]:
    """What grouping keeps of each reading, with its meaning where there is an encoding."""
    found = [(sketch(reading), _lead(reading) if encoding else "") for reading in readings]
    texts = sorted({text for _, text in found if text})
    if encoding is None or not texts:
        return [each for each, _ in found]
    meaning = dict(zip(texts, _packed(encoding.vectors(texts)), strict=True))
    return [replace(each, meaning=meaning.get(text, b"")) for each, text in found]


def _packed(vectors: Vectors) -> list[bytes]:
    whole = np.clip(np.rint(vectors * _SCALE), -_LARGEST, _LARGEST).astype(np.int8)
    return [row.tobytes() for row in whole]


def _lead(reading: Reading) -> str:
    """What a report leads with: its title and its first sentences, each once."""
    told = [
        " ".join(reading.text[sentence.start : sentence.end].split())
        for sentence in reading.sentences
        if sentence.repeats is None
    ]
    pieces = dict.fromkeys(piece for piece in (reading.title or "", *told) if piece)
    return " ".join(list(pieces)[:_LEAD])
