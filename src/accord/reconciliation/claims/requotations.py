"""Utterances that reports quote in other words, found through the words and the meaning of quotations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz.distance import Indel

from accord.disjoint_sets import Union
from accord.grouping.meaning.encoder import Encoding, Vectors
from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.compare.wording import QuotationWords, within
from accord.reconciliation.sources import Sources
from accord.reconciliation.statements.join import Uttered, same_speaker
from accord.reconciliation.value_kinds import Kind, wording_kind
from accord.records import Comparison, Evidence

# Two quotations that share so many words in order are of one utterance, or fewer if they mean the same.
_SHARED = 0.6
_PARTLY_SHARED = 0.45
_MEANT = 0.78
_FEWEST_WORDS = 5
_LONG = 8
# A word in more quotations than this finds too many of them.
_COMMON = 40

_Words = tuple[str, ...]


class QuotedWords(Struct, frozen=True):
    """Words in quotation marks: where they stand, what they are, and who is found to say them."""

    evidence: Evidence
    words: _Words
    speaker: str | None
    name: str

    @property
    def report(self) -> str:
        """The report that quotes."""
        return self.evidence.report


def requotation_claims(
    utterances: Sequence[Sequence[Uttered]],
    sources: Sources,
    cast: StoryCast,
    words: QuotationWords,
    encoding: Encoding | None,
    known: Sequence[ClaimDraft],
) -> Iterator[ClaimDraft]:
    """One claim for each utterance that reports quote in other words and that no `known` claim tells of."""
    told = {(e.report, e.start) for draft in known for side in draft.sides for e in side.evidence}
    found = [
        one for one in _quotations(utterances, sources, words) if (one.report, one.evidence.start) not in told
    ]
    if not found:
        return
    vectors = None if encoding is None else encoding.vectors([one.evidence.text for one in found])
    union = Union(len(found))
    for one, other in _near(found):
        if _alike(one, other, found, vectors, cast) and not _has_both(found[one], found[other], found):
            union.join(one, other)
    kind = wording_kind(words)
    for held in union.sets():
        if len({found[number].report for number in held}) > 1:
            yield _claim([found[number] for number in held], kind, cast)


def _quotations(
    utterances: Sequence[Sequence[Uttered]], sources: Sources, words: QuotationWords
) -> Iterator[QuotedWords]:
    seen: set[tuple[str, int]] = set()
    for uttered in (one for group in utterances for one in group):
        for start, end in uttered.quotes:
            quoted = sources.evidence(uttered.report, start, end)
            told = words.words(quoted.text)
            if len(told) >= _FEWEST_WORDS and (uttered.report, start) not in seen:
                seen.add((uttered.report, start))
                yield QuotedWords(quoted, told, uttered.speaker, uttered.name)


def _near(found: Sequence[QuotedWords]) -> Iterator[tuple[int, int]]:
    """Quotations of two reports that share a word of some length."""
    postings: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        others = {n for word in set(one.words) if len(word) > 3 for n in postings[word][-_COMMON:]}
        yield from ((other, number) for other in sorted(others) if found[other].report != one.report)
        for word in set(one.words):
            postings[word].append(number)


def _alike(
    one: int, other: int, found: Sequence[QuotedWords], vectors: Vectors | None, cast: StoryCast
) -> bool:
    """They share most words, or many and their meaning, and neither only shortens the other.

    Long quotations that share most words are of one utterance whoever is taken for their speaker.
    """
    a, b = found[one].words, found[other].words
    if within(a, b) or within(b, a):
        return False
    shared = Indel.normalized_similarity(a, b)
    if shared >= _SHARED and min(len(a), len(b)) >= _LONG:
        return True
    if shared < _PARTLY_SHARED or not same_speaker(found[one].speaker, found[other].speaker, cast):
        return False
    return shared >= _SHARED or (vectors is not None and float(vectors[one] @ vectors[other]) >= _MEANT)


def _has_both(one: QuotedWords, other: QuotedWords, found: Sequence[QuotedWords]) -> bool:
    """A report that quotes the one quotes the other as well: they are two utterances."""

    def has(report: str, words: _Words) -> bool:
        return any(
            each.report == report and (within(each.words, words) or within(words, each.words))
            for each in found
        )

    return has(one.report, other.words) or has(other.report, one.words)


def _claim(held: Sequence[QuotedWords], kind: Kind, cast: StoryCast) -> ClaimDraft:
    speakers = sorted({one.speaker for one in held if one.speaker})
    named = cast.name(speakers[0]) if speakers else next((one.name for one in held if one.name), "")
    values = gather(
        (one.words, " ".join(one.evidence.text.split()).strip(" ,.;"), (one.evidence,)) for one in held
    )
    return claim(kind, named or "a speaker", values, None, compare=_compare)


def _compare(one: _Words, other: _Words) -> Comparison:
    if one == other:
        return "agrees"
    return "refines" if within(one, other) or within(other, one) else "contradicts"
