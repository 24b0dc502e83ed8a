"""Done or not done: polarity and factuality of two mentions of the same happening."""

from __future__ import annotations

from typing import Literal

from accord.records import Comparison, Factuality, Polarity

Standing = Literal["done", "not done", "denied", "foreseen", "open", "ruled out"]

_STANDING: dict[Factuality, Standing] = {
    "asserted": "done",
    "reported": "done",
    "planned": "foreseen",
    "ordered": "foreseen",
    "asked": "open",
    "possible": "open",
    "conditional": "open",
    "denied": "denied",
}


def standing(polarity: Polarity, factuality: Factuality) -> Standing:
    """What a mention says of its happening.

    What is not planned, or may not happen, is "ruled out": it has not been done, and nothing more is told.
    """
    base = _STANDING[factuality]
    if polarity == "positive":
        return base
    return {"done": "not done", "denied": "open"}.get(base, "ruled out")  # type: ignore[return-value]


def compare(one: Standing, other: Standing) -> Comparison:
    """Compare two standings: what was foreseen and then done only refines it."""
    if "open" in (one, other) or (one != other and "ruled out" in (one, other)):
        return "cannot tell"
    if one == other:
        return "agrees"
    pair = {one, other}
    if "done" in pair:
        return "refines" if "foreseen" in pair else "contradicts"
    if "foreseen" in pair:
        return "cannot tell"
    return "agrees"
