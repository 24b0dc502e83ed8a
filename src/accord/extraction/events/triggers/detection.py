"""Which words of a sentence trigger which sense, and which only lead up to an event or rank its doer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.arguments.roles import Site
from accord.extraction.events.triggers.event_lexicon import EventLexicon, EventSense
from accord.extraction.events.triggers.pattern_match import Facts, holds
from accord.extraction.parse.clauses import (
    UNDERGOERS,
    children,
    describes_object,
    governs_head,
    is_infinitive,
    is_verb,
    lemma_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from accord.extraction.events.modality.cues import ModalityWords
    from accord.extraction.parse.grammar import Grammar
    from accord.extraction.parse.grammar_words import EventWords
    from accord.vocabulary.event_types import Codings

_CONTAINER_STEPS = 3
_ANY = frozenset({"*"})
_BESIDE = frozenset({"aux", "auxpass", "amod", "compound"})
_PREDICATED = frozenset({"acomp", "oprd", "conj"})


class Trigger(Struct, frozen=True):
    """A word, the sense it has here, and where it looks for its arguments.

    `others` are the senses it may have instead, where the first wants sides that are not named.
    """

    token: Token
    sense: EventSense
    site: Site
    others: tuple[EventSense, ...] = ()

    @property
    def grammar(self) -> Grammar:
        """What reads the clauses around it."""
        return self.site.grammar

    @property
    def object_nouns(self) -> tuple[Token, ...]:
        """Nouns that are part of the trigger: the "talks" of "held talks"."""
        own = self.sense.objects and self.sense.objects != _ANY
        return self.grammar.objects(self.token) if own and is_verb(self.token) else ()


class TriggerFinder(Struct, frozen=True):
    """Finds the triggers of sentences."""

    lexicon: EventLexicon
    words: ModalityWords
    grammar: Grammar

    def find(self, span: Span) -> Iterator[Trigger]:
        """The triggers of a sentence, in order."""
        text = span.text.lower()
        for token in span:
            senses = self._senses(token)
            if senses:
                support = _support(token, self.words) if token.pos_ == "NOUN" else None
                facts = Facts(Site(token, self.grammar, support), self.lexicon, senses)
                held = tuple(s for s in senses if holds(s, facts, text))
                if held:
                    yield Trigger(token, held[0], facts.site, held[1:])

    def _senses(self, token: Token) -> tuple[EventSense, ...]:
        """What a word may tell, by its lemma; none where it only stands by another."""
        if is_verb(token):
            beside = token.dep_ in _BESIDE and not governs_head(token)
            return () if beside or describes_object(token) else self._verb_senses(token)
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            return self.lexicon.nouns.get(lemma_of(token), ())
        if token.pos_ == "ADJ" and token.dep_ in _PREDICATED:
            return self.lexicon.adjectives.get(lemma_of(token), ())
        return ()

    def _verb_senses(self, verb: Token) -> tuple[EventSense, ...]:
        lemma = lemma_of(verb)
        if verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "re":
            lemma = f"re{lemma}"  # "re-opened" is three tokens.
        particles = children(verb, "prt")
        beside = [c for c in verb.children if c.dep_ in {"advmod", "prep"} and self._is_particle(c, verb)]
        for particle in [*particles, *beside]:
            senses = self.lexicon.verbs.get(f"{lemma}_{particle.lower_}")
            if senses:
                if particle.dep_ != "prep":
                    return senses
                both = (*senses, *self.lexicon.verbs.get(lemma, ()))
                return tuple(sorted(both, key=lambda sense: -sense.specificity))
        senses = self.lexicon.verbs.get(lemma, ())
        # "beat back", "give up": with a particle of its own a verb means something else.
        return tuple(sense for sense in senses if sense.phrases) if particles else senses

    def _is_particle(self, word: Token, verb: Token) -> bool:
        """Whether it stands with a verb as particles do: "pulled out of", "kicked Peru out"."""
        return word.i == verb.i + 1 or (word.i > verb.i and word.lower_ in self.grammar.words.particles)


def _support(noun: Token, words: ModalityWords) -> Token | None:
    """The light verb that carries an event noun ("granted recognition", "took the step of a recall")."""
    token = noun
    for _ in range(_CONTAINER_STEPS):
        head = token.head
        if is_verb(head) and token.dep_ in UNDERGOERS:
            return head if lemma_of(head) in words.light else None
        if (
            token.dep_ == "pobj"
            and head.lower_ in words.container_prepositions
            and lemma_of(head.head) in words.containers
        ):
            token = head.head
            continue
        if token.dep_ == "conj":
            token = head
            continue
        return None
    return None


def ranked(found: Sequence[Trigger]) -> dict[int, Token]:
    """The noun that ranks the doer, by the position of the trigger that the same act is told with.

    Of two triggers of one sentence, where the second is the act of whoever the first made "the
    first to ...".
    """
    by_position = {trigger.token.i: trigger for trigger in found}
    nouns: dict[int, Token] = {}
    for trigger in found:
        noun = trigger.token.head
        if trigger.token.dep_ not in {"relcl", "acl"} or not is_infinitive(trigger.token):
            continue
        copula = noun.head
        if noun.dep_ not in {"attr", "oprd", "dobj"} or lemma_of(copula) not in trigger.grammar.words.copulas:
            continue
        first = by_position.get(copula.head.i) if copula.dep_ in {"advcl", "conj"} else None
        if first is not None and first.sense.act is not None and first.sense.act == trigger.sense.act:
            nouns[first.token.i] = noun
    return nouns


def restated(trigger: Trigger, nouns: dict[int, Token]) -> bool:
    """Whether the trigger only ranks a happening that the sentence tells with another word."""
    return trigger.token.dep_ in {"relcl", "acl"} and trigger.token.head in nouns.values()


def toward(trigger: Trigger, codings: Codings) -> tuple[Trigger, Token] | None:
    """The trigger as cooperation, and the verb that tells whether the steps were taken."""
    token = trigger.token
    if not is_verb(token) or not trigger.sense.type.cooperative:
        return None
    verb = _taking(token, trigger.grammar.words)
    if verb is None:
        return None
    step = codings.step
    sense = replace(trigger.sense, type=step.type, mode=step.mode, act=None, cameo=step.cameo, one=False)
    return replace(trigger, sense=sense), verb


def _taking(token: Token, words: EventWords) -> Token | None:
    """The verb of "took steps to", "made progress in restoring" above a trigger."""
    if is_infinitive(token):
        head = token.head
    elif token.dep_ == "pcomp" and token.head.lower_ in words.ahead:
        head = token.head.head
    else:
        return None
    verb = head.head if lemma_of(head) in words.steps and head.dep_ == "dobj" else head
    if not is_verb(verb) or lemma_of(verb) not in words.taking:
        return None
    own = [
        c
        for c in verb.children
        if c.dep_ == "dobj" and lemma_of(c) in words.steps and c.tag_ in {"NNS", "NN"}
    ]
    # One step is the deed itself: "took the step of recalling"; several lead up to it.
    return verb if any(c.tag_ == "NNS" or lemma_of(c) in words.progress for c in own) else None
