"""What the reports say of each aspect of a happening: time, parties, place, scope, decision, reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from accord.reconciliation.claims.claim_drafts import (
    ClaimDraft,
    Said,
    claim,
    gather,
)
from accord.reconciliation.compare import place as places
from accord.reconciliation.compare import time as times
from accord.reconciliation.compare.scope import (
    Scope,
    ScopeWords,
)
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.wording.event_wordings import Wordings
from accord.records import (
    Comparison,
    Evidence,
    Qualifier,
)


class Aspects:
    """Drafts the claims about one happening."""

    def __init__(self, sources: Sources, wordings: Wordings, scopes: ScopeWords) -> None:
        self._sources = sources
        self._wordings = wordings
        self._scopes = scopes

    def claims(self, happening: Happening, event: int) -> Iterator[ClaimDraft]:
        """All claims about the happening, which stands at index `event`; those nobody makes are left out."""
        drafts = (
            self._happened(happening, event),
            self.time(happening, event),
            self._parties(happening, event, "actors"),
            self._parties(happening, event, "recipients"),
            self._place(happening, event),
            self._scope(happening, event),
            self._qualified(happening, event, "decision"),
            self._qualified(happening, event, "reason"),
        )
        return (draft for draft in drafts if draft.values)

    def _happened(self, happening: Happening, event: int) -> ClaimDraft:
        labels = {"done": "happened", "not done": "did not happen", "ruled out": "not foreseen"}
        label = labels.get(happening.standing, "foreseen")
        quotations = [self._sentence(told) for told in happening.witnesses]
        text = self._wordings.sentence(happening, None)
        return claim("happened", text, gather([(label, label, quotations)]), _open, event)

    def time(self, happening: Happening, event: int) -> ClaimDraft:
        """When it happened.  Values are EDTF, or the words where they have no EDTF form."""
        values = gather(
            (told.span, told.event.time.edtf or told.event.time.text, self._when(told))
            for told in happening.mentions
            if told.event.time is not None and not told.span.blank
        )
        return self._draft("time", "When", happening, values, times.compare, event)

    def _when(self, told: Told) -> tuple[Evidence, ...]:
        time = told.event.time
        sentence = self._sentence(told)
        if time is None or sentence.start <= time.start < sentence.end:
            return (sentence,)
        return (sentence, self._sources.around(told.report, time.start, time.end))

    def _parties(self, happening: Happening, event: int, side: str) -> ClaimDraft:
        """Who did it or to whom; those whom one mention names together are one value."""
        kind = happening.kind
        between = kind is not None and kind.mutual
        if between and side == "recipients" and happening.parties("actors"):
            return ClaimDraft("recipient", "", ())
        values = gather(
            (parties, self._wordings.all_names(parties), (self._sentence(told),))
            for told in happening.witnesses
            if (parties := told.side("both" if between else side))
        )
        question = "Between whom" if between else "Who did it" if side == "actors" else "To whom"
        return self._draft(side.removesuffix("s"), question, happening, values, _open, event)

    def _place(self, happening: Happening, event: int) -> ClaimDraft:
        values = gather(
            (places.spot_of(place, False), place.text, (self._sentence(told),))
            for told in happening.mentions
            if (place := told.venue) is not None
        )
        located = happening.kind is not None and happening.kind.located
        compare = places.compare if located else _open
        return self._draft("place", "Where", happening, values, compare, event)

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
        return self._draft("scope", "Standing", happening, values, self._scopes.compare, event)

    def _qualified(self, happening: Happening, event: int, kind: str) -> ClaimDraft:
        values = gather(
            (q.value, " ".join(q.text.split()), (self._around(told, q.start, q.end),))
            for told in happening.witnesses
            for q in told.event.qualifiers
            if q.kind == kind
        )
        question = "On whose decision" if kind == "decision" else "Why"
        return self._draft(kind, question, happening, values, _open, event)

    def _draft(
        self,
        kind: str,
        question: str,
        happening: Happening,
        values: Sequence[Said[object]],
        compare: Callable[[Any, Any], Comparison],
        event: int,
    ) -> ClaimDraft:
        """The claim that answers a question about the happening; without values it is not worded."""
        text = f"{question}: {self._wordings.noun(happening)}" if values else ""
        return claim(kind, text, values, compare, event)

    def _sentence(self, told: Told) -> Evidence:
        return self._sources.sentence(told.report, told.event.sentence)

    def _around(self, told: Told, start: int, end: int) -> Evidence:
        return self._sources.around(told.report, start, end)


def _as_written(qualifier: Qualifier, told: Told) -> str:
    """The value of a qualifier, with its capitals where running text has them."""
    words = " ".join(qualifier.text.split())
    return words if told.witness and words.casefold() == qualifier.value.casefold() else qualifier.value


def _open(one: object, other: object) -> Comparison:
    """Several reasons, decisions and parties may stand side by side."""
    return "agrees" if one == other else "cannot tell"
