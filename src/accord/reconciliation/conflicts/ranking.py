"""Conflicts: claims whose values contradict or differ, acts given to two actors, and what matters most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.evidence import evidence_of
from accord.reconciliation.claims.claim_drafts import (
    ClaimDraft,
    ConflictDraft,
    claim,
    gather,
)
from accord.reconciliation.compare import time as times
from accord.reconciliation.compare.actor import compare_sides
from accord.reconciliation.compare.wording import (
    changes_meaning,
    words,
)
from accord.reconciliation.conflicts.explanations import (
    Explainer,
    about,
)
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.wording.event_wordings import Wordings
from accord.records import (
    ConflictKind,
    Nature,
)
from accord.set_likeness import jaccard

_KINDS: tuple[ConflictKind, ...] = (
    "polarity", "factuality", "time", "order", "quantity", "actor", "place", "scope", "wording",
)  # fmt: skip
# Sentences that share this much tell the same, so that another actor in one of them is a contradiction.
_TOLD_ALIKE = 0.4
_KIND_OF: dict[str, ConflictKind] = {kind: kind for kind in _KINDS}


def of_claims(claims: Sequence[ClaimDraft], explainer: Explainer) -> Iterator[ConflictDraft]:
    """One conflict a claim whose values stand against each other."""
    for draft in claims:
        if not draft.sides:
            continue
        kind = _KIND_OF[draft.kind]
        yield ConflictDraft(
            kind=kind,
            nature=_nature(draft),
            sides=draft.sides,
            explanation=explainer.explain(kind, about(draft), draft.sides),
            claim=draft,
            event=draft.event,
        )


def _nature(draft: ClaimDraft) -> Nature:
    if draft.kind != "wording":
        return "contradiction" if draft.clashes else "difference"
    quotations = [(draft.values[i].label, draft.values[j].label) for i, j in draft.clashes]
    changed = any(changes_meaning(words(one), words(other)) for one, other in quotations)
    return "contradiction" if changed else "difference"


def rivals(happenings: Sequence[Happening], sources: Sources, wordings: Wordings) -> Iterator[ClaimDraft]:
    """Acts on the same recipient at the same time, told alike, that reports give different actors for."""
    blocks: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for index, happening in enumerate(happenings):
        if happening.kind is not None and not happening.kind.mutual and happening.standing == "done":
            blocks[happening.key, tuple(p.id for p in happening.parties("recipients"))].append(index)
    for (_, recipients), block in sorted(blocks.items()):
        for at, i in enumerate(block if recipients else ()):
            for j in block[at + 1 :]:
                told = [t for pair in _rivalling(happenings[i], happenings[j]) for t in pair]
                if told:
                    yield _rivalry(happenings[i], i, list(dict.fromkeys(told)), sources, wordings)


def _rivalling(one: Happening, other: Happening) -> list[tuple[Told, Told]]:
    if set(one.reports) & set(other.reports):
        return []
    return [
        (here, there)
        for here in one.witnesses
        for there in other.witnesses
        if compare_sides(here.actors, there.actors) == "contradicts"
        and times.compare(here.span, there.span) in {"agrees", "refines"}
        and jaccard(here.terms, there.terms) >= _TOLD_ALIKE
    ]


def _rivalry(
    happening: Happening, index: int, told: Sequence[Told], sources: Sources, wordings: Wordings
) -> ClaimDraft:
    values = gather(
        (t.actors, wordings.names(t.actors), (sources.sentence(t.report, t.event.sentence),)) for t in told
    )
    return claim("actor", f"By whom: {wordings.noun(happening)}", values, compare_sides, index)


def ranked(conflicts: Sequence[ConflictDraft]) -> list[ConflictDraft]:
    """The most important first: contradictions, then by kind, number of reports and place in time."""

    def key(conflict: ConflictDraft) -> tuple[object, ...]:
        return (
            conflict.nature != "contradiction",
            _KINDS.index(conflict.kind),
            -len(conflict.reports),
            conflict.event is None,
            conflict.event or 0,
            conflict.explanation,
            [(e.report, e.start, e.end) for e in evidence_of(conflict.sides)],
        )

    return sorted(conflicts, key=key)
