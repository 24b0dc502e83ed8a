"""A statement in the making: token ranges of its parts, before they become characters."""

from __future__ import annotations

from msgspec import Struct

from accord.extract.statements.cue import Ranges, Source


class Draft(Struct, frozen=True):
    """`verb` is the token the cue hangs on; `content` are token ranges in order.

    `speech` marks a quotation with its tag, `clausal` a clause reported by a verb of speech.
    `led_by` are verbs that only lead up to this cue ("refused to say") and make no statement themselves.
    """

    verb: int
    source: Source
    cue: Ranges
    content: Ranges
    speech: bool = False
    clausal: bool = False
    led_by: tuple[int, ...] = ()
