"""Conflicts: claims whose values contradict or differ, acts given to two actors, and what matters most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.evidence import evidence_of
from accord.reconciliation.claims.claim_drafts import ClaimDraft, ConflictDraft, claim, gather
from accord.reconciliation.compare import time as times
from accord.reconciliation.compare.actor import compare_sides
from accord.reconciliation.conflicts.explanations import Explainer
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import ACTOR
from accord.reconciliation.wording.event_wordings import Wordings
from accord.set_likeness import jaccard

# Sentences that share this much tell the same, so that another actor in one of them is a contradiction.
_TOLD_ALIKE = 0.4
# Happenings come in order of time: what was at the same time is among so many that follow.
_NEXT_TO = 40


def of_claims(claims: Sequence[ClaimDraft], explainer: Explainer) -> Iterator[ConflictDraft]:
    """One conflict a claim whose values stand against each other."""
    for draft in claims:
        told = draft.kind.disagreement
        if draft.sides and told is not None:
            yield ConflictDraft(
                kind=draft.kind,
                nature=draft.nature,
                sides=draft.sides,
                explanation=explainer.explain(told, draft.subject, draft.sides),
                claim=draft,
                event=draft.event,
            )


def rivals(happenings: Sequence[Happening], sources: Sources, wordings: Wordings) -> Iterator[ClaimDraft]:
    """Acts on the same recipient at the same time, told alike, that reports give different actors for."""
    blocks: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for index, happening in enumerate(happenings):
        if happening.kind is not None and not happening.kind.mutual and happening.standing == "done":
            blocks[happening.key, tuple(p.id for p in happening.parties("recipients"))].append(index)
    for (_, recipients), block in sorted(blocks.items()):
        reports = {index: frozenset(happenings[index].reports) for index in block}
        for at, i in enumerate(block if recipients else ()):
            for j in block[at + 1 : at + 1 + _NEXT_TO]:
                if not reports[i].isdisjoint(reports[j]):
                    continue
                told = [t for pair in _rivalling(happenings[i], happenings[j]) for t in pair]
                if told:
                    yield _rivalry(happenings[i], i, list(dict.fromkeys(told)), sources, wordings)


def _rivalling(one: Happening, other: Happening) -> list[tuple[Told, Told]]:
    return [
        (here, there)
        for here in one.witnesses[:_NEXT_TO]
        for there in other.witnesses[:_NEXT_TO]
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
    return claim(ACTOR, wordings.noun(happening), values, index, question="By whom")


def ranked(conflicts: Sequence[ConflictDraft]) -> list[ConflictDraft]:
    """The most important first: contradictions, then by kind, number of reports and place in time."""

    def key(conflict: ConflictDraft) -> tuple[object, ...]:
        return (
            conflict.nature != "contradiction",
            conflict.kind.disagreement.rank if conflict.kind.disagreement else 0,
            -len(conflict.reports),
            conflict.event is None,
            conflict.event or 0,
            conflict.explanation,
            [(e.report, e.start, e.end) for e in evidence_of(conflict.sides)],
        )

    return sorted(conflicts, key=key)
