"""Learns how much each sign tells that two values of a story answer one question.

Usage: python -m benchmarks.fit_answers [--gold DIR] [--write]

benchmarks/slots/pairs.jsonl has pairs of values of the gold's stories that were read one by one: the file and
the story, where each value stands (report, first and last character), and whether both answer one question.
Stories of part "held" teach nothing.  Printed is how well pairs are told apart on stories that taught nothing
(average precision; precision and recall by threshold), in turns within what is learnt from, and on the held
ones; `--write` writes the weights to vocabulary/models/answers.json, whose thresholds stay as they are.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

from accord.grouping.meaning.sentence_meaning import SentenceMeaning
from accord.reconciliation.answers.answer import AnswerReader
from accord.reconciliation.answers.measures import Measures
from accord.reconciliation.answers.signs import SIGNS, AnswerPair, StoryAnswers
from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.value_reader import ValueReader
from accord.reconciliation.values.value_words import ValueWords
from accord.records import Reading
from accord.run.threads import use_one_thread
from accord.settings import Settings
from benchmarks import contradictions
from benchmarks.gold_files import GOLD, rows
from benchmarks.news import readings_of
from benchmarks.regression import Numbers, regression

HERE = Path(__file__).resolve().parent
PAIRS = HERE / "slots/pairs.jsonl"
OUT = HERE.parent / "src/accord/vocabulary/models/answers.json"
HELD = "held"
_HOLD = 4.0
_TURNS = 8
_THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)

Ends = frozenset[tuple[str, int]]


@dataclass(frozen=True)
class LearntPair:
    """A pair that was read: its story, whether that teaches, its signs, and whether it is of one question."""

    story: str
    held: bool
    signs: tuple[float, ...]
    same: bool


def stories_of(gold: Path, file: str, wanted: set[str]) -> Iterator[tuple[str, list[Reading]]]:
    """The Readings of the stories of a gold file, one story or one report a line."""
    lines = [row for row in rows(gold / file) if row["story"] in wanted]
    if lines and "reports" in lines[0]:
        yield from zip((row["story"] for row in lines), readings_of(lines), strict=True)
        return
    stories: dict[str, list[Reading]] = defaultdict(list)
    texts = [(row["id"], row["text"], row.get("title")) for row in lines]
    for row, reading in zip(lines, contradictions.read(texts), strict=True):
        stories[row["story"]].append(reading)
    yield from stories.items()


def measured(
    readings: Sequence[Reading], reader: AnswerReader, meaning: SentenceMeaning
) -> Mapping[Ends, AnswerPair]:
    """The pairs of a story that are looked at, by where their values stand."""
    sources = Sources(readings)
    passages = align(sources)
    mentions, _ = ValueReader(sources, {}, reader.words).read_all(passages)
    answers = reader.read(mentions, sources)
    found = StoryAnswers(answers, sources, passages, meaning).pairs() if answers else []
    return {
        frozenset((answers[n].mention.report, answers[n].start) for n in (pair.one, pair.other)): pair
        for pair in found
    }


def learnt_pairs(gold: Path) -> Iterator[LearntPair]:
    """The pairs that were read and are looked at, with their signs."""
    meaning = SentenceMeaning.of(Settings())
    if meaning is None:
        raise RuntimeError("the settings do without vectors")
    reader = AnswerReader(Measures.load(), ValueWords.load())
    read: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(PAIRS):
        read[row["file"]][row["story"]].append(row)
    for file, stories in read.items():
        for story, readings in stories_of(gold, file, set(stories)):
            pairs = measured(readings, reader, meaning)
            for row in stories[story]:
                ends = frozenset((row[side][0], row[side][1]) for side in ("one", "other"))
                if ends in pairs:
                    yield LearntPair(story, row["part"] == HELD, pairs[ends].signs, row["same"])


def learn(pairs: Sequence[LearntPair]) -> tuple[float, Numbers]:
    """The base and the weights that pairs teach."""
    table = numpy.array([pair.signs for pair in pairs])
    same = numpy.array([float(pair.same) for pair in pairs])
    hold = numpy.array([1e-6] + [_HOLD] * table.shape[1])
    return regression(table, same, numpy.ones(len(pairs)), hold)


def judged(pairs: Sequence[LearntPair], base: float, weights: Numbers) -> Numbers:
    """How likely each pair is of one question."""
    table = numpy.array([pair.signs for pair in pairs])
    likely: Numbers = 1 / (1 + numpy.exp(-(base + table @ weights)))
    return likely


def in_turns(pairs: Sequence[LearntPair]) -> Numbers:
    """How likely each pair is, by what other stories teach."""
    stories = sorted({pair.story for pair in pairs})
    turn = {story: number % _TURNS for number, story in enumerate(stories)}
    found = numpy.zeros(len(pairs))
    for each in range(_TURNS):
        left = [number for number, pair in enumerate(pairs) if turn[pair.story] == each]
        taught = learn([pair for pair in pairs if turn[pair.story] != each])
        found[left] = judged([pairs[number] for number in left], *taught)
    return found


def told(name: str, pairs: Sequence[LearntPair], likely: Numbers) -> str:
    """A line of how well pairs are told apart."""
    same = numpy.array([pair.same for pair in pairs], float)
    ordered = same[numpy.argsort(-likely, kind="stable")]
    precision = (numpy.cumsum(ordered) / numpy.arange(1, len(ordered) + 1) * ordered).sum() / ordered.sum()
    found = f"{int(same.sum())} of one question, average precision {100 * precision:.1f}"
    parts = [f"{name}: {len(pairs)} pairs, {found}"]
    for threshold in _THRESHOLDS:
        above = likely >= threshold
        right = 100 * same[above].mean() if above.any() else 0.0
        parts.append(f"{threshold}: {right:.0f}/{100 * above[same == 1].mean():.0f}")
    return "; ".join(parts)


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pairs = list(learnt_pairs(arguments.gold))
    teaching = [pair for pair in pairs if not pair.held]
    held = [pair for pair in pairs if pair.held]
    base, weights = learn(teaching)
    print(told("in turns", teaching, in_turns(teaching)))
    print(told("held", held, judged(held, base, weights)))
    if arguments.write:
        file = json.loads(OUT.read_text(encoding="utf-8"))
        file["base"] = round(base, 3)
        file["weights"] = {name: round(float(weight), 3) for name, weight in zip(SIGNS, weights, strict=True)}
        OUT.write_text(json.dumps(file, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    use_one_thread()
    main()
