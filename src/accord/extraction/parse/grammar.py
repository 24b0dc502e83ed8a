"""Who does what in a dependency parse: the subjects and objects of a predicate.

The functions follow control, conjunction, relative clauses, participles and passives, so that the
subject of "to recognise" in "becoming the first country to recognise it" can be asked for.
Labels are those of the ClearNLP scheme that spaCy's English pipelines use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extraction.parse.clauses import (
    NO_VERBS,
    children,
    governs_head,
    is_passive,
    is_verb,
    lemma_of,
    misread_objects,
    own_subject,
    phrases,
)
from accord.extraction.parse.grammar_words import event_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE_TAGS = frozenset({"WDT", "WP"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
_LIMIT = 8
_NOBODY = frozenset({"none", "neither"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Prepositions that turn somebody from an act or to it.
_DIVERTING = frozenset({"against", "from", "into", "with"})


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for; any other token itself."""
    if token.tag_ not in _RELATIVE_TAGS and token.lower_ != "that":
        return token
    verb = token.head
    for _ in range(_LIMIT):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ in {"ccomp", "advcl"} and verb.head.lemma_ == "be":
            named = children(verb.head, "attr")  # "It was Oslo that left."
            if named:
                return named[0]
        if verb.dep_ == "ROOT":
            break
        verb = verb.head
    return token


def subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Heads of the phrases that name who does it; empty if nobody is named."""
    if governs_head(verb):
        return tuple(own_subject(verb))
    if is_passive(verb):
        return _agents(verb)
    own = _with_auxiliaries(verb, "nsubj", "csubj", "expl")
    if own:
        return tuple(none_of(antecedent(token)) for token in own if token.dep_ == "nsubj")
    beside = _joined_beside(verb)
    if beside is not None:
        return (beside,)
    owners = children(verb, "poss") if verb.tag_ == "VBG" else []
    if owners:
        return tuple(owners)
    return _governing_subjects(verb, depth)


def none_of(noun: Token) -> Token:
    """Whom "none" or "neither" is of, where the clause before names several; else the noun itself.

    "Peru and Chile have sent envoys, but neither has opened an embassy": neither of Peru and Chile.
    """
    if noun.lower_ not in _NOBODY or any(c.dep_ == "prep" for c in noun.children):
        return noun
    verb = noun.head
    before = [c for c in children(verb, "advcl", "ccomp", "parataxis") if c.i < noun.i and is_verb(c)]
    if verb.dep_ in {"conj", "ccomp"} and is_verb(verb.head) and verb.head.i < noun.i:
        before.append(verb.head)
    if noun.i == noun.sent.start and noun.i:
        before.append(noun.doc[noun.i - 1].sent.root)
    for clause in before:
        for told in children(clause, "nsubj", "nsubjpass"):
            if told.tag_ in {"NNS", "NNPS"} or children(told, "conj"):
                return told
    return noun


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


def _agents(verb: Token) -> tuple[Token, ...]:
    agents = [n for phrase in verb.children if phrase.dep_ == "agent" for n in children(phrase, "pobj")]
    if agents:
        return tuple(agents)
    own = phrases(verb)
    if "by" in own:
        return tuple(own["by"])
    # "was removed from the list by Ottawa": the agent may hang on the noun before it.
    return tuple(n for nouns in own.values() for noun in nouns for n in phrases(noun).get("by", ()))


def topics(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The grammatical subjects: those of `subjects`, but for a passive whoever undergoes it."""
    return objects(verb, depth) if is_passive(verb) else subjects(verb, depth)


