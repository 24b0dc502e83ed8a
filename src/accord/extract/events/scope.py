"""Joins "becoming the first minister to travel there" to the visit that it is said of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from accord.extract.events.clauses import is_infinitive, lemma_of
from accord.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_COPULAS = frozenset({"become", "make", "be"})


def ranked(found: Sequence[Trigger]) -> dict[int, Token]:
    """The noun that ranks the doer, by the position of the trigger that the same act is told with.

    Of two triggers of one sentence, where the second is the act of whoever the first made "the
    first to ...".
    """
    by_position = {trigger.token.i: trigger for trigger in found}
    nouns: dict[int, Token] = {}
    for trigger in found:
        noun = trigger.token.head
        if trigger.token.dep_ not in {"relcl", "acl"} or not is_infinitive(trigger.token):
            continue
        copula = noun.head
        if noun.dep_ not in {"attr", "oprd", "dobj"} or lemma_of(copula) not in _COPULAS:
            continue
        first = by_position.get(copula.head.i) if copula.dep_ in {"advcl", "conj"} else None
        if first is not None and first.sense.act is not None and first.sense.act == trigger.sense.act:
            nouns[first.token.i] = noun
    return nouns


def restated(trigger: Trigger, nouns: dict[int, Token]) -> bool:
    """Whether the trigger only ranks a happening that the sentence tells with another word."""
    return trigger.token.dep_ in {"relcl", "acl"} and trigger.token.head in nouns.values()
