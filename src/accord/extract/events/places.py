"""Where an event is told to have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extract.events.clauses import is_verb, phrases
from accord.extract.events.cover import Cover
from accord.extract.events.grammar import objects
from accord.extract.events.triggers import Trigger
from accord.records import ActorMention, Place, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extract.actors.cast import Cast

_PREPOSITIONS = ("in", "at", "near", "outside")


class PlaceReader:
    """Reads the places of one report's events."""

    def __init__(self, cast: Cast, times: tuple[Time, ...]) -> None:
        self._cast = cast
        self._places = Cover((place.start, place.end, place) for place in cast.places)
        self._times = Cover((time.start, time.end, time) for time in times)

    def place_of(self, trigger: Trigger, recipients: tuple[ActorMention, ...]) -> Place | None:
        """The place that a phrase beside the trigger names.

        A recognition has none in the state that is recognised: "the council in Juba" is what it is of.
        """
        place = self._beside(trigger)
        if place is None or "recogni" not in (trigger.sense.act or ""):
            return place
        return None if any(m.code == place.code for m in recipients) else place

    def _beside(self, trigger: Trigger) -> Place | None:
        hosts: list[Token] = [trigger.token]
        if trigger.site.support is not None:
            hosts.append(trigger.site.support)
        if is_verb(trigger.token):
            hosts.extend(objects(trigger.token))
        for host in hosts:
            found = phrases(host)
            struck = ("on",) if trigger.sense.act == "attack" else ()
            for preposition in (*_PREPOSITIONS, *struck):
                for noun in found.get(preposition, ()):
                    if noun.pos_ == "PROPN" and self._times.at(noun.idx) is None:
                        return self._place(noun)
        return None

    def _place(self, noun: Token) -> Place:
        place = self._places.at(noun.idx)
        if place is not None:
            return place
        mention = self._cast.covering(noun)
        if mention is not None:
            return Place(mention.start, mention.end, mention.text, mention.code)
        first = noun
        while first.i > 0 and first.nbor(-1).head == noun and first.nbor(-1).dep_ == "compound":
            first = first.nbor(-1)
        span = noun.doc[first.i : noun.i + 1]
        return Place(span.start_char, span.end_char, span.text)
