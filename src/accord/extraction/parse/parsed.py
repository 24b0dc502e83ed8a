"""A report with its parse, and what of it holds a character or repeats: what every stage reads from."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec.structs import replace

from accord.records import READ_KINDS, WITNESS_KINDS, Region, Report, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

T = TypeVar("T")

# A headline repeats a body sentence that has at least this share of its content words.
_REPEATED_SHARE = 0.5
_FEWEST_TERMS = 2


@dataclass(frozen=True)
class Parsed:
    """A report, its regions, and the document of its whole text.

    `doc.text == report.text`, so token offsets are report offsets.  `sentences[i]` is the record
    of `spans[i]`; both hold only sentences of regions that are read, in order, without the white
    space at their ends.
    """

    report: Report
    regions: tuple[Region, ...]
    doc: Doc
    sentences: tuple[Sentence, ...]
    spans: tuple[SpacySpan, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the sentences by their start."""
        object.__setattr__(self, "_starts", tuple(s.start for s in self.sentences))

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds the character `offset`, or None outside what is read."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return index
        return None

    def sentence_of(self, token: Token) -> int | None:
        """Index of the sentence that holds `token`, or None outside what is read."""
        return self.sentence_at(token.idx)


class Cover(Generic[T]):
    """An index of half-open spans, which may nest and overlap."""

    def __init__(self, spans: Iterable[tuple[int, int, T]]) -> None:
        """Cut the text at the ends of the spans and note for each piece the shortest span over it."""
        ordered = sorted(
            ((start, end, at, item) for at, (start, end, item) in enumerate(spans) if start < end),
            key=lambda entry: (entry[0] - entry[1], entry[2]),
        )
        cuts = sorted({cut for start, end, _, _ in ordered for cut in (start, end)})
        place = {cut: index for index, cut in enumerate(cuts)}
        pieces: list[T | None] = [None] * len(cuts)
        for start, end, _, item in ordered:  # The longest first, so that shorter ones overwrite it.
            pieces[place[start] : place[end]] = [item] * (place[end] - place[start])
        self._cuts = cuts
        self._pieces = pieces

    def at(self, offset: int) -> T | None:
        """The item of the shortest span that holds the character `offset`."""
        index = bisect_right(self._cuts, offset) - 1
        return self._pieces[index] if index >= 0 else None


def join(report: Report, regions: tuple[Region, ...], doc: Doc) -> Parsed:
    """Put a report, its regions and its parsed document together."""
    records: list[Sentence] = []
    spans: list[SpacySpan] = []
    at = 0
    for span in doc.sents:
        trimmed = _trim(span)
        if trimmed is None:
            continue
        while at < len(regions) and regions[at].end <= trimmed.start_char:
            at += 1
        if at == len(regions) or trimmed.start_char < regions[at].start:
            continue
        kind = regions[at].kind
        if kind in READ_KINDS:
            terms = tuple(t.lemma_.lower() for t in trimmed if _is_content(t))
            records.append(Sentence(trimmed.start_char, trimmed.end_char, kind, terms))
            spans.append(trimmed)
    return Parsed(report, regions, doc, tuple(records), tuple(spans))


def token_at(doc: Doc, offset: int) -> Token:
    """The token that holds the character `offset`, or the last one before it."""
    index = bisect_right(range(len(doc)), offset, key=lambda i: doc[i].idx) - 1
    return doc[max(0, index)]


def _trim(span: SpacySpan) -> SpacySpan | None:
    tokens = [t.i for t in span if not t.is_space]
    return span.doc[tokens[0] : tokens[-1] + 1] if tokens else None


def _is_content(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"} and not token.is_stop


def mark_repeats(text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Set `repeats` on each sentence that tells nothing new.

    A sentence printed before, word for word, repeats its first printing.  A sentence of a title,
    heading or summary repeats the body sentence that holds most of its content words.
    """
    first: dict[str, int] = {}
    holders: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        if sentence.kind in WITNESS_KINDS:
            for term in dict.fromkeys(sentence.terms):
                holders[term].append(index)
    marked: list[Sentence] = []
    for index, sentence in enumerate(sentences):
        words = " ".join(text[sentence.start : sentence.end].casefold().split())
        repeated = first.setdefault(words, index)
        target: int | None = None
        if sentence.kind not in WITNESS_KINDS:
            target = _told_by(sentence, holders)
        if target is None and repeated != index:
            target = repeated
        marked.append(sentence if target is None else replace(sentence, repeats=target))
    return tuple(marked)


def _told_by(sentence: Sentence, holders: dict[str, list[int]]) -> int | None:
    terms = set(sentence.terms)
    if len(terms) < _FEWEST_TERMS:
        return None
    shared: dict[int, int] = defaultdict(int)
    for term in terms:
        for index in holders.get(term, ()):
            shared[index] += 1
    if not shared:
        return None
    best = max(shared, key=lambda index: (shared[index], -index))
    return best if shared[best] >= _REPEATED_SHARE * len(terms) else None
