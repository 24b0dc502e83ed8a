"""Where an event is told to have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extract.events.grammar import is_verb, objects, phrases
from accord.extract.events.triggers import Trigger
from accord.records import Place, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extract.actors.cast import Cast

_PREPOSITIONS = ("in", "at", "near", "outside")


def place_of(trigger: Trigger, cast: Cast, times: tuple[Time, ...]) -> Place | None:
    """The place that a phrase beside the trigger names; its code if it is a known actor's."""
    hosts: list[Token] = [trigger.token]
    if trigger.site.support is not None:
        hosts.append(trigger.site.support)
    if is_verb(trigger.token):
        hosts.extend(objects(trigger.token))
    for host in hosts:
        found = phrases(host)
        for preposition in _PREPOSITIONS:
            for noun in found.get(preposition, ()):
                if noun.pos_ == "PROPN" and not _is_time(noun, times):
                    return _place(noun, cast)
    return None


def _place(noun: Token, cast: Cast) -> Place:
    for place in cast.places:
        if place.start <= noun.idx < place.end:
            return place
    mention = cast.covering(noun)
    if mention is not None:
        return Place(mention.start, mention.end, mention.text, mention.code)
    first = noun
    while first.i > 0 and first.nbor(-1).head == noun and first.nbor(-1).dep_ == "compound":
        first = first.nbor(-1)
    span = noun.doc[first.i : noun.i + 1]
    return Place(span.start_char, span.end_char, span.text)


def _is_time(noun: Token, times: tuple[Time, ...]) -> bool:
    return any(time.start <= noun.idx < time.end for time in times)
