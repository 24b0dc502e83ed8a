"""Resolves pronouns that have one safe antecedent in the same sentence or the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from accord.extraction.actors.discourse_model import RECENT, DiscourseModel, Trace, governor, only
from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.extraction.parse.clauses import SUBJECTS
from accord.records import Entity
from accord.vocabulary.actor_shapes import ReferenceWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "xcomp", "csubj", "advcl", "relcl"})
_THINGS = frozenset({"state", "organisation", "institution", "group"})
_MANY = frozenset({"people", "group"})


class PronounReader:
    """Says what pronouns stand for."""

    def __init__(self, words: ReferenceWords) -> None:
        self._person = frozenset(words.singular_person)
        self._thing = frozenset(words.singular_thing)
        self._plural = frozenset(words.plural)
        self._thanking = words.thanking
        self._judging = words.judging
        self._empty_verbs = words.empty_verbs

    def pronouns(self, words: TokenLists, stretch: Stretch) -> list[int]:
        """The indices of the pronouns of a sentence."""
        return [
            at
            for at in range(stretch.start, stretch.end)
            if words.tags[at].startswith("PRP") and self.knows(words.lowers[at])
        ]

    def knows(self, word: str) -> bool:
        """Whether the word, in lower case, is a pronoun of the third person."""
        return word in self._person or word in self._thing or word in self._plural

    def antecedent(
        self, words: TokenLists, stretch: Stretch, at: int, memory: DiscourseModel
    ) -> Entity | None:
        """The entity that the pronoun at word `at` stands for, or None where that is not safe."""
        word, token, traces = words.lowers[at], words.token(at), memory.traces
        if word in self._person:
            opens = not any(words.token(k).dep_ in SUBJECTS for k in range(stretch.start, at))
            return _one_person(traces, stretch.index, opens=opens)
        if word in self._plural:
            same_only = self._has_subject_before(words, stretch, at, "S")
            return _those(traces, stretch.index, same_only=same_only)
        if word == "its" and not self._is_thanks(token):
            own = _clause_subject(traces, token, stretch.index)
            if own is not None:
                return own
        acted_on = word == "it" and token.dep_ in _OBJECTS
        if acted_on and actors_over(traces, token, stretch.index):
            return None  # "The ministry denied it": not the ministry
        if word == "it" and token.dep_ in SUBJECTS and self._is_empty(token.head):
            return None
        if word == "it" and self._is_judged(token):
            return None
        same_only = self._has_subject_before(words, stretch, at)
        return _one_thing(traces, stretch.index, same_only=same_only)

    def _has_subject_before(self, words: TokenLists, stretch: Stretch, at: int, ending: str = "") -> bool:
        """Whether a noun, in the plural where `ending` says so, is a subject before the word `at`."""
        return any(
            words.token(k).dep_ in SUBJECTS
            for k in range(stretch.start, at)
            if words.tags[k].startswith("NN") and words.tags[k].endswith(ending)
        )

    def _is_empty(self, verb: Token) -> bool:
        """Whether "it" as the subject of `verb` stands for nothing ("it is raining", "it seems that")."""
        if verb.lemma_ != "be":
            return verb.lemma_ in self._empty_verbs
        # "It was behind the bombing" speaks of somebody.
        parts = {child.dep_ for child in verb.children}
        return "prep" not in parts or not parts.isdisjoint(_COMPLEMENTS)

    def _is_thanks(self, token: Token) -> bool:
        """Whether "its" stands in what somebody is thanked or blamed for."""
        return any(word.lower_ == "for" and word.head.lemma_ in self._thanking for word in token.ancestors)

    def _is_judged(self, token: Token) -> bool:
        """Whether "it" is what somebody calls something ("called it blackmail")."""
        before = token.nbor(-1) if token.i else None
        return before is not None and before.lemma_.lower() in self._judging and before.pos_ == "VERB"


def _one_person(traces: Sequence[Trace], sentence: int, *, opens: bool) -> Entity | None:
    """The one person a singular pronoun can stand for.

    Of several in the sentence before, a pronoun that `opens` its own takes up the subject.
    """
    here = _antecedent(traces, sentence, _is_person, subjects_only=False, same_only=True)
    if here is not None or any(t.sentence == sentence and _is_person(t.entity) for t in traces[-RECENT:]):
        return here
    if opens:
        return _antecedent(traces, sentence, _is_person, subjects_only=False)
    return only(
        t.entity
        for t in traces[-RECENT:]
        if t.sentence == sentence - 1 and not t.place and not t.owner and _is_person(t.entity)
    )


def _clause_subject(traces: Sequence[Trace], token: Token, sentence: int) -> Entity | None:
    """The state, body or group that is the subject of the clause `token` stands in."""
    verb = token.head
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    for trace in reversed(traces[-RECENT:]):
        if trace.sentence == sentence and trace.head.dep_ in SUBJECTS and trace.head.head == verb:
            return trace.entity if not trace.owner and trace.entity.kind in _THINGS else None
    return None


def _one_thing(traces: Sequence[Trace], sentence: int, *, same_only: bool = False) -> Entity | None:
    """The one state, body or group that acts, which "it" can stand for."""
    return _antecedent(traces, sentence, lambda e: e.kind in _THINGS, subjects_only=True, same_only=same_only)


def _those(traces: Sequence[Trace], sentence: int, *, same_only: bool = False) -> Entity | None:
    """The one group or sort of people that "they" can stand for."""
    return _antecedent(traces, sentence, lambda e: e.kind in _MANY, subjects_only=False, same_only=same_only)


def actors_over(traces: Sequence[Trace], token: Token, sentence: int) -> set[str]:
    """The entities that are the subject of a verb that governs `token`."""
    governors = {ancestor.i for ancestor in token.ancestors}
    return {
        trace.entity.id
        for trace in traces[-RECENT:]
        if trace.sentence == sentence and trace.subject and governor(trace.head) in governors
    }


def _antecedent(
    traces: Sequence[Trace],
    sentence: int,
    fits: Callable[[Entity], bool],
    *,
    subjects_only: bool,
    same_only: bool = False,
) -> Entity | None:
    fitting = [t for t in traces[-RECENT:] if not t.place and fits(t.entity)]
    parts = {(t.sentence, t.head.i) for t in fitting if not t.owner}
    # In "Peru's ministry said that it", what acts is the ministry.
    recent = [t for t in fitting if not t.owner or (t.sentence, t.head.i) not in parts]
    for at in (sentence,) if same_only else (sentence, sentence - 1):
        here = [t for t in recent if t.sentence == at]
        subjects = [t for t in here if t.subject]
        if not subjects_only:
            one = only(t.entity for t in here if not t.owner)
            if one is not None:
                return one
        if subjects:
            return only(t.entity for t in subjects)
        if here and not subjects_only:
            return None
    return None


def _is_person(entity: Entity) -> bool:
    return entity.kind == "person"
