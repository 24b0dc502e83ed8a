"""A store from the reports that it is given to all that it tells."""

from __future__ import annotations

from accord.grouping.stories import Grouper
from accord.intake.report_draft import ReportDraft
from accord.records import Dossier, Problem
from accord.settings import Settings
from accord.steps import StoryReconciler
from accord.store.searching import Query
from accord.store.store import Store, open_store
from store.conftest import read_quickly

# What is written, and what is lost of it, is the same without; and made much sooner.
WITHOUT_VECTORS = Settings(vectors=False)


def write(place: str, drafts: list[ReportDraft]) -> None:
    store = open_store(place)
    with store.writer() as writer:
        for at in range(0, len(drafts), 4):
            writer.receive(drafts[at : at + 4], lambda problem: None)
        writer.settle(WITHOUT_VECTORS, lambda problem: None)
    store.close()


def told(place: str) -> tuple[object, ...]:
    store = open_store(place)
    try:
        return contents(store)
    finally:
        store.close()


def contents(store: Store) -> tuple[object, ...]:
    """All that a store tells, without when it was recorded."""
    with store.view() as view:
        return (
            view.stories(),
            list(view.dossiers()),
            view.ledger().view(),
            view.problems(),
            sorted(view.search(Query(most=10_000)), key=repr),
        )


def at_once(drafts: list[ReportDraft]) -> list[Dossier]:
    """The dossiers that all reports give at once, without a store."""
    readings = read_quickly([each.report() for each in drafts], Settings())
    reconciler = StoryReconciler.of(Settings())
    grouper = Grouper.of(Settings(), reconciler.meaning)
    stories = grouper.group([reading for reading in readings if not isinstance(reading, Problem)])
    return sorted(map(reconciler.reconcile, stories), key=lambda dossier: dossier.id)
