"""Steps toward something: who "took steps to restore relations" cooperated, and restored nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.extract.events.clauses import is_infinitive, is_verb, lemma_of
from accord.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS = frozenset({"step", "measure", "effort", "move", "stride", "progress", "headway", "overture", "work"})
_TAKING = frozenset({"take", "make", "initiate", "begin", "start", "launch", "undertake"})
_FRIENDLY = frozenset({"SUPPORT", "COOPERATE", "CONSULT", "AGREE", "RETREAT", "CONCEDE", "AID"})


def toward(trigger: Trigger) -> tuple[Trigger, Token] | None:
    """The trigger as cooperation, and the verb that tells whether the steps were taken."""
    token = trigger.token
    if not is_verb(token) or trigger.sense.type not in _FRIENDLY:
        return None
    verb = _taking(token)
    if verb is None:
        return None
    sense = replace(trigger.sense, type="COOPERATE", mode=None, act=None, cameo="040", one=False)
    return replace(trigger, sense=sense), verb


def _taking(token: Token) -> Token | None:
    """The verb of "took steps to", "made progress in restoring" above a trigger."""
    if is_infinitive(token):
        head = token.head
    elif token.dep_ == "pcomp" and token.head.lower_ in {"in", "toward", "towards", "on"}:
        head = token.head.head
    else:
        return None
    verb = head.head if lemma_of(head) in _STEPS and head.dep_ == "dobj" else head
    if not is_verb(verb) or lemma_of(verb) not in _TAKING:
        return None
    own = [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in _STEPS and c.tag_ in {"NNS", "NN"}]
    # One step is the deed itself: "took the step of recalling"; several lead up to it.
    return verb if any(c.tag_ == "NNS" or lemma_of(c) in {"progress", "headway"} for c in own) else None
