"""Extraction in this process, or in several; Readings come back in the order of the reports."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

import msgspec

from accord.errors import AccordError
from accord.extraction.extractor import Extractor
from accord.records import (
    Problem,
    Reading,
    Report,
)
from accord.run import use_one_thread
from accord.settings import Settings

_BATCH = 8
_AHEAD = 3


def extract_here(reports: Iterable[Report], settings: Settings) -> Iterator[Reading | Problem]:
    """Extract `reports` one after the other, in order."""
    yield from Extractor.load(settings).pipe(reports)


class _Worker:
    """What a worker process holds: its extractor, loaded with the first batch.

    Not when the process starts: what fails there reaches the caller as a broken pool without a reason.
    """

    extractor: Extractor | None = None

    @classmethod
    def work(cls, batch: bytes, settings: Settings) -> bytes:
        """Extract a batch of Reports; both sides as MessagePack."""
        if cls.extractor is None:
            use_one_thread()
            cls.extractor = Extractor.load(settings)
        reports = msgspec.msgpack.decode(batch, type=list[Report])
        outcomes = cls.extractor.pipe(reports)
        return msgspec.msgpack.encode([(o, None) if isinstance(o, Reading) else (None, o) for o in outcomes])


def extract_in_pool(reports: Iterable[Report], settings: Settings) -> Iterator[Reading | Problem]:
    """Extract `reports` in `settings.workers` processes.

    Few batches are under way at once, so memory does not grow with the number of reports.

    Raises:
        AccordError: the pipeline cannot be used, or a worker process was killed.
    """
    source = iter(reports)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(settings.workers, context, initializer=_end_on_interrupt) as pool:
        running: deque[Future[bytes]] = deque()
        try:
            while True:
                while len(running) < settings.workers * _AHEAD:
                    batch = list(islice(source, _BATCH))
                    if not batch:
                        break
                    running.append(pool.submit(_Worker.work, msgspec.msgpack.encode(batch), settings))
                if not running:
                    return
                yield from _decode(running.popleft().result())
        except BrokenProcessPool as error:
            raise AccordError(
                "a worker process ended before its work was done, most likely for want of memory; "
                "run again with --workers 1"
            ) from error
        finally:
            for future in running:
                future.cancel()


def _end_on_interrupt() -> None:
    """Ctrl-C reaches every process of a terminal: workers end at once and say nothing."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _decode(outcomes: bytes) -> Iterator[Reading | Problem]:
    shape = list[tuple[Reading | None, Problem | None]]
    for reading, problem in msgspec.msgpack.decode(outcomes, type=shape):
        outcome = reading or problem
        if outcome is not None:
            yield outcome
