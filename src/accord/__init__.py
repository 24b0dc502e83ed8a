"""Accord: several reports of the same happenings in, one cited record out.

The whole flow in Python::

    intake = accord.read("reports/")
    for story in accord.group(accord.extract(intake.reports)):
        dossier = accord.reconcile(story)
"""

from __future__ import annotations

from accord.errors import AccordError, VocabularyError
from accord.extract import extract
from accord.group import group
from accord.intake import read
from accord.ledger import Ledger
from accord.reconcile import chronology, reconcile
from accord.settings import Settings

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
