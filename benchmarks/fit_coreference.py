"""Learns what the features of coreference tell: two forests, of which the second sees what the first says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import TYPE_CHECKING

import msgspec
import numpy
from msgspec import Struct
from msgspec.structs import replace

from accord.reconciliation.coreference.forest import Forest
from accord.reconciliation.coreference.join import Coreference, likelihoods, with_neighbours
from accord.reconciliation.coreference.mention import ActMention, Pair
from accord.reconciliation.feature_registry import FeatureRow
from benchmarks.boosting import grow

if TYPE_CHECKING:
    from benchmarks.coreference import StoryMentions

_ABOUT = (
    "How likely the features of two mentions of acts make it that they are of one happening, at a first "
    "look and at a second, and how likely that must be on average for clusters to be joined. "
    "Learnt by benchmarks/fit_coreference.py."
)
_PARTS = 5
# Two reports of different stories stand in one by a fault of grouping, which is not coreference's to mend.
_OF_TWO_STORIES = 0.3
# A story is also learnt from as if only so many of its reports were there, which counts for less.
_FEWER = (4, 8)
_OF_FEWER = 0.25
_SEED = 5


class Answer(Struct, frozen=True):
    """What gold says of a mention: its topic, the story in it that its report tells, and its cluster."""

    topic: str
    story: str
    cluster: str


class Lesson(Struct, frozen=True):
    """A story, whole or not, with its answers: mentions in order of place, features of pairs, which are one.

    `weights` say how much each pair counts.
    """

    told: StoryMentions
    whole: bool
    topic: str
    mentions: tuple[ActMention, ...]
    features: Mapping[Pair, FeatureRow]
    same: tuple[bool, ...]
    weights: tuple[float, ...]


def lessons(
    stories: Iterable[StoryMentions],
    answers: Mapping[str, Answer],
    coreference: Coreference,
    common: Callable[[str], float],
) -> Iterator[Lesson]:
    """The stories, and parts of them, with the answers by the ids of mentions."""
    told = [story for story in stories if story.mentions]
    chance = Random(_SEED)
    parts = [part for story in told for part in _parts(story, chance)]
    for story, whole in [*((story, True) for story in told), *((part, False) for part in parts)]:
        order = sorted(range(len(story.mentions)), key=lambda index: story.mentions[index].place)
        placed = tuple(story.mentions[index] for index in order)
        found = coreference.features(placed, common, story.alike)
        given = [answers[story.ids[index]] for index in order]
        topics = Counter(answer.topic for answer in given)
        topic = min(topics, key=lambda name: (-topics[name], name))
        same = tuple(given[one].cluster == given[other].cluster for one, other in found)
        weights = tuple(_weights(list(found), given, 1.0 if whole else _OF_FEWER))
        yield Lesson(story, whole, topic, placed, found, same, weights)


def _parts(story: StoryMentions, chance: Random) -> Iterator[StoryMentions]:
    """The story as a few of its reports tell it, where it has more: stories are of any size."""
    reports = sorted({mention.report for mention in story.mentions})
    for size in _FEWER:
        if len(reports) >= size + 2:
            kept = set(chance.sample(reports, size))
            indexes = [index for index, mention in enumerate(story.mentions) if mention.report in kept]
            yield replace(
                story,
                ids=tuple(story.ids[index] for index in indexes),
                mentions=tuple(story.mentions[index] for index in indexes),
            )


def learnt(taught: Sequence[Lesson], coreference: Coreference) -> Coreference:
    """The coreference that tells the answers best.

    The second forest learns from what first ones, which have not seen a topic, say of it.
    """
    first = _forest([lesson.features for lesson in taught], taught)
    parts = [
        (looks, lesson)
        for train, rest in by_topic(taught)
        for forest in [_forest([lesson.features for lesson in train], train)]
        for lesson in rest
        for looks in [with_neighbours(lesson.mentions, lesson.features, likelihoods(forest, lesson.features))]
    ]
    second = _forest([looks for looks, _ in parts], [lesson for _, lesson in parts])
    return replace(coreference, first=first, second=second)


def by_topic(taught: Sequence[Lesson]) -> Iterator[tuple[list[Lesson], list[Lesson]]]:
    """The lessons in parts by topic: those of the other parts, and those of this one."""
    topics = sorted({lesson.topic for lesson in taught})
    for part in range(_PARTS):
        apart = set(topics[part::_PARTS])
        yield [one for one in taught if one.topic not in apart], [one for one in taught if one.topic in apart]


def written(coreference: Coreference) -> bytes:
    """The vocabulary file."""
    file = {
        "about": _ABOUT,
        "threshold": coreference.threshold,
        "first": coreference.first,
        "second": coreference.second,
    }
    return msgspec.json.encode(file).replace(b"[[", b"[\n[").replace(b"]],[", b"]],\n[") + b"\n"


def _forest(looks: Sequence[Mapping[Pair, FeatureRow]], taught: Sequence[Lesson]) -> Forest:
    rows = [found for story in looks for found in story.values()]
    table = numpy.array([list(row.values()) for row in rows])
    same = numpy.array([answer for lesson in taught for answer in lesson.same], float)
    weights = numpy.array([weight for lesson in taught for weight in lesson.weights])
    return grow(list(rows[0]), table, same, weights / weights.mean())


def _weights(pairs: Sequence[Pair], given: Sequence[Answer], share: float) -> Iterator[float]:
    """Each mention counts the same, however many candidates it has."""
    times = Counter(index for pair in pairs for index in pair)
    for one, other in pairs:
        apart = given[one].story != given[other].story
        yield share * (_OF_TWO_STORIES if apart else 1.0) / math.sqrt(times[one] * times[other])
