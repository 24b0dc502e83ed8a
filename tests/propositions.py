"""A reading with its propositions by their words."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from accord.records import ArgumentRole, Proposition, Reading


class Told(Struct, frozen=True):
    """A reading with its propositions by their words."""

    reading: Reading

    def __getitem__(self, text: str) -> Proposition:
        """The one proposition with those words."""
        (found,) = (p for p in self.reading.propositions if p.text == text)
        return found

    @property
    def predicates(self) -> list[str]:
        """The words of every proposition, in order."""
        return [p.text for p in self.reading.propositions]

    def arguments(self, text: str, role: ArgumentRole) -> list[str]:
        """The arguments in a role of the proposition with those words."""
        return [self.reading.text[a.start : a.end] for a in self[text].arguments if a.role == role]


Tell = Callable[[str], Told]
