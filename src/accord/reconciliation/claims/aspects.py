"""What the reports say of each aspect of a happening: time, parties, place, scope, decision, reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.reconciliation.claims.claim_drafts import ClaimDraft, Said, claim, gather
from accord.reconciliation.compare import place as places
from accord.reconciliation.compare.scope import Scope, ScopeWords
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import (
    ACTOR,
    DECISION,
    HAPPENED,
    PLACE,
    REASON,
    RECIPIENT,
    TIME,
    Compare,
    Kind,
    scope_kind,
    side_by_side,
)
from accord.reconciliation.wording.english import undated
from accord.reconciliation.wording.event_wordings import Wordings
from accord.records import Evidence, Qualifier


class Aspects:
    """Drafts the claims about one happening."""

    def __init__(self, sources: Sources, wordings: Wordings, scopes: ScopeWords) -> None:
        self._sources = sources
        self._wordings = wordings
        self._scopes = scopes
        self._scope_kind = scope_kind(scopes)

    def claims(self, happening: Happening, event: int, edtf: str | None) -> Iterator[ClaimDraft]:
        """All claims about the happening, which stands at index `event`; those nobody makes are left out.

        `edtf` is its time, as far as it is not contested.
        """
        drafts = (
            self._happened(happening, event, edtf),
            self.time(happening, event),
            self._actors(happening, event),
            self._recipients(happening, event),
            self._place(happening, event),
            self._scope(happening, event),
            self._qualified(happening, event, DECISION),
            self._qualified(happening, event, REASON),
        )
        return (draft for draft in drafts if draft.values)

    def _happened(self, happening: Happening, event: int, edtf: str | None) -> ClaimDraft:
        labels = {"done": "happened", "not done": "did not happen", "ruled out": "not foreseen"}
        label = labels.get(happening.standing, "foreseen")
        quotations = [self._sentence(told) for told in happening.witnesses]
        text = self._wordings.sentence(happening, None)
        values = gather([(label, label, quotations)])
        return claim(HAPPENED, undated(text, edtf), values, event, text=text)

    def time(self, happening: Happening, event: int) -> ClaimDraft:
        """When it happened.  Values are EDTF, or the words where they have no EDTF form."""
        values = gather(
            (told.span, told.event.time.edtf or told.event.time.text, self._when(told))
            for told in happening.mentions
            if told.event.time is not None and not told.span.blank
        )
        return self._draft(TIME, happening, values, event)

    def _when(self, told: Told) -> tuple[Evidence, ...]:
        time = told.event.time
        sentence = self._sentence(told)
        if time is None or sentence.start <= time.start < sentence.end:
            return (sentence,)
        return (sentence, self._sources.around(told.report, time.start, time.end))

    def _actors(self, happening: Happening, event: int) -> ClaimDraft:
        """Who did it, or the two sides of a mutual act."""
        if _is_between(happening):
            return self._between(ACTOR, happening, event)
        return self._draft(ACTOR, happening, self._parties(happening, "actors"), event, compare=side_by_side)

    def _recipients(self, happening: Happening, event: int) -> ClaimDraft:
        """To whom; of a mutual act its two sides, where nobody is told to have begun it."""
        if not _is_between(happening):
            return self._draft(RECIPIENT, happening, self._parties(happening, "recipients"), event)
        if happening.parties("actors"):
            return self._draft(RECIPIENT, happening, (), event)
        return self._between(RECIPIENT, happening, event)

    def _between(self, kind: Kind, happening: Happening, event: int) -> ClaimDraft:
        values = self._parties(happening, "both")
        return self._draft(kind, happening, values, event, question="Between whom", compare=side_by_side)

    def _parties(self, happening: Happening, side: str) -> tuple[Said[object], ...]:
        """The parties of a side; those whom one mention names together are one value."""
        return gather(
            (parties, self._wordings.all_names(parties), (self._sentence(told),))
            for told in happening.witnesses
            if (parties := told.side(side))
        )

    def _place(self, happening: Happening, event: int) -> ClaimDraft:
        values = gather(
            (places.spot_of(place, False), place.text, (self._sentence(told),))
            for told in happening.mentions
            if (place := told.venue) is not None
        )
        located = happening.kind is not None and happening.kind.located
        return self._draft(PLACE, happening, values, event, compare=None if located else side_by_side)

    def _scope(self, happening: Happening, event: int) -> ClaimDraft:
        told = [
            (self._scopes.scope_of(q.value), _as_written(q, told), self._around(told, q.start, q.end))
            for told in sorted(happening.mentions, key=lambda told: not told.witness)
            for q in told.event.qualifiers
            if q.kind == "scope"
        ]
        labels: dict[Scope, str] = {}
        for scope, label, _ in told:
            labels.setdefault(scope, label)
        values = gather((scope, labels[scope], (quotation,)) for scope, _, quotation in told)
        return self._draft(self._scope_kind, happening, values, event)

    def _qualified(self, happening: Happening, event: int, kind: Kind) -> ClaimDraft:
        values = gather(
            (q.value, " ".join(q.text.split()), (self._around(told, q.start, q.end),))
            for told in happening.witnesses
            for q in told.event.qualifiers
            if q.kind == kind.name
        )
        return self._draft(kind, happening, values, event)

    def _draft(
        self,
        kind: Kind,
        happening: Happening,
        values: Sequence[Said[object]],
        event: int,
        *,
        question: str | None = None,
        compare: Compare | None = None,
    ) -> ClaimDraft:
        """The claim of a kind about the happening; without values it is not worded."""
        subject = self._wordings.noun(happening) if values else ""
        return claim(kind, subject, values, event, question=question, compare=compare)

    def _sentence(self, told: Told) -> Evidence:
        return self._sources.sentence(told.report, told.event.sentence)

    def _around(self, told: Told, start: int, end: int) -> Evidence:
        return self._sources.around(told.report, start, end)


def _as_written(qualifier: Qualifier, told: Told) -> str:
    """The value of a qualifier, with its capitals where running text has them."""
    words = " ".join(qualifier.text.split())
    return words if told.witness and words.casefold() == qualifier.value.casefold() else qualifier.value


def _is_between(happening: Happening) -> bool:
    return happening.kind is not None and happening.kind.mutual
