"""Mentions that later words can take up, and their place in the grammar of their clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RECENT = 12
"""How many of the last mentions are looked at."""


class Trace(Struct, frozen=True):
    """A mention that can be taken up: its entity, sentence and head word.

    `owner` where the entity only owns what is mentioned, `place` where it is a place.
    """

    entity: Entity
    sentence: int
    head: Token
    subject: bool
    owner: bool = False
    place: bool = False


def is_subject(head: Token) -> bool:
    """Whether a mention with this head word is, or owns, the subject of a clause."""
    if head.dep_ in SUBJECTS:
        return True
    return head.dep_ == "poss" and head.head.dep_ in SUBJECTS


def governor(head: Token) -> int:
    """The position of the word that the clause of a mention with this head word hangs on."""
    subject = head.head if head.dep_ == "poss" else head
    return int(subject.head.i)


def only(entities: Iterable[Entity]) -> Entity | None:
    """The one entity there is, or None where there are none or several."""
    distinct = {entity.id: entity for entity in entities}
    return next(iter(distinct.values())) if len(distinct) == 1 else None
