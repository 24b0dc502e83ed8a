"""Claims as they are shown: the aspect and the values in words, with where they are said."""

from __future__ import annotations

from string import ascii_lowercase

from msgspec import Struct

from accord.present.citations import Citations, Cite
from accord.present.dates import in_words
from accord.records import Claim, Dossier

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

SIGNS = {"says so": "●", "disputed": "◆", "in other terms": "◇", "silent": "–"}
"""What stands for each stance of a report to a claim."""


class ValueView(Struct, frozen=True):
    """One value of a claim in words, with its quotations.

    `stance` is "says so" (what the first of compatible values says), "in other terms" (compatible
    with what others say) or "disputed" (excludes another); `sign` stands for it, with a letter for
    each side of a dispute.
    """

    words: str
    cites: tuple[Cite, ...]
    stance: str
    sign: str


class ClaimView(Struct, frozen=True):
    """A claim with its values in words."""

    claim: Claim
    aspect: str
    values: tuple[ValueView, ...]

    @property
    def about(self) -> str:
        """What an order is of; the other aspects are of the event they stand with."""
        return self.claim.text.partition(": ")[2] if self.claim.kind == "order" else ""

    @property
    def telling(self) -> bool:
        """Whether it says more than the event's own line, which names who did it to whom."""
        plain = self.claim.kind in ("happened", "actor", "recipient")
        return not plain or len(self.values) > 1

    @property
    def reports(self) -> int:
        """How many reports speak to it."""
        return len({cite.source.letter for value in self.values for cite in value.cites})


def claim_views(dossier: Dossier, citations: Citations) -> tuple[ClaimView, ...]:
    """Every claim of `dossier` with its values in words and its quotations located."""
    sides = {
        conflict.claim: [side.value for side in conflict.sides]
        for conflict in dossier.conflicts
        if conflict.claim is not None and conflict.nature == "contradiction"
    }
    return tuple(_claim(claim, sides.get(claim.id), citations) for claim in dossier.claims)


def _claim(claim: Claim, sides: list[str] | None, citations: Citations) -> ClaimView:
    if sides is None:
        disputed = claim.verdict in ("contested", "inconsistent")
        sides = [value.value for value in claim.values] if disputed else []
    values = tuple(
        ValueView(
            value_words(claim.kind, value.value),
            citations.cite(value.evidence),
            *_stance(index, value.value, sides),
        )
        for index, value in enumerate(claim.values)
    )
    ordered = sorted(values, key=lambda view: (view.stance != "disputed", len(view.sign), view.sign))
    return ClaimView(claim, _ASPECTS.get(claim.kind, claim.kind), tuple(ordered) if sides else values)


def _stance(index: int, value: str, sides: list[str]) -> tuple[str, str]:
    if value in sides:
        return "disputed", SIGNS["disputed"] + ascii_lowercase[sides.index(value) % len(ascii_lowercase)]
    stance = "in other terms" if sides or index else "says so"
    return stance, SIGNS[stance]


def value_words(kind: str, value: str) -> str:
    """A value as it is shown: dates in words, all else as it is."""
    return in_words(value) if kind == "time" else value
