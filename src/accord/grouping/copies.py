"""Passages that several reports share, word for word or lightly edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Literal

from msgspec import Struct

from accord.disjoint_sets import Union
from accord.grouping.align import Alignment, alignments, widen
from accord.grouping.copy_words import BREAK, CopyWord, Stems, words_of
from accord.grouping.witnesses import WireFinder, differ
from accord.records import Evidence, Origin, Reading

_RUN = 3
# Postings longer than this are linked in a chain instead of each with each, so that a passage a
# hundred outlets carry does not cost ten thousand comparisons; merging joins the chain again.
_NEIGHBOURS = 8

_FEWEST_CONTENT = 6
_FEWEST_CONTENT_OF_ONE_WIRE = 4
_FEWEST_QUOTED = 3
_SHORTEST_QUOTATION = 5
_DENSEST = 0.6
# Two passages are one where they share at least this much of the longer, in every report both have.
_SAME = 0.5


_Spans = tuple[tuple[int, int, int], ...]


class _Shared(Struct, frozen=True):
    """What two reports (indexes into the sorted readings) share: character spans and kind."""

    kind: Literal["passage", "quotation"]
    spans: tuple[tuple[int, int, int], tuple[int, int, int]]


def find_copies(readings: Sequence[Reading], finder: WireFinder) -> tuple[Origin, ...]:
    """Find the passages that two or more of `readings` share; `finder` finds the agencies they credit.

    Names, numbers and function words are no sign of copying: a passage has at least six other
    content words in the same order.  Five words or more inside quotation marks on both sides, not
    given to different speakers, are a "quotation".
    The order of `readings` does not matter.
    """
    ordered = sorted(readings, key=lambda reading: (reading.id, reading.sha256))
    stems = Stems()
    words = [words_of(reading, stems) for reading in ordered]
    wires = [finder.find(reading) for reading in ordered]
    shared: list[_Shared] = []
    for (a, b), anchors in sorted(_anchors(words).items()):
        fewest = _FEWEST_CONTENT_OF_ONE_WIRE if wires[a] & wires[b] else _FEWEST_CONTENT
        for alignment in alignments(words[a], words[b], anchors):
            found = _judge(words[a], words[b], alignment, fewest)
            if found is not None:
                kind, (i, j), (k, m) = found
                here, there = widen(
                    ordered[a].text,
                    (words[a][i].start, words[a][k].end),
                    ordered[b].text,
                    (words[b][j].start, words[b][m].end),
                )
                if kind == "passage" or _is_one_quotation(ordered[a], here, ordered[b], there):
                    shared.append(_Shared(kind, ((a, *here), (b, *there))))
    return _origins(ordered, shared, finder, wires)


def _anchors(words: Sequence[Sequence[CopyWord]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each two reports, the places in both where the same three words start."""
    postings: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, sequence in enumerate(words):
        stems = [word.stem for word in sequence]
        for place in range(len(stems) - _RUN + 1):
            run = sequence[place : place + _RUN]
            if not all(word.name for word in run) and not any(word.stem == BREAK for word in run):
                postings[tuple(stems[place : place + _RUN])].append((number, place))
    anchors: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for places in postings.values():
        for index, (number, place) in enumerate(places):
            for other, there in places[index + 1 : index + 1 + _NEIGHBOURS]:
                if other != number:
                    anchors[number, other].append((place, there))
    return anchors


def _judge(
    left: Sequence[CopyWord], right: Sequence[CopyWord], alignment: Alignment, fewest: int
) -> tuple[Literal["passage", "quotation"], tuple[int, int], tuple[int, int]] | None:
    """Whether an alignment is a passage or a quotation, and its first and last match; None if neither."""
    pairs = _trim(left, right, alignment.pairs)
    if not pairs or Alignment(pairs).density < _DENSEST:
        return None
    own = [(i, j) for i, j in pairs if not (left[i].quoted and right[j].quoted)]
    if _most_in_a_sentence(left, right, own) >= fewest:
        return "passage", pairs[0], pairs[-1]
    quoted = [(i, j) for i, j in pairs if left[i].quoted and right[j].quoted]
    if len({left[i].stem for i, _ in quoted if not left[i].name}) >= _FEWEST_QUOTED:
        return "quotation", quoted[0], quoted[-1]
    return None


def _most_in_a_sentence(
    left: Sequence[CopyWord], right: Sequence[CopyWord], pairs: Sequence[tuple[int, int]]
) -> int:
    """The most content words that one sentence shares with one other.

    Two reports of one happening share short phrases in every sentence; only a sentence that shares
    enough by itself is a sign of copying.
    """
    stems: dict[tuple[int, int], set[str]] = defaultdict(set)
    for i, j in pairs:
        if not left[i].name and not right[j].name:
            stems[left[i].sentence, right[j].sentence].add(left[i].stem)
    return max(map(len, stems.values()), default=0)


