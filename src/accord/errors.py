"""Errors a caller is meant to catch; every message says what was found and what to do."""

from __future__ import annotations

FAULT = "this is a fault in Accord: please report it with the texts; everything else went on"
"""What to do about a text that makes a stage raise."""


class AccordError(Exception):
    """The run cannot go on; the message names the cause and the next step."""


class VocabularyError(AccordError):
    """A vocabulary file does not say what its loader allows."""
