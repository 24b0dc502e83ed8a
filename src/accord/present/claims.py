"""Claims as they are shown: the aspect and the values in words, with where they are said."""

from __future__ import annotations

from dataclasses import dataclass

from accord.present.citations import Citations, Cite
from accord.present.dates import in_words
from accord.records import Claim

_ASPECTS = {
    "happened": "it happened",
    "time": "when",
    "order": "in what order",
    "actor": "who",
    "recipient": "towards whom",
    "place": "where",
    "quantity": "how many",
    "scope": "how far",
    "decision": "on whose decision",
    "reason": "why",
}


@dataclass(frozen=True)
class ValueView:
    """One value of a claim in words, with its quotations."""

    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class ClaimView:
    """A claim with its values in words; `disputed` where they cannot all be true."""

    claim: Claim
    aspect: str
    values: tuple[ValueView, ...]

    @property
    def disputed(self) -> bool:
        """Whether the values exclude each other."""
        return self.claim.verdict in ("contested", "inconsistent")

    @property
    def telling(self) -> bool:
        """Whether it says more than the event's own line, which names who did it to whom."""
        plain = self.claim.kind in ("happened", "actor", "recipient")
        return not plain or len(self.values) > 1

    @property
    def reports(self) -> int:
        """How many reports speak to it."""
        return len({cite.source.letter for value in self.values for cite in value.cites})


def claim_view(claim: Claim, citations: Citations) -> ClaimView:
    """`claim` with its values in words and its quotations located."""
    values = tuple(
        ValueView(value_words(claim.kind, value.value), citations.cite(value.evidence))
        for value in claim.values
    )
    return ClaimView(claim, _ASPECTS.get(claim.kind, claim.kind), values)


def value_words(kind: str, value: str) -> str:
    """A value as it is shown: dates in words, all else as it is."""
    return in_words(value) if kind == "time" else value
