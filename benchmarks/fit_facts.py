"""Learns how much each sign tells that two sentences of a story tell one fact.

Usage: python -m benchmarks.fit_facts STORIES.jsonl ... [--threshold SURE] [--threshold-by-words SURE]

A line of STORIES is a story with its `reports` and `facts`, as in the gold on news.  Two sentences that
quotations of one fact lie in tell the same; two that do not, and of which one is quoted, do not.  Printed is,
for weights learnt from the other stories each time, how well pairs are told apart (average precision) and how
many of the facts a group of sentences finds, by thresholds; written is vocabulary/models/facts.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy

from accord.grouping.average_link import average_link
from accord.grouping.meaning.encoder import SentenceEncoder
from accord.reconciliation.facts.fact_judge import SignWeights
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.facts.likeness import MeasuredPairs, looked_closer, measured_pairs
from accord.reconciliation.facts.meanings import StoryMeanings
from accord.reconciliation.facts.piece_meanings import PieceMeanings
from accord.reconciliation.facts.telling import ToldSentence, term_vectors, told_sentences
from accord.reconciliation.likelihood import SURE
from accord.reconciliation.sources import Sources
from accord.run.threads import use_one_thread
from benchmarks.gold_files import rows
from benchmarks.news import readings_of
from benchmarks.regression import Numbers, regression

OUT = Path(__file__).resolve().parents[1] / "src/accord/vocabulary/models/facts.json"
_ABOUT = (
    "How much each sign tells that two sentences of a story tell one fact, with and without what they mean, "
    "and how likely that must be on average for groups to be one. Learnt by benchmarks/fit_facts.py."
)
# Of each report only one sentence is quoted for a fact, though it may tell it twice: half of what is learnt
# against pairs of one report is owed to that.
_ONE_REPORT = "of one report"
_BELIEVED = 0.5
_HOLD = 3.0
# Pairs less likely than this at first sight are not looked at again.
_GLANCE = 0.01
_THRESHOLDS = (0.04, 0.06, 0.07, 0.08, 0.1, 0.12)


@dataclass(frozen=True)
class LearntStory:
    """A story: what is measured of its pairs, and which facts each of its sentences is quoted for."""

    told: Sequence[ToldSentence]
    pairs: MeasuredPairs
    facts: Sequence[Set[int]]
    tellers: Sequence[Set[str]]
    pieces: PieceMeanings | None = None

    def closer(self, weights: SignWeights) -> LearntStory:
        """The story with the pairs only that are worth a closer look by some weights, looked at so."""
        if self.pieces is None:
            return self
        likely, least = weights.likelihoods(self.pairs), _GLANCE * SURE
        at = zip(self.pairs.one.tolist(), self.pairs.other.tolist(), strict=True)
        worth = [likely.get(pair, 0) >= least for pair in at]
        return replace(self, pairs=looked_closer(self.pairs, worth, self.told, self.pieces))

    def table(self) -> tuple[Numbers, Numbers]:
        """The signs of the pairs that are known to tell the same or not, and which of them do."""
        one = [self.facts[at] for at in self.pairs.one.tolist()]
        other = [self.facts[at] for at in self.pairs.other.tolist()]
        known = numpy.array([bool(a or b) for a, b in zip(one, other, strict=True)])
        same = numpy.array([bool(a & b) for a, b in zip(one, other, strict=True)], float)
        return self.pairs.signs[known], same[known]


def stories(paths: Sequence[Path], encoder: SentenceEncoder | None) -> Iterator[LearntStory]:
    """The stories of some files, each measured, by meaning too where there is an encoder."""
    words = FactWords.load()
    for path in paths:
        told_by = rows(path)
        for row, readings in zip(told_by, readings_of(told_by), strict=True):
            told = told_sentences(sources := Sources(readings), words)
            spans = [sources.sentence(each.place.report, each.place.index) for each in told]
            vectors, weights = term_vectors(told)
            texts = [each.text for each in told]
            meanings = StoryMeanings.of(encoder.encode(texts)) if encoder else None
            pieces = PieceMeanings.of([encoder.encode_pieces(each)[1] for each in texts]) if encoder else None
            facts = [
                {
                    number
                    for number, fact in enumerate(row["facts"])
                    if any(_covers(span.report, span.start, span.end, quote) for quote in fact["quotes"])
                }
                for span in spans
            ]
            tellers = [{quote["report"] for quote in fact["quotes"]} for fact in row["facts"]]
            pairs = measured_pairs(told, vectors, weights, meanings)
            yield LearntStory(told, pairs, facts, tellers, pieces)


def _covers(report: str, start: int, end: int, quote: Mapping[str, Any]) -> bool:
    shared = min(end, quote["end"]) - max(start, quote["start"])
    return bool(
        report == quote["report"] and shared >= 0.5 * min(end - start, quote["end"] - quote["start"]) > 0
    )


def learnt(told: Sequence[LearntStory]) -> SignWeights:
    """The weights that pairs of sentences teach; a story with many pairs counts less for each."""
    tables = [story.table() for story in told]
    table = numpy.concatenate([signs for signs, _ in tables])
    same = numpy.concatenate([each for _, each in tables])
    held = numpy.concatenate([numpy.full(len(each), len(each) ** -0.5) for _, each in tables])
    hold = numpy.array([0.0] + [_HOLD] * table.shape[1])
    base, scaled = regression(table, same, held / held.mean(), hold)
    weights = {
        name: round(float(weight), 5) for name, weight in zip(told[0].pairs.names, scaled, strict=True)
    }
    weights[_ONE_REPORT] = round(weights[_ONE_REPORT] * _BELIEVED, 5)
    return SignWeights(round(base, 5), weights)


def precision(story: LearntStory, weights: SignWeights) -> float:
    """The average precision of the pairs of a story, the likeliest first."""
    signs, same = story.table()
    value = signs @ numpy.array(list(weights.weights.values()))
    ranked = same[numpy.argsort(-value, kind="stable")]
    hits = numpy.cumsum(ranked) / numpy.arange(1, len(ranked) + 1)
    return float((hits * ranked).sum() / max(1.0, ranked.sum()))


def kept(story: LearntStory, weights: SignWeights, threshold: float) -> tuple[int, int, int, int]:
    """Of pairs of reports of which one is quoted: how many are joined, rightly, and ought to be; facts found.

    A fact is found by a group of any rank.
    """
    groups = average_link(len(story.told), weights.likelihoods(story.pairs), threshold * SURE)
    reports = [each.place.report for each in story.told]
    group_of = {at: number for number, group in enumerate(groups) for at in group}
    joined = right = wanted = 0
    for one in range(len(reports)):
        for other in range(one):
            if reports[one] != reports[other] and (story.facts[one] or story.facts[other]):
                same = bool(story.facts[one] & story.facts[other])
                wanted += same
                joined += (together := group_of[one] == group_of[other])
                right += same and together
    found = 0
    for number, tellers in enumerate(story.tellers):
        most = max(len({reports[at] for at in group if number in story.facts[at]}) for group in groups)
        found += most >= min(len(tellers), max(2, len(tellers) / 2))
    return joined, right, wanted, found


def tell(told: Sequence[LearntStory]) -> None:
    """Print how well stories are judged by what the others teach."""
    judged = [_by_others(story, [other for other in told if other is not story]) for story in told]
    sure = numpy.mean([precision(story, weights) for story, weights in judged])
    print(f"{len(told)} stories, each judged by the others: average precision {100 * sure:.1f}")
    for threshold in _THRESHOLDS:
        counts = [kept(story, weights, threshold) for story, weights in judged]
        joined, right, wanted, found = (sum(each) for each in zip(*counts, strict=True))
        facts = sum(len(story.tellers) for story in told)
        print(
            f"  threshold {threshold:.2f}: pairs precision {100 * right / joined:.1f}, "
            f"recall {100 * right / wanted:.1f}; facts {100 * found / facts:.1f}"
        )


def _by_others(story: LearntStory, others: Sequence[LearntStory]) -> tuple[LearntStory, SignWeights]:
    """A story as it is looked at in the end, and the weights for that, by what other stories teach."""
    first = learnt(others)
    if story.pieces is None:
        return story, first
    return story.closer(first), learnt([other.closer(first) for other in others])


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--threshold", type=float, default=0.07)
    parser.add_argument("--threshold-by-words", type=float, default=0.08)
    arguments = parser.parse_args()
    with_meaning = list(stories(arguments.stories, SentenceEncoder.load()))
    tell(with_meaning)
    without = list(stories(arguments.stories, None))
    tell(without)
    meaning = learnt(with_meaning)
    model = {
        "about": _ABOUT,
        "threshold": arguments.threshold,
        "threshold_by_words": arguments.threshold_by_words,
        "glance": _GLANCE,
        **{
            name: {"base": weights.base, "weights": weights.weights}
            for name, weights in (
                ("closer", learnt([story.closer(meaning) for story in with_meaning])),
                ("meaning", meaning),
                ("words", learnt(without)),
            )
        },
    }
    OUT.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    use_one_thread()
    main()
