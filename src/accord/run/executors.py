"""Extraction in this process, or in several; Readings come back in the order of the reports."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from multiprocessing.synchronize import Event

import msgspec

from accord.errors import AccordError
from accord.extraction.extractor import Extractor
from accord.records import Problem, Reading, Report
from accord.run.threads import use_one_thread
from accord.settings import Settings
from accord.timings import Timings

_BATCH = 8
_AHEAD = 3

_KILLED = (
    "a worker process ended before its work was done, most likely for want of memory; "
    "run again with one worker (--workers 1)"
)
_NOT_STARTED = (
    "worker processes could not start: each of them runs the script that asks for them once more; put what "
    'the script does under `if __name__ == "__main__":`, or leave `workers` out of Settings'
)


def extract_here(
    reports: Iterable[Report], settings: Settings, timings: Timings | None = None
) -> Iterator[Reading | Problem]:
    """Extract `reports` one after the other, in order."""
    yield from _loaded(settings, timings).pipe(reports, timings)


class _Worker:
    """What a worker process holds: its extractor, loaded with the first batch.

    Not when the process starts: what fails there reaches the caller as a broken pool without a reason.
    """

    extractor: Extractor | None = None

    @classmethod
    def work(cls, batch: bytes, settings: Settings, timed: bool) -> bytes:
        """Extract a batch of Reports; both sides as MessagePack, with the Timings of the batch if `timed`."""
        timings = Timings() if timed else None
        if cls.extractor is None:
            use_one_thread()
            cls.extractor = _loaded(settings, timings)
        reports = msgspec.msgpack.decode(batch, type=list[Report])
        outcomes = cls.extractor.pipe(reports, timings)
        pairs = [(o, None) if isinstance(o, Reading) else (None, o) for o in outcomes]
        return msgspec.msgpack.encode((pairs, timings))


def _loaded(settings: Settings, timings: Timings | None) -> Extractor:
    if timings is None:
        return Extractor.load(settings)
    return timings.measure("loading", lambda: Extractor.load(settings))


def extract_in_pool(
    reports: Iterable[Report], settings: Settings, timings: Timings | None = None
) -> Iterator[Reading | Problem]:
    """Extract `reports` in `settings.workers` processes.

    Few batches are under way at once, so memory does not grow with the number of reports.

    Raises:
        AccordError: the pipeline cannot be used, or worker processes cannot start or were killed.
    """
    _end_if_run_again()
    source = iter(reports)
    context = multiprocessing.get_context("spawn")
    started = context.Event()
    with ProcessPoolExecutor(settings.workers, context, initializer=_start, initargs=(started,)) as pool:
        running: deque[Future[bytes]] = deque()
        try:
            while True:
                while len(running) < settings.workers * _AHEAD:
                    batch = list(islice(source, _BATCH))
                    if not batch:
                        break
                    reports_ = msgspec.msgpack.encode(batch)
                    running.append(pool.submit(_Worker.work, reports_, settings, timings is not None))
                if not running:
                    return
                outcomes, took = _decode(running.popleft().result())
                if timings is not None and took is not None:
                    timings.add(took)
                yield from outcomes
        except BrokenProcessPool as error:
            raise AccordError(_KILLED if started.is_set() else _NOT_STARTED) from error
        finally:
            for future in running:
                future.cancel()


def _end_if_run_again() -> None:
    """End a worker that, on its way to its work, runs the script that started it.

    It says nothing: the process that waits for it tells what is wrong, once.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise SystemExit(1)


def _start(started: Event) -> None:
    """Note that a worker got as far as its work.

    Ctrl-C reaches every process of a terminal: workers end at once and say nothing.
    """
    started.set()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the end of the process that started this one, and end then, whatever is under way."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _decode(batch: bytes) -> tuple[list[Reading | Problem], Timings | None]:
    shape = tuple[list[tuple[Reading | None, Problem | None]], Timings | None]
    pairs, timings = msgspec.msgpack.decode(batch, type=shape)
    found = (reading or problem for reading, problem in pairs)
    return [outcome for outcome in found if outcome is not None], timings