def _governing_subjects(verb: Token, depth: int) -> tuple[Token, ...]:
    if depth > _LIMIT:
        return ()
    head, label = verb.head, verb.dep_
    if label in {"xcomp", "ccomp"} and head.pos_ in {"ADJ", "NOUN"}:
        return _noun_subjects(head, depth + 1) if head.pos_ == "NOUN" else _adjective(head, depth + 1)
    if label in _COMPLEMENTS and is_verb(head):
        held = children(head, "dobj")
        if held and lemma_of(head) not in event_words().controlling:
            return tuple(antecedent(token) for token in held)
        called = [n for name in ("on", "upon") for n in phrases(head).get(name, ())]
        if called and lemma_of(head) in event_words().calling:
            return tuple(antecedent(token) for token in called)  # "called on Oslo to help".
        return topics(head, depth + 1)
    if label in {"conj", "advcl", "dep"} and is_verb(head):
        return topics(head.head if head.lower_ in NO_VERBS else head, depth + 1)
    if label in {"conj", "advcl"} and head.pos_ == "ADJ":
        return _adjective(head, depth + 1)
    if label == "pcomp":
        if head.head.pos_ == "ADJ":
            return _adjective(head.head, depth + 1)  # "was open to resuming".
        held = children(head.head, "dobj") if head.lower_ in _DIVERTING and is_verb(head.head) else []
        if held:
            return tuple(antecedent(token) for token in held)  # "warned Oslo against leaving".
        return _of_governor(head.head, depth + 1)
    if label in {"acl", "relcl", "advcl"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        if lemma_of(head) in event_words().asking_nouns:
            return ()
        if lemma_of(head) in event_words().act_nouns:
            return _noun_subjects(head, depth + 1)
        return (head,)
    return ()


def described(adjective: Token) -> tuple[Token, ...]:
    """Of whom a predicate adjective is said: "Oslo is ready to help"."""
    head = adjective.head
    if adjective.dep_ == "conj" and head.pos_ in {"ADJ", "VERB"}:
        return described(head) if head.pos_ == "ADJ" else topics(head)
    if head.pos_ == "AUX":
        own = children(head, "nsubj")
        return tuple(antecedent(token) for token in own) or _governing_subjects(head, 0)
    return _adjective(adjective, 0)


def _adjective(adjective: Token, depth: int) -> tuple[Token, ...]:
    head = adjective.head
    if adjective.dep_ in {"acomp", "oprd", "conj"} and is_verb(head):
        return topics(head, depth)
    return ()


def _of_governor(head: Token, depth: int) -> tuple[Token, ...]:
    if head.pos_ == "ADV" and is_verb(head.head):
        head = head.head
    if is_verb(head):
        return topics(head, depth)
    if head.pos_ == "NOUN":
        return _noun_subjects(head, depth)
    return ()


def _noun_subjects(noun: Token, depth: int = 0) -> tuple[Token, ...]:
    """Who an act noun belongs to: its possessor, its "by" phrase, or the subject of its verb."""
    owner = children(noun, "poss")
    if owner:
        return tuple(owner)
    by = phrases(noun).get("by")
    if by:
        return tuple(by)
    modifier = [c for c in noun.children if c.dep_ in {"compound", "nmod", "amod"}]
    named = [c for c in modifier if c.tag_ in {"NNP", "NNPS"} or (c.tag_ == "JJ" and c.text[:1].isupper())]
    if named:
        return tuple(named)
    head = noun.head
    if depth <= _LIMIT and noun.dep_ in {"dobj", "attr", "nsubjpass"} and is_verb(head):
        return subjects(head, depth + 1)
    if depth <= _LIMIT and noun.dep_ == "pobj":
        return _of_governor(head.head, depth + 1)
    return ()


def objects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Heads of the phrases that name what or whom it is done to."""
    if is_passive(verb):
        own = _with_auxiliaries(verb, "nsubjpass", "nsubj")
        if own:
            return tuple(antecedent(token) for token in own)
        return _undergoers(verb, depth)
    if governs_head(verb):
        return (verb.head,)
    own = [_homeward(c) for c in children(verb, "dobj")] or misread_objects(verb)
    if own:
        # "removed Lima from the list, a status it had held": the parse may take an apposition for an object.
        first = [token for token in own[1:] if token.left_edge.i > 0 and token.left_edge.nbor(-1).text != ","]
        return tuple(antecedent(token) for token in (own[0], *first))
    if verb.dep_ == "relcl" and children(verb, "nsubj") and verb.head.pos_ in {"NOUN", "PROPN"}:
        subject = children(verb, "nsubj")[0]
        if subject.tag_ not in _RELATIVE_TAGS and subject.lower_ != "that":
            return (verb.head,)
    if verb.tag_ == "VBG":
        # A gerund may take its object like a noun: "the delisting of".
        gerund = phrases(verb).get("of")
        if gerund:
            return tuple(gerund)
    if depth <= _LIMIT:
        for other in children(verb, "conj"):
            # "signed and ratified the treaty": the object hangs on the last verb.
            if is_verb(other) and not children(other, "nsubj", "nsubjpass"):
                between = [c for c in verb.children if verb.i < c.i < other.i and c.dep_ != "cc"]
                return () if between else objects(other, depth + 1)
    return ()


def _homeward(noun: Token) -> Token:
    """The envoy of "called its envoy home", which the parse takes for a part of "home"."""
    if noun.lower_ != "home":
        return noun
    return next((c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1), noun)


def _undergoers(verb: Token, depth: int) -> tuple[Token, ...]:
    if depth > _LIMIT:
        return ()
    if verb.dep_ in {"acl", "relcl", "amod"}:
        return (verb.head,)
    if verb.dep_ in {"conj", "advcl"} and is_verb(verb.head):
        return topics(verb.head, depth + 1)
    return _governing_subjects(verb, depth + 1)
