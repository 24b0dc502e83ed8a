"""Resolves pronouns that have one safe antecedent in the same sentence or the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extract.actors import antecedents
from accord.extract.actors.memory import Memory
from accord.extract.actors.vocabularies import ReferenceWords
from accord.extract.actors.words import Stretch, Words
from accord.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "xcomp", "csubj", "advcl", "relcl"})
_THANKING = frozenset({"thank", "praise", "blame", "criticise", "criticize", "condemn", "punish", "fault"})
_JUDGING = frozenset({"call", "consider", "deem", "label", "brand", "find", "make", "keep"})
_EMPTY_VERBS = frozenset({"be", "seem", "appear", "take", "remain", "become", "look"})


def _is_empty(verb: Token) -> bool:
    """Whether "it" as the subject of `verb` stands for nothing ("it is raining", "it seems that")."""
    if verb.lemma_ != "be":
        return verb.lemma_ in _EMPTY_VERBS
    # "It was behind the bombing" speaks of somebody.
    parts = {child.dep_ for child in verb.children}
    return "prep" not in parts or not parts.isdisjoint(_COMPLEMENTS)


def _is_thanks(token: Token) -> bool:
    """Whether "its" stands in what somebody is thanked or blamed for."""
    return any(word.lower_ == "for" and word.head.lemma_ in _THANKING for word in token.ancestors)


def _is_judged(token: Token) -> bool:
    """Whether "it" is what somebody calls something ("called it blackmail")."""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.lemma_.lower() in _JUDGING and before.pos_ == "VERB"


class PronounReader:
    """Says what pronouns stand for."""

    def __init__(self, words: ReferenceWords) -> None:
        self._person = frozenset(words.singular_person)
        self._thing = frozenset(words.singular_thing)
        self._plural = frozenset(words.plural)

    def pronouns(self, words: Words, stretch: Stretch) -> list[int]:
        """The indices of the pronouns of a sentence."""
        return [
            at
            for at in range(stretch.start, stretch.end)
            if words.tags[at].startswith("PRP") and self.knows(words.lowers[at])
        ]

    def knows(self, word: str) -> bool:
        """Whether the word, in lower case, is a pronoun of the third person."""
        return word in self._person or word in self._thing or word in self._plural

    def antecedent(self, words: Words, stretch: Stretch, at: int, memory: Memory) -> Entity | None:
        """The entity that the pronoun at word `at` stands for, or None where that is not safe."""
        word, token, traces = words.lowers[at], words.token(at), memory.traces
        if word in self._person:
            opens = not any(words.token(k).dep_ in _SUBJECTS for k in range(stretch.start, at))
            return antecedents.person(traces, stretch.index, opens=opens)
        if word in self._plural:
            same_only = self._has_subject_before(words, stretch, at, "S")
            return antecedents.many(traces, stretch.index, same_only=same_only)
        if word == "its" and not _is_thanks(token):
            own = antecedents.clause_subject(traces, token, stretch.index)
            if own is not None:
                return own
        acted_on = word == "it" and token.dep_ in _OBJECTS
        if acted_on and antecedents.actors_over(traces, token, stretch.index):
            return None  # "The ministry denied it": not the ministry
        if word == "it" and token.dep_ in _SUBJECTS and _is_empty(token.head):
            return None
        if word == "it" and _is_judged(token):
            return None
        same_only = self._has_subject_before(words, stretch, at)
        return antecedents.thing(traces, stretch.index, same_only=same_only)

    def _has_subject_before(self, words: Words, stretch: Stretch, at: int, ending: str = "") -> bool:
        """Whether a noun, in the plural where `ending` says so, is a subject before the word `at`."""
        return any(
            words.token(k).dep_ in _SUBJECTS
            for k in range(stretch.start, at)
            if words.tags[k].startswith("NN") and words.tags[k].endswith(ending)
        )
