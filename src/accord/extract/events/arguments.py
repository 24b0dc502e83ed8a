"""Which actors fill the roles of a trigger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.events.grammar import (
    antecedent,
    children,
    complement,
    conjuncts,
    is_verb,
    lemma_of,
    objects,
    phrases,
    subjects,
    topics,
)
from accord.records import ActorMention
from accord.vocabulary import read

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extract.actors.cast import Cast

_MODIFIERS = ("poss", "compound", "amod", "nmod", "npadvmod")
_INNER = (
    "of",
    "from",
    "in",
    "to",
    "for",
    "on",
    "like",
    "including",
    "against",
    "within",
    "between",
    "among",
    "as",
)
_COMPLEMENT_ROLES = (
    "object",
    "dative",
    "with",
    "to",
    "against",
    "on",
    "for",
    "from",
    "in",
    "between",
    "into",
)
_OTHER_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "ccomp", "nsubj"})
_SPEAKERS = frozenset({"it", "he", "she", "they", "we", "i"})
_DOERS = frozenset({"subject", "by", "topic"})
_OCCASIONS = frozenset({"in", "at", "during", "after", "before", "following", "of", "from", "on"})
_DEPTH = 4


class RoleWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that cannot act: a state's law does nothing by itself, its army does."""

    abstract_endings: str
    agents: str
    abstract: str

    @classmethod
    def load(cls) -> RoleWords:
        """Read event_roles.json."""
        return read("event_roles.json", cls)

    def can_act(self, noun: Token) -> bool:
        """Whether a noun can be the doer of an event."""
        lemma = lemma_of(noun)
        if noun.pos_ != "NOUN" or lemma in self.agents.split():
            return True
        return lemma not in self.abstract.split() and not lemma.endswith(tuple(self.abstract_endings.split()))


@dataclass(frozen=True)
class Site:
    """Where a trigger looks for its arguments: itself, and a verb that supports it, if any."""

    trigger: Token
    support: Token | None = None


class ArgumentReader:
    """Resolves the roles of triggers to mentions of one report's cast."""

    def __init__(self, cast: Cast, roles: RoleWords) -> None:
        self._cast = cast
        self._roles = roles

    def fill(
        self, site: Site, roles: tuple[str, ...], taken: tuple[ActorMention, ...] = ()
    ) -> tuple[ActorMention, ...]:
        """Mentions in the first of `roles` that names somebody who is not among `taken`."""
        held = {mention.actor for mention in taken}
        for role in roles:
            found: list[ActorMention] = []
            for token in self._tokens(site, role):
                if role in _DOERS and not self._roles.can_act(token) and self._cast.covering(token) is None:
                    continue
                found.extend(m for m in self.mentions(token) if m not in found)
                if role == "rest" and any(m.actor not in held for m in found):
                    break
            fresh = tuple(m for m in found if m.actor not in held)
            if fresh:
                return fresh
        return ()

    def mentions(self, token: Token, depth: int = 0) -> list[ActorMention]:
        """Actors that a noun phrase names, its conjuncts included."""
        found: list[ActorMention] = []
        for noun in conjuncts(antecedent(token)):
            for mention in self._mention(noun, depth):
                if mention not in found:
                    found.append(mention)
        return found

    def _mention(self, noun: Token, depth: int) -> list[ActorMention]:
        covering = self._cast.covering(noun)
        if covering is not None:
            return [covering]
        if depth > _DEPTH:
            return []
        if noun.pos_ == "PRON":
            return self._spoken(noun, depth)
        for child in noun.children:
            if child.dep_ in _MODIFIERS:
                mention = self._cast.covering(child)
                if mention is not None:
                    return [m for m in (self._cast.covering(c) for c in conjuncts(child)) if m is not None]
        for child in children(noun, "appos"):
            inner = self._mention(child, depth + 1)
            if inner:
                return inner
        inside = phrases(noun)
        for preposition in _INNER:
            for inner_noun in inside.get(preposition, ()):
                inner = self.mentions(inner_noun, depth + 1)
                if inner:
                    return inner
        for child in noun.children:
            if child.dep_ in _MODIFIERS and any(True for _ in child.children):
                inner = self._mention(child, depth + 1)
                if inner:
                    return inner
        return self._identified(noun, depth)

    def _spoken(self, pronoun: Token, depth: int) -> list[ActorMention]:
        """The speaker, for a pronoun that opens what is said ("Oslo said it would help")."""
        verb = pronoun.head
        if pronoun.lower_ not in _SPEAKERS or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
            return []
        while verb.dep_ in {"conj", "xcomp"} and is_verb(verb.head):
            verb = verb.head
        if verb.dep_ != "ccomp" or not is_verb(verb.head) or pronoun.i < verb.head.i:
            return []
        return [m for s in subjects(verb.head) for m in self.mentions(s, depth + 1)]

    def _identified(self, noun: Token, depth: int) -> list[ActorMention]:
        """Whom a predicate noun or an apposition is said of ("X, the first country to ...")."""
        if noun.dep_ in {"attr", "oprd"} and is_verb(noun.head):
            return [m for s in subjects(noun.head) if s != noun for m in self.mentions(s, depth + 1)]
        if noun.dep_ == "appos":
            covering = self._cast.covering(noun.head)
            return [covering] if covering is not None else []
        if noun.dep_ == "pobj" and noun.head.lower_ == "as" and is_verb(noun.head.head):
            verb = noun.head.head
            return [m for s in subjects(verb) if s != noun for m in self.mentions(s, depth + 1)]
        return []

    def _tokens(self, site: Site, role: str) -> tuple[Token, ...]:
        trigger, support = site.trigger, site.support
        verb = support if support is not None else trigger
        if role == "subject":
            return subjects(verb) if is_verb(verb) else ()
        if role == "topic":
            return topics(verb) if is_verb(verb) else ()
        if role == "rest":
            return _rest(trigger)
        if role == "comp.subject":
            clause = complement(verb)
            return subjects(clause) if clause is not None and is_verb(clause) else ()
        if role == "object":
            return objects(verb) if is_verb(trigger) else ()
        if role == "poss":
            return tuple(children(trigger, "poss"))
        if role == "responsible":
            return _responsible(trigger)
        if role == "occasion":
            return _occasion(trigger)
        if role == "mod":
            return _modifiers(trigger)
        if role == "comp":
            return self._complement(verb)
        if role == "complement":
            return _small_clause(verb)
        if role == "dative":
            return tuple(children(verb, "dative"))
        if role.startswith("object."):
            return self._of_objects(verb, role.removeprefix("object."))
        if "." in role:
            return _inside_phrase(site, role)
        return _phrase(site, role)

    def _of_objects(self, verb: Token, role: str) -> tuple[Token, ...]:
        found: list[Token] = []
        for noun in objects(verb):
            if role == "poss":
                found.extend(children(noun, "poss"))
            elif role == "mod":
                found.extend(_modifiers(noun))
            else:
                found.extend(phrases(noun).get(role, ()))
        return tuple(found)

    def _complement(self, verb: Token) -> tuple[Token, ...]:
        """What the clause under a verb is about; without that, its subject."""
        clause = complement(verb)
        if clause is None:
            return ()
        inner = Site(clause)
        for role in _COMPLEMENT_ROLES:
            tokens = self._tokens(inner, role)
            if any(self.mentions(token) for token in tokens):
                return tokens
        deeper = self._complement(clause)
        if deeper:
            return deeper
        return tuple(children(clause, "nsubj", "nsubjpass"))


