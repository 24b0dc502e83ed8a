"""Whether what a pattern of the lexicon asks for holds at a word of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.extraction.events.arguments.roles import Site
from accord.extraction.events.triggers.event_lexicon import EventLexicon, EventSense
from accord.extraction.parse.clauses import (
    children,
    complement,
    is_infinitive,
    is_negated,
    is_purpose,
    is_verb,
    lemma_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.parse.grammar import Grammar
    from accord.extraction.parse.grammar_words import EventWords

_ANY = frozenset({"*"})
_PARTITIVE_TAGS = frozenset({"CD", "JJS"})  # "most of its staff".
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_FAR = 80


class Facts:
    """What the senses of one word ask of its clause; each is read once, when first asked for."""

    def __init__(self, site: Site, lexicon: EventLexicon, senses: tuple[EventSense, ...]) -> None:
        self._own_site = site
        self.token = site.trigger
        self.grammar = site.grammar
        self._lexicon = lexicon
        self._senses = senses

    @cached_property
    def objects(self) -> tuple[Token, ...]:
        """Heads of what the word is done to."""
        return self.grammar.objects(self.token)

    @cached_property
    def site(self) -> Site:
        """Where the word looks for its arguments, with the noun that a pronoun of its object stands for."""
        if not self.objects or not is_verb(self.token):
            return self._own_site
        noun, wider = self.objects[0], self._lexicon.wider
        counts = lemma_of(noun) in self._lexicon.amounts
        if (
            not counts
            and lemma_of(noun) not in wider
            and _is_plural_pronoun(noun, self.grammar.words) is None
        ):
            return self._own_site
        wanted = frozenset().union(*(sense.objects for sense in self._senses))
        if counts:
            inner = [n for n in self.grammar.phrases(noun).get("of", ()) if lemma_of(n) in wanted]
            if inner:  # "lifted the bulk of its sanctions on".
                return replace(self._own_site, referent=inner[0])
        referent = stands_for(noun, wanted, wider, self.grammar.words)
        return self._own_site if referent is None else replace(self._own_site, referent=referent)

    @cached_property
    def heads(self) -> set[str]:
        """Lemmas the objects count as."""
        found = [*self.objects, *_bidden(self.token)]
        lemmas = {lemma for noun in found for lemma in self._heads(noun)}
        referent = self.site.referent
        if referent is not None:
            lemmas |= self._heads(referent)
            lemmas |= self._lexicon.wider.get(lemma_of(referent), frozenset())
        return lemmas

    @cached_property
    def doers(self) -> set[str]:
        """Lemmas of the subjects and of what stands before them."""
        return {lemma for noun in self.grammar.topics(self.token) for lemma in _titles(noun)}

    @cached_property
    def phrases(self) -> dict[str, list[Token]]:
        """The phrases of the word, of the verb that supports it, and of its objects."""
        found: dict[str, list[Token]] = {}
        places = [self.token, *([self.site.support] if self.site.support is not None else [])]
        if is_verb(self.token):
            places.extend(self.objects)
            if self.site.referent is not None:
                places.append(self.site.referent)
        for place in places:
            for preposition, nouns in self.grammar.phrases(place).items():
                found.setdefault(preposition, []).extend(nouns)
            for child in place.children:
                if child.dep_ == "prep" and children(child, "pcomp"):
                    found.setdefault(child.lower_, [])  # "suspects Riga of arming rebels".
        return found

    def _heads(self, noun: Token) -> set[str]:
        """Lemmas an object counts as: its head, and what it is an amount of."""
        lemmas = {lemma_of(noun)}
        if noun.pos_ == "PROPN":
            lemmas.add("@name")
        for child in noun.children:
            named = child.dep_ == "compound" and noun.pos_ == "PROPN" and child.text.istitle()
            if child.dep_ == "conj" or named:  # "Embassy Lima" is an embassy.
                lemmas.add(lemma_of(child))
        if any(c.text in self.grammar.words.currencies for c in noun.children):
            lemmas.add("dollar")
        if lemma_of(noun) in self._lexicon.amounts or noun.tag_ in _PARTITIVE_TAGS:
            for name in ("of", "in"):
                lemmas.update(lemma_of(inner) for inner in self.grammar.phrases(noun).get(name, ()))
        return lemmas


def stands_for(
    noun: Token, wanted: frozenset[str], wider: Mapping[str, frozenset[str]], words: EventWords
) -> Token | None:
    """The nearest noun before that a pronoun, or a wider word, may stand for, of those `wanted`.

    "It suspended most of them": the sanctions told of just before.
    """
    kinds = wider.get(lemma_of(noun), frozenset()) & wanted
    plural = _is_plural_pronoun(noun, words)
    if not kinds:
        if plural is None:
            return None
        kinds = wanted
    first = max(0, noun.sent.start - _FAR)
    for index in range(noun.i - 1, first - 1, -1):
        token = noun.doc[index]
        lemma = lemma_of(token)
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound":
            continue
        if lemma not in kinds and (plural is None or not wider.get(lemma, frozenset()) & kinds):
            continue
        if plural is None or plural == (token.tag_ in _PLURAL_TAGS or bool(children(token, "conj"))):
            return token
    return None


def _is_plural_pronoun(noun: Token, words: EventWords) -> bool | None:
    """Whether it is a pronoun for several things; None for what is no pronoun for things."""
    if noun.lower_ in words.singular_pronouns:
        return False
    if noun.lower_ in words.plural_pronouns:
        return True
    if lemma_of(noun) in words.remainders and not children(noun, "prep", "compound"):
        return True
    inner = [n for c in children(noun, "prep") if c.lower_ == "of" for n in children(c, "pobj")]
    return True if any(n.lower_ in words.plural_pronouns for n in inner) else None


def holds(sense: EventSense, facts: Facts, text: str) -> bool:
    """Whether a word has a sense in its sentence, whose text is in lower case."""
    token = facts.token
    if sense.phrases and not any(phrase in text for phrase in sense.phrases):
        return False
    if sense.unless and any(phrase in text for phrase in sense.unless):
        return False
    if sense.negated and not is_negated(token):
        return False
    if sense.bare and not _stands_bare(token, facts.grammar):
        return False
    if sense.modifiers and not any(lemma_of(c) in sense.modifiers for c in token.children):
        return False
    if sense.objects == _ANY:
        if not facts.objects:
            return False
    elif sense.objects and sense.objects.isdisjoint(facts.heads):
        return False
    if sense.doers and sense.doers.isdisjoint(facts.doers):
        return False
    if sense.preposition and not _has_phrase(sense, facts):
        return False
    if sense.type.asks and _bids_purpose(sense.comp, token):
        return True
    return not sense.comp or _has_complement(sense.comp, token, facts.grammar.words)


def _stands_bare(token: Token, grammar: Grammar) -> bool:
    """Whether a verb has no object, or a noun only a definite article: "the removal"."""
    if is_verb(token):
        return not grammar.objects(token)
    if any(c.dep_ in {"poss", "compound", "amod", "relcl"} or c.lower_ == "of" for c in token.children):
        return False
    return any(c.dep_ == "det" and c.lower_ in grammar.words.definite for c in token.children)


def _bidden(verb: Token) -> list[Token]:
    """Who is to do what a verb bids: "ordered the consulate to close"."""
    clause = next((c for c in children(verb, "ccomp", "xcomp") if is_infinitive(c)), None)
    return children(clause, "nsubj") if clause is not None else []


def _titles(noun: Token) -> set[str]:
    """Lemmas of a noun and of what stands before it: "Foreign Minister Ruiz" is a minister."""
    beside = [c for c in noun.children if c.dep_ in {"compound", "appos", "nmod", "amod"}]
    name = {"@name"} if noun.pos_ == "PROPN" else set()
    return (
        name
        | {lemma_of(t) for t in [noun, *beside]}
        | {lemma_of(c) for t in beside for c in t.children if c.dep_ == "compound"}
    )


def _has_phrase(sense: EventSense, facts: Facts) -> bool:
    nouns = facts.phrases.get(sense.preposition)
    if nouns is None:
        return False
    return not sense.prep_nouns or any(lemma_of(noun) in sense.prep_nouns for noun in nouns)


def _has_complement(kind: str, verb: Token, words: EventWords) -> bool:
    clause = complement(verb)
    if clause is None or kind == "not":
        return clause is None and kind == "not"
    if kind == "to":
        return is_infinitive(clause)
    if kind == "must":
        return clause.dep_ == "ccomp" and (_is_bid(clause, words) or _is_subjunctive(clause))
    if kind == "will":
        return any(c.lower_ in words.futures for c in clause.children if c.dep_ == "aux")
    if kind == "ing":
        return clause.tag_ == "VBG"
    if kind == "that":
        return clause.dep_ == "ccomp" and not is_infinitive(clause)
    return True


def _bids_purpose(kind: str, verb: Token) -> bool:
    """Whether the parse takes what is asked for a purpose: "exhorted all parties to abide by it"."""
    if kind not in {"to", "any"} or complement(verb) is not None:
        return False
    return any(is_purpose(c) and c.i > verb.i for c in verb.children)


def _is_bid(clause: Token, words: EventWords) -> bool:
    return any(c.lower_ in words.obligations for c in clause.children if c.dep_ == "aux")


def _is_subjunctive(clause: Token) -> bool:
    """Whether a clause bids with the bare verb: "insisted that Riga pull out"."""
    marked = any(c.dep_ == "mark" for c in clause.children)
    return marked and clause.tag_ == "VB" and not any(c.dep_ == "aux" for c in clause.children)
