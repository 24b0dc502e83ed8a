"""Which sentences of a report only repeat another: headlines, summaries and lines printed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from accord.records import WITNESS_KINDS, Sentence

# A headline repeats a body sentence that has at least this share of its content words.
_SHARE = 0.5
_FEWEST_TERMS = 2


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
    return best if shared[best] >= _SHARE * len(terms) else None
