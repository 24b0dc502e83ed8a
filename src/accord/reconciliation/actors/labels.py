"""How each report names each actor: kinds of label, counted."""

from __future__ import annotations

from collections import defaultdict

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.sources import Sources, in_order
from accord.records import DossierLabel, Evidence


def count_labels(sources: Sources, cast: StoryCast) -> tuple[DossierLabel, ...]:
    """Labels by actor, report and kind; the most frequent kind of a report first."""
    found: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for reading in sources.readings:
        for label in reading.labels:
            key = (cast.actor(reading.id, label.actor), reading.id, label.label)
            found[key].append(sources.evidence(reading.id, label.start, label.end))
    order = sorted(found, key=lambda key: (key[0], key[1], -len(found[key]), key[2]))
    return tuple(
        DossierLabel(
            actor, report, label, len(found[actor, report, label]), in_order(found[actor, report, label])
        )
        for actor, report, label in order
    )
