"""Which reports tell of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.grouping.clusters import (
    clusters,
    story_id,
    weigher,
)
from accord.grouping.terms import (
    Vector,
    Weigher,
    product,
    sketch,
)
from accord.records import (
    Reading,
    Story,
)

_MOST_TERMS = 8


def group(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """Put readings that tell of the same happening together, each into one story.

    The order of `readings` does not matter.  Stories are sorted by their earliest publication day
    (unknown days last), then by that report's hash; a story is named by that report.

    >>> [story.id for story in accord.group(readings)]
    ['story-33da6c5993']
    """
    copies: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=_order):
        copies[reading.sha256].append(reading)
    found = sorted(clusters(sketch(texts[0]) for texts in copies.values()), key=lambda texts: texts[0].order)
    return tuple(
        Story(
            story_id(texts[0].sha256),
            tuple(sorted((r for text in texts for r in copies[text.sha256]), key=lambda r: (r.id, r.sha256))),
        )
        for texts in found
    )


class Tie(Struct, frozen=True, gc=False):
    """Why a report is in its story: the report there that it is most alike, and what makes them so.

    `report` and `other` are ids; `likeness` lies between 0 and 1; `terms` are those that both make most
    of, the heaviest first: lemmas, two lemmas next to each other, and days ("on 05-03").

    >>> with store.view() as view:
    ...     tie = view.ties(story)[0]
    >>> tie.report, tie.other, round(tie.likeness, 2), tie.terms[:3]
    ('continental-review', 'harbour-gazette', 0.27, ('washington', 'on 05-29', 'on 07-20'))
    """

    report: str
    other: str
    likeness: float
    terms: tuple[str, ...]


def ties(stories: Sequence[Story], weigh: Weigher | None = None) -> Iterator[Tie]:
    """Why each report is in its story; nothing of one that is alone, or whose words the others have not.

    Terms are weighed as for `group`; `weigh` where the stories are not all there are.
    """
    if weigh is None:
        texts = {reading.sha256: sketch(reading) for story in stories for reading in story.readings}
        weigh = weigher(sorted(texts.values(), key=lambda each: each.order), Weigher.load())
    for story in stories:
        vectors = {reading.id: weigh.vector(sketch(reading).counts) for reading in story.readings}
        for id, vector in vectors.items():
            alike = {other: product(vector, theirs) for other, theirs in vectors.items() if other != id}
            best = min(alike, key=lambda other: (-alike[other], other), default=None)
            if best is not None and alike[best] > 0:
                yield Tie(id, best, alike[best], _shared(vector, vectors[best]))


def _shared(one: Vector, other: Vector) -> tuple[str, ...]:
    shared = {term: weight * other[term] for term, weight in one.items() if term in other}
    return tuple(sorted(shared, key=lambda term: (-shared[term], term))[:_MOST_TERMS])


def _order(reading: Reading) -> tuple[bool, str, str, str]:
    return reading.published is None, reading.published or "", reading.id, reading.sha256
