"""A story's Readings to its Dossier: every step of reconciliation in its order."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accord.group import find_copies
from accord.ledger import relations
from accord.reconcile.actors import merge_actors
from accord.reconcile.aspects import Aspects
from accord.reconcile.background import background_claims
from accord.reconcile.compare.scope import ScopeWords
from accord.reconcile.conflicts import denials, of_claims, ranked, rivals
from accord.reconcile.drafts import ClaimDraft
from accord.reconcile.events import Happening, join_events
from accord.reconcile.explain import Explainer
from accord.reconcile.figures import slot_claims
from accord.reconcile.happenings import Kinds
from accord.reconcile.labels import count_labels
from accord.reconcile.numbering import claim_value, number_claims, number_conflicts
from accord.reconcile.orders import Clause, clauses, order_claims
from accord.reconcile.outlooks import join_outlooks
from accord.reconcile.passages import align
from accord.reconcile.recording import dossier_event, dossier_statement, report_view
from accord.reconcile.sequence import circles
from accord.reconcile.sources import Sources
from accord.reconcile.statements import join_statements, read_statements, wording_claims
from accord.reconcile.timeline import When, rank, when
from accord.reconcile.wordings import Wordings
from accord.records import Dossier, Origin, Story, TimelineEntry

# A claim about the order of the happenings at two indexes.
Ordered = tuple[int, int, ClaimDraft]


def reconcile(story: Story) -> Dossier:
    """Reconcile the Readings of a story.  The order of its Readings makes no difference."""
    sources = Sources(story.readings)
    origins = find_copies(sources.readings)
    cast = merge_actors(sources.readings)
    wordings = Wordings(sources, cast)
    aspects = Aspects(sources, wordings, ScopeWords.load())
    told = join_events(sources, cast, Kinds.load())
    happenings, whens, order_drafts, settled = _in_time(told, sources, wordings, aspects)
    passages = align(sources)
    utterances = join_statements(read_statements(sources, cast), cast)

    claims: list[ClaimDraft] = [
        claim for index, happening in enumerate(happenings) for claim in aspects.claims(happening, index)
    ]
    claims += [draft for _, _, draft in order_drafts]
    denied = list(denials(happenings, sources, wordings))
    claims += [claim for _, _, claim in denied]
    claims += rivals(happenings, sources, wordings)
    claims += slot_claims(sources, passages, happenings)
    claims += wording_claims(utterances, sources, cast)
    claims += background_claims(sources, passages, happenings)
    explainer = Explainer(sources)
    conflicts = list(of_claims(claims, explainer))
    conflicts += circles(happenings, whens, settled, sources, wordings, explainer)
    conflicts = ranked(conflicts)

    disputed = {index for first, second, draft in order_drafts if draft.clashes for index in (first, second)}
    contested = {index for one, other, _ in denied for index in (one, other)}
    ids = {index: f"event-{index + 1}" for index in range(len(happenings))}
    events = tuple(
        dossier_event(
            happening,
            ids[index],
            whens[index],
            index in contested,
            index in disputed,
            sources,
            wordings,
            origins,
        )
        for index, happening in enumerate(happenings)
    )
    dossier = Dossier(
        id=story.id,
        title=_title(story, happenings, wordings),
        reports=tuple(report_view(reading) for reading in sources.readings),
        actors=cast.actors,
        origins=origins,
        events=events,
        claims=number_claims(claims, ids, origins),
        conflicts=number_conflicts(conflicts, claims, ids),
        statements=tuple(
            dossier_statement(group, f"statement-{number}", sources, cast, origins)
            for number, group in enumerate(utterances, 1)
        ),
        timeline=tuple(_entry(index, ids[index], when_, origins) for index, when_ in enumerate(whens)),
        relations=(),
        outlooks=join_outlooks(sources, cast),
        labels=count_labels(sources, cast),
    )
    changes = relations(dossier.events, dossier.actors, dossier.conflicts, dossier.timeline, dossier.origins)
    return replace(dossier, relations=changes)


def _in_time(
    told: Sequence[Happening], sources: Sources, wordings: Wordings, aspects: Aspects
) -> tuple[list[Happening], list[When], list[Ordered], list[Clause]]:
    """The happenings in the order of the timeline, when each was, and what is told of their order.

    The clauses returned are those of pairs that no two clauses contest.
    """
    whens = [when(happening, aspects.time(happening, index)) for index, happening in enumerate(told)]
    found = clauses(told, sources)
    order = rank(told, whens, _settled(found, order_claims(told, found, wordings)))
    happenings = [told[index] for index in order]
    found = clauses(happenings, sources)
    drafts = order_claims(happenings, found, wordings)
    whens = [whens[index] for index in order]
    return happenings, whens, list(drafts), _settled(found, drafts)


def _settled(found: Sequence[Clause], drafts: Sequence[Ordered]) -> list[Clause]:
    contested = {(first, second) for first, second, draft in drafts if draft.clashes}
    return [clause for clause in found if (clause.first, clause.second) not in contested]


def _entry(index: int, event: str, when_: When, origins: Sequence[Origin]) -> TimelineEntry:
    return TimelineEntry(
        event=event,
        edtf=when_.edtf,
        earliest=when_.earliest,
        latest=when_.latest,
        rank=index + 1,
        contested=bool(when_.alternatives),
        alternatives=tuple(claim_value(value, origins) for value in when_.alternatives),
    )


def _title(story: Story, happenings: Sequence[Happening], wordings: Wordings) -> str:
    """The happening that most reports tell, or else the first report's title."""
    done = [h for h in happenings if h.standing == "done" and h.kind is not None]
    if done:
        most = max(done, key=lambda h: (len(h.reports), len(h.mentions)))
        if len(most.reports) > 1 or len(story.readings) == 1:
            return wordings.sentence(most, None)
    titles = [r.title for r in sorted(story.readings, key=lambda r: r.id) if r.title]
    if titles:
        return titles[0]
    if done:
        return wordings.sentence(max(done, key=lambda h: len(h.mentions)), None)
    return story.id
