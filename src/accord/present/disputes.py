"""Where reports disagree, as it is shown: the sides next to each other in their own words."""

from __future__ import annotations

from msgspec import Struct

from accord.present.citations import Citations, Source
from accord.present.claims import value_words
from accord.present.dates import without_date
from accord.present.quotes import Quote, compared, opposed, order_pattern, ordered
from accord.records import Conflict, Dossier

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
        words = f"“{side.value.strip(_MARKS)}”" if wording else value_words(conflict.kind, side.value)
        if wording:
            quotes = compared(cited[index], others)
        elif conflict.kind == "order":
            quotes = ordered(cited[index], order_pattern())
        else:
            quotes = opposed(cited[index], others, side.value)
        sources = citations.of(cite.source.report.id for cite in cited[index])
        views.append(SideView(words, sources, quotes[:_QUOTES_SHOWN], quotes[_QUOTES_SHOWN:]))
    return tuple(views)
