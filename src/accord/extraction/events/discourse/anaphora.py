"""What "the recognition", "the embargo", "the move" and "broke off relations" refer back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.arguments.parties import (
    FAR,
    family,
    keys,
)
from accord.extraction.events.merge import Draft
from accord.extraction.events.triggers.detection import Trigger
from accord.extraction.parse.clauses import (
    is_passive,
    is_verb,
    lemma_of,
    phrases,
)
from accord.extraction.parse.grammar import objects
from accord.vocabulary import PACKAGED

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.events.triggers.event_lexicon import Lexicon

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Acts on one standing matter, by the words their identifiers end with.
_MATTERS = ("relations", "sanctions", "mission")
# Acts between sides that may also be told of as a coming together, with nobody named.
_MEETINGS = frozenset({"talks", "visit", "attack"})
# Measures of one side against another.
_MEASURES = frozenset({
    "designate", "delist", "impose-sanctions", "ease-sanctions", "lift-sanctions", "freeze-assets",
    "release-assets",
})  # fmt: skip
# What one state can do alone, though it takes two to have it.
_ONE_SIDED = frozenset({"sever-relations", "interrupt-relations", "sign-treaty", "ratify-treaty"})
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those", "both"})
# Letters that a verb and its noun share: "declare" and "declaration".
_STEM = 5


class _File(Struct, frozen=True):
    deeds: str


class Deeds:
    """What nouns and pronouns take up of the deeds told before: "hailed the move", "condemned it"."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._nouns = lexicon.nouns
        self._any = frozenset(PACKAGED.read("en/events/event_roles.json", _File).deeds.split())

    def are(self, nouns: Sequence[Token]) -> bool:
        """Whether one of the nouns is for a deed."""
        return any(lemma_of(n) in self._any or lemma_of(n) in self._nouns for n in nouns)

    def event_of(self, noun: Token, own: frozenset[str], told: Sequence[Draft]) -> Draft | None:
        """The earlier event of others that a noun or a pronoun takes up."""
        lemma = lemma_of(noun)
        stem = lemma[:_STEM]
        generic = lemma in self._any or noun.lower_ in _PRONOUNS
        senses = self._nouns.get(lemma, ())
        families = {family(s.act) for s in senses if s.act is not None}
        types = {s.type for s in senses if s.act is None}
        nearest = None
        for earlier in reversed(told[-FAR:]):
            sense = earlier.trigger.sense
            if not earlier.actors or keys(earlier.actors) <= own or earlier.polarity == "negative":
                continue
            same = is_verb(earlier.trigger.token) and lemma_of(earlier.trigger.token)[:_STEM] == stem
            if family(sense.act) in families or sense.type in types or same:
                return earlier
            better = nearest is None or (sense.act is not None and nearest.trigger.sense.act is None)
            if better and earlier.factuality != "asked":
                nearest = earlier
        return nearest if generic else None


def resolved(drafts: list[Draft]) -> list[Draft]:
    """Fill unnamed sides from the nearest earlier event of the same kind; drop what stays empty."""
    known: dict[str, Draft] = {}
    matters: dict[str, Draft] = {}
    measure = _only_measure(drafts)
    kept: list[Draft] = []
    for draft in drafts:
        kind = family(draft.trigger.sense.act)
        if kind is None:
            kept.append(draft)
            continue
        matter = "relations" if kind == "recognise" else kind.rpartition("-")[2]
        draft = _filled(draft, known.get(kind))
        if matter in _MATTERS:
            draft = _in_matter(draft, matters.get(matter))
            draft = _of_measure(draft, measure)
            if draft.recipients or len(draft.actors) > 1:
                matters[matter] = draft
        if _is_empty(draft):
            continue
        if _is_whole(draft) and draft.polarity == "positive" and draft.factuality == "asserted":
            known[kind] = draft
        kept.append(draft)
    return kept


def _is_whole(draft: Draft) -> bool:
    """Whether a draft names whom another may be filled from."""
    return bool(draft.recipients) or (draft.trigger.sense.mutual and len(draft.actors) > 1)


def _is_empty(draft: Draft) -> bool:
    if draft.actors or draft.recipients:
        return half_told(draft) and not _stands_alone(draft)
    return not strikes_named(draft.trigger) and not identified(draft.trigger)


def half_told(draft: Draft) -> bool:
    """Whether a verb tells of one side only of what takes two: "broke off relations"."""
    sense = draft.trigger.sense
    return (
        sense.mutual
        and sense.act is not None
        and sense.act not in _MEETINGS
        and is_verb(draft.trigger.token)
        and len(draft.actors) == 1
        and not draft.recipients
        and draft.actors[0].code is not None
    )


