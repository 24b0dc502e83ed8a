"""The Readings of a story by report: sentences as evidence, and which of them are witnesses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from accord.records import WITNESS_KINDS, Evidence, Reading, Sentence


class Sources:
    """The Readings of a story, sorted by report id."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = tuple(sorted(readings, key=lambda reading: reading.id))
        self._by_id = {reading.id: reading for reading in self.readings}
        self._starts = {r.id: [s.start for s in r.sentences] for r in self.readings}

    def reading(self, report: str) -> Reading:
        """The Reading of a report."""
        return self._by_id[report]

    def evidence(self, report: str, start: int, end: int) -> Evidence:
        """The characters `start` to `end` of a report, quoted."""
        return Evidence(report, start, end, self._by_id[report].text[start:end])

    def sentence(self, report: str, index: int) -> Evidence:
        """A sentence of a report, quoted."""
        sentence = self._by_id[report].sentences[index]
        return self.evidence(report, sentence.start, sentence.end)

    def sentence_at(self, report: str, offset: int) -> int | None:
        """The index of the sentence that holds a character, or None outside what is read."""
        index = bisect_right(self._starts[report], offset) - 1
        if index >= 0 and offset < self._by_id[report].sentences[index].end:
            return index
        return None

    def sentences_over(self, report: str, start: int, end: int) -> tuple[int, ...]:
        """The indexes of the sentences that share a character with `start` to `end`, in order."""
        sentences = self._by_id[report].sentences
        first = max(0, bisect_right(self._starts[report], start) - 1)
        last = bisect_left(self._starts[report], end)
        return tuple(index for index in range(first, last) if start < sentences[index].end)

    def around(self, report: str, start: int, end: int) -> Evidence:
        """The sentence or sentences that hold the characters, or those alone outside what is read."""
        first, last = self.sentence_at(report, start), self.sentence_at(report, max(start, end - 1))
        sentences = self._by_id[report].sentences
        low = start if first is None else sentences[first].start
        high = end if last is None else sentences[last].end
        return self.evidence(report, low, high)

    def is_witness(self, report: str, index: int | None) -> bool:
        """The sentence tells, and does not only repeat what another tells; None, outside all, does not."""
        return index is not None and tells(self._by_id[report].sentences[index])

    def label(self, report: str) -> str:
        """What a reader may call the report: its source, or its id."""
        return self._by_id[report].source or report


def tells(sentence: Sentence) -> bool:
    """The sentence is in running text or a list, and repeats no other."""
    return sentence.kind in WITNESS_KINDS and sentence.repeats is None


def in_order(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Evidence sorted and without doubles."""
    unique = {(e.report, e.start, e.end): e for e in evidence}
    return tuple(unique[key] for key in sorted(unique))
