"""Errors a caller is meant to catch; every message says what was found and what to do."""

from __future__ import annotations


class AccordError(Exception):
    """The run cannot go on; the message names the cause and the next step."""


class VocabularyError(AccordError):
    """A vocabulary file does not say what its loader allows."""
