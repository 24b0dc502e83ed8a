"""Source, title and day of a report where its file does not state them: from its text and its file's name."""

from __future__ import annotations

from dataclasses import dataclass

from accord.intake.draft import Draft


@dataclass(frozen=True)
class Completer:
    """Fills in what a draft does not state."""

    @classmethod
    def load(cls) -> Completer:
        """Load the completer."""
        return cls()

    def complete(self, draft: Draft) -> Draft:
        """`draft` with what its text and file name tell."""
        return draft
