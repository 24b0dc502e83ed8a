"""Why an input cannot be used, as an exception that never leaves the intake."""

from __future__ import annotations

from accord.records import Problem


class InputError(Exception):
    """One input, or one line of one, cannot be used: what was wrong and what to do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def problem(self, name: str) -> Problem:
        """The error as a record; `name` is the input it was found in."""
        return Problem(input=name, reason=self.reason, advice=self.advice)
