"""Claims as they are shown, in words and where they are said; and what is in dispute, side by side."""

from __future__ import annotations

from string import ascii_lowercase

from msgspec import Struct

from accord.present.view.citations import (
    Citations,
    Cite,
    Source,
)
from accord.present.view.dates import (
    in_words,
    without_date,
)
from accord.present.view.quotes import (
    Quote,
    compared,
    opposed,
    order_pattern,
    ordered,
)
from accord.records import (
    Claim,
    Conflict,
    Dossier,
)

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

_QUESTIONS = {
    "time": "When?",
    "order": "In what order?",
    "quantity": "How many?",
    "actor": "Who?",
    "place": "Where?",
    "polarity": "Did it happen?",
    "factuality": "Done, or only meant to be?",
    "scope": "How far does it go?",
    "wording": "In which words?",
}

_SUBJECTS = {
    "time": "date",
    "order": "order",
    "quantity": "number",
    "actor": "actor",
    "place": "place",
    "polarity": "whether it happened",
    "factuality": "whether it is done",
    "scope": "reach",
    "wording": "wording",
}

# What a quotation's words may bring with them from around it.
_MARKS = " ,\"'“”‘’"

# More quotations than this for one side are told as a number.
_QUOTES_SHOWN = 3


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
            _value_words(claim.kind, value.value),
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


def _value_words(kind: str, value: str) -> str:
    """A value as it is shown: dates in words, all else as it is."""
    return in_words(value) if kind == "time" else value


class SideView(Struct, frozen=True):
    """A side: its value in words, the reports that take it, its quotations."""

    words: str
    sources: tuple[Source, ...]
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
    def contradiction(self) -> bool:
        """Whether the sides cannot all be true."""
        return self.conflict.nature == "contradiction"


def disputes(dossier: Dossier, citations: Citations, prefix: str) -> tuple[DisputeView, ...]:
    """The conflicts of `dossier` in their order, contradictions first."""
    about = {event.id: without_date(event.text, event.edtf) for event in dossier.events}
    claims = {claim.id: claim.text for claim in dossier.claims}
    conflicts = sorted(dossier.conflicts, key=lambda conflict: conflict.nature != "contradiction")
    return tuple(
        DisputeView(
            anchor=f"{prefix}-x{number}",
            number=number,
            conflict=conflict,
            question=_QUESTIONS[conflict.kind],
            subject=_SUBJECTS[conflict.kind],
            about=_about(conflict, about, claims),
            explanation=citations.lettered(conflict.explanation),
            sides=_sides(conflict, citations),
        )
        for number, conflict in enumerate(conflicts, 1)
    )


def _about(conflict: Conflict, events: dict[str, str], claims: dict[str, str]) -> str:
    """The event, or where the order of two is in dispute or there is none, what the claim says of both."""
    question, _, rest = claims.get(conflict.claim or "", "").partition(": ")
    claim = rest or question
    if conflict.kind == "order" and rest:
        return claim[:1].upper() + claim[1:]
    return events.get(conflict.event or "") or claim


def _sides(conflict: Conflict, citations: Citations) -> tuple[SideView, ...]:
    cited = [citations.cite(side.evidence) for side in conflict.sides]
    wording = conflict.kind == "wording"
    views = []
    for index, side in enumerate(conflict.sides):
        others = [cite for number, cites in enumerate(cited) if number != index for cite in cites]
        words = f"“{side.value.strip(_MARKS)}”" if wording else _value_words(conflict.kind, side.value)
        if wording:
            quotes = compared(cited[index], others)
        elif conflict.kind == "order":
            quotes = ordered(cited[index], order_pattern())
        else:
            quotes = opposed(cited[index], others, side.value)
        sources = citations.of(cite.source.report.id for cite in cited[index])
        views.append(SideView(words, sources, quotes[:_QUOTES_SHOWN], quotes[_QUOTES_SHOWN:]))
    return tuple(views)
