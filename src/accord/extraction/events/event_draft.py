"""An event on its way to its record: a trigger with its sides and the way it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.events.triggers.detection import Trigger
from accord.records import ActorMention, Factuality, Polarity, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token


class EventDraft(Struct, frozen=True):
    """A trigger with its arguments and the way it is told; pending while it lacks a side."""

    trigger: Trigger
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    factuality: Factuality
    polarity: Polarity
    governor: Token | None
    presupposed: bool = False
    decisions: tuple[Qualifier, ...] = ()
    rank: Token | None = None
    pending: bool = False
