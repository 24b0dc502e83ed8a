"""Learns what the signs of coreference tell: two forests, of which the second sees what the first says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy
from msgspec import Struct
from msgspec.structs import replace

from accord.reconcile.coreference import ActMention, Coreference
from accord.reconcile.coreference.forest import Forest
from accord.reconcile.coreference.join import looked, with_company
from accord.reconcile.coreference.mention import Pair
from accord.reconcile.coreference.signs import Signs
from benchmarks.boosting import grow

if TYPE_CHECKING:
    from benchmarks.coreference import StoryMentions

_ABOUT = (
    "How likely the signs of two mentions of acts make it that they are of one happening, at a first "
    "look and at a second, and how likely that must be on average for clusters to be joined. "
    "Learnt by benchmarks/fit_coreference.py."
)
_PARTS = 5


class Lesson(Struct, frozen=True):
    """A story with its answers: mentions in order of place, the signs of pairs, which pairs are one."""

    told: StoryMentions
    topic: str
    mentions: tuple[ActMention, ...]
    signs: Mapping[Pair, Signs]
    same: tuple[bool, ...]


def lessons(
    stories: Iterable[StoryMentions],
    answers: Mapping[str, tuple[str, str]],
    coreference: Coreference,
    common: Callable[[str], float],
) -> Iterator[Lesson]:
    """The stories with the answers, the topic and the cluster of each mention by its id."""
    for story in stories:
        if not story.mentions:
            continue
        order = sorted(range(len(story.mentions)), key=lambda index: story.mentions[index].place)
        placed = tuple(story.mentions[index] for index in order)
        found = coreference.signs(placed, common, story.alike)
        clusters = [answers[story.ids[index]][1] for index in order]
        topics = Counter(answers[id_][0] for id_ in story.ids)
        topic = min(topics, key=lambda name: (-topics[name], name))
        same = tuple(clusters[one] == clusters[other] for one, other in found)
        yield Lesson(story, topic, placed, found, same)


def learnt(taught: Sequence[Lesson], coreference: Coreference) -> Coreference:
    """The coreference that tells the answers best.

    The second forest learns from what first ones, which have not seen a topic, say of it.
    """
    first = _forest([lesson.signs for lesson in taught], taught)
    parts = [
        (looks, lesson)
        for train, rest in by_topic(taught)
        for forest in [_forest([lesson.signs for lesson in train], train)]
        for lesson in rest
        for looks in [with_company(lesson.mentions, lesson.signs, looked(forest, lesson.signs))]
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


def _forest(looks: Sequence[Mapping[Pair, Signs]], taught: Sequence[Lesson]) -> Forest:
    rows = [found for story in looks for found in story.values()]
    table = numpy.array([list(row.values()) for row in rows])
    same = numpy.array([answer for lesson in taught for answer in lesson.same], float)
    weights = numpy.array([weight for lesson in taught for weight in _weights(list(lesson.signs))])
    return grow(list(rows[0]), table, same, weights / weights.mean())


def _weights(pairs: Sequence[Pair]) -> list[float]:
    """Each mention counts the same, however many candidates it has."""
    times = Counter(index for pair in pairs for index in pair)
    return [1 / math.sqrt(times[one] * times[other]) for one, other in pairs]
