"""Learns how much each feature tells that two values that differ are of one thing.

Usage: python -m benchmarks.fit_sameness STORIES.jsonl [--half] [--threshold SUM]

A line of STORIES is a report with its `story`.  Values that two reports give alike stand for values of one
thing: one of them is changed, and the pair learnt from.  Values of like sentences that differ are of two
things, but for those that benchmarks/alarms.json says are true discrepancies.  `--half` learns from one half
of the stories and leaves the other unread.  Printed is, for each threshold, how many changed values are found
and how many of two things are taken for one, each judged by weights learnt without its story; written is
vocabulary/models/sameness.json.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import msgspec
import numpy
from msgspec.structs import replace

from accord.reconciliation.actors.merge import merge_actors
from accord.reconciliation.claims.figures import candidates, owners_of
from accord.reconciliation.compare import quantity, time
from accord.reconciliation.feature_registry import FeatureRow, measured
from accord.reconciliation.passages import align
from accord.reconciliation.pipeline import Reconciler
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.compared_values import ComparedValues, ContextLikeness
from accord.reconciliation.values.value_compatibility import GivenValues, compare
from accord.reconciliation.values.value_features import VALUE_FEATURES
from accord.reconciliation.values.value_mentions import ValueMention
from accord.reconciliation.values.value_reader import ValueReader
from accord.records import Reading
from benchmarks.contradictions import key_of, read, verdicts
from benchmarks.gold_files import rows
from benchmarks.regression import regression

OUT = Path(__file__).resolve().parents[1] / "src/accord/vocabulary/models/sameness.json"
_ABOUT = (
    "How much each feature tells that two dates or figures that differ are of one thing, and how likely that "
    "must be for a contradiction. Learnt by benchmarks/fit_sameness.py."
)
# How strongly weights are held near 0, so that a feature that few pairs have decides nothing.
_HOLD = 3.0
_FOLDS = 5
# How alike the places of two equal values must be to be learnt from.
_A_LITTLE_LIKE = 0.04
_LIKE_ENOUGH = 0.12
_SMALL = 13
# What is alike never speaks against one thing, nor what differs for it; where the pairs have it otherwise,
# by chance or because another says the same, the feature is left out.
_FOR = frozenset(
    {
        "near", "like", "near and like", "rare near", "lead", "agreeing", "names", "near name", "next to",
        "written before", "written after", "written around", "same act", "akin", "akin words", "dated alike",
    }
)  # fmt: skip
_EITHER = frozenset({"count", "length", "told by others", "dates", "digits"})
# By how much a figure is changed, and a date in days.
_FACTORS = (0.6, 0.7, 0.8, 0.9, 1.2, 1.3, 1.5, 1.8, 2.0)
_DAYS = {"year": (-730, -365, 365, 730), "month": (-91, -61, 31, 61, 92), "day": (-4, -3, 3, 5)}


@dataclass(frozen=True)
class Pair:
    """Two values that differ: their features, and whether they are of one thing."""

    story: str
    same: bool
    features: Mapping[str, float]


def pairs_of(story: str, readings: Sequence[Reading], true: Set[str], tools: Reconciler) -> Iterator[Pair]:
    """The pairs of one story, found with `tools`; `true` holds the keys of true discrepancies."""
    chance = random.Random(story)
    sources = Sources(readings)
    happenings = tools.joiner.join(sources, merge_actors(sources.readings))
    passages = align(sources)
    slots, numbered = ValueReader(sources, owners_of(happenings), tools.values).read_all(passages)
    known = GivenValues(slots)
    alike: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    found = [c for c in candidates(slots, numbered, passages) if slots[c.one].report != slots[c.other].report]
    for number, each in enumerate(found):
        one, other = slots[each.one], slots[each.other]
        answer = compare(one, other)
        if answer == "contradicts":
            if known.both_given(one, other):
                continue
            kind = "time" if one.told.is_time else "quantity"
            same = key_of(story, kind, (one.told.label, other.told.label)) in true
            yield Pair(story, same, _features(one, other, each.place, known))
        elif (answer == "agrees" and (one.told.value == other.told.value or one.counted.counts)) or (
            answer == "refines" and one.told.is_time
        ):
            alike[each.one].append((each.place.score, -number, each.one))
            alike[each.other].append((each.place.score, -number, each.other))
    for at in sorted(alike):
        score, number, _ = max(alike[at])
        each = found[-number]
        value = changed(slots[at].told.value, chance)
        if value is None or score < (_LIKE_ENOUGH if tells_little(slots[at].told.value) else _A_LITTLE_LIKE):
            continue
        told = [_with_value(slot, value) if number == at else slot for number, slot in enumerate(slots)]
        one, other = told[each.one], told[each.other]
        if compare(one, other) == "contradicts" and not GivenValues(told).both_given(one, other):
            yield Pair(story, True, _features(one, other, each.place, GivenValues(told)))


def _with_value(mention: ValueMention, value: quantity.Range | time.Span) -> ValueMention:
    return replace(mention, told=replace(mention.told, value=value))


def _features(
    one: ValueMention, other: ValueMention, context: ContextLikeness, known: GivenValues
) -> FeatureRow:
    return measured(VALUE_FEATURES, ComparedValues(one, other, context, known))


def tells_little(value: quantity.Range | time.Span) -> bool:
    """A weekday, a month, a year or a small number, which two reports may both give of two things."""
    if isinstance(value, quantity.Range):
        return (value.high or value.low or 0) < _SMALL
    return "X" in value.day


def changed(value: quantity.Range | time.Span, chance: random.Random) -> quantity.Range | time.Span | None:
    """Another value such as a report might give in its place, or None where there is none."""
    if isinstance(value, quantity.Range):
        ends = [end for end in (value.low, value.high) if end is not None]
        middle = sum(ends) / len(ends)
        moved = middle * chance.choice(_FACTORS)
        step = (round(moved) if middle < 100 and middle == int(middle) else moved) - middle
        low, high = (None if end is None else end + step for end in (value.low, value.high))
        return replace(value, low=low, high=high) if step and middle + step > 0 else None
    if value.earliest is not None and value.latest is not None:
        parts = ["year", *["month"] * ("X" not in value.month), *["day"] * 2 * ("X" not in value.day)]
        days = timedelta(chance.choice(_DAYS[chance.choice(parts)]))
        first, last = value.earliest + days, value.latest + days
        return time.Span(
            year=value.year if "X" in value.year else f"{first.year:04}",
            month=value.month if "X" in value.month else f"{first.month:02}",
            day=value.day if "X" in value.day else f"{first.day:02}",
            earliest=first,
            latest=last,
        )
    if value.weekday is not None:
        return replace(value, weekday=(value.weekday + chance.randrange(6)) % 7 + 1)
    if "X" not in value.day:
        return replace(value, day=f"{(int(value.day) + chance.randrange(1, 6)) % 28 + 1:02}")
    if "X" not in value.month:
        return replace(value, month=f"{(int(value.month) + chance.randrange(3)) % 12 + 1:02}")
    return None


def fitted(pairs: Sequence[Pair]) -> tuple[float, dict[str, float]]:
    """The base and the weights of the features; a story with many pairs counts less for each."""
    told = Counter((pair.story, pair.same) for pair in pairs)
    held = numpy.array([told[pair.story, pair.same] ** -0.5 for pair in pairs])
    same = numpy.array([pair.same for pair in pairs], float)
    table = numpy.array([list(pair.features.values()) for pair in pairs])
    names = list(pairs[0].features)
    spread = table.std(axis=0)
    kept = [at for at in range(len(names)) if spread[at] > 0]
    while True:
        base, found = regression(table[:, kept], same, held / held.mean(), numpy.full(1 + len(kept), _HOLD))
        wrong = {
            at: abs(weight) * spread[at]
            for at, weight in zip(kept, found, strict=True)
            if names[at] not in _EITHER and (weight < 0) == (names[at] in _FOR)
        }
        if not wrong:
            return base, {names[at]: float(weight) for at, weight in zip(kept, found, strict=True)}
        kept.remove(max(wrong, key=lambda at: wrong[at]))


def total(pair: Pair, model: tuple[float, dict[str, float]]) -> float:
    """The weighed sum of a pair's features."""
    base, weights = model
    return base + sum(weight * pair.features[name] for name, weight in weights.items())


