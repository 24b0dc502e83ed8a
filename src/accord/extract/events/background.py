"""What a report has told so far, and the sides that an event takes from it where its clause names one.

Sides are taken over only where one candidate is there: the doer of what is reacted to ("hailed the
move"), the other side of what the doer was last told of, or of relations spoken of ("its ties with").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extract.events.clauses import is_verb, lemma_of, phrases
from accord.extract.events.counterparts import (
    FAR,
    PROTEST,
    WITHIN,
    between_states,
    both,
    continued,
    distinct,
    family,
    is_towards,
    joint,
    key,
    keys,
    mediates,
    only_other,
    pair,
    partner,
    placed,
    recognised,
    shares_doer,
    taken_up,
)
from accord.extract.events.grammar import objects
from accord.extract.events.merge import Draft
from accord.extract.events.sides import stands
from accord.extract.events.words import event_words
from accord.records import ActorMention
from accord.vocabulary import read

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from accord.extract.actors.cast import Cast
    from accord.extract.events.arguments import ArgumentReader
    from accord.extract.events.lexicon import Lexicon

_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those", "both"})
# What is said of another's deed.
_REACTIONS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "AGREE", "THREATEN"})
# Types that take two states where they have no act.
_BILATERAL = frozenset({"SANCTION", "RETREAT", "ACCUSE", "THREATEN", "MOBILIZE", "COERCE"})
# Acts by which one state answers another.
_ANSWERS = frozenset({
    "recall-ambassador", "sever-relations", "interrupt-relations", "expel", "lower-mission", "attack",
})  # fmt: skip
_MATTER_PHRASES = ("with", "between")
_NEAR = 4
# Words of a label, and of a line.
_LABEL = 6
_LINE = 120
# Letters that a verb and its noun share: "declare" and "declaration".
_STEM = 5


class _File(Struct, frozen=True):
    deeds: str


class Background:
    """The events and the relations that one report has told of so far."""

    def __init__(self, lexicon: Lexicon, reader: ArgumentReader, cast: Cast) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._cast = cast
        self._deeds = frozenset(read("event_roles.json", _File).deeds.split())
        self._told: list[Draft] = []
        self._pairs: list[tuple[ActorMention, ...]] = []
        self._label: ActorMention | None = None
        self._label_end = 0

    @property
    def told(self) -> tuple[Draft, ...]:
        """The events told in the sentences before."""
        return tuple(self._told)

    def tell(self, drafts: Sequence[Draft]) -> None:
        """Take in what a sentence tells."""
        self._told.extend(drafts)

    def completed(self, drafts: Sequence[Draft], span: Span) -> list[Draft]:
        """The drafts of a sentence with their other sides; without those that still lack one."""
        self._note(span)
        self._read_label(span)
        full: list[Draft] = []
        for draft in drafts:
            here = [d for d in full if draft.trigger.sense.act is not None or shares_doer(draft, d)]
            whole = self._complete(draft, [*self._told, *here])
            if not whole.pending or stands(whole) or self._is_of_deed(whole):
                full.append(replace(whole, pending=False))
        return full

    def _labelled(self, draft: Draft) -> Draft:
        """The draft with the side that its line is labelled with: "Haiti: Canada reopened its embassy"."""
        label = self._label
        if label is None or draft.trigger.sense.act is None or draft.trigger.token.i >= self._label_end:
            return draft
        if key(label) in keys((*draft.actors, *draft.recipients)):
            return draft
        if draft.actors and not draft.recipients:
            return replace(draft, recipients=(label,))
        return draft if draft.actors else replace(draft, actors=(label,))

    def _read_label(self, span: Span) -> None:
        """Take in the name before a colon that opens a line of a list."""
        before = span.doc[max(0, span.start - 1) : span.start].text
        doc, first = span.doc, span.start
        while first < span.end and (doc[first].is_punct or doc[first].pos_ == "SYM"):
            first += 1
        if span.start >= self._label_end or "\n" in before:
            self._label = None
        colon = next((t for t in doc[first : min(span.end, first + _LABEL)] if t.text == ":"), None)
        if colon is None or colon.i + 1 >= span.end:
            return
        mentions = [m for m in self._cast.within(doc[first].idx, doc[colon.i].idx) if m.code is not None]
        if len(keys(mentions)) == 1 and mentions[0].start == doc[first].idx:
            self._label = mentions[0]
            line = doc[colon.i : colon.i + _LINE]
            self._label_end = next((t.i for t in line if "\n" in t.text), line.end)

    def _note(self, span: Span) -> None:
        """Note relations that are spoken of, with whom: "reviewed their ties with"."""
        for token in span:
            if token.pos_ == "NOUN" and lemma_of(token) in event_words().matters:
                found = phrases(token)
                for preposition in _MATTER_PHRASES:
                    mentions = [m for n in found.get(preposition, ()) for m in self._reader.mentions(n)]
                    if mentions:
                        self._pairs.append(tuple(m for m in mentions if m.code is not None))

    def _complete(self, draft: Draft, told: Sequence[Draft]) -> Draft:
        draft = placed(joint(between_states(self._labelled(draft), told), told), told)
        if draft.trigger.sense.type == "MOBILIZE" and keys(draft.actors) == keys(draft.recipients):
            # Where the troops stand at home says nothing of whom they face.
            return replace(draft, recipients=partner(keys(draft.actors), told) or draft.recipients)
        if draft.actors and not draft.recipients:
            if len(draft.actors) > 1 and draft.trigger.sense.mutual:
                return draft
            own = keys(draft.actors)
            others = (
                both(draft, own, told) or self._reacted_to(draft, own, told) or continued(draft, own, told)
            )
            if not others and family(draft.trigger.sense.act) in {"recognise", "withdraw-recognition"}:
                others = recognised(own, told)
            if not others and mediates(draft):
                others = pair(own, told)
            if not others and self._is_bilateral(draft) and len(own) == 1:
                others = self._counterpart(draft, own, told)
            if not others and len(own) == 1 and is_towards(draft) and self._may_be_of_other(draft):
                others = only_other(own, self._told) or partner(own, self._told[-_NEAR:])
            return replace(draft, recipients=others) if others else draft
        if not draft.actors and not draft.recipients:
            return taken_up(draft, told)
        if draft.recipients and not draft.actors and self._is_bilateral(draft):
            own = keys(draft.recipients)
            if len(own) == 1:
                return replace(draft, actors=partner(own, told))
        return draft

    def _is_bilateral(self, draft: Draft) -> bool:
        """Whether an event is one between two states, of which one is named."""
        sense = draft.trigger.sense
        named = (*draft.actors, *draft.recipients)
        if any(m.code is None for m in named) or not is_verb(draft.trigger.token):
            return False
        if sense.act is None:
            protests = sense.type != "ACCUSE" or sense.cameo == PROTEST
            told = draft.factuality in {"asserted", "reported"}
            return sense.type in _BILATERAL and protests and told and not sense.home
        return sense.act not in WITHIN

    def _reacted_to(
        self, draft: Draft, own: frozenset[str], told: Sequence[Draft]
    ) -> tuple[ActorMention, ...]:
        """The doers of what is praised, blamed or rejected: of "the strikes", of "the move"."""
        sense = draft.trigger.sense
        if sense.type not in _REACTIONS or not is_verb(draft.trigger.token):
            return ()
        for noun in objects(draft.trigger.token)[:1]:
            earlier = self._event_of(noun, own, told)
            if earlier is not None:
                sides = earlier.actors
                if earlier.trigger.sense.mutual:
                    sides = (*sides, *earlier.recipients)
                return distinct(m for m in sides if key(m) not in own)
        return ()

    def _may_be_of_other(self, draft: Draft) -> bool:
        """Whether nothing but the other side is left to be meant: not "denounced the weather"."""
        nouns = objects(draft.trigger.token)[:1]
        return not nouns or draft.trigger.sense.type == "REQUEST" or self._are_deeds(nouns)

    def _are_deeds(self, nouns: Sequence[Token]) -> bool:
        return any(lemma_of(n) in self._deeds or lemma_of(n) in self._lexicon.nouns for n in nouns)

    def _is_of_deed(self, draft: Draft) -> bool:
        """Whether a state is told to praise or blame what the report calls a deed, whoever did it."""
        if not is_towards(draft) or len(draft.actors) != 1 or draft.actors[0].code is None:
            return False
        return self._are_deeds(objects(draft.trigger.token)[:1])

    def _event_of(self, noun: Token, own: frozenset[str], told: Sequence[Draft]) -> Draft | None:
        """The earlier event of others that a noun or a pronoun takes up."""
        lemma = lemma_of(noun)
        stem = lemma[:_STEM]
        generic = lemma in self._deeds or noun.lower_ in _PRONOUNS
        senses = self._lexicon.nouns.get(lemma, ())
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

    @staticmethod
    def _is_several(draft: Draft) -> bool:
        """Whether missions are meant of which the text does not say where they are: "three missions"."""
        many = (draft.trigger.sense.act or "").endswith("-mission")
        return many and any(n.tag_ == "NNS" for n in objects(draft.trigger.token))

    def _counterpart(
        self, draft: Draft, own: frozenset[str], told: Sequence[Draft]
    ) -> tuple[ActorMention, ...]:
        """The other side of what the doer was last told of; else whom it answers."""
        if self._is_several(draft):
            return ()
        other = partner(own, told)
        if other:
            return other
        lasting = draft.trigger.sense.mutual or (draft.trigger.sense.act or "").endswith("-mission")
        for named in reversed(self._pairs if lasting else []):
            if len(keys(named)) == 1 and not keys(named) & own:
                return distinct(named)
        if draft.trigger.sense.act in _ANSWERS or draft.trigger.sense.type in {"ACCUSE", "THREATEN"}:
            for earlier in reversed(told[-FAR:]):
                sense = earlier.trigger.sense
                doers = keys(earlier.actors)
                if sense.act is not None and len(doers) == 1 and not doers & own:
                    return distinct(m for m in earlier.actors if m.code is not None)
        return ()
