"""When an event was that a report takes up again: "the removal" is of the day its removing was told with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.extract.parsed import Parsed
from accord.extract.times.tokens import token_at
from accord.records import WITNESS_KINDS, Event, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset({"asserted", "reported"})
_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_POINTING = frozenset({"the", "this", "that"})


def recalled(parsed: Parsed, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, those without a time given that of the earlier mention which they point back to.

    Only a noun that points ("the visit", "this recognition") is taken for a happening told before,
    and only where all earlier mentions that it can mean have one and the same time.
    """
    told: list[Event] = []
    found: list[Event] = []
    for event in events:
        one = event
        if _has_happened(event):
            if event.time is None and _points_back(parsed, event):
                time = _time_of_all(event, told)
                one = event if time is None else replace(event, time=time, recalled=True)
            if parsed.sentences[event.sentence].kind in WITNESS_KINDS:
                told.append(one)
        found.append(one)
    return tuple(found)


def _has_happened(event: Event) -> bool:
    return event.polarity == "positive" and event.factuality in _TOLD and event.within is None


def _points_back(parsed: Parsed, event: Event) -> bool:
    noun = token_at(parsed.doc, event.end - 1)
    if not noun.tag_.startswith("NN") or not any(_is_pointing(child) for child in noun.lefts):
        return False
    # "The establishment of relations" says what it is of, and may be told for the first time.
    return bool(_parties(event)) or not any(child.lower_ == "of" for child in noun.rights)


def _is_pointing(word: Token) -> bool:
    return word.dep_ == "poss" or (word.dep_ == "det" and word.lower_ in _POINTING)


def _time_of_all(event: Event, told: Sequence[Event]) -> Time | None:
    """The one time of all earlier mentions of such an event between such parties."""
    alike = [other for other in told if _is_alike(event, other)]
    times = [other.time for other in alike if other.time is not None]
    dated = {(time.value, time.edtf) for time in times}
    if len(dated) != 1 or times[0].value in _VAGUE:
        return None
    return times[0]


def _is_alike(event: Event, other: Event) -> bool:
    same = event.act == other.act if event.act else (event.type, event.lemma) == (other.type, other.lemma)
    return same and _parties(event) <= _parties(other)


def _parties(event: Event) -> frozenset[str]:
    return frozenset(mention.actor for mention in (*event.actors, *event.recipients))
