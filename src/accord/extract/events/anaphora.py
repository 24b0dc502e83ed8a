"""Which drafts have enough named sides to stand, and what "the recognition" refers back to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from accord.extract.events.grammar import is_passive, is_verb
from accord.extract.events.merge import Draft
from accord.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

# Deeds that are news though nobody says who did them.
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def stands(draft: Draft) -> bool:
    """Whether a trigger names enough sides, or refers back to an event that may."""
    sense, sides = draft.trigger.sense, len(draft.actors) + len(draft.recipients)
    if sense.act is None:
        if draft.recipients and sense.type in _DONE_TO and _is_told(draft.trigger.token):
            return True
        if sense.one or sense.mutual:
            return bool(draft.actors) and (sense.one or sides > 1)
        return bool(draft.actors and draft.recipients)
    if sense.act == "visit":
        return bool(draft.actors and draft.recipients)
    if sense.act == "talks" and any(m.code is None and m.form == "description" for m in draft.recipients):
        return False
    if sense.act == "recognise" and is_verb(draft.trigger.token):
        return bool(draft.recipients)
    if sides == 0:
        denied = draft.polarity == "negative" and draft.trigger.site.support is not None
        return denied or _refers(draft.trigger)
    if sense.mutual:
        return sides > 1
    return True


def _is_told(trigger: Token) -> bool:
    """Whether a passive is a clause of its own, not "men armed with rifles"."""
    return trigger.dep_ not in {"acl", "amod", "advcl"} and is_passive(trigger)


def resolved(drafts: list[Draft]) -> list[Draft]:
    """Fill unnamed sides from the nearest earlier event of the same kind; drop what stays empty."""
    known: dict[str, Draft] = {}
    kept: list[Draft] = []
    for draft in drafts:
        family = _family(draft)
        if family is not None:
            draft = _filled(draft, known.get(family))
            if not draft.actors and not draft.recipients:
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


def _refers(trigger: Trigger) -> bool:
    """Whether a noun without named sides is definite: "the recognition", "this visit"."""
    token: Token = trigger.token
    return not is_verb(token) and any(
        child.dep_ == "det" and child.lower_ in _DEFINITE for child in token.children
    )
