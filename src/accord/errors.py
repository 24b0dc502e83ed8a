"""Errors a caller is meant to catch; every message says what was found and what to do."""

from __future__ import annotations

FAULT = "this is a fault in Accord: please report it with the texts; everything else went on"
"""What to do about a text that makes a stage raise."""


class AccordError(Exception):
    """The run cannot go on; the message names the cause and the next step.

    >>> try:
    ...     accord.renderer(".pdf")
    ... except accord.AccordError as error:
    ...     print(error)
    no dossier can be written as '.pdf'; end the name of the output in .html, .md or .json
    """


class VocabularyError(AccordError):
    """A vocabulary file does not say what its loader allows.

    >>> issubclass(accord.VocabularyError, accord.AccordError)
    True
    """
