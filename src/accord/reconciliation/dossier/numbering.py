"""Drafts to records: identifiers in their final order, verdicts, and witnesses counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accord.reconciliation.claims.claim_drafts import ClaimDraft, ConflictDraft, Said
from accord.records import Claim, ClaimValue, Conflict, Origin, Side
from accord.verdict import count_origins, verdict


def claim_value(value: Said[object], origins: Sequence[Origin]) -> ClaimValue:
    """A value with its witnesses counted."""
    return ClaimValue(value.label, value.evidence, value.reports, count_origins(value.evidence, origins))


def number_claims(
    drafts: Sequence[ClaimDraft], events: Mapping[int, str], origins: Sequence[Origin]
) -> tuple[Claim, ...]:
    """The drafts as numbered claims, in the order given; `events` are the ids of happenings by index."""
    return tuple(
        Claim(
            id=f"claim-{number}",
            kind=draft.kind.name,
            text=draft.text,
            verdict=verdict(draft.values, draft.clashes, draft.differences, origins),
            values=tuple(claim_value(value, origins) for value in draft.values),
            event=None if draft.event is None else events[draft.event],
            question=draft.question,
            subject=draft.subject,
        )
        for number, draft in enumerate(drafts, 1)
    )


def number_conflicts(
    drafts: Sequence[ConflictDraft], claims: Sequence[ClaimDraft], events: Mapping[int, str]
) -> tuple[Conflict, ...]:
    """The drafts as numbered conflicts, in the order given; `claims` are the drafts as they were numbered."""
    numbers = {id(draft): f"claim-{number}" for number, draft in enumerate(claims, 1)}
    return tuple(
        Conflict(
            id=f"conflict-{number}",
            kind=draft.kind.name,
            nature=draft.nature,
            claim=None if draft.claim is None else numbers.get(id(draft.claim)),
            sides=tuple(Side(side.label, side.evidence) for side in draft.sides),
            explanation=draft.explanation,
            event=None if draft.event is None else events[draft.event],
        )
        for number, draft in enumerate(drafts, 1)
    )
