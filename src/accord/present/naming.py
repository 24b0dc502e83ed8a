"""How each report names each actor."""

from __future__ import annotations

from msgspec import Struct

from accord.present.citations import Citations, Cite
from accord.records import Dossier, DossierLabel


class Naming(Struct, frozen=True):
    """A choice of words in one report: its label, how often, and each form with its first place.

    `kind` is the label where the forms do not show it.
    """

    label: str
    kind: str
    count: int
    forms: tuple[tuple[str, Cite], ...]


class NamingRow(Struct, frozen=True):
    """An actor with a cell for each report; `varied` where the reports do not all choose alike."""

    actor: str
    cells: tuple[tuple[Naming, ...], ...]
    varied: bool


def namings(dossier: Dossier, citations: Citations) -> tuple[NamingRow, ...]:
    """A row for each actor that is labelled, those named in more ways first."""
    names = {actor.id: actor.name for actor in dossier.actors}
    by_actor: dict[str, list[DossierLabel]] = {}
    for label in dossier.labels:
        by_actor.setdefault(label.actor, []).append(label)
    rows = []
    for actor, labels in by_actor.items():
        cells = tuple(
            tuple(_naming(label, citations) for label in _by_count(labels, source.report.id))
            for source in citations.sources
        )
        kinds = {label.label for label in labels}
        rows.append((-len(kinds), NamingRow(names.get(actor, actor), cells, len(kinds) > 1)))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _by_count(labels: list[DossierLabel], report: str) -> list[DossierLabel]:
    return sorted((label for label in labels if label.report == report), key=lambda label: -label.count)


def _naming(label: DossierLabel, citations: Citations) -> Naming:
    cites = citations.cite(label.evidence)
    forms: dict[str, tuple[str, Cite]] = {}
    for cite in cites:
        form = " ".join(cite.text.split())
        forms.setdefault(form.casefold(), (form, cite))
    plain = label.label == "name" or any(label.label.casefold() in form for form in forms)
    return Naming(label.label, "" if plain else label.label, label.count, tuple(forms.values()))
