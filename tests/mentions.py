"""Hand-made mentions of values: a figure of guests, and the same with other fields."""

from __future__ import annotations

from msgspec.structs import replace

from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.values.value_mentions import (
    CountedThing,
    MentionContext,
    MentionPlace,
    ToldValue,
    ValueMention,
)


def mention(report: str, number: float, **changes: object) -> ValueMention:
    words = {"guests": 1.0, "harbour": 0.7}
    made = ValueMention(
        place=MentionPlace(report, 0, 0),
        told=ToldValue("quantity guest", Range(number, number, "guest"), f"{number} guests"),
        context=MentionContext(
            around=words, telling=words, next_to=frozenset(words), names=frozenset({"karst", "orlo"})
        ),
        counted=CountedThing(counts=True),
    )
    return changed(made, **changes)


def changed(old: ValueMention, **changes: object) -> ValueMention:
    """The mention with other fields in whichever of its parts has them."""
    for part in ("place", "told", "context", "counted", "acts"):
        known = getattr(old, part)
        mine = {name: value for name, value in changes.items() if name in known.__struct_fields__}
        old = replace(old, **{part: replace(known, **mine)})
    return old
