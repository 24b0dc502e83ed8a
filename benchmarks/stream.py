"""Measures a store that grows: cost per report from the first thousand to the last, and search at the end.

Usage: python -m benchmarks.stream [--reports N] [--store PLACE] [--queries N] [--shuffled]

The reports are made up: each tells of one of N/10 stories in the story's own words, in words of its
subject and in words of all news, over ten days; they come in the order of publication, a thousand at a
time. They are read without a pipeline, whose cost does not depend on the store (see benchmarks.speed).
A machine that others use is not as fast at one time as at another: so each thousand is compared with
grouping the same 500 reports in memory, which takes turns with it.
With --shuffled, the reports come in no order; the stories must be those that all give at once.
Search is compared with plain SQL LIKE on the same rows in the same run, the two taking turns.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import text

from accord.grouping.stories import group
from accord.intake.report_draft import ReportDraft
from accord.records import Problem, Reading, Region, Report, Sentence
from accord.settings import Settings
from accord.store import writer as writing
from accord.store.database import connect
from accord.store.searching import Query
from accord.store.store import Store, open_store

_BATCH = 1000
_SAME = 500
_A_STORY = 10
_SYLLABLES = [a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
_SUBJECTS = 200
_ALL_NEWS = 400


def word(chance: random.Random, syllables: int = 3) -> str:
    """A made-up word."""
    return "".join(chance.choices(_SYLLABLES, k=syllables))


def made_stream(reports: int) -> Iterator[ReportDraft]:
    """So many drafts in the order of publication; the same ones every time."""
    chance = random.Random(20310501)
    news = [word(chance) for _ in range(_ALL_NEWS)]
    subjects = [[word(chance) for _ in range(40)] for _ in range(_SUBJECTS)]
    stories = reports // _A_STORY
    begin = date(2031, 1, 1)
    order = sorted(
        (story * 1000 // max(stories, 1) + at, story, at)
        for story in range(stories)
        for at in range(_A_STORY)
    )
    own: dict[int, list[str]] = {}
    for number, (day, story, at) in enumerate(order):
        mine = own.setdefault(story, [word(chance, 4) for _ in range(12)])
        subject = subjects[story % _SUBJECTS]
        lines = [
            " ".join(chance.sample(mine, 4) + chance.sample(subject, 3) + chance.sample(news, 4))
            for _ in range(6)
        ]
        if at == _A_STORY - 1:
            del own[story]
        yield ReportDraft(
            id=f"r{number:06}",
            text="\n".join(f"{line.capitalize()}." for line in lines),
            place=f"made.jsonl line {number + 1}",
            source=f"Outlet {at}",
            published=(begin + timedelta(days=day)).isoformat(),
        )


def read_words(reports: Iterable[Report], _: Settings) -> Iterator[Reading | Problem]:
    """Sentences and their words, and nothing else."""
    for report in reports:
        sentences, at = [], 0
        for line in report.text.split("\n"):
            terms = tuple(line.casefold().rstrip(".").split())
            sentences.append(Sentence(at, at + len(line), "body", terms))
            at += len(line) + 1
        yield Reading(
            report.id, report.source, report.title, report.published, report.sha256, report.text,
            url=report.url, places=report.places, other_ids=report.other_ids, provenance=report.provenance,
            regions=(Region(0, len(report.text), "body"),), sentences=tuple(sentences),
        )  # fmt: skip


def ignore(problem: Problem) -> None:
    """Made-up reports have no problems that matter here."""
    raise SystemExit(f"{problem.input}: {problem.reason}")


def cost(work: Callable[[], object], reports: int) -> float:
    """Milliseconds of the processor that a report takes."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) / reports * 1000


def readings(drafts: Iterable[ReportDraft]) -> tuple[Reading, ...]:
    """What is read out of drafts."""
    read = read_words((draft.report() for draft in drafts), Settings())
    return tuple(reading for reading in read if isinstance(reading, Reading))


def fill(store: Store, drafts: Iterable[ReportDraft]) -> None:
    """Add the stream, and print what a report cost."""
    source, done = iter(drafts), 0
    same = readings(islice(made_stream(_SAME), _SAME))
    print(f"{'reports':>8} {'ms a report':>12} {'ms in memory':>13} {'ratio':>6}")
    ratios: list[float] = []
    while part := list(islice(source, _BATCH)):

        def add(part: list[ReportDraft] = part) -> None:
            with store.writer() as writer:
                writer.receive(part, ignore)
                writer.settle(Settings(workers=1), ignore)

        memory, kept = cost(lambda: group(same), _SAME), cost(add, len(part))
        ratios.append(kept / memory)
        done += len(part)
        print(f"{done:>8} {kept:>12.2f} {memory:>13.2f} {ratios[-1]:>6.1f}", flush=True)
    ends = max(1, len(ratios) // 10)
    first, last = statistics.median(ratios[:ends]), statistics.median(ratios[-ends:])
    print(f"the last tenth costs {last / first:.2f} times the first")


def check(store: Store, reports: int, shuffled: bool) -> None:
    """How many of the stories came out as they were made and, where asked, as they come out at once."""
    with store.view() as view:
        rows = view.stories()
    sizes = Counter(row.reports for row in rows)
    print(f"{len(rows)} stories; of {_A_STORY} reports: {sizes[_A_STORY]}; made: {reports // _A_STORY}")
    if shuffled:
        at_once = {(story.id, len(story.readings)) for story in group(readings(made_stream(reports)))}
        same = at_once == {(row.id, row.reports) for row in rows}
        print(f"the stories are {'those' if same else 'NOT those'} that all reports give at once")


def search(store: Store, place: str, queries: int) -> None:
    """The time of searches and of LIKE, in turns."""
    chance = random.Random(7)
    drafts = list(islice(made_stream(2000), 2000))
    times: dict[str, list[float]] = {"search": [], "LIKE": []}
    engine = connect(place)
    with store.view() as view, engine.connect() as connection:
        for number in range(queries):
            words = chance.choice(drafts).text.casefold().replace(".", "").split()
            wanted = chance.sample(words, 1 + number % 3)
            begun = time.perf_counter()
            view.search(Query(words=" ".join(wanted)))
            middle = time.perf_counter()
            where = " AND ".join(f"text LIKE :w{at}" for at in range(len(wanted)))
            statement = text(
                f"SELECT * FROM passages WHERE retracted IS NULL AND {where} ORDER BY day DESC LIMIT 20"
            )
            connection.execute(statement, {f"w{at}": f"%{one}%" for at, one in enumerate(wanted)}).all()
            times["search"].append(middle - begun)
            times["LIKE"].append(time.perf_counter() - middle)
    for name, found in times.items():
        cut = statistics.quantiles(found, n=20)
        print(f"{name:>8}: median {cut[9] * 1000:8.2f} ms, 95th percentile {cut[18] * 1000:8.2f} ms")


def main() -> None:
    """Run the measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--store")
    parser.add_argument("--shuffled", action="store_true")
    asked = parser.parse_args()
    # The pipeline's place; its cost is the same for each report.
    writing.run = read_words  # type: ignore[assignment, attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        place = asked.store or str(Path(folder) / "stream.db")
        store = open_store(place)
        drafts = list(made_stream(asked.reports))
        if asked.shuffled:
            random.Random(3).shuffle(drafts)
        fill(store, drafts)
        check(store, asked.reports, asked.shuffled)
        search(store, place, asked.queries)
        store.close()


if __name__ == "__main__":
    main()
