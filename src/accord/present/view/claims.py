"""Claims as they are shown, in words and where they are said; and what is in dispute, side by side."""

from __future__ import annotations

from string import ascii_lowercase

from msgspec import Struct

from accord.present.dates import in_words
from accord.present.view.citations import Citations, Cite, CitedReport
from accord.present.view.quotes import Quote, compared, opposed, ordered
from accord.present.view.view_words import ViewWords
from accord.reconciliation.value_kinds import HAPPENED, Disagreement, Kind, Kinds, quoted
from accord.records import Claim, Conflict, Dossier

SIGNS = {"says so": "●", "disputed": "◆", "in other terms": "◇", "silent": "–"}
"""What stands for each stance of a report to a claim."""

# What a quotation's words may bring with them from around it.
_MARKS = " ,\"'“”‘’"

# More quotations than this for one side are told as a number.
_QUOTES_SHOWN = 3

# What cannot be true together comes first, then what changed, then what is only told otherwise.
_WEIGHT = ("contradiction", "update", "difference")


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
    """A claim with its kind and its values in words."""

    claim: Claim
    kind: Kind
    values: tuple[ValueView, ...]

    @property
    def aspect(self) -> str:
        """What stands beside its values."""
        return self.kind.label

    @property
    def says_it_happened(self) -> bool:
        """Whether it claims no more than that its event happened, or did not."""
        return self.kind is HAPPENED

    @property
    def about(self) -> str:
        """What an order is of; the other aspects are of the event they stand with."""
        return self.claim.subject if self.kind.form == "order" else ""

    @property
    def telling(self) -> bool:
        """Whether it says more than the event's own line, which names who did it to whom."""
        return not self.kind.in_line or len(self.values) > 1

    @property
    def reports(self) -> int:
        """How many reports speak to it."""
        return len({cite.source.letter for value in self.values for cite in value.cites})


def claim_views(dossier: Dossier, citations: Citations, kinds: Kinds) -> tuple[ClaimView, ...]:
    """Every claim of `dossier` with its values in words and its quotations located."""
    sides = {
        conflict.claim: [side.value for side in conflict.sides]
        for conflict in dossier.conflicts
        if conflict.claim is not None and conflict.nature == "contradiction"
    }
    return tuple(
        _claim(claim, _kind(claim.kind, kinds), sides.get(claim.id), citations) for claim in dossier.claims
    )


def _kind(name: str, kinds: Kinds) -> Kind:
    """The kind of that name; one that is not registered is told by its name."""
    return kinds.get(name) or Kind(name, name)


def _claim(claim: Claim, kind: Kind, sides: list[str] | None, citations: Citations) -> ClaimView:
    if sides is None:
        disputed = claim.verdict in ("contested", "inconsistent")
        sides = [value.value for value in claim.values] if disputed else []
    values = tuple(
        ValueView(
            _value_words(kind, value.value),
            citations.cite(value.evidence),
            *_stance(index, value.value, sides),
        )
        for index, value in enumerate(claim.values)
    )
    ordered = sorted(values, key=lambda view: (view.stance != "disputed", len(view.sign), view.sign))
    return ClaimView(claim, kind, tuple(ordered) if sides else values)


def _stance(index: int, value: str, sides: list[str]) -> tuple[str, str]:
    if value in sides:
        return "disputed", SIGNS["disputed"] + ascii_lowercase[sides.index(value) % len(ascii_lowercase)]
    stance = "in other terms" if sides or index else "says so"
    return stance, SIGNS[stance]


def _value_words(kind: Kind, value: str) -> str:
    """A value as it is shown: dates in words, all else as it is."""
    return in_words(value) if kind.form == "date" else value


class SideView(Struct, frozen=True):
    """A side: its value in words, the reports that take it, its quotations."""

    words: str
    sources: tuple[CitedReport, ...]
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]


class DisputeView(Struct, frozen=True):
    """A conflict: `question` asks what is in dispute, `subject` names it, `about` is the event or claim."""

    anchor: str
    number: int
    conflict: Conflict
    question: str
    subject: str
    about: str
    explanation: str
    sides: tuple[SideView, ...]

    @property
    def nature(self) -> str:
        """What the sides are to each other: "contradiction", "update" or "difference"."""
        return self.conflict.nature

    @property
    def contradiction(self) -> bool:
        """Whether the sides cannot all be true."""
        return self.nature == "contradiction"

    @property
    def update(self) -> bool:
        """Whether each side was right when it was told."""
        return self.nature == "update"


def disputes(
    dossier: Dossier, citations: Citations, prefix: str, words: ViewWords
) -> tuple[DisputeView, ...]:
    """The conflicts of `dossier` in their order: contradictions, then updates, then differences."""
    events = undated_events(dossier)
    claims = {claim.id: claim for claim in dossier.claims}
    conflicts = sorted(dossier.conflicts, key=lambda conflict: _WEIGHT.index(conflict.nature))
    return tuple(
        _dispute(
            conflict,
            anchor=f"{prefix}-x{number}",
            number=number,
            claim=claims.get(conflict.claim or ""),
            event=events.get(conflict.event or "", ""),
            citations=citations,
            words=words,
        )
        for number, conflict in enumerate(conflicts, 1)
    )


def undated_events(dossier: Dossier) -> dict[str, str]:
    """The sentence of each event without its day, for where that stands beside it."""
    told = {claim.event: claim.subject for claim in dossier.claims if claim.kind == HAPPENED.name}
    return {event.id: told.get(event.id) or event.text for event in dossier.events}


def _dispute(
    conflict: Conflict,
    *,
    anchor: str,
    number: int,
    claim: Claim | None,
    event: str,
    citations: Citations,
    words: ViewWords,
) -> DisputeView:
    kind = _kind(conflict.kind, words.kinds)
    told = kind.disagreement or Disagreement(0, f"{kind.label}?", kind.label, "{about}")
    return DisputeView(
        anchor=anchor,
        number=number,
        conflict=conflict,
        question=told.heading,
        subject=told.noun,
        about=_about(kind, event, claim.subject if claim else ""),
        explanation=citations.lettered(conflict.explanation),
        sides=_sides(conflict, kind, citations, words.order_pattern),
    )


def _about(kind: Kind, event: str, subject: str) -> str:
    """The event, or where the order of two is in dispute or there is none, what the claim is about."""
    if kind.form == "order" and subject:
        return subject[:1].upper() + subject[1:]
    return event or subject


def _sides(conflict: Conflict, kind: Kind, citations: Citations, order_pattern: str) -> tuple[SideView, ...]:
    cited = [citations.cite(side.evidence) for side in conflict.sides]
    views = []
    for index, side in enumerate(conflict.sides):
        others = [cite for number, cites in enumerate(cited) if number != index for cite in cites]
        words = _value_words(kind, side.value)
        if kind.form == "quotation":
            words = quoted(side.value.strip(_MARKS))
            quotes = compared(cited[index], others)
        elif kind.form == "order":
            quotes = ordered(cited[index], order_pattern)
        else:
            quotes = opposed(cited[index], others, side.value)
        sources = citations.of(cite.source.report.id for cite in cited[index])
        views.append(SideView(words, sources, quotes[:_QUOTES_SHOWN], quotes[_QUOTES_SHOWN:]))
    return tuple(views)
