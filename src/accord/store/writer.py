"""The one who writes to a store: takes in what is new, and brings stories up to date.

Every step ends in a transaction that leaves the store whole, with what is still to be done noted in it:
a writer that was killed is followed by one that goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select

from accord.grouping.meaning.sentence_meaning import SentenceMeaning
from accord.grouping.stories import Grouper
from accord.intake.report_draft import ReportDraft
from accord.records import Problem, Report
from accord.run import run
from accord.settings import Settings
from accord.steps import StoryReconciler
from accord.store import fingerprint as program
from accord.store import reading, receiving, repairing
from accord.store import story_assignment as placing
from accord.store.checking import Damage
from accord.store.database import explained
from accord.store.dossier_updates import tell
from accord.store.receiving import Visit, note_visit
from accord.store.rows import Clock, enqueue, holds, queued, stamp
from accord.store.schema import members, state

_DRAFTS_AT_ONCE = 200
_READ_AT_ONCE = 256
_KEPT_AT_ONCE = 16
_TOLD_AT_ONCE = 16

OnProblem = Callable[[Problem], None]


class Done(Struct, frozen=True):
    """What a run changed.

    `added` counts the copies that were new, `read` the reports that were read, and `told` the stories whose
    dossiers were made anew.

    >>> store.add(["examples/reports"], accord.Settings(), print)
    Done(added=0, read=0, told=0)
    """

    added: int = 0
    read: int = 0
    told: int = 0


class Writer:
    """Writes to a store; there is one at a time.

    >>> with store.writer() as writer:
    ...     writer.withdraw("no-such-report")
    0
    """

    def __init__(self, connection: Connection, place: str, clock: Clock) -> None:
        self._connection, self._place, self._clock = connection, place, clock

    def receive(
        self, incoming: Iterable[ReportDraft | Problem], on_problem: OnProblem, origin: str | None = None
    ) -> int:
        """Append what is new; what has been appended when this returns is not lost any more.

        `origin` tells sources apart whose places look the same, and is never shown.
        """
        source, new = iter(incoming), 0
        while part := list(islice(source, _DRAFTS_AT_ONCE)):
            failed = [item for item in part if isinstance(item, Problem)]
            for problem in failed:
                on_problem(problem)
            with self._step() as (connection, now):
                drafts = [item for item in part if isinstance(item, ReportDraft)]
                new += receiving.receive(connection, drafts, now, origin)
                receiving.note_problems(connection, failed, now)
        return new

    def withdraw(self, id: str, why: str = "") -> int:
        """Retract a report; returns how many copies of it there were."""
        with self._step() as (connection, now):
            return receiving.withdraw(connection, id, why, now)

    def note_visit(self, visit: Visit) -> None:
        """Append what a feed's server said."""
        with self._step() as (connection, now):
            note_visit(connection, visit, now)

    def retry(self) -> int:
        """Note what was set aside for another try."""
        with self._step() as (connection, now):
            return reading.retry(connection, now)

    def repair(self, found: Iterable[Damage]) -> list[Damage]:
        """Note what of `found` must be made again, and take out what cannot be; returns that."""
        with self._step() as (connection, now):
            return repairing.repair(connection, found, now)

    def settle(self, settings: Settings, on_problem: OnProblem) -> Done:
        """Do all that waits to be done: read, group and reconcile."""
        vocabulary = settings.load_vocabulary()
        meaning = SentenceMeaning.of(settings, vocabulary)
        with vocabulary.explained():
            grouper = Grouper.load(vocabulary, meaning)
        basis = program.extracting(settings)
        self._notice_changes(settings, basis, grouper)
        read = self._read(settings, basis, on_problem)
        with self._step() as (connection, now):
            placing.place(connection, grouper.weigher, now, grouper.encoding)
        told = self._tell(settings, meaning, on_problem)
        return Done(read=read, told=told)

    def _notice_changes(self, settings: Settings, basis: str, grouper: Grouper) -> None:
        """Note what must be done again because it was done by another program, or with other settings."""
        with self._step() as (connection, now):
            if _differs(connection, "extracting", basis):
                reading.read_again(connection)
            if _differs(connection, "grouping", program.grouping(settings)):
                placing.place_again(connection, grouper.weigher, now, grouper.encoding)
            if _differs(connection, "reconciling", program.reconciling(settings)):
                stories = select(members.c.story).where(holds(members)).distinct()
                enqueue(connection, "tell", connection.execute(stories).scalars())

    def _read(self, settings: Settings, basis: str, on_problem: OnProblem) -> int:
        waiting = self._waiting(basis)
        sent: list[reading.Waiting] = []

        def reports() -> Iterator[Report]:
            for one in waiting:
                sent.append(one)
                yield one.report

        first = next(waiting, None)
        if first is None:
            return 0  # loading the pipeline takes longer than all the rest
        outcomes = run(_chained(first, sent, reports()), settings)
        total = 0
        while part := list(islice(outcomes, _KEPT_AT_ONCE)):
            pairs = list(zip(sent[: len(part)], part, strict=True))
            del sent[: len(part)]
            with self._step() as (connection, now):
                failed = reading.put(connection, pairs, basis, now)
            for problem in failed:
                on_problem(problem)
            total += len(part)
        return total

    def _waiting(self, basis: str) -> Iterator[reading.Waiting]:
        """What must be read; names noted are looked at once, in portions."""
        with self._step() as (connection, _):
            names = queued(connection, "read")
        source = iter(names)
        while part := list(islice(source, _READ_AT_ONCE)):
            with self._step() as (connection, now):
                waiting = reading.sort_out(connection, part, basis, now)
            yield from waiting

    def _tell(self, settings: Settings, meaning: SentenceMeaning | None, on_problem: OnProblem) -> int:
        with self._step() as (connection, _):
            if not queued(connection, "tell", 1):
                return 0
        reconciler = StoryReconciler.of(settings, meaning)
        total, vectors_basis = 0, program.encoding(settings)
        while True:
            with self._step() as (connection, now):
                stories = queued(connection, "tell", _TOLD_AT_ONCE)
                for story in stories:
                    problem = tell(connection, story, now, reconciler, vectors_basis)
                    if problem is not None:
                        on_problem(problem)
                    total += 1
            if not stories:
                return total

    @contextmanager
    def _step(self) -> Iterator[tuple[Connection, str]]:
        """A transaction, with the time at which what it writes is recorded."""
        with explained(self._place), self._connection.begin():
            yield self._connection, stamp(self._clock())


def _chained(first: reading.Waiting, sent: list[reading.Waiting], rest: Iterator[Report]) -> Iterator[Report]:
    sent.append(first)
    yield first.report
    yield from rest


def _differs(connection: Connection, name: str, value: str) -> bool:
    """Whether something else is noted under `name`; notes `value`."""
    noted = connection.execute(select(state.c.value).where(state.c.name == name)).scalar()
    if noted == value.encode():
        return False
    connection.execute(delete(state).where(state.c.name == name))
    connection.execute(insert(state), {"name": name, "value": value.encode()})
    return noted is not None
