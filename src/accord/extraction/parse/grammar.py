"""Who does what in a dependency parse: the subjects, objects and phrases of a predicate.

The grammar follows control, conjunction, relative clauses, participles and passives, so that the
subject of "to recognise" in "becoming the first country to recognise it" can be asked for.
Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import (
    COMPLEMENTS,
    RELATIVE_TAGS,
    SUBJECTS,
    antecedent,
    children,
    describes_object,
    governs_head,
    is_subject,
    is_verb,
    lemma_of,
    own_subject,
)
from accord.extraction.parse.grammar_words import EventWords
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIMIT = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PHRASES = frozenset({"prep", "dative", "agent"})
_PASSIVE = frozenset({"auxpass", "nsubjpass"})
_PREDICATES = frozenset({"oprd", "acomp", "ccomp"})


class Grammar(Struct, frozen=True):
    """Reads clauses; it is loaded once and passed to whatever asks about them."""

    words: EventWords

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Grammar:
        """Read the words that the grammar asks after.

        Raises:
            VocabularyError: their file is broken.
        """
        return cls(EventWords.load(vocabulary))

    def is_passive(self, verb: Token) -> bool:
        """Whether the verb is in the passive, with or without its auxiliary."""
        for child in verb.children:
            if child.dep_ in _PASSIVE:
                return True
        if verb.tag_ in {"VBN", "VBD"} and any(
            c.dep_ == "agent" and not self._is_means(c) for c in verb.children
        ):
            return True  # "people held hostage by rebels": with an object of its own all the same.
        if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "dobj", "nsubj"} for c in verb.children):
            return False
        if verb.dep_ == "conj" and is_verb(verb.head):
            return self.is_passive(verb.head)
        return verb.dep_ in {"acl", "advcl", "relcl", "amod", "ROOT", "xcomp", "ccomp", "pobj"}

    def _is_means(self, phrase: Token) -> bool:
        """Whether a "by" phrase tells how, not by whom: "conferred by telephone"."""
        return any(c.dep_ == "pobj" and c.lower_ in self.words.means for c in phrase.children)

    def misread_objects(self, verb: Token) -> list[Token]:
        """Objects that the parse takes for something else: "returned looted gold", "moved troops closer"."""
        found = [noun for c in verb.children if describes_object(c) for noun in children(c, "dobj")]
        for child in verb.children:
            if (
                child.dep_ == "npadvmod"
                and child.tag_ == "NNS"
                and child.i > verb.i
                and lemma_of(child) not in self.words.spans
            ):
                found.append(child)
            elif child.dep_ == "oprd" and child.lower_ in self.words.homeward:
                found.extend(children(child, "compound"))  # "called its envoy home".
            elif child.dep_ == "prt" or (
                child.dep_ == "prep" and child.lower_ in self.words.misread_particles
            ):
                found.extend(children(child, "pobj"))  # "voted down the terms".
        return found

    def _homeward(self, noun: Token) -> Token:
        """The envoy of "called its envoy home", which the parse takes for a part of "home"."""
        if noun.lower_ not in self.words.homeward:
            return noun
        return next((c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1), noun)

    def phrases(self, token: Token) -> dict[str, list[Token]]:
        """Prepositional phrases of a token: preposition in lower case to the heads of its nouns."""
        found: dict[str, list[Token]] = {}
        hosts = [token]
        if is_verb(token):
            # "kept the embassy open in Quito": the phrase hangs on the adjective.
            hosts.extend(c for c in token.children if c.dep_ in _PREDICATES and not is_verb(c))
            # "moved closer to the border", "pushed deep into Quito": on the adverb.
            hosts.extend(c for c in token.children if c.dep_ == "advmod" and c.i > token.i)
        for host in hosts:
            for phrase in host.children:
                if phrase.dep_ in _PHRASES:
                    for preposition, noun in self._nouns(phrase):
                        found.setdefault(preposition, []).append(noun)
        return found

    def _nouns(self, phrase: Token) -> Iterator[tuple[str, Token]]:
        for child in phrase.children:
            if child.dep_ == "pobj":
                yield phrase.lower_, child
                if child.lower_ in self.words.calls:  # "spoke by telephone with".
                    for inner in children(child, "prep"):
                        yield from self._nouns(inner)
            elif child.dep_ in {"prep", "pcomp"} and child.pos_ == "ADP":
                yield from self._nouns(child)

    def subjects(self, verb: Token, depth: int = 0) -> tuple[Token, ...]:
        """Heads of the phrases that name who does it; empty if nobody is named."""
        if governs_head(verb):
            return tuple(own_subject(verb))
        if self.is_passive(verb):
            return self._agents(verb)
        own = _with_auxiliaries(verb, "nsubj", "csubj", "expl")
        if own:
            return tuple(self.none_of(antecedent(token)) for token in own if token.dep_ == "nsubj")
        beside = _joined_beside(verb)
        if beside is not None:
            return (beside,)
        owners = children(verb, "poss") if verb.tag_ == "VBG" else []
        if owners:
            return tuple(owners)
        return self._governing_subjects(verb, depth)

    def none_of(self, noun: Token) -> Token:
        """Whom "none" or "neither" is of, where the clause before names several; else the noun itself.

        "Peru and Chile have sent envoys, but neither has opened an embassy": neither of Peru and Chile.
        """
        if noun.lower_ not in self.words.nobody or any(c.dep_ == "prep" for c in noun.children):
            return noun
        verb = noun.head
        before = [c for c in children(verb, "advcl", "ccomp", "parataxis") if c.i < noun.i and is_verb(c)]
        if verb.dep_ in {"conj", "ccomp"} and is_verb(verb.head) and verb.head.i < noun.i:
            before.append(verb.head)
        if noun.i == noun.sent.start and noun.i:
            before.append(noun.doc[noun.i - 1].sent.root)
        for clause in before:
            for told in children(clause, *SUBJECTS):
                if told.tag_ in {"NNS", "NNPS"} or children(told, "conj"):
                    return told
        return noun

    def _agents(self, verb: Token) -> tuple[Token, ...]:
        agents = [n for phrase in verb.children if phrase.dep_ == "agent" for n in children(phrase, "pobj")]
        if agents:
            return tuple(agents)
        own = self.phrases(verb)
        if "by" in own:
            return tuple(own["by"])
        # "was removed from the list by Ottawa": the agent may hang on the noun before it.
        return tuple(n for nouns in own.values() for noun in nouns for n in self.phrases(noun).get("by", ()))

    def topics(self, verb: Token, depth: int = 0) -> tuple[Token, ...]:
        """The grammatical subjects: those of `subjects`, but for a passive whoever undergoes it."""
        return self.objects(verb, depth) if self.is_passive(verb) else self.subjects(verb, depth)

    def _governing_subjects(self, verb: Token, depth: int) -> tuple[Token, ...]:
        """Who does it by what the verb hangs on."""
        if depth > _LIMIT:
            return ()
        head, label = verb.head, verb.dep_
        if label in COMPLEMENTS and head.pos_ in {"ADJ", "NOUN"}:
            described = self._noun_subjects if head.pos_ == "NOUN" else self._adjective
            return described(head, depth + 1)
        if label in COMPLEMENTS and is_verb(head):
            return self._controllers(head, depth + 1)
        if label in {"conj", "advcl", "dep"} and is_verb(head):
            return self.topics(head.head if head.lower_ in self.words.no_verbs else head, depth + 1)
        if label in {"conj", "advcl"} and head.pos_ == "ADJ":
            return self._adjective(head, depth + 1)
        if label == "pcomp":
            return self._subjects_of_gerund(head, depth + 1)
        if label in {"acl", "relcl", "advcl"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            if lemma_of(head) in self.words.asking_nouns:
                return ()
            is_act = lemma_of(head) in self.words.act_nouns
            return self._noun_subjects(head, depth + 1) if is_act else (head,)
        return ()

    def _controllers(self, verb: Token, depth: int) -> tuple[Token, ...]:
        """Who does what is told in the complement of `verb`: its object, whom it calls on, or its subject."""
        held = children(verb, "dobj")
        if held and lemma_of(verb) not in self.words.controlling:
            return tuple(antecedent(token) for token in held)
        called = [n for name in ("on", "upon") for n in self.phrases(verb).get(name, ())]
        if called and lemma_of(verb) in self.words.calling:
            return tuple(antecedent(token) for token in called)  # "called on Oslo to help".
        return self.topics(verb, depth)

    def _subjects_of_gerund(self, preposition: Token, depth: int) -> tuple[Token, ...]:
        """Who does what is told in a clause behind a preposition: "accused Oslo of leaving"."""
        governor = preposition.head
        if governor.pos_ == "ADJ":
            return self._adjective(governor, depth)  # "was open to resuming".
        if preposition.lower_ in self.words.diverting and is_verb(governor):
            held = children(governor, "dobj")
            if held:
                return tuple(antecedent(token) for token in held)  # "warned Oslo against leaving".
        return self._of_governor(governor, depth)

    def described(self, adjective: Token) -> tuple[Token, ...]:
        """Of whom a predicate adjective is said: "Oslo is ready to help"."""
        head = adjective.head
        if adjective.dep_ == "conj" and head.pos_ in {"ADJ", "VERB"}:
            return self.described(head) if head.pos_ == "ADJ" else self.topics(head)
        if head.pos_ == "AUX":
            own = children(head, "nsubj")
            return tuple(antecedent(token) for token in own) or self._governing_subjects(head, 0)
        return self._adjective(adjective, 0)

    def _adjective(self, adjective: Token, depth: int) -> tuple[Token, ...]:
        head = adjective.head
        if adjective.dep_ in {"acomp", "oprd", "conj"} and is_verb(head):
            return self.topics(head, depth)
        return ()

    def _of_governor(self, head: Token, depth: int) -> tuple[Token, ...]:
        if head.pos_ == "ADV" and is_verb(head.head):
            head = head.head
        if is_verb(head):
            return self.topics(head, depth)
        if head.pos_ == "NOUN":
            return self._noun_subjects(head, depth)
        return ()

    def _noun_subjects(self, noun: Token, depth: int = 0) -> tuple[Token, ...]:
        """Who an act noun belongs to: its possessor, its "by" phrase, or the subject of its verb."""
        owner = children(noun, "poss")
        if owner:
            return tuple(owner)
        by = self.phrases(noun).get("by")
        if by:
            return tuple(by)
        modifier = [c for c in noun.children if c.dep_ in {"compound", "nmod", "amod"}]
        named = [
            c for c in modifier if c.tag_ in {"NNP", "NNPS"} or (c.tag_ == "JJ" and c.text[:1].isupper())
        ]
        if named:
            return tuple(named)
        head = noun.head
        if depth <= _LIMIT and noun.dep_ in {"dobj", "attr", "nsubjpass"} and is_verb(head):
            return self.subjects(head, depth + 1)
        if depth <= _LIMIT and noun.dep_ == "pobj":
            return self._of_governor(head.head, depth + 1)
        return ()

    def objects(self, verb: Token, depth: int = 0) -> tuple[Token, ...]:
        """Heads of the phrases that name what or whom it is done to."""
        if self.is_passive(verb):
            own = _with_auxiliaries(verb, "nsubjpass", "nsubj")
            if own:
                return tuple(antecedent(token) for token in own)
            return self._undergoers(verb, depth)
        if governs_head(verb):
            return (verb.head,)
        own = [self._homeward(c) for c in children(verb, "dobj")] or self.misread_objects(verb)
        if own:
            # "removed Lima from the list, a status it had held": the parse may take an apposition
            # for an object.
            first = [
                token for token in own[1:] if token.left_edge.i > 0 and token.left_edge.nbor(-1).text != ","
            ]
            return tuple(antecedent(token) for token in (own[0], *first))
        if verb.dep_ == "relcl" and children(verb, "nsubj") and verb.head.pos_ in {"NOUN", "PROPN"}:
            subject = children(verb, "nsubj")[0]
            if subject.tag_ not in RELATIVE_TAGS and subject.lower_ != "that":
                return (verb.head,)
        if verb.tag_ == "VBG":
            # A gerund may take its object like a noun: "the delisting of".
            gerund = self.phrases(verb).get("of")
            if gerund:
                return tuple(gerund)
        if depth <= _LIMIT:
            for other in children(verb, "conj"):
                # "signed and ratified the treaty": the object hangs on the last verb.
                if is_verb(other) and not any(map(is_subject, other.children)):
                    between = [c for c in verb.children if verb.i < c.i < other.i and c.dep_ != "cc"]
                    return () if between else self.objects(other, depth + 1)
        return ()

    def _undergoers(self, verb: Token, depth: int) -> tuple[Token, ...]:
        if depth > _LIMIT:
            return ()
        if verb.dep_ in {"acl", "relcl", "amod"}:
            return (verb.head,)
        if verb.dep_ in {"conj", "advcl"} and is_verb(verb.head):
            return self.topics(verb.head, depth + 1)
        return self._governing_subjects(verb, depth + 1)


def _joined_beside(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parse joined to the clause before.

    "Oslo kept the terms of the deal and Riga lifted the ban": not the deal and Riga.
    """
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or not is_verb(verb.head):
        return None
    at = verb.i - 1
    while at > verb.head.i and verb.doc[at].dep_ in {"aux", "advmod", "neg"}:
        at -= 1
    noun = verb.doc[at]
    return noun if noun.dep_ == "conj" and noun.pos_ in {"NOUN", "PROPN"} and at > verb.head.i else None


def _with_auxiliaries(verb: Token, *labels: str) -> list[Token]:
    """The children of a verb in some relation, also where the parse hangs them on its auxiliary."""
    own = children(verb, *labels)
    if own:
        return own
    return [t for c in verb.children if c.dep_ in {"aux", "auxpass"} for t in children(c, *labels)]
