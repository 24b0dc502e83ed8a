"""PLOVER codes an announced intention by what is intended, not as the deed itself."""

from __future__ import annotations

from accord.extract.events.clauses import is_verb, lemma_of
from accord.extract.events.merge import Draft

_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_WORDS = frozenset({"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE"})
# What it is not to agree or to allow.
_YIELDING = frozenset({"AGREE", "CONCEDE"})
_TOLD = frozenset({"asserted", "reported", "planned"})
_MAY = frozenset({"may", "might"})
_WEIGHING = frozenset({"consider", "mull", "weigh", "contemplate", "ponder"})
_ATTEMPTS = frozenset({"attempt", "try", "bid", "seek"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


def _is_hinted(draft: Draft) -> bool:
    """Whether the doer itself may do it: "may impose sanctions", "is considering a ban"."""
    if draft.polarity == "negative":
        return False
    verb = draft.trigger.site.verb
    if any(c.dep_ == "aux" and c.lower_ in _MAY for c in verb.children):
        return verb.dep_ in {"ROOT", "ccomp", "conj"}
    return draft.governor is not None and lemma_of(draft.governor) in _WEIGHING


def foreseen(draft: Draft) -> tuple[str, str | None]:
    """Type and CAMEO code: of the intention where its actor plans the event, else of the event."""
    sense, polarity = draft.trigger.sense, draft.polarity
    if not is_verb(draft.trigger.site.verb):
        return sense.type, sense.cameo  # "will answer an attack": not the attacker's plan.
    if polarity == "negative" and sense.act is None and sense.type in _YIELDING and draft.factuality in _TOLD:
        return "REJECT", "120"
    if draft.factuality == "possible" and sense.type in _HOSTILE and draft.actors and _is_hinted(draft):
        return "THREATEN", "130"
    if (
        draft.factuality != "planned"
        or not draft.actors
        or sense.type in {"AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE"}
    ):
        return sense.type, sense.cameo
    if sense.type in _COOPERATIVE:
        return ("AGREE", "030") if polarity == "positive" else ("REJECT", "120")
    if sense.type == "ASSAULT" and draft.governor is not None and lemma_of(draft.governor) in _ATTEMPTS:
        return sense.type, sense.cameo  # Who tried to poison someone did not just threaten it.
    if sense.type in _HOSTILE and polarity == "positive":
        return "THREATEN", "130"
    return sense.type, sense.cameo
