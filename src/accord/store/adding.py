"""Inputs into a store: read, extracted, grouped and reconciled, but only what they change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from accord.intake.intake import drafts
from accord.settings import Settings
from accord.store.store import Store
from accord.store.writer import Done, OnProblem


def add(
    store: Store,
    inputs: Iterable[str | Path],
    settings: Settings,
    on_problem: OnProblem,
    retry: bool = False,
) -> Done:
    """Add the reports in `inputs`, and finish what an earlier run left unfinished.

    The same inputs again change nothing.  With `retry`, reports that were set aside are tried again.
    """
    with store.writer() as writer:
        new = writer.receive(drafts(inputs, settings), on_problem)
        if retry:
            writer.retry()
        return replace(writer.settle(settings, on_problem), added=new)
