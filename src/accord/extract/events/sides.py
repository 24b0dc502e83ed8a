"""Which drafts have enough named sides to stand as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extract.events.anaphora import half_told, identified, refers, strikes_named
from accord.extract.events.clauses import is_passive, is_verb, lemma_of
from accord.extract.events.grammar import subjects
from accord.extract.events.merge import Draft
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

# What kills without anyone being named.
_BLASTS = frozenset({
    "attack", "bombing", "explosion", "blast", "shelling", "airstrike", "strike", "bomb", "mine", "missile",
    "rocket", "gunfire", "shooting", "ambush", "raid", "drone", "shell", "bullet", "violence",
})  # fmt: skip

# Deeds that are news though nobody says who did them.
_DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})


def stands(draft: Draft) -> bool:
    """Whether a trigger names enough sides, or refers back to an event that may."""
    sense, sides = draft.trigger.sense, len(draft.actors) + len(draft.recipients)
    if sense.named and not (_is_known(draft.actors) and _is_known(draft.recipients)):
        return False
    if sense.act is None:
        if draft.recipients and sense.type in _DONE_TO and _is_told(draft.trigger.token, sense.type):
            return True
        if sense.home and sense.type == "PROTEST" and draft.recipients and subjects(draft.trigger.token):
            return True  # "Crowds gathered outside the parliament in Oslo".
        if sense.one or sense.mutual:
            return bool(draft.actors) and (sense.one or sides > 1)
        return bool(draft.actors and draft.recipients)
    if sense.act == "visit":
        return bool(draft.actors and draft.recipients)
    if sense.act == "talks" and any(m.code is None and m.form == "description" for m in draft.recipients):
        return False
    if sense.act == "recognise" and is_verb(draft.trigger.token):
        return bool(draft.recipients)
    if half_told(draft):
        return True
    if sides == 0:
        if identified(draft.trigger):
            return True
        denied = draft.polarity == "negative" and draft.trigger.site.support is not None
        return denied or refers(draft.trigger) or strikes_named(draft.trigger)
    if sense.mutual:
        return sides > 1
    return True


def _is_known(mentions: tuple[ActorMention, ...]) -> bool:
    return any(mention.code is not None for mention in mentions)


def _is_told(trigger: Token, type_: str) -> bool:
    """Whether a deed stands without its doer: a passive clause, not "men armed with rifles", or a blast."""
    if trigger.dep_ in {"acl", "amod", "advcl"}:
        return False
    if type_ == "ASSAULT" and any(lemma_of(noun) in _BLASTS for noun in subjects(trigger)):
        return True
    return is_passive(trigger)
