"""Whether an event is told as done, not done, planned, possible, asked for, or under a condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.events.modality.cues import ModalityWords
from accord.extraction.parse.clauses import (
    SUBJECTS,
    UNDERGOERS,
    children,
    is_infinitive,
    is_purpose,
    is_subject,
    is_verb,
    lemma_of,
)
from accord.extraction.parse.grammar import Grammar
from accord.records import Factuality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.parse.grammar_words import EventWords

_LIMIT = 12
_TENSED = frozenset({"VBZ", "VBP", "VBD", "MD"})
_QUANTIFIED = SUBJECTS | {"det", "agent", "dobj"}
_NO_FACT = SUBJECTS | {"npadvmod", "prep"}
_BESIDE = frozenset({"compound", "amod", "poss", "nmod", "appos"})

# The strongest reading wins where several stand above a trigger.
_STRENGTH: dict[Factuality, int] = {
    "asserted": 0, "reported": 1, "planned": 2, "ordered": 3, "asked": 4, "possible": 5, "conditional": 6,
    "denied": 7,
}  # fmt: skip

# What verbs and nouns may make of the event under them.
_EFFECTS: dict[str | None, Factuality] = {
    "planned": "planned", "asked": "asked", "ordered": "ordered", "possible": "possible", "denied": "denied",
}  # fmt: skip


@dataclass
class _FactualityState:
    factuality: Factuality = "asserted"
    negative: bool = False
    governor: Token | None = None

    def raise_to(self, factuality: Factuality, governor: Token | None = None) -> None:
        if _STRENGTH[factuality] > _STRENGTH[self.factuality]:
            self.factuality = factuality
            self.governor = governor if governor is not None else self.governor

    def take_in(self, effect: str | None, governor: Token) -> bool:
        """Take in what a word above makes of an event; False where it makes nothing of it."""
        if effect == "negative":
            self.negative = not self.negative
        elif effect in _EFFECTS:
            self.raise_to(_EFFECTS[effect], governor)
        else:
            return False
        return True


class FactualityReader(Struct, frozen=True):
    """Reads how events are told, from the words of their clause and of those above it."""

    words: ModalityWords
    grammar: Grammar

    def judge(self, trigger: Token) -> tuple[Factuality, Polarity, Token | None]:
        """Factuality and polarity of a trigger, and the word above it that decides, if there is one."""
        state = _FactualityState()
        token = trigger
        for _ in range(_LIMIT):
            self._read_clause(token, state)
            step = self._climb(token, state)
            if step is None:
                break
            token = step
        return state.factuality, "negative" if state.negative else "positive", state.governor

    def _read_clause(self, token: Token, state: _FactualityState) -> None:
        has_auxiliary = False
        if _is_yet_to(token):
            state.negative = not state.negative
        for child in token.children:
            label = child.dep_
            if label == "aux":
                has_auxiliary = True
                self._read_modal(token, child, state)
            elif label == "neg" or _is_nor(token, child, self.grammar.words):
                if not _only(child, self.words.merely):
                    state.negative = not state.negative
            elif (label == "advcl" and state.factuality == "planned" and self._is_condition(child)) or (
                label == "mark" and child.lower_ in self.words.conditions
            ):
                state.raise_to("conditional")
            elif label == "mark" and child.lower_ in self.words.to_come and _is_present(token):
                state.raise_to("planned")
            elif label == "advmod":
                self._read_adverb(child, state)
            elif label in _QUANTIFIED:
                self._read_quantifier(token, child, state)
        if token.tag_ == "VB" and token.dep_ == "conj" and is_verb(token.head) and not has_auxiliary:
            self._read_shared(token.head, state)

    def _is_denied(self, telling: Token) -> bool:
        """Whether a report or rumour is denied: "dismissed reports that", "the rumours are false"."""
        verb = telling.head
        if telling.dep_ in UNDERGOERS and lemma_of(verb) in self.words.dismissing:
            return True
        said = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
        return telling.dep_ == "nsubj" and any(c.lower_ in self.words.untrue for c in said)

    def _is_condition(self, clause: Token) -> bool:
        return any(c.dep_ == "mark" and c.lower_ in self.words.conditions for c in clause.children)

    def _read_modal(self, verb: Token, modal: Token, state: _FactualityState) -> None:
        effect = self.words.modals.get(modal.lower_)
        if modal.lower_ == "would" and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
            state.raise_to("conditional")  # "would have recognised it": it did not.
            return
        if modal.lower_ == "would" and verb.dep_ in {"ccomp", "conj"} and is_verb(verb.head):
            effect = "planned"  # The future of reported speech.
        if effect is not None:
            state.raise_to(effect)

    def _read_adverb(self, adverb: Token, state: _FactualityState) -> None:
        effect = self.words.adverbs.get(adverb.lower_)
        if adverb.lower_ == "longer" and any(c.lower_ == "no" for c in adverb.children):
            effect = "negative"
        if effect == "negative":
            state.negative = not state.negative
        elif effect is not None:
            state.raise_to("reported" if effect == "reported" else "possible")

    def _read_shared(self, verb: Token, state: _FactualityState) -> None:
        """The modal and the negation that "will not sign and ratify" shares with its second verb."""
        for child in verb.children:
            if child.dep_ == "aux":
                self._read_modal(verb, child, state)
            elif child.dep_ == "neg":
                state.negative = not state.negative

    def _read_quantifier(self, token: Token, child: Token, state: _FactualityState) -> None:
        if child.dep_ == "det":
            if child.lower_ in self.words.negative and token.pos_ == "NOUN":
                state.negative = not state.negative
            return
        if not is_verb(token):
            return
        heads = list(child.children) if child.dep_ == "agent" else [child]
        for head in heads:
            determiners = {c.lower_ for c in head.children if c.dep_ in {"det", "amod"}}
            if head.lower_ in self.words.negative or determiners & self.words.negative:
                state.negative = not state.negative

    def _climb(self, token: Token, state: _FactualityState) -> Token | None:
        """The next word up whose meaning bears on the trigger; None where the clause stands by itself."""
        head, label = token.head, token.dep_
        if head == token or label == "parataxis" or token.lower_ in self.words.past:
            return None
        if label == "relcl":
            return self._from_noun(token, head, state) if is_infinitive(token) else None
        if label == "advcl":
            return self._from_adverbial(token, head, state)
        if label == "conj":
            return head if head.pos_ == token.pos_ and not _is_finite(token) else None
        if label in {"prep", "agent"}:
            return self._from_phrase(token, head, state)
        return self._from_complement(token, head, state)

    def _from_phrase(self, preposition: Token, head: Token, state: _FactualityState) -> Token | None:
        if preposition.lower_ in self.words.condition_prepositions:
            state.negative = True
        if head.pos_ == "NOUN":
            return self._from_noun(preposition, head, state)
        if head.pos_ in {"ADJ", "ADV"} and head.lower_ in self.words.adjectives:
            return self._from_adjective(head, state)
        return self._governed(preposition, head, state) if is_verb(head) else head

    def _from_complement(self, token: Token, head: Token, state: _FactualityState) -> Token | None:
        if is_verb(head) and head.dep_ == "dobj" and lemma_of(head) in self.words.tellings:
            return self._from_noun(token, head, state)  # "rubbished reports that", which it takes for a verb.
        if is_verb(head):
            return self._governed(token, head, state)
        if head.pos_ == "ADJ":
            return self._from_adjective(head, state)
        if head.pos_ == "NOUN":
            return self._from_noun(token, head, state)
        return head if head.pos_ == "ADV" or token.dep_ in {"pobj", "pcomp", "attr", "acomp"} else None

    def _from_adverbial(self, token: Token, head: Token, state: _FactualityState) -> Token | None:
        if (
            token.tag_ == "VBG"
            and token.i <= head.i + 2
            and self.words.verbs.get(lemma_of(head)) == "negative"
        ):
            # "ruled out recognising it": the parse takes the object for an adverbial clause.
            return self._governed(token, head, state)
        if is_purpose(token):
            state.raise_to("planned", head)
        return None

    def _from_adjective(self, adjective: Token, state: _FactualityState) -> Token:
        effect = self.words.adjectives.get(adjective.lower_)
        if adjective.lower_ in self.words.doubting:
            state.negative = not state.negative
        if effect == "negative":
            state.negative = not state.negative  # "came close to expelling".
        elif effect is not None:
            state.raise_to("planned" if effect == "planned" else "possible", adjective)
        return adjective

    def _effect(self, verb: Token) -> str | None:
        """What a verb makes of the event under it: "call for" asks, "call off" undoes."""
        for child in verb.children:
            if child.dep_ == "prt":
                return self.words.verbs.get(
                    f"{lemma_of(verb)}_{child.lower_}", self.words.verbs.get(lemma_of(verb))
                )
        return self.words.verbs.get(lemma_of(verb))

    def _governed(self, token: Token, head: Token, state: _FactualityState) -> Token | None:
        """The verb above, where it bears on what is told under it; what it makes of that is taken in."""
        effect = self._effect(head)
        if token.pos_ == "ADP":
            if token.lower_ in self.words.through:
                if any(self.words.modals.get(c.lower_) == "possible" for c in children(head, "aux")):
                    state.raise_to("possible")  # "could win by attacking".
                return None
            aimed = token.lower_ == "at" and effect == "planned"
            if not aimed and token.lower_ not in self.words.bearing:
                return None
        elif token.dep_ in _NO_FACT:
            # An event as subject of a modal verb is no less a fact: "the recognition may help".
            return None
        if self._is_in_frame(token, head, effect, state) or state.take_in(effect, head):
            return head
        definite = self.grammar.words.definite_any
        if token.dep_ == "dobj" and lemma_of(head) not in self.words.light and _is_definite(token, definite):
            return None  # "failed to mention the attack": that it was not mentioned does not undo it.
        return head

    def _is_in_frame(self, token: Token, head: Token, effect: str | None, state: _FactualityState) -> bool:
        """Whether a verb and what is under it tell together what neither tells alone; that is taken in."""
        lemma = lemma_of(head)
        if lemma in self.words.hearsay and self.grammar.is_passive(head) and is_infinitive(token):
            state.raise_to("reported")  # "is said to have left".
        elif lemma in self.words.wishing and any(c.lower_ == "had" for c in token.children):
            state.raise_to("conditional")  # "wishes it had left": it did not.
        elif token.lower_ == "against" and effect == "asked":
            state.negative = not state.negative  # "warned it against leaving".
            state.raise_to("asked", head)
        elif lemma == "be" and is_infinitive(token) and not _is_yet_to(token):
            state.raise_to("planned", head)  # "are to meet".
        else:
            return False
        return True

    def _from_noun(self, token: Token, head: Token, state: _FactualityState) -> Token | None:
        if token.dep_ in _BESIDE:
            return None
        effect = self.words.nouns.get(lemma_of(head))
        if lemma_of(head) in self.words.tellings and token.dep_ in {"acl", "relcl", "ccomp"}:
            state.raise_to("denied" if self._is_denied(head) else "reported", head)
            return None
        if effect == "asked" and is_verb(head.head) and lemma_of(head.head) in self.words.granting:
            return head.head if head.dep_ in UNDERGOERS else None
        bears = state.take_in(effect, head) or lemma_of(head) in self.words.containers
        return head if bears else None


def _is_present(verb: Token) -> bool:
    """Whether a clause is in the present tense: "until an envoy is named"."""
    return any(
        t.tag_ in {"VBZ", "VBP"} and t.lower_ != "have" for t in (verb, *verb.children) if t.i <= verb.i
    )


def _is_nor(verb: Token, child: Token, words: EventWords) -> bool:
    """Whether a word before a verb's subject denies it: "Nor has Peru recalled its envoy"."""
    if child.dep_ == "preconj":
        return child.lower_ == "neither"
    return child.lower_ in words.nor and child.dep_ in {"cc", "advmod"} and child.i < verb.i


def _is_yet_to(token: Token) -> bool:
    """Whether a verb stands after "yet to": "has yet to lift the ban"."""
    marks = [c for c in token.children if c.tag_ == "TO" and 0 < c.i < token.i]
    return any(mark.nbor(-1).lower_ == "yet" for mark in marks)


def _only(negation: Token, merely: frozenset[str]) -> bool:
    """Whether "not" only opens "not only", "not merely", "not until"."""
    following = negation.nbor() if negation.i + 1 < len(negation.doc) else None
    return following is not None and following.lower_ in merely


def _is_finite(token: Token) -> bool:
    """Whether a joined clause has a subject or a tense of its own: "will go and has written"."""
    return any(is_subject(c) or c.tag_ in _TENSED for c in token.children if c.i < token.i)


def _is_definite(noun: Token, definite: frozenset[str]) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in definite) for c in noun.children)
