"""PLOVER codes an announced intention by what is intended, not as the deed itself."""

from __future__ import annotations

from accord.extract.events.lexicon import Sense
from accord.records import Factuality, Polarity

_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


def foreseen(sense: Sense, factuality: Factuality, polarity: Polarity) -> tuple[str, str | None]:
    """Type and CAMEO code: of the intention where the event is planned, else of the event."""
    if factuality != "planned" or sense.type in {"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE"}:
        return sense.type, sense.cameo
    if sense.type in _COOPERATIVE:
        return ("AGREE", "030") if polarity == "positive" else ("REJECT", "120")
    if sense.type in _HOSTILE and polarity == "positive":
        return "THREATEN", "130"
    return sense.type, sense.cameo
