"""A store as it is read: as it is now, or as it was known on a day."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, select

from accord.errors import AccordError
from accord.grouping.stories import Tie, ties
from accord.grouping.terms import Weigher
from accord.ledger.ledger import Ledger
from accord.ledger.rules import Rules
from accord.records import Dossier, Problem, Reading, Story
from accord.store.dossier_updates import readings_of
from accord.store.index import noted_weigher
from accord.store.receiving import Visit, has_url, last_visit
from accord.store.reports import load_texts
from accord.store.rows import day_after, holds, unpack
from accord.store.schema import changes, dossiers, members, problems
from accord.store.searching import Hit, Query, search
from accord.vocabulary import PACKAGED, Vocabulary


class StoryRow(Struct, frozen=True):
    """A story in a list.

    `id` is its name, `title` what happened in one sentence, `day` the first day that one of its reports was
    published on (ISO 8601, None if unknown), and `reports` how many it has.

    >>> with store.view() as view:
    ...     view.stories()[0]
    StoryRow(id='story-33da6c5993', title='Cuba and the United States resumed diplomatic relations',
     day='2015-08-15', reports=6)
    """

    id: str
    title: str
    day: str | None
    reports: int


class Change(Struct, frozen=True):
    """The story `new` took the place of `old`, or of a part of it.

    `kind` is "renamed", "merged" or "split"; `recorded` is when the store noted it, in UTC.

    >>> with store.view() as view:
    ...     view.changes()
    []
    """

    kind: str
    old: str
    new: str
    recorded: str


class View:
    """What a store holds, as far as it was known when the day `known` ended.

    >>> with store.view() as view:
    ...     view.stories()[0].title
    'Cuba and the United States resumed diplomatic relations'
    """

    def __init__(self, connection: Connection, known: str | None = None) -> None:
        self._connection = connection
        self._until = None if known is None else day_after(known)

    def stories(self) -> list[StoryRow]:
        """All stories, the latest first."""
        counts: dict[str, int] = {}
        query = select(members.c.story).where(holds(members, self._until))
        for story in self._connection.execute(query).scalars():
            counts[story] = counts.get(story, 0) + 1
        rows = self._connection.execute(
            select(dossiers.c.story, dossiers.c.title, dossiers.c.day).where(holds(dossiers, self._until))
        )
        found = [StoryRow(story, title, day, counts.get(story, 0)) for story, title, day in rows]
        return sorted(sorted(found, key=lambda row: row.id), key=lambda row: row.day or "", reverse=True)

    def dossier(self, story: str) -> Dossier:
        """The dossier of a story, under its name or one that it had.

        Raises:
            AccordError: there is no such story.
        """
        query = select(dossiers.c.body).where(
            dossiers.c.story == self.resolve(story), holds(dossiers, self._until)
        )
        body = self._connection.execute(query).scalar()
        if body is None:
            raise AccordError(f"the store has no story {story!r}; `accord search WORDS` names stories")
        return self._whole(body)

    def dossiers(self) -> Iterator[Dossier]:
        """Every dossier, by the id of its story."""
        query = select(dossiers.c.body).where(holds(dossiers, self._until)).order_by(dossiers.c.story)
        for body in self._connection.execute(query).scalars():
            yield self._whole(body)

    def readings(self, story: str) -> list[Reading]:
        """The Readings of a story, sorted by id."""
        return readings_of(self._connection, self.resolve(story), self._until)

    def ledger(self, vocabulary: Vocabulary = PACKAGED) -> Ledger:
        """The relations that all dossiers tell of, by the rules of `vocabulary`.

        Raises:
            VocabularyError: a file is broken.
        """
        query = (
            select(dossiers.c.relations)
            .where(dossiers.c.relations.is_not(None), holds(dossiers, self._until))
            .order_by(dossiers.c.story)
        )
        rows = self._connection.execute(query).scalars()
        return Ledger(rules=Rules.load(vocabulary)).post_all(unpack(body, Dossier) for body in rows)

    def search(self, query: Query) -> list[Hit]:
        """Reports, claims and statements that hold the words, the latest first."""
        return search(self._connection, query, self._until)

    def problems(self) -> list[Problem]:
        """What was set aside, with the reason."""
        query = select(problems.c.input, problems.c.reason, problems.c.advice).where(
            holds(problems, self._until)
        )
        rows = sorted(tuple(row) for row in self._connection.execute(query))
        return [Problem(*row) for row in rows]

    def changes(self, story: str | None = None) -> list[Change]:
        """Which stories took the place of which, in the order in which that was recorded."""
        query = select(changes.c.kind, changes.c.old, changes.c.new, changes.c.recorded).order_by(
            changes.c.key
        )
        if self._until is not None:
            query = query.where(changes.c.recorded < self._until)
        if story is not None:
            query = query.where((changes.c.old == story) | (changes.c.new == story))
        return [Change(*row) for row in self._connection.execute(query)]

    def visit(self, feed: str) -> Visit | None:
        """What a feed's server said last."""
        return last_visit(self._connection, feed)

    def has_url(self, url: str) -> bool:
        """Whether a report from that address is there."""
        return has_url(self._connection, url)

    def resolve(self, story: str) -> str:
        """The name of what a story has become; of what it was split into, the latest part."""
        seen = {story}
        while not self._is_told(story):
            query = select(changes.c.new).where(changes.c.old == story).order_by(changes.c.key.desc())
            if self._until is not None:
                query = query.where(changes.c.recorded < self._until)
            following = self._connection.execute(query).scalars().first()
            if following is None or following in seen:
                break
            story = following
            seen.add(story)
        return story

    def told_stories(self) -> Iterator[Story]:
        """Every story with its Readings, by its id."""
        query = (
            select(members.c.story).where(holds(members, self._until)).distinct().order_by(members.c.story)
        )
        for story in list(self._connection.execute(query).scalars()):
            yield Story(story, tuple(readings_of(self._connection, story, self._until)))

    def ties(self, story: Story, vocabulary: Vocabulary = PACKAGED) -> list[Tie]:
        """Why each report of a story is in it.

        Raises:
            AccordError: the store cannot be read.
            VocabularyError: a file is broken.
        """
        return list(ties([story], noted_weigher(self._connection, Weigher.load(vocabulary))))

    def _is_told(self, story: str) -> bool:
        query = select(members.c.key).where(members.c.story == story, holds(members, self._until))
        return self._connection.execute(query).first() is not None

    def _whole(self, body: bytes) -> Dossier:
        dossier, keys = unpack(body, tuple[Dossier, list[int]])
        said = load_texts(self._connection, keys)
        views = (replace(view, text=said[key]) for view, key in zip(dossier.reports, keys, strict=True))
        return replace(dossier, reports=tuple(views))
