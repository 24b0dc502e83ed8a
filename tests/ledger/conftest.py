"""A hand-made dossier in few words: actors, and acts told in one sentence each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accord.ledger.relations import relations
from accord.records import (
    Dossier,
    DossierActor,
    DossierEvent,
    EntityKind,
    Evidence,
    Mention,
    Relation,
    ReportView,
)


def actor(id: str, kind: EntityKind, code: str | None, part_of: str | None = None) -> DossierActor:
    return DossierActor(id, id, kind, code, None, part_of, (id,), ())


ACTORS = (
    actor("NOR", "state", "NOR"),
    actor("CHL", "state", "CHL"),
    actor("PER", "state", "PER"),
    actor("NOR/supreme-court", "institution", "NOR", "NOR"),
    actor("harbour-front", "group", "PER", "PER"),
    actor("teo-varga", "person", "PER", "harbour-front"),
    actor("ilse-brandt", "person", "NOR", "NOR/supreme-court"),
    actor("somebody", "person", None),
)


@pytest.fixture
def act() -> Callable[..., DossierEvent]:
    """`act(act, actors, recipients, edtf=None, told="...", report="r1")`: an event with one mention a report.

    `told` is the sentence, the words in angle brackets the trigger.
    """
    count = iter(range(1, 100))

    def make(
        act: str,
        actors: str,
        recipients: str = "",
        edtf: str | None = None,
        told: str = "They <acted> then.",
        reports: str = "r1",
        **changes: Any,
    ) -> DossierEvent:
        before, trigger, after = told.replace(">", "<").split("<")
        number = next(count)
        at = 100 * number
        sentence = before + trigger + after
        mentions = tuple(
            Mention(
                report,
                f"event:{number}",
                Evidence(report, at, at + len(sentence), sentence),
                Evidence(report, at + len(before), at + len(before + trigger), trigger),
                "asserted",
                "positive",
            )
            for report in reports.split()
        )
        fields: dict[str, Any] = {
            "id": f"event-{number}",
            "text": f"{actors} {act} {recipients}",
            "type": "SUPPORT",
            "act": act,
            "actors": tuple(actors.split()),
            "recipients": tuple(recipients.split()),
            "edtf": edtf,
            "earliest": None,
            "latest": None,
            "place": None,
            "status": "happened",
            "verdict": "corroborated" if len(mentions) > 1 else "single source",
            "reports": tuple(reports.split()),
            "mentions": mentions,
        }
        return DossierEvent(**{**fields, **changes})

    return make


@pytest.fixture
def derive() -> Callable[..., tuple[Relation, ...]]:
    """`derive(*events, **more)`: the relations of the events between the actors above."""
    return lambda *events, **more: relations(events, ACTORS, **more)


@pytest.fixture
def dossier() -> Callable[..., Dossier]:
    """`dossier(*events, published=None)`: a dossier of reports r1, r2 with the events and their relations."""

    def make(*events: DossierEvent, published: str | None = None) -> Dossier:
        views = tuple(ReportView(id_, None, None, published, "") for id_ in ("r1", "r2"))
        found = relations(events, ACTORS)
        return Dossier("story-1", "", views, ACTORS, (), events, (), (), (), (), found, (), ())

    return make
