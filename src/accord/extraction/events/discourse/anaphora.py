"""What "the recognition", "the embargo", "the move" and "broke off relations" refer back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.arguments.parties import FAR, keys
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.events.triggers.detection import Trigger
from accord.extraction.parse.clauses import is_verb, lemma_of
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.events.triggers.event_lexicon import EventLexicon, EventSense
    from accord.extraction.parse.grammar import Grammar

# Letters that a verb and its noun share: "declare" and "declaration".
_STEM = 5


class _DeedFile(Struct, frozen=True):
    deeds: str


class Deeds(Struct, frozen=True):
    """What nouns and pronouns take up of the deeds told before: "hailed the move", "condemned it".

    `nouns` are those that tell of an event, `generic` those for any deed.
    """

    nouns: Mapping[str, tuple[EventSense, ...]]
    generic: frozenset[str]
    anaphors: frozenset[str]

    @classmethod
    def load(cls, lexicon: EventLexicon, grammar: Grammar, vocabulary: Vocabulary = PACKAGED) -> Deeds:
        """Read event_roles.json."""
        file = vocabulary.read("en/events/event_roles.json", _DeedFile)
        return cls(lexicon.nouns, frozenset(file.deeds.split()), grammar.words.anaphors)

    def are(self, nouns: Sequence[Token]) -> bool:
        """Whether one of the nouns is for a deed."""
        return any(lemma_of(n) in self.generic or lemma_of(n) in self.nouns for n in nouns)

    def event_of(self, noun: Token, own: frozenset[str], told: Sequence[EventDraft]) -> EventDraft | None:
        """The earlier event of others that a noun or a pronoun takes up."""
        lemma = lemma_of(noun)
        senses = self.nouns.get(lemma, ())
        families = {s.family for s in senses if s.act is not None}
        types = {s.type.name for s in senses if s.act is None}
        nearest = None
        for earlier in reversed(told[-FAR:]):
            if not earlier.actors or keys(earlier.actors) <= own or earlier.polarity == "negative":
                continue
            sense = earlier.trigger.sense
            if sense.family in families or sense.type.name in types or _shares_stem(earlier, lemma):
                return earlier
            if earlier.factuality != "asked" and (nearest is None or _is_better(sense, nearest)):
                nearest = earlier
        return nearest if lemma in self.generic or noun.lower_ in self.anaphors else None


def _shares_stem(earlier: EventDraft, lemma: str) -> bool:
    """Whether an event was told of with the verb of a noun."""
    token = earlier.trigger.token
    return is_verb(token) and lemma_of(token)[:_STEM] == lemma[:_STEM]


def _is_better(sense: EventSense, nearest: EventDraft) -> bool:
    """Whether a farther event is rather meant than the nearest: it is an act, and that one is none."""
    return sense.act is not None and nearest.trigger.sense.act is None


def resolved(drafts: list[EventDraft]) -> list[EventDraft]:
    """Fill unnamed sides from the nearest earlier event of the same kind; drop what stays empty."""
    known: dict[str, EventDraft] = {}
    matters: dict[str, EventDraft] = {}
    measure = _only_measure(drafts)
    kept: list[EventDraft] = []
    for draft in drafts:
        act = draft.trigger.sense.act
        if act is None:
            kept.append(draft)
            continue
        draft = _filled(draft, known.get(act.family))
        if act.matter:
            draft = _in_matter(draft, matters.get(act.matter))
            draft = _of_measure(draft, measure)
            if draft.recipients or len(draft.actors) > 1:
                matters[act.matter] = draft
        if _is_empty(draft):
            continue
        if _is_whole(draft) and draft.polarity == "positive" and draft.factuality == "asserted":
            known[act.family] = draft
        kept.append(draft)
    return kept


def _is_whole(draft: EventDraft) -> bool:
    """Whether a draft names whom another may be filled from."""
    return bool(draft.recipients) or (draft.trigger.sense.mutual and len(draft.actors) > 1)


def _is_empty(draft: EventDraft) -> bool:
    if draft.actors or draft.recipients:
        return half_told(draft) and not _stands_alone(draft)
    return not strikes_named(draft.trigger) and not identified(draft.trigger)


def half_told(draft: EventDraft) -> bool:
    """Whether a verb tells of one side only of what takes two: "broke off relations"."""
    sense = draft.trigger.sense
    return (
        sense.mutual
        and sense.act is not None
        and not sense.act.encounter
        and is_verb(draft.trigger.token)
        and len(draft.actors) == 1
        and not draft.recipients
        and draft.actors[0].code is not None
    )


def _stands_alone(draft: EventDraft) -> bool:
    """Whether an act can be told of with one side only."""
    act = draft.trigger.sense.act
    return act is not None and act.one_sided


def _filled(draft: EventDraft, earlier: EventDraft | None) -> EventDraft:
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


def _in_matter(draft: EventDraft, earlier: EventDraft | None) -> EventDraft:
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
    grammar = draft.trigger.grammar
    nouns = grammar.objects(draft.trigger.token)
    same = {lemma_of(n) for n in nouns} & {lemma_of(n) for n in grammar.objects(earlier.trigger.token)}
    if same and _is_of_known_sanctions(draft):
        return replace(draft, recipients=earlier.recipients)
    return draft


def _is_of_known_sanctions(draft: EventDraft) -> bool:
    """Whether "the embargo" is lifted or eased: which one, the reader is taken to know."""
    trigger, act = draft.trigger, draft.trigger.sense.act
    if act is None or not act.relief or not is_verb(trigger.token):
        return False
    nouns, definite = trigger.grammar.objects(trigger.token), trigger.grammar.words.definite_any
    return any(c.lower_ in definite for n in nouns for c in n.children if c.dep_ == "det")


def _only_measure(drafts: list[EventDraft]) -> EventDraft | None:
    """A measure by one side against another, where all the measures of a report have the same sides."""
    found = [d for d in drafts if _is_measure(d.trigger.sense) and d.actors and d.recipients]
    sides = {(d.actors[0].code, d.recipients[0].code) for d in found}
    return found[0] if len(sides) == 1 and None not in next(iter(sides)) else None


def _is_measure(sense: EventSense) -> bool:
    return sense.act is not None and sense.act.measure


def _of_measure(draft: EventDraft, measure: EventDraft | None) -> EventDraft:
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
    if sense.act is None or sense.act.encounter or not is_verb(token):
        return False
    if sense.bare:
        return any(c.dep_ == "nsubj" for c in token.children)
    if not sense.objects or not trigger.grammar.is_passive(token):
        return False
    return any(c.dep_ == "nsubjpass" for c in token.children)


def strikes_named(trigger: Trigger) -> bool:
    """Whether a noun names an attack on something that is no actor: "the attack on Fort Hill"."""
    if not trigger.sense.is_strike or is_verb(trigger.token):
        return False
    return any(noun.pos_ == "PROPN" for noun in trigger.grammar.phrases(trigger.token).get("on", ()))


def refers(trigger: Trigger) -> bool:
    """Whether a noun without named sides is definite: "the recognition", "this visit".

    Not "the attack": a report of fighting tells of several, by either side.
    """
    if is_verb(trigger.token) or trigger.sense.is_strike:
        return False
    definite = trigger.grammar.words.definite_any
    return any(c.dep_ == "det" and c.lower_ in definite for c in trigger.token.children)
