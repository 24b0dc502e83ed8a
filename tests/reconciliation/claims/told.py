"""Short made reports, read and reconciled as a run does it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from accord.grouping.meaning.encoder import SentenceEncoder
from accord.grouping.meaning.sentence_meaning import SentenceMeaning
from accord.reconciliation.pipeline import Reconciler
from accord.records import Conflict, Report, Story
from accord.settings import Settings
from accord.steps import extract

DAY = "2031-05-06"


def told(*texts: str, encoder: SentenceEncoder | None, days: Sequence[str] = ()) -> tuple[Conflict, ...]:
    """The conflicts of reports of these texts, of one day or of `days`; `encoder` gives meaning."""
    reports = [
        Report(
            id=f"report-{number}",
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            published=days[number] if days else DAY,
        )
        for number, text in enumerate(texts)
    ]
    readings = tuple(extract(reports, settings=Settings(workers=0)))
    encoding = None if encoder is None else SentenceMeaning(lambda: encoder)
    return Reconciler.load(encoding=encoding).reconcile(Story("story-1", readings)).conflicts


def shown(conflicts: Sequence[Conflict], kind: str) -> list[tuple[str, list[str]]]:
    """The nature and the values of the conflicts of a kind."""
    return [
        (conflict.nature, [side.value for side in conflict.sides])
        for conflict in conflicts
        if conflict.kind == kind
    ]