def _modifiers(noun: Token) -> tuple[Token, ...]:
    return tuple(children(noun, "compound", "amod", "nmod", "npadvmod"))


def _occasion(noun: Token) -> tuple[Token, ...]:
    """Who does something at, during or after the event a noun names: "spoke after a meeting with"."""
    token = noun
    for _ in range(_DEPTH):
        if token.dep_ != "pobj" or token.head.dep_ not in {"prep", "pcomp"}:
            return ()
        head = token.head.head
        if is_verb(head):
            return topics(head) if token.head.lower_ in _OCCASIONS else ()
        if token.head.lower_ not in _OCCASIONS or head.pos_ != "NOUN":
            return ()
        token = head
    return ()


def _responsible(noun: Token) -> tuple[Token, ...]:
    """Who is responsible for, or behind, the event a noun names."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lower_ == "responsible":
        adjective = noun.head.head
        return (adjective.head,) if adjective.dep_ == "amod" else topics(adjective.head)
    return ()


def _inside_phrase(site: Site, role: str) -> tuple[Token, ...]:
    """What a phrase's noun has: "for.of" is Iran in "called for the withdrawal of Iran"."""
    preposition, _, inner = role.partition(".")
    found: list[Token] = []
    for noun in _phrase(site, preposition):
        if inner == "mod":
            found.extend(_modifiers(noun))
        elif inner == "poss":
            found.extend(children(noun, "poss"))
        else:
            found.extend(phrases(noun).get(inner, ()))
    return tuple(found)


def _rest(trigger: Token) -> tuple[Token, ...]:
    """Nouns to the right of a trigger in its own clause, nearest first."""
    found: list[Token] = []
    pending = [c for c in trigger.children if c.i > trigger.i]
    while pending:
        token = pending.pop(0)
        if token.dep_ in _OTHER_CLAUSES:
            continue
        if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found.append(token)
        pending.extend(token.children)
    return tuple(sorted(found, key=lambda token: token.i))


def _small_clause(verb: Token) -> tuple[Token, ...]:
    """Whom a clause without a verb is about: "declared the envoy persona non grata"."""
    found: list[Token] = []
    for child in children(verb, "ccomp", "oprd", "xcomp"):
        if not is_verb(child):
            found.extend(children(child, "nsubj", "compound", "nmod"))
    return tuple(found)


def _phrase(site: Site, preposition: str) -> tuple[Token, ...]:
    found = list(phrases(site.trigger).get(preposition, ()))
    if site.support is not None:
        found.extend(phrases(site.support).get(preposition, ()))
    if is_verb(site.trigger):
        for noun in objects(site.trigger):
            found.extend(phrases(noun).get(preposition, ()))
    return tuple(found)
