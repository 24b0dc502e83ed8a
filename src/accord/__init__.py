"""Accord: several reports of the same happenings in, one cited record out.

The whole flow in Python::

    intake = accord.read("reports/")
    for story in accord.group(accord.extract(intake.reports)):
        dossier = accord.reconcile(story)

What is public is in `__all__`, and is imported when it is first asked for, so that `import accord` costs
next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accord.countries import Countries
    from accord.errors import AccordError, VocabularyError
    from accord.grouping.stories import Grouper, Tie, group
    from accord.guides.contradictions import GuideContradiction
    from accord.guides.history import MissionHistory
    from accord.guides.reader import GuideFindings, GuideReader, read_guides
    from accord.intake.intake import Intake, read
    from accord.ledger.ledger import Ledger
    from accord.ledger.tables import Frame
    from accord.ledger.tables import frame as ledger_frame
    from accord.ledger.tables import to_csv as ledger_csv
    from accord.ledger.tables import to_json as ledger_json
    from accord.present.html.ledger_page import render_ledger as ledger_page
    from accord.present.html.page import render_page
    from accord.present.json import render_json
    from accord.present.markdown import render_markdown
    from accord.present.renderers import renderer
    from accord.reconciliation.chronology import Chronology, Clause, chronology
    from accord.records import (
        ActorMention,
        Claim,
        ClaimValue,
        Conflict,
        Dossier,
        DossierActor,
        DossierEvent,
        DossierLabel,
        DossierOutlook,
        DossierStatement,
        Entity,
        Estimate,
        Event,
        Evidence,
        Fact,
        FactValue,
        Label,
        LedgerEntry,
        Mention,
        Order,
        Origin,
        Outlook,
        Place,
        Problem,
        Proposition,
        PropositionArgument,
        Provenance,
        Qualifier,
        Quantity,
        Reading,
        Region,
        Relation,
        Report,
        ReportView,
        Sentence,
        Side,
        Statement,
        Story,
        Time,
        TimelineEntry,
        Wording,
    )
    from accord.settings import Settings
    from accord.steps import StoryReconciler, extract, reconcile
    from accord.store.searching import Hit, Query
    from accord.store.store import Store, open_store
    from accord.store.view import Change, StoryRow, View
    from accord.store.writer import Done, Writer
    from accord.vocabulary import Vocabulary

__version__ = "0.1.0"

__all__ = [
    "AccordError",
    "ActorMention",
    "Change",
    "Chronology",
    "Claim",
    "ClaimValue",
    "Clause",
    "Conflict",
    "Countries",
    "Done",
    "Dossier",
    "DossierActor",
    "DossierEvent",
    "DossierLabel",
    "DossierOutlook",
    "DossierStatement",
    "Entity",
    "Estimate",
    "Event",
    "Evidence",
    "Fact",
    "FactValue",
    "Frame",
    "Grouper",
    "GuideContradiction",
    "GuideFindings",
    "GuideReader",
    "Hit",
    "Intake",
    "Label",
    "Ledger",
    "LedgerEntry",
    "Mention",
    "MissionHistory",
    "Order",
    "Origin",
    "Outlook",
    "Place",
    "Problem",
    "Proposition",
    "PropositionArgument",
    "Provenance",
    "Qualifier",
    "Quantity",
    "Query",
    "Reading",
    "Region",
    "Relation",
    "Report",
    "ReportView",
    "Sentence",
    "Settings",
    "Side",
    "Statement",
    "Store",
    "Story",
    "StoryReconciler",
    "StoryRow",
    "Tie",
    "Time",
    "TimelineEntry",
    "View",
    "Vocabulary",
    "VocabularyError",
    "Wording",
    "Writer",
    "chronology",
    "extract",
    "group",
    "ledger_csv",
    "ledger_frame",
    "ledger_json",
    "ledger_page",
    "open_store",
    "read",
    "read_guides",
    "reconcile",
    "render_json",
    "render_markdown",
    "render_page",
    "renderer",
]

_RECORDS = "accord.records"
_ELSEWHERE = {
    "AccordError": "accord.errors:AccordError",
    "Change": "accord.store.view:Change",
    "Chronology": "accord.reconciliation.chronology:Chronology",
    "Clause": "accord.reconciliation.chronology:Clause",
    "Countries": "accord.countries:Countries",
    "Done": "accord.store.writer:Done",
    "Frame": "accord.ledger.tables:Frame",
    "Grouper": "accord.grouping.stories:Grouper",
    "GuideContradiction": "accord.guides.contradictions:GuideContradiction",
    "GuideFindings": "accord.guides.reader:GuideFindings",
    "GuideReader": "accord.guides.reader:GuideReader",
    "Hit": "accord.store.searching:Hit",
    "Intake": "accord.intake.intake:Intake",
    "Ledger": "accord.ledger.ledger:Ledger",
    "MissionHistory": "accord.guides.history:MissionHistory",
    "Query": "accord.store.searching:Query",
    "Settings": "accord.settings:Settings",
    "Store": "accord.store.store:Store",
    "StoryReconciler": "accord.steps:StoryReconciler",
    "StoryRow": "accord.store.view:StoryRow",
    "Tie": "accord.grouping.stories:Tie",
    "View": "accord.store.view:View",
    "Vocabulary": "accord.vocabulary:Vocabulary",
    "VocabularyError": "accord.errors:VocabularyError",
    "Writer": "accord.store.writer:Writer",
    "chronology": "accord.reconciliation.chronology:chronology",
    "extract": "accord.steps:extract",
    "group": "accord.grouping.stories:group",
    "ledger_csv": "accord.ledger.tables:to_csv",
    "ledger_frame": "accord.ledger.tables:frame",
    "ledger_json": "accord.ledger.tables:to_json",
    "ledger_page": "accord.present.html.ledger_page:render_ledger",
    "open_store": "accord.store.store:open_store",
    "read": "accord.intake.intake:read",
    "read_guides": "accord.guides.reader:read_guides",
    "reconcile": "accord.steps:reconcile",
    "render_json": "accord.present.json:render_json",
    "render_markdown": "accord.present.markdown:render_markdown",
    "render_page": "accord.present.html.page:render_page",
    "renderer": "accord.present.renderers:renderer",
}
"""Where each public name is made, as module and name there; the others are records."""

if not TYPE_CHECKING:  # a checker of types shall know the names above and no others

    def __getattr__(name: str) -> object:
        """Import a public name."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, _, own = _ELSEWHERE.get(name, f"{_RECORDS}:{name}").partition(":")
        found = getattr(import_module(module), own)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        """What is there to be asked for, imported or not."""
        return sorted({*globals(), *__all__})
