"""Which words of a sentence tell something: verbs, nouns of happening, copulas, appositions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import (
    children,
    describes_object,
    governs_head,
    is_infinitive,
    is_verb,
    lemma_of,
)
from accord.extraction.propositions.phrases import is_bare, trimmed
from accord.extraction.propositions.proposition_words import PropositionWords
from accord.extraction.propositions.surroundings import Surroundings
from accord.records import PropositionForm

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELPING = frozenset({"aux", "auxpass", "compound", "prep", "mark", "punct", "case", "nmod", "det"})
SAID_OF = frozenset({"attr", "acomp", "oprd"})
"""How what is said of a subject or an object stands under its verb."""

_OWN = frozenset({"poss", "prep", "acl"})
_BESIDE = frozenset({"amod", "compound", "nmod", "nummod", "npadvmod"})
_SETTING_OFF = frozenset({",", "-", "–", "—", "("})


class Predicate(Struct, frozen=True, gc=False):
    """A word that tells something: the `noun` of a light verb and a particle are `parts` of it too."""

    word: Token
    form: PropositionForm
    parts: tuple[Token, ...]
    noun: Token | None = None

    @property
    def first(self) -> int:
        """The first token of its words."""
        return min(part.i for part in self.parts)

    @property
    def last(self) -> int:
        """The last token of its words."""
        return max(part.i for part in self.parts)


class PredicateFinder(Struct, frozen=True):
    """Finds the predicates of sentences."""

    words: PropositionWords
    around: Surroundings

    def find(self, sentence: Iterable[Token]) -> Iterator[Predicate]:
        """The predicates of a sentence, in the order of their words."""
        carried: set[int] = set()
        for token in sentence:
            if is_verb(token):
                found = self._verb(token)
                if found is not None:
                    if found.noun is not None:
                        carried.add(found.noun.i)
                    yield found
            elif token.dep_ == "appos":
                if self._is_description(token):
                    yield Predicate(token, "apposition", _description(token))
            elif token.pos_ == "NOUN" and token.i not in carried and self._happens(token):
                yield Predicate(token, "noun", (token,))

    def _verb(self, verb: Token) -> Predicate | None:
        if (
            not verb.text[0].isalpha()
            or verb.dep_ in _HELPING
            or (verb.dep_ == "amod" and not governs_head(verb))
        ):
            return None
        if describes_object(verb):
            return None
        lemma = lemma_of(verb)
        if lemma in self.words.lifting and self._only_helps(verb, lemma):
            return None
        if lemma in self.words.file.linking and self._links(verb, lemma):
            return Predicate(verb, "copula", (verb,))
        particle = next((c for c in verb.children if c.dep_ == "prt"), None)
        noun = self._carried(verb, lemma, particle)
        parts = tuple(part for part in (verb, particle, noun) if part is not None)
        return Predicate(verb, "verb" if noun is None else "light verb", parts, noun)

    def _only_helps(self, verb: Token, lemma: str) -> bool:
        """Whether nothing but the infinitive behind it tells: "is going to leave", "are to meet"."""
        file = self.words.file
        adjectives = [c for c in children(verb, "acomp") if c.lower_ in file.leading]
        led = [c for holder in (verb, *adjectives) for c in children(holder, "xcomp") if c.i > verb.i]
        if not any(is_infinitive(clause) for clause in led):
            return False
        if adjectives:
            return lemma in file.linking
        if lemma in file.led_verbs:
            return bool(children(verb, "auxpass"))
        if lemma not in file.auxiliaries:
            return bool(children(verb, "prt")) and lemma in file.linking  # "turned out to be".
        if lemma == "go":
            return verb.tag_ == "VBG" and bool(children(verb, "aux"))
        return not children(verb, "dobj", "attr", "acomp", "prep")

    def _links(self, verb: Token, lemma: str) -> bool:
        if lemma == "be" or any(c.dep_ in SAID_OF for c in verb.children):
            return True
        return lemma in self.words.file.staying and any(
            self.around.is_state(noun)
            for phrase in children(verb, "prep")
            for noun in children(phrase, "pobj")
        )

    def _carried(self, verb: Token, lemma: str, particle: Token | None) -> Token | None:
        """The noun that a light verb tells something with."""
        key = lemma if particle is None else f"{lemma}_{particle.lower_}"
        nouns = self.words.file.light_nouns.get(key)
        if nouns is None:
            return None
        for child in verb.children:
            if child.dep_ in {"dobj", "nsubjpass"} and lemma_of(child) in nouns:
                return child
        return None

    def _is_carried(self, noun: Token) -> bool:
        """Whether a light verb behind it tells it: "talks were held"."""
        found = self._verb(noun.head) if is_verb(noun.head) else None
        return found is not None and found.noun is noun

    def _happens(self, noun: Token) -> bool:
        """Whether a noun tells of a happening, with something of its own."""
        if noun.dep_ in {"compound", "nmod"} or lemma_of(noun) not in self.words.happenings:
            return False
        if noun.dep_ == "nsubjpass" and self._is_carried(noun):
            return False
        return any(
            (c.dep_ in _OWN and (c.dep_ != "acl" or is_infinitive(c)))
            or (c.dep_ in _BESIDE and self._is_known(c))
            for c in noun.children
        )

    def _is_known(self, modifier: Token) -> bool:
        """Whether what stands before a noun tells when, where or whose it is: "the 2019 Russian attack"."""
        return self.around.is_time(modifier) or modifier.text[:1].isupper()

    def _is_description(self, noun: Token) -> bool:
        """Whether an apposition says who somebody is, or how old."""
        before = noun.left_edge.i - 1
        if before < 0 or noun.doc[before].text not in _SETTING_OFF:
            return False
        if self.around.is_time(noun) or not noun.text[0].isalnum():
            return False
        if noun.pos_ == "NUM":
            return noun.head.pos_ == "PROPN"
        if noun.pos_ == "PROPN" and noun.head.pos_ == "PROPN" and is_bare(noun):
            return False  # "Bergen, Norway" and "the Coastal Union (CU)" say of nobody who they are.
        return noun.pos_ in {"NOUN", "PROPN", "ADJ"} and noun.head.pos_ in {"NOUN", "PROPN", "PRON"}


def _description(noun: Token) -> tuple[Token, ...]:
    """The words of an apposition: from the first one before its noun to the end of its "of" phrase."""
    first, _ = trimmed(noun, noun.left_edge.i, noun.i)
    whose = [c for phrase in noun.children if phrase.lower_ == "of" for c in children(phrase, "pobj")]
    return (noun, *((noun.doc[first],) if first != noun.i else ()), *whose[:1])
