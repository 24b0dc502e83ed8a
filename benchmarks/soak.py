"""A desk's days pressed into minutes: feeds that change, corrections, kills, readers; nothing is lost.

Usage: python -m benchmarks.soak [--minutes N] [--feeds N] [--store PLACE] [--seed N]

Feeds are files that are written anew every round: each entry is new, corrected, or as it was.  A writer
follows them in a process of its own, which is killed at random moments; readers ask all the time, and an
answer that is an error ends the reader, which is told.  At the end everything is followed once more without
a kill, and the store must hold the last wording of every entry that the feeds have, and be whole.
Reports are read without a pipeline, as in benchmarks.stream.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import tempfile
import time
from pathlib import Path

from accord.records import Problem
from accord.settings import Settings
from accord.store import writer
from accord.store.feed_reader import Following
from accord.store.searching import Query
from accord.store.store import open_store
from accord.store.watching import watch
from benchmarks.stream import read_words

_ENTRIES = 20
_TOPICS = (
    "ferry",
    "harbour",
    "budget",
    "verdict",
    "strike",
    "summit",
    "flood",
    "election",
    "merger",
    "launch",
)


def write_feeds(folder: Path, feeds: int, round_: int, chance: random.Random, told: dict[str, str]) -> None:
    """Write each feed with what is new, corrected and as it was; `told` is the wording of each entry."""
    for feed in range(feeds):
        ids = [f"{feed}-{max(0, round_ * 2 - at)}" for at in range(_ENTRIES)]
        for id in dict.fromkeys(ids):
            if id not in told or chance.random() < 0.03:
                topic = _TOPICS[int(id.rpartition("-")[2]) % len(_TOPICS)]
                told[id] = (
                    f"The {topic} of day {id.rpartition('-')[2]} was told by outlet {feed} with "
                    f"{chance.randint(1, 999)} people there, and the council met about the {topic} again."
                )
        items = "".join(
            f"<item><title>{id}</title><guid>{id}</guid><link>https://o{feed}.example/{id}</link>"
            f"<description>{told[id]}</description></item>"
            for id in dict.fromkeys(ids)
        )
        partial = folder / f"{feed}.partial"
        partial.write_text(f"<rss version='2.0'><channel><title>O{feed}</title>{items}</channel></rss>")
        partial.replace(folder / f"{feed}.xml")


def follow(place: str, folder: str) -> None:
    """Follow all feeds of a folder once."""
    writer.run = read_words  # type: ignore[assignment, attr-defined]
    store = open_store(place)
    feeds = sorted(map(str, Path(folder).glob("*.xml")))

    def told(problem: Problem) -> None:
        print(f"problem: {problem.input}: {problem.reason}", flush=True)

    watch(store, feeds, Following(settings=Settings(vectors=False)), told)
    store.close()


def read(place: str) -> None:
    """Ask until killed."""
    store = open_store(place)
    while True:
        with store.view() as view:
            for row in view.stories()[:3]:
                view.dossier(row.id)
            view.search(Query(words="council", most=5))


def held(place: str) -> tuple[dict[str, str], int]:
    """The wording of every report, and how much of the store is damaged."""
    store = open_store(place)
    with store.view() as view:
        dossiers = list(view.dossiers())
    texts = {report.id: report.text for dossier in dossiers for report in dossier.reports}
    damaged = len(store.check())
    store.close()
    return texts, damaged


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--feeds", type=int, default=20)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--store")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance, told = random.Random(asked.seed), dict[str, str]()
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = asked.store or str(folder / "desk.db")
        open_store(place).close()
        readers = [spawn.Process(target=read, args=(place,), daemon=True) for _ in range(asked.readers)]
        for reader in readers:
            reader.start()
        end, rounds, kills = time.monotonic() + 60 * asked.minutes, 0, 0
        while time.monotonic() < end:
            write_feeds(folder, asked.feeds, rounds, chance, told)
            process = spawn.Process(target=follow, args=(place, name))
            process.start()
            process.join(chance.uniform(1, 12))
            if process.is_alive() and process.pid is not None:
                os.kill(process.pid, signal.SIGKILL)
                kills += 1
            process.join()
            rounds += 1
        ended = sum(not reader.is_alive() for reader in readers)
        for reader in readers:
            reader.kill()
        follow(place, name)
        texts, damaged = held(place)
        current = {id: told[id] for id in _current(folder)}
        lost = [id for id, text in current.items() if texts.get(id) != text]
        print(f"{rounds} rounds, {kills} kills, {len(texts)} reports held, {ended} readers ended early")
        print(f"{len(lost)} of {len(current)} entries lost or outdated, {damaged} rows damaged")
        raise SystemExit(bool(lost or damaged or ended))


def _current(folder: Path) -> set[str]:
    """The entries that the feeds have now."""
    return {
        part.partition("</guid>")[0]
        for path in folder.glob("*.xml")
        for part in path.read_text().split("<guid>")[1:]
    }


if __name__ == "__main__":
    main()
