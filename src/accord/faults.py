"""What a step could not take, as a Problem: one input is lost by it and no other."""

from __future__ import annotations

import logging

from accord.errors import FAULT
from accord.records import Problem

logger = logging.getLogger(__name__)

_LONGEST_REASON = 300


def fault(input: str, step: str, error: Exception) -> Problem:
    """The Problem that `error` makes of `input` in `step`; where it arose is logged for who looks into it.

    >>> fault("a.txt", "reading", KeyError("x")).reason
    "reading failed: KeyError: 'x'"
    """
    logger.debug("%s failed on %s", step, input, exc_info=error)
    said = f"{type(error).__name__}: {error}"
    return Problem(input, f"{step} failed: {said[:_LONGEST_REASON]}", FAULT)
