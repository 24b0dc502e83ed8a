"""Which actors a noun phrase names: itself, whose it is, where it is, or who it is said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import antecedent, children, conjuncts, is_subject, is_verb, lemma_of
from accord.extraction.parse.parsed import Cover
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast
    from accord.extraction.parse.grammar import Grammar

_MODIFIERS = ("poss", "compound", "amod", "nmod", "npadvmod")
_INNER = (
    "of", "from", "in", "to", "for", "on", "like", "including", "against", "within", "between", "among", "as",
    "at",
)  # fmt: skip
_DEPTH = 4


class PhraseActors:
    """Finds the mentions of one report's cast that noun phrases name."""

    def __init__(self, cast: Cast, grammar: Grammar) -> None:
        self._cast = cast
        self._grammar = grammar
        self._places = Cover((place.start, place.end, place) for place in cast.places)

    def mentions(self, token: Token, depth: int = 0) -> list[ActorMention]:
        """Actors that a noun phrase names, its conjuncts included."""
        found: list[ActorMention] = []
        named = conjuncts(antecedent(token))
        if named[0] != token:  # "Oslo, which left, or Riga, which stayed": each clause has one.
            named = [noun for noun in named if noun.i < token.i]
        for noun in named:
            for mention in self._mention(noun, depth):
                if mention not in found:
                    found.append(mention)
        return found

    def _mention(self, noun: Token, depth: int) -> list[ActorMention]:
        covering = self._cast.covering(noun)
        if covering is not None:
            if _is_nobody(noun, covering, self._grammar.words.no_determiners):
                return []
            return [*self._sharing(noun, covering), covering, *self._joined_inside(noun, covering)]
        members = self._cast.members(noun)
        if members or depth > _DEPTH:
            return list(members)
        if noun.pos_ == "PRON":
            return self._spoken(noun, depth)
        return (
            self._placed(noun)
            or self._modifying(noun)
            or self._apposed(noun, depth)
            or self._identified(noun, depth)
            or self._inside(noun, depth)
        )

    def _sharing(self, noun: Token, mention: ActorMention) -> list[ActorMention]:
        """Who shares the noun of a mention: the first side of "Finnish and Danish envoys"."""
        for child in children(noun, "amod", "nmod", "compound"):
            first = self._cast.covering(child) if child.idx < mention.start else None
            if first is not None and any(
                mention.start <= c.idx < mention.end for c in children(child, "conj")
            ):
                return [first]
        if "/" not in mention.actor:
            return []
        beside = [self._cast.covering(c) for c in children(noun, *_MODIFIERS) if c.idx < mention.start]
        kind = mention.actor.rpartition("/")[2]
        return [m for m in beside if m is not None and m != mention and m.actor.rpartition("/")[2] == kind]

    def _joined_inside(self, noun: Token, mention: ActorMention) -> list[ActorMention]:
        """Who stands beside the last noun of a mention: Oman in "the presidents of Yemen and Oman"."""
        found: list[ActorMention] = []
        for inner in self._grammar.phrases(noun).get("of", ()):
            if inner.idx < mention.end:
                named = [self._cast.covering(c) for c in conjuncts(inner) if c.idx >= mention.end]
                found.extend(m for m in named if m is not None)
        return found

    def _placed(self, noun: Token) -> list[ActorMention]:
        """The state that a place lies in."""
        place = self._places.at(noun.idx)
        if place is None or place.code is None:
            return []
        return [ActorMention(place.start, place.end, place.text, place.code, place.code, form="metonym")]

    def _modifying(self, noun: Token) -> list[ActorMention]:
        """Whose the noun is: "Finnish troops", "Finland's envoy", "US and Finnish officials"."""
        # "his Finnish counterpart" is Finnish: a pronoun comes last.
        for child in sorted(children(noun, *_MODIFIERS), key=lambda c: c.tag_ == "PRP$"):
            if self._cast.covering(child) is not None:
                named = [self._cast.covering(c) for c in conjuncts(child)]
                return [m for m in named if m is not None]
        return []

    def _apposed(self, noun: Token, depth: int) -> list[ActorMention]:
        for child in children(noun, "appos"):
            inner = self._mention(child, depth + 1)
            if inner:
                return inner
        return []

    def _inside(self, noun: Token, depth: int) -> list[ActorMention]:
        """Actors in the phrases of a noun ("leaders in the party") and of its modifiers."""
        inside = self._grammar.phrases(noun)
        for preposition in _INNER:
            for inner_noun in inside.get(preposition, ()):
                inner = self.mentions(inner_noun, depth + 1)
                if inner:
                    return inner
        for child in children(noun, "acl"):
            # "a bomb planted by rebels"
            doers = self._grammar.subjects(child) if self._grammar.is_passive(child) else ()
            if lemma_of(child) in self._grammar.words.belonging:
                doers = tuple(self._grammar.phrases(child).get("to", ()))
            inner = [m for doer in doers for m in self.mentions(doer, depth + 1)]
            if inner:
                return inner
        for child in children(noun, *_MODIFIERS):
            if child.n_lefts or child.n_rights:
                inner = self._mention(child, depth + 1)
                if inner:
                    return inner
        return []

    def _spoken(self, pronoun: Token, depth: int) -> list[ActorMention]:
        """The speaker, for a pronoun that opens what is said ("Oslo said it would help")."""
        verb = pronoun.head
        if pronoun.lower_ not in self._grammar.words.speaking_pronouns or not is_subject(pronoun):
            return []
        while verb.dep_ in {"conj", "xcomp"} and is_verb(verb.head):
            verb = verb.head
        if verb.dep_ != "ccomp" or not is_verb(verb.head):
            return []
        if pronoun.i < verb.head.i and pronoun.lower_ not in self._grammar.words.first_person:
            return []  # Before who says it only "we" is the speaker: "We will close it, Oslo said."
        return [m for s in self._grammar.subjects(verb.head) for m in self.mentions(s, depth + 1)]

    def _identified(self, noun: Token, depth: int) -> list[ActorMention]:
        """Whom a predicate noun or an apposition is said of ("X, the first country to ...")."""
        verb: Token | None = None
        if noun.dep_ in {"attr", "oprd"}:
            verb = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
            verb = noun.head.head
        if verb is not None and is_verb(verb):
            return [m for s in self._grammar.subjects(verb) if s != noun for m in self.mentions(s, depth + 1)]
        if noun.dep_ == "appos":
            covering = self._cast.covering(noun.head)
            return [covering] if covering is not None else []
        return []


def _is_nobody(noun: Token, mention: ActorMention, determiners: frozenset[str]) -> bool:
    """Whether a noun names nobody in particular: "any ambassador", "no envoy"."""
    if mention.form not in {"title", "description"}:
        return False
    return any(c.dep_ == "det" and c.lower_ in determiners for c in noun.children)