def told(pairs: Sequence[Pair]) -> None:
    """Print what each threshold finds, by weights learnt without the story."""
    stories = sorted({pair.story for pair in pairs})
    sums: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        apart = set(stories[fold::_FOLDS])
        model = fitted([pair for pair in pairs if pair.story not in apart])
        sums += [(total(pair, model), pair.same) for pair in pairs if pair.story in apart]
    changed_values = sum(same for _, same in sums)
    for least in (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5):
        hits = sum(same and value >= least for value, same in sums)
        others = sum(not same and value >= least for value, same in sums)
        print(f"{least:4} found {hits}/{changed_values}, of two things {others}")


def in_first_half(story: str) -> bool:
    """The story is in the half that is learnt from."""
    return int(sha256(f"3{story}".encode()).hexdigest(), 16) % 2 == 1


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("--half", action="store_true")
    parser.add_argument("--threshold", type=float, default=2.1)
    arguments = parser.parse_args()
    reports = [row for row in rows(arguments.stories) if not arguments.half or in_first_half(row["story"])]
    stories: dict[str, list[Reading]] = defaultdict(list)
    texts = [(row["id"], row["text"], row.get("title")) for row in reports]
    for row, reading in zip(reports, read(texts), strict=True):
        stories[row["story"]].append(reading)
    true = {key for key, verdict in verdicts().items() if verdict}
    tools = Reconciler.load()
    pairs = [pair for story in sorted(stories) for pair in pairs_of(story, stories[story], true, tools)]
    OUT.write_text(learnt(pairs, arguments.threshold), encoding="utf-8")


def learnt(pairs: Sequence[Pair], threshold: float) -> str:
    """The vocabulary file."""
    told(pairs)
    base, weights = fitted(pairs)
    rounded = {name: round(weight, 2) for name, weight in weights.items()}
    file = {
        "about": _ABOUT,
        "threshold": round(float(1 / (1 + numpy.exp(-threshold))), 3),
        "base": round(base, 2),
        "weights": {name: rounded.get(name, 0.0) for name in VALUE_FEATURES},
    }
    return msgspec.json.format(json.dumps(file), indent=1) + "\n"


if __name__ == "__main__":
    main()
