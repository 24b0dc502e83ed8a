"""What the readers of arguments share: the words, the grammar, and what the report's other stages found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import is_verb
from accord.extraction.parse.grammar import Grammar
from accord.extraction.propositions.phrases import clause, noun_phrase, trimmed
from accord.extraction.propositions.proposition_words import PropositionWords
from accord.extraction.propositions.surroundings import Surroundings
from accord.records import ArgumentRole

if TYPE_CHECKING:
    from spacy.tokens import Token


class Argument(Struct, frozen=True, gc=False):
    """An argument on its way to its record: its first token and its last."""

    role: ArgumentRole
    first: int
    last: int


class ArgumentContext(Struct, frozen=True):
    """What arguments of one report are read with."""

    words: PropositionWords
    grammar: Grammar
    around: Surroundings

    def phrase(self, role: ArgumentRole, noun: Token) -> Argument:
        """The noun phrase of `noun`, or the clause where it is a verb, in a role."""
        if is_verb(noun):
            return Argument(role, *clause(noun))
        return Argument(role, *noun_phrase(noun, self.around.is_time))

    def undergoing(self, noun: Token) -> Argument:
        """Whom or what it is done to."""
        return self.phrase("whom" if self.around.is_person(noun) else "what", noun)

    def bounded(self, role: ArgumentRole, preposition: Token, noun: Token) -> Argument:
        """A phrase with the preposition before it: "after the talks"."""
        found = self.phrase(role, noun)
        return Argument(role, min(preposition.i, found.first), found.last)

    def adjective(self, role: ArgumentRole, token: Token) -> Argument:
        """An adjective with what stands before it, and the adjectives joined to it."""
        last = max([token.i, *(c.i for c in token.children if c.dep_ == "conj" and not is_verb(c))])
        return Argument(role, *trimmed(token, token.left_edge.i, last))

    def complement(self, token: Token) -> Argument:
        """What is said of the subject of a clause without a verb, the subject left out."""
        first = max([token.left_edge.i, *(c.right_edge.i + 1 for c in token.children if c.dep_ == "nsubj")])
        return Argument("what", *trimmed(token, min(first, token.i), token.i))
