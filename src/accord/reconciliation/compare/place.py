"""Two places: the same, one inside the other, or in different countries."""

from __future__ import annotations

from msgspec import Struct

from accord.records import Comparison, Place


class Spot(Struct, frozen=True):
    """A place by name; `code` is its country; `whole` says that the name is the country's own."""

    name: str
    code: str | None
    whole: bool = False


def spot_of(place: Place, whole: bool) -> Spot:
    """The spot of a place; `whole` says that its name is the country's own."""
    name = " ".join(place.text.casefold().split()).removeprefix("the ")
    return Spot(name, place.code, whole)


def compare(one: Spot, other: Spot) -> Comparison:
    """Compare two places.

    Two towns of one country cannot be told apart from a town and its district, so they never
    contradict; places of different countries do.
    """
    if not one.name or not other.name:
        return "cannot tell"
    if one == other:
        return "agrees"
    if one.code is None or other.code is None:
        return "cannot tell"
    if one.code != other.code:
        return "contradicts"
    if one.name == other.name or (one.whole and other.whole):
        return "agrees"
    return "refines" if one.whole or other.whole else "cannot tell"
