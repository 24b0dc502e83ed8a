"""Accord: several reports of the same happenings in, one cited record out.

The whole flow in Python::

    intake = accord.read("reports/")
    for story in accord.group(accord.extract(intake.reports)):
        dossier = accord.reconcile(story)
"""

from __future__ import annotations

from accord.errors import (
    AccordError,
    VocabularyError,
)
from accord.grouping.stories import group
from accord.intake.intake import read
from accord.ledger.ledger import Ledger
from accord.reconciliation.chronology import chronology
from accord.settings import Settings
from accord.steps import extract, reconcile

__version__ = "0.1.0"

__all__ = [
    "AccordError",
    "Ledger",
    "Settings",
    "VocabularyError",
    "chronology",
    "extract",
    "group",
    "read",
    "reconcile",
]
