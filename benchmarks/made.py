"""Reads, reconciles and writes texts made at random, and tells what fails and what breaks the records' contract.

Usage: python -m benchmarks.made [--texts N] [--first SEED]

Every text is made of all words of the vocabulary, figures, signs and white space (tests/made_texts.py); two of
them make a story. A line is printed for each kind of failure, with the seed that shows it first.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from accord.countries import Countries
from accord.extraction.extractor import Extractor
from accord.ledger.ledger import Ledger
from accord.ledger.tables import table
from accord.present.html.ledger_page import render_ledger
from accord.present.renderers import renderer
from accord.records import Reading, Report, Story
from accord.settings import Settings
from accord.steps import StoryReconciler
from invariants import dossier_faults, reading_faults
from made_texts import made_text

_DAYS = ("2021-05-03", None, "9999-12-30", "0001-01-02")


class Run:
    """What has failed so far, by kind."""

    def __init__(self) -> None:
        self.extractor = Extractor.load()
        self.reconciler = StoryReconciler.of(Settings(vectors=False))
        self.countries = Countries.load()
        self.failures: dict[str, int] = {}

    def note(self, kind: str, seed: int) -> None:
        """Count a failure, and print the first of its kind."""
        if kind not in self.failures:
            print(f"seed {seed}: {kind}", flush=True)
        self.failures[kind] = self.failures.get(kind, 0) + 1

    def tried(self, seed: int, step: Callable[[], object]) -> bool:
        """Whether a step went through."""
        try:
            step()
        except Exception as error:
            where = error.__traceback__
            while where is not None and where.tb_next is not None:
                where = where.tb_next
            line = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where else "?"
            self.note(f"{type(error).__name__} in {line}", seed)
            return False
        return True

    def readings(self, seeds: range) -> Iterator[tuple[int, Reading]]:
        """What was read of the texts of seeds."""
        for seed in seeds:
            text, found = made_text(seed), list[Reading]()
            digest = sha256(text.encode()).hexdigest()
            report = Report(f"r{seed}", text, digest, published=_DAYS[seed % len(_DAYS)])
            if self.tried(seed, lambda r=report, f=found: f.append(self.extractor.extract(r))):  # type: ignore[misc]
                for fault in reading_faults(found[0]):
                    self.note(f"reading: {fault.split(':')[0]}", seed)
                yield seed, found[0]

    def story(self, seed: int, readings: tuple[Reading, ...]) -> None:
        """Reconcile and write a story."""
        dossier = self.reconciler.reconcile(Story("s", readings))
        for fault in dossier_faults(dossier):
            self.note(f"dossier: {fault.split('(')[0]}", seed)
        for ending in (".html", ".md", ".json"):
            renderer(ending)((dossier,), ())
        entries = Ledger().post_all([dossier]).view()
        for ending in (".csv", ".json"):
            table(ending)(entries)
        render_ledger(entries, self.countries)


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    told = parser.parse_args()
    run, waiting = Run(), list[Reading]()
    for seed, reading in run.readings(range(told.first, told.first + told.texts)):
        waiting.append(reading)
        if len(waiting) == 2:
            run.tried(seed, lambda s=seed, w=tuple(waiting): run.story(s, w))  # type: ignore[misc]
            waiting = []
    print(f"{told.texts} texts, {sum(run.failures.values())} failures of {len(run.failures)} kinds")
    raise SystemExit(bool(run.failures))


if __name__ == "__main__":
    main()
