"""What "the recognition" refers back to."""

from __future__ import annotations

from dataclasses import replace

from accord.extract.events.grammar import is_verb, phrases
from accord.extract.events.merge import Draft
from accord.extract.events.triggers import Trigger

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def resolved(drafts: list[Draft]) -> list[Draft]:
    """Fill unnamed sides from the nearest earlier event of the same kind; drop what stays empty."""
    known: dict[str, Draft] = {}
    kept: list[Draft] = []
    for draft in drafts:
        family = _family(draft)
        if family is not None:
            draft = _filled(draft, known.get(family))
            if not draft.actors and not draft.recipients and not strikes_named(draft.trigger):
                continue
            if draft.recipients and draft.polarity == "positive" and draft.factuality == "asserted":
                known[family] = draft
        kept.append(draft)
    return kept


def _filled(draft: Draft, earlier: Draft | None) -> Draft:
    if earlier is None or (draft.actors and draft.recipients):
        return draft
    trigger = draft.trigger
    if not draft.actors and not draft.recipients:
        if strikes_named(trigger):
            return draft
        if draft.polarity == "negative":
            return replace(draft, recipients=earlier.recipients)
        # A definite noun takes for granted that the event happened.
        return replace(draft, actors=earlier.actors, recipients=earlier.recipients, presupposed=True)
    if draft.actors and not is_verb(trigger.token) and not trigger.sense.mutual:
        same = {m.code or m.actor for m in draft.actors} & {m.code or m.actor for m in earlier.actors}
        if same:
            return replace(draft, recipients=earlier.recipients)
    return draft


def _family(draft: Draft) -> str | None:
    """Acts that one noun may stand for: recognition of a state, of a government, or unspecified."""
    act = draft.trigger.sense.act
    return act.split("-")[0] if act is not None and act.startswith("recognise") else act


def strikes_named(trigger: Trigger) -> bool:
    """Whether a noun names an attack on something that is no actor: "the attack on Fort Hill"."""
    if trigger.sense.act != "attack" or is_verb(trigger.token):
        return False
    return any(noun.pos_ == "PROPN" for noun in phrases(trigger.token).get("on", ()))


def refers(trigger: Trigger) -> bool:
    """Whether a noun without named sides is definite: "the recognition", "this visit".

    Not "the attack": a report of fighting tells of several, by either side.
    """
    if is_verb(trigger.token) or trigger.sense.act == "attack":
        return False
    return any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in trigger.token.children)