def _is_one_quotation(one: Reading, here: tuple[int, int], other: Reading, there: tuple[int, int]) -> bool:
    """Whether quoted words are more than a saying, and nobody gives them to different speakers."""
    words = len(one.text[slice(*here)].split())
    return words >= _SHORTEST_QUOTATION and not differ(one, here, other, there)


def _trim(
    left: Sequence[CopyWord], right: Sequence[CopyWord], pairs: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Leave out sentences at either end that share next to nothing."""
    sentences = [
        list(group)
        for _, group in groupby(pairs, lambda pair: (left[pair[0]].sentence, right[pair[1]].sentence))
    ]
    while sentences and len(sentences[-1]) < _RUN:
        sentences.pop()
    while sentences and len(sentences[0]) < _RUN:
        sentences.pop(0)
    return tuple(pair for sentence in sentences for pair in sentence)


def _origins(
    readings: Sequence[Reading],
    shared: Sequence[_Shared],
    finder: WireFinder,
    wires: Sequence[frozenset[str]],
) -> tuple[Origin, ...]:
    """Join what pairs of reports share into origins: one for each passage, with all reports that have it."""
    groups: list[tuple[_Spans, Literal["passage", "quotation"]]] = []
    for members in _joined(shared):
        widest: dict[int, tuple[int, int]] = {}
        for number, start, end in (span for member in members for span in member.spans):
            low, high = widest.get(number, (start, end))
            widest[number] = (min(low, start), max(high, end))
        spans = tuple((number, start, end) for number, (start, end) in sorted(widest.items()))
        groups.append((spans, members[0].kind))
    found: list[Origin] = []
    for count, (spans, kind) in enumerate(sorted(_outermost(groups)), 1):
        having = [readings[number] for number, _, _ in spans]
        credited = frozenset().union(*(wires[number] for number, _, _ in spans))
        agency = min(credited) if kind == "passage" and len(credited) == 1 else None
        found.append(
            Origin(
                id=f"origin-{count}",
                kind=kind,
                reports=tuple(reading.id for reading in having),
                evidence=tuple(
                    Evidence(readings[number].id, start, end, readings[number].text[start:end])
                    for number, start, end in spans
                ),
                agency=agency,
                first=_first(having, agency, finder) if kind == "passage" else None,
            )
        )
    return tuple(found)


def _first(having: Sequence[Reading], agency: str | None, finder: WireFinder) -> str | None:
    """Which report had the passage before the others, if credits or days of publication tell."""
    own = [reading.id for reading in having if agency and finder.publisher(reading) == agency]
    if len(own) == 1:
        return own[0]
    days = sorted((reading.published or "", reading.id) for reading in having)
    return days[0][1] if days[0][0] and days[0][0] < days[1][0] else None


def _outermost(
    groups: Sequence[tuple[_Spans, Literal["passage", "quotation"]]],
) -> Iterator[tuple[_Spans, Literal["passage", "quotation"]]]:
    """Leave out what lies within another of its kind in every report that has it."""
    within: dict[tuple[str, int], list[dict[int, tuple[int, int]]]] = defaultdict(list)
    for spans, kind in sorted(groups, key=lambda group: (-sum(e - s for _, s, e in group[0]), group)):
        kept = within[kind, spans[0][0]]
        if any(all(_lies_in(span, outer) for span in spans) for outer in kept):
            continue
        for number, _, _ in spans:
            within[kind, number].append({n: (start, end) for n, start, end in spans})
        yield spans, kind


def _lies_in(span: tuple[int, int, int], outer: Mapping[int, tuple[int, int]]) -> bool:
    number, start, end = span
    return number in outer and outer[number][0] <= start and end <= outer[number][1]


def _joined(shared: Sequence[_Shared]) -> list[list[_Shared]]:
    """What shares most of a span in some report, kind by kind, put together."""
    union = Union(len(shared))
    for x, y in _overlapping(shared):
        union.join(x, y)
    return [[shared[index] for index in held] for held in union.sets()]


def _overlapping(shared: Sequence[_Shared]) -> Iterator[tuple[int, int]]:
    spans: dict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
    for index, item in enumerate(shared):
        for number, start, end in item.spans:
            spans[item.kind, number].append((start, end, index))
    for there in spans.values():
        there.sort()
        for place, one in enumerate(there):
            for other in islice(there, place + 1, None):
                if other[0] >= one[1]:
                    break
                common = min(one[1], other[1]) - other[0]
                if common >= _SAME * max(one[1] - one[0], other[1] - other[0]):
                    yield one[2], other[2]
