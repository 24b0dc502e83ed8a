"""On whose decision an event came about: "approved by the president", "on the orders of the king"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extract.events.arguments import ArgumentReader
from accord.extract.events.clauses import is_passive, lemma_of, phrases
from accord.extract.events.grammar import subjects, topics
from accord.extract.events.merge import Draft
from accord.extract.events.qualifiers import QualifierFile
from accord.records import Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_DEFINITE = frozenset({"the", "this", "that"})
_SOURCES = ("of", "from", "by")


class DecisionReader(Struct, frozen=True):
    """Finds who decided; a sentence about "the move" speaks of the last event told before it."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]
    following: frozenset[str]
    anaphors: frozenset[str]

    @classmethod
    def of(cls, file: QualifierFile) -> DecisionReader:
        """Take the words from qualifiers.json."""
        return cls(
            verbs=frozenset(file.decision_verbs.split()),
            nouns=frozenset(file.decision_nouns.split()),
            prepositions=frozenset(file.decision_prepositions.split()),
            following=frozenset(file.following.split()),
            anaphors=frozenset(file.anaphors.split()),
        )

    def attach(
        self, drafts: list[Draft], span: Span, reader: ArgumentReader, last: Draft | None
    ) -> Draft | None:
        """Add decisions of a sentence to its `drafts`, or to `last` where it speaks of "the move".

        Returns `last`, with what the sentence adds to it.
        """
        for at, draft in enumerate(drafts):
            found = self._phrases(draft.trigger.token, reader)
            if found:
                drafts[at] = replace(draft, decisions=(*draft.decisions, *found))
        if last is None or any(d.trigger.token.dep_ == "ROOT" for d in drafts):
            return last
        found = self._said_of_the_move(span, reader)
        return replace(last, decisions=(*last.decisions, *found)) if found else last

    def _phrases(self, verb: Token, reader: ArgumentReader) -> tuple[Qualifier, ...]:
        """Phrases beside a trigger: "on the recommendation of the minister"."""
        found: list[Qualifier] = []
        for preposition, nouns in phrases(verb).items():
            if preposition in self.prepositions:
                found.extend(q for noun in nouns for q in self._from_noun(noun, reader))
        return tuple(found)

    def _from_noun(self, noun: Token, reader: ArgumentReader) -> list[Qualifier]:
        if lemma_of(noun) not in self.nouns:
            return []
        inside = phrases(noun)
        sources = [n for name in _SOURCES for n in inside.get(name, ())]
        sources.extend(c for c in noun.children if c.dep_ == "poss")
        if not any(reader.mentions(source) for source in sources):
            return []
        right = max([noun.i, *(s.right_edge.i for s in sources)])
        return [_decision(noun.doc, noun.left_edge.i, right)]

    def _said_of_the_move(self, span: Span, reader: ArgumentReader) -> tuple[Qualifier, ...]:
        found: list[Qualifier] = []
        for verb in span:
            if verb.pos_ != "VERB" or not self._is_about_the_move(verb):
                continue
            lemma = lemma_of(verb)
            if lemma in self.verbs and is_passive(verb):
                agents = subjects(verb)
                if any(reader.mentions(agent) for agent in agents):
                    found.append(_decision(verb.doc, verb.i, max(a.right_edge.i for a in agents)))
            elif lemma in self.following:
                for child in verb.children:
                    if child.dep_ == "dobj":
                        found.extend(self._from_noun(child, reader))
                found.extend(self._phrases(verb, reader))
        return tuple(found)

    def _is_about_the_move(self, verb: Token) -> bool:
        return any(
            lemma_of(noun) in self.anaphors and any(c.lower_ in _DEFINITE for c in noun.children)
            for noun in topics(verb)
        )


def _decision(doc: Doc, first: int, last: int) -> Qualifier:
    span = doc[first : last + 1]
    text = re.sub(r"[\s,.;:]+$", "", span.text)
    return Qualifier("decision", " ".join(text.split()), span.start_char, span.start_char + len(text), text)
