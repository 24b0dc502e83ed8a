"""A story's Readings to its Dossier: every step of reconciliation in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.grouping.copies import find_copies
from accord.reconciliation.actors.labels import count_labels
from accord.reconciliation.actors.merge import (
    StoryCast,
    merge_actors,
)
from accord.reconciliation.claims.aspects import Aspects
from accord.reconciliation.claims.background import background_claims
from accord.reconciliation.claims.claim_drafts import (
    ClaimDraft,
    ConflictDraft,
)
from accord.reconciliation.claims.copied_sentences import copied_claims
from accord.reconciliation.claims.denials import denials
from accord.reconciliation.claims.figures import slot_claims
from accord.reconciliation.claims.orders import (
    Clause,
    Limit,
    clauses,
    limits,
    order_claims,
)
from accord.reconciliation.claims.weekdays import weekday_claims
from accord.reconciliation.compare.scope import ScopeWords
from accord.reconciliation.conflicts.explanations import Explainer
from accord.reconciliation.conflicts.order_cycles import circles
from accord.reconciliation.conflicts.ranking import (
    of_claims,
    ranked,
    rivals,
)
from accord.reconciliation.dossier.numbering import (
    claim_value,
    number_claims,
    number_conflicts,
)
from accord.reconciliation.dossier.outlooks import join_outlooks
from accord.reconciliation.dossier.recording import (
    Recorder,
    report_view,
)
from accord.reconciliation.dossier.timeline import (
    When,
    rank,
    when,
)
from accord.reconciliation.events.event_kinds import EventKinds
from accord.reconciliation.events.join import (
    Happening,
    join_events,
)
from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.statements.join import (
    Uttered,
    join_statements,
    read_statements,
    wording_claims,
)
from accord.reconciliation.wording.event_wordings import Wordings
from accord.records import (
    Dossier,
    Origin,
    Story,
    TimelineEntry,
)

# A claim about the order of the happenings at two indexes.
Ordered = tuple[int, int, ClaimDraft]


class _Matter(Struct, frozen=True):
    """What the steps of reconciliation have found: `happenings` are in the order of the timeline."""

    sources: Sources
    origins: tuple[Origin, ...]
    cast: StoryCast
    wordings: Wordings
    happenings: list[Happening]
    whens: list[When]
    orders: list[Ordered]
    settled: list[Clause]
    utterances: tuple[tuple[Uttered, ...], ...]


def reconcile(story: Story) -> Dossier:
    """Reconcile the Readings of a story, but for the changes in relations, which the ledger tells.

    The order of its Readings makes no difference.
    """
    sources = Sources(story.readings)
    cast = merge_actors(sources.readings)
    wordings = Wordings(sources, cast)
    aspects = Aspects(sources, wordings, ScopeWords.load())
    told = join_events(sources, cast, EventKinds.load())
    matter = _Matter(
        sources,
        find_copies(sources.readings),
        cast,
        wordings,
        *_in_time(told, sources, wordings, aspects),
        join_statements(read_statements(sources, cast), cast),
    )
    denied = list(denials(matter.happenings, sources, wordings))
    claims = [*_claims(matter, aspects), *(draft for _, _, draft in denied)]
    contested = frozenset(index for one, other, _ in denied for index in (one, other))
    return _dossier(story, matter, claims, contested)


def _claims(matter: _Matter, aspects: Aspects) -> Iterator[ClaimDraft]:
    """The claims about happenings, their order, figures, quotations and all else that is told."""
    sources, happenings = matter.sources, matter.happenings
    for index, happening in enumerate(happenings):
        yield from aspects.claims(happening, index)
    yield from (draft for _, _, draft in matter.orders)
    yield from rivals(happenings, sources, matter.wordings)
    passages = align(sources)
    yield from slot_claims(sources, passages, happenings)
    yield from weekday_claims(sources)
    yield from copied_claims(sources, passages, happenings)
    yield from wording_claims(matter.utterances, sources, matter.cast)
    yield from background_claims(sources, passages, happenings, matter.utterances, matter.origins)


def _conflicts(matter: _Matter, claims: Sequence[ClaimDraft]) -> list[ConflictDraft]:
    explainer = Explainer(matter.sources)
    told: list[Clause | Limit] = [*matter.settled, *limits(matter.happenings, matter.sources)]
    found = circles(matter.happenings, matter.whens, told, matter.sources, matter.wordings, explainer)
    return ranked([*of_claims(claims, explainer), *found])


def _dossier(
    story: Story, matter: _Matter, claims: Sequence[ClaimDraft], contested: frozenset[int]
) -> Dossier:
    """The dossier, but for the relations; `contested` are happenings that reports deny each other."""
    sources, origins, happenings = matter.sources, matter.origins, matter.happenings
    disputed = {index for one, other, draft in matter.orders if draft.clashes for index in (one, other)}
    ids = {index: f"event-{index + 1}" for index in range(len(happenings))}
    recorder = Recorder(sources, matter.cast, matter.wordings, origins)
    return Dossier(
        id=story.id,
        title=_title(story, happenings, matter.wordings),
        reports=tuple(report_view(reading) for reading in sources.readings),
        actors=matter.cast.actors,
        origins=origins,
        events=tuple(
            recorder.event(happening, ids[index], matter.whens[index], index in contested, index in disputed)
            for index, happening in enumerate(happenings)
        ),
        claims=number_claims(claims, ids, origins),
        conflicts=number_conflicts(_conflicts(matter, claims), claims, ids),
        statements=tuple(
            recorder.statement(group, f"statement-{number}")
            for number, group in enumerate(matter.utterances, 1)
        ),
        timeline=tuple(_entry(index, ids[index], told, origins) for index, told in enumerate(matter.whens)),
        relations=(),
        outlooks=join_outlooks(sources, matter.cast),
        labels=count_labels(sources, matter.cast),
    )


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
