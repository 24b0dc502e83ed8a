"""Two actors in the same role: the same, part of each other, or different."""

from __future__ import annotations

from msgspec import Struct

from accord.records import Comparison


class Party(Struct, frozen=True):
    """An actor with the wholes it is part of, nearest first ("RUS/supreme-court" of "RUS").

    `certain` says that the mention names it; what is only described can be anyone.
    """

    id: str
    wholes: tuple[str, ...] = ()
    certain: bool = True


def compare(one: Party, other: Party) -> Comparison:
    """Compare two actors; two parts of one whole may be acting together, so that stays open."""
    if one.id == other.id:
        return "agrees"
    if one.id in other.wholes or other.id in one.wholes:
        return "refines"
    if not (one.certain and other.certain):
        return "cannot tell"
    shared = any(whole in other.wholes for whole in one.wholes)
    return "cannot tell" if shared else "contradicts"


def compare_sides(ones: tuple[Party, ...], others: tuple[Party, ...]) -> Comparison:
    """Compare two lists of actors in one role; lists with a common member do not contradict."""
    if not ones or not others:
        return "cannot tell"
    answers = [compare(one, other) for one in ones for other in others]
    if all(answer == "contradicts" for answer in answers):
        return "contradicts"
    if {party.id for party in ones} == {party.id for party in others}:
        return "agrees"
    if "agrees" in answers or "refines" in answers:
        return "refines"
    return "cannot tell"
