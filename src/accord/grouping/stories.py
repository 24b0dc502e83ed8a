"""Which reports tell of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.grouping.clusters import clusters, story_id, weigher
from accord.grouping.meaning.encoder import Encoding
from accord.grouping.meaning.sentence_meaning import SentenceMeaning
from accord.grouping.portraits import sketches
from accord.grouping.terms import Sketch, Vector, Weigher, product, sketch
from accord.records import Reading, Story
from accord.settings import Settings
from accord.vocabulary import PACKAGED, Vocabulary

_MOST_TERMS = 8


class Grouper(Struct, frozen=True):
    """Puts reports into stories; `weigher` tells how common terms are in all news.

    `encoding` turns what a report leads with into a vector of its meaning; without it, words alone count.

    >>> accord.Grouper.load(accord.Vocabulary()).group(readings) == (story,)
    True
    """

    weigher: Weigher
    encoding: Encoding | None = None

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED, encoding: Encoding | None = None) -> Grouper:
        """Read the vocabulary.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(Weigher.load(vocabulary), encoding)

    @classmethod
    def of(cls, settings: Settings, meaning: SentenceMeaning | None = None) -> Grouper:
        """The grouper of a run; `meaning` is that of the run, where it has one already.

        Raises:
            VocabularyError: the vocabulary that `settings` names is broken.
        """
        vocabulary = settings.load_vocabulary()
        with vocabulary.explained():
            return cls.load(vocabulary, meaning or SentenceMeaning.of(settings, vocabulary))

    def group(self, readings: Sequence[Reading]) -> tuple[Story, ...]:
        """As `group` does."""
        copies: dict[str, list[Reading]] = defaultdict(list)
        for reading in sorted(readings, key=_order):
            copies[reading.sha256].append(reading)
        # One text alone has nothing to be compared with.
        encoding = self.encoding if len(copies) > 1 else None
        found = clusters(sketches((texts[0] for texts in copies.values()), encoding), self.weigher)
        return tuple(
            Story(story_id(texts[0].sha256), tuple(sorted(_readings(texts, copies), key=_name)))
            for texts in sorted(found, key=lambda texts: texts[0].order)
        )

    def counting(self, stories: Sequence[Story]) -> Weigher:
        """What weighs the terms of `stories`, which are all there are."""
        texts = {reading.sha256: sketch(reading) for story in stories for reading in story.readings}
        return weigher(sorted(texts.values(), key=lambda each: each.order), self.weigher)


def group(readings: Sequence[Reading], *, settings: Settings | None = None) -> tuple[Story, ...]:
    """Put readings that tell of the same happening together, each into one story.

    The order of `readings` does not matter.  Stories are sorted by their earliest publication day
    (unknown days last), then by that report's hash; a story is named by that report.  Of `settings`
    only the vocabulary counts, and whether there are vectors.

    Raises:
        VocabularyError: the vocabulary that `settings` names is broken.

    >>> [story.id for story in accord.group(readings)]
    ['story-33da6c5993']
    """
    return Grouper.of(settings or Settings()).group(readings)


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
        weigh = Grouper.load().counting(stories)
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


def _readings(texts: Sequence[Sketch], copies: Mapping[str, Sequence[Reading]]) -> Iterator[Reading]:
    """The readings of the texts, each as often as it is there."""
    return (reading for text in texts for reading in copies[text.sha256])


def _name(reading: Reading) -> tuple[str, str]:
    return reading.id, reading.sha256


def _order(reading: Reading) -> tuple[bool, str, str, str]:
    return reading.published is None, reading.published or "", reading.id, reading.sha256