def _stands_alone(draft: Draft) -> bool:
    """Whether an act can be told of with one side only."""
    return draft.trigger.sense.act in _ONE_SIDED


def _filled(draft: Draft, earlier: Draft | None) -> Draft:
    if earlier is None or (draft.actors and draft.recipients):
        return draft
    trigger = draft.trigger
    if not draft.actors and not draft.recipients:
        if strikes_named(trigger) or identified(trigger):
            return draft
        if draft.polarity == "negative":
            return replace(draft, recipients=earlier.recipients)
        # A definite noun takes for granted that the event happened.
        return replace(draft, actors=earlier.actors, recipients=earlier.recipients, presupposed=True)
    if draft.actors and not is_verb(trigger.token) and not trigger.sense.mutual:
        same = {m.code or m.actor for m in draft.actors} & {m.code or m.actor for m in earlier.actors}
        if same or draft.polarity == "negative":
            return replace(draft, recipients=earlier.recipients)
    return draft


def _in_matter(draft: Draft, earlier: Draft | None) -> Draft:
    """The draft with the other side of the relations, or of the sanctions, told of before."""
    if earlier is None or draft.recipients or not is_verb(draft.trigger.token):
        return draft
    before = (*earlier.actors, *earlier.recipients)
    if not draft.actors and draft.trigger.sense.mutual and identified(draft.trigger):
        return replace(draft, recipients=before)  # Who of the two did it is not told.
    if half_told(draft):
        own = {m.code for m in draft.actors}
        if own & {m.code for m in before}:
            return replace(draft, recipients=tuple(m for m in before if m.code not in own))
        return draft
    nouns = objects(draft.trigger.token)
    same = {lemma_of(n) for n in nouns} & {lemma_of(n) for n in objects(earlier.trigger.token)}
    if same and _is_of_known_sanctions(draft):
        return replace(draft, recipients=earlier.recipients)
    return draft


def _is_of_known_sanctions(draft: Draft) -> bool:
    """Whether "the embargo" is lifted or eased: which one, the reader is taken to know."""
    trigger = draft.trigger
    if trigger.sense.act not in {"ease-sanctions", "lift-sanctions"} or not is_verb(trigger.token):
        return False
    nouns = objects(trigger.token)
    return any(c.lower_ in _DEFINITE for n in nouns for c in n.children if c.dep_ == "det")


def _only_measure(drafts: list[Draft]) -> Draft | None:
    """A measure by one side against another, where all the measures of a report have the same sides."""
    found = [d for d in drafts if d.trigger.sense.act in _MEASURES and d.actors and d.recipients]
    sides = {(d.actors[0].code, d.recipients[0].code) for d in found}
    return found[0] if len(sides) == 1 and None not in next(iter(sides)) else None


def _of_measure(draft: Draft, measure: Draft | None) -> Draft:
    """The draft with the sides of the report's only measures, for sanctions told of as known.

    Who imposed them is who lifts them, or does not.
    """
    if measure is None or draft.recipients or not _is_of_known_sanctions(draft):
        return draft
    if draft.actors and draft.actors[0].code != measure.actors[0].code:
        return draft
    return replace(draft, actors=draft.actors or measure.actors, recipients=measure.recipients)


def identified(trigger: Trigger) -> bool:
    """Whether an act without sides is told by what is done to: "the embargo was lifted"."""
    sense, token = trigger.sense, trigger.token
    if sense.act is None or sense.act in _MEETINGS or not is_verb(token):
        return False
    if sense.bare:
        return any(c.dep_ == "nsubj" for c in token.children)
    if not sense.objects or not is_passive(token):
        return False
    return any(c.dep_ == "nsubjpass" for c in token.children)


def strikes_named(trigger: Trigger) -> bool:
    """Whether a noun names an attack on something that is no actor: "the attack on Fort Hill"."""
    if trigger.sense.act != "attack" or is_verb(trigger.token):
        return False
    return any(noun.pos_ == "PROPN" for noun in phrases(trigger.token).get("on", ()))


def refers(trigger: Trigger) -> bool:
    """Whether a noun without named sides is definite: "the recognition", "this visit".

    Not "the attack": a report of fighting tells of several, by either side.
    """
    if is_verb(trigger.token) or trigger.sense.act == "attack":
        return False
    return any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in trigger.token.children)
