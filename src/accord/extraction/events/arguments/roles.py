"""From the name of a role to the nouns of the parse that may fill it.

Role names, as the lexicon files write them: `subject`, `topic` (the grammatical subject), `object`,
`dative`, `poss`, `mod` and `target` (modifiers of a noun trigger: who does it, where it strikes),
`occasion` ("spoke after a meeting"), `responsible` ("responsible for the attack"), `condition` (the
subject of an "unless" clause), `complement` (of a clause without a verb), `comp.subject`,
`comp.object`, `where` (the place that a clause with "where" tells of), `rest` (any noun to the right),
a preposition, and what an object or a phrase has: `object.poss`, `object.mod`, `object.on`, `for.of`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import children, complement, is_infinitive, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.parse.grammar import Grammar

_OTHER_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "ccomp", "nsubj"})
_STEPS = 4


class Site(Struct, frozen=True):
    """Where a trigger looks for its arguments: itself, and a verb that supports it, if any.

    `grammar` reads the clauses around it.  `referent` is the noun that its object stands for: the
    relations of "cut them".
    """

    trigger: Token
    grammar: Grammar
    support: Token | None = None
    referent: Token | None = None

    @property
    def verb(self) -> Token:
        """The supporting verb, else the trigger."""
        return self.support if self.support is not None else self.trigger

    @property
    def objects(self) -> tuple[Token, ...]:
        """What the verb is done to, and what that stands for."""
        own = self.grammar.objects(self.verb)
        return own if self.referent is None else (*own, self.referent)


def tokens(site: Site, role: str) -> tuple[Token, ...]:
    """Heads of the noun phrases in a role; empty if there is none."""
    find = _ROLES.get(role)
    if find is not None:
        return find(site)
    holder, _, inner = role.partition(".")
    if holder == "subject":
        return _has(site, _subject(site), inner)
    if holder == "object":
        return _has(site, site.objects, inner)
    if inner:
        return _has(site, _phrase(site, holder), inner)
    return _phrase(site, role)


def _subject(site: Site) -> tuple[Token, ...]:
    if site.verb.pos_ == "ADJ":
        return site.grammar.described(site.verb)
    return site.grammar.subjects(site.verb) if is_verb(site.verb) else ()


def _topic(site: Site) -> tuple[Token, ...]:
    return site.grammar.topics(site.verb) if is_verb(site.verb) else ()


def _object(site: Site) -> tuple[Token, ...]:
    return site.grammar.objects(site.trigger) if is_verb(site.trigger) else ()


def _possessor(site: Site) -> tuple[Token, ...]:
    own = children(site.trigger, "poss")
    # "Oslo's May delisting of": the parse may hang the owner on the month.
    return tuple(own or [p for m in _modifiers(site.trigger) for p in children(m, "poss")])


def _modifier(site: Site) -> tuple[Token, ...]:
    return _modifiers(site.trigger)


def _modifiers(noun: Token) -> tuple[Token, ...]:
    return tuple(children(noun, "compound", "amod", "nmod", "npadvmod"))


def _dative(site: Site) -> tuple[Token, ...]:
    return tuple(children(site.verb, "dative"))


def _clause_subject(site: Site) -> tuple[Token, ...]:
    clause = complement(site.verb)
    return site.grammar.subjects(clause) if clause is not None and is_verb(clause) else ()


def _clause_object(site: Site) -> tuple[Token, ...]:
    clause = complement(site.verb)
    return site.grammar.objects(clause) if clause is not None and is_verb(clause) else ()


def _small_clause(site: Site) -> tuple[Token, ...]:
    """Whom a clause without a verb is about: "declared the envoy persona non grata"."""
    found: list[Token] = []
    for child in children(site.verb, "ccomp", "oprd", "xcomp"):
        if not is_verb(child) or child.lower_ in site.grammar.words.no_verbs:
            found.extend(children(child, "nsubj", "compound", "nmod"))
    return tuple(found)


def _responsible(site: Site) -> tuple[Token, ...]:
    """Who is responsible for the event a noun names."""
    noun = site.trigger
    adjective = noun.head.head
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "for"
        and adjective.lower_ in site.grammar.words.answerable
    ):
        return (adjective.head,) if adjective.dep_ == "amod" else site.grammar.topics(adjective.head)
    return ()


def _condition(site: Site) -> tuple[Token, ...]:
    """Who must act to turn a threat away: "unless Rabat withdrew"."""
    found: list[Token] = []
    for verb in (site.verb, complement(site.verb)):
        if verb is not None:
            for clause in children(verb, "advcl"):
                if any(c.lower_ in site.grammar.words.conditions for c in children(clause, "mark")):
                    found.extend(site.grammar.subjects(clause))
    return tuple(found)


def _claim(site: Site) -> tuple[Token, ...]:
    """Whom a clause that an object holds is about: "has proof that Quito trained them"."""
    found: list[Token] = []
    for host in site.grammar.objects(site.verb):
        for clause in children(host, "acl", "ccomp"):
            found.extend(site.grammar.subjects(clause))
    return tuple(found)


def _aim(site: Site) -> tuple[Token, ...]:
    """Whom a measure is meant for: "to punish Quito", "measures targeting Quito"."""
    found: list[Token] = []
    for host in (site.verb, *site.grammar.objects(site.verb)):
        for clause in children(host, "advcl", "acl", "relcl"):
            if is_infinitive(clause) or clause.tag_ == "VBG":
                found.extend(site.grammar.objects(clause))
    return tuple(found)


def _where(site: Site) -> tuple[Token, ...]:
    """Where a relative clause happens: "in Lima, where it opened an embassy"."""
    verb = site.verb
    led = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)
    return (verb.head,) if led else ()


def _occasion(site: Site) -> tuple[Token, ...]:
    """Who does something at, during or after the event a noun names: "spoke after a meeting with"."""
    token = site.trigger
    for _ in range(_STEPS):
        if token.dep_ != "pobj" or token.head.dep_ not in {"prep", "pcomp"}:
            return ()
        head = token.head.head
        if token.head.lower_ not in site.grammar.words.occasions:
            return ()
        if is_verb(head):
            return site.grammar.topics(head)
        if head.pos_ == "AUX":
            return tuple(children(head, "nsubj"))  # "was there for talks".
        if head.pos_ != "NOUN":
            return ()
        token = head
    return ()


def _rest(site: Site) -> tuple[Token, ...]:
    """Nouns to the right of a trigger in its own clause, nearest first."""
    found: list[Token] = []
    pending = [c for c in site.trigger.children if c.i > site.trigger.i]
    while pending:
        token = pending.pop()
        if token.dep_ in _OTHER_CLAUSES:
            continue
        if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found.append(token)
        pending.extend(token.children)
    return tuple(sorted(found, key=lambda token: token.i))


def _phrase(site: Site, preposition: str) -> tuple[Token, ...]:
    found = list(site.grammar.phrases(site.trigger).get(preposition, ()))
    if site.support is not None:
        found.extend(site.grammar.phrases(site.support).get(preposition, ()))
    if is_verb(site.trigger):
        for noun in site.objects:
            found.extend(site.grammar.phrases(noun).get(preposition, ()))
    return tuple(found)


def _has(site: Site, nouns: tuple[Token, ...], role: str) -> tuple[Token, ...]:
    """What nouns have: "for.of" is the army in "called for the withdrawal of the army"."""
    found: list[Token] = []
    for noun in nouns:
        if role == "mod":
            found.extend(_modifiers(noun))
        elif role == "poss":
            found.extend(children(noun, "poss"))
        else:
            found.extend(site.grammar.phrases(noun).get(role, ()))
    return tuple(found)


_ROLES: Mapping[str, Callable[[Site], tuple[Token, ...]]] = {
    "subject": _subject,
    "topic": _topic,
    "object": _object,
    "poss": _possessor,
    "mod": _modifier,
    "target": _modifier,
    "dative": _dative,
    "comp.subject": _clause_subject,
    "comp.object": _clause_object,
    "complement": _small_clause,
    "responsible": _responsible,
    "claim": _claim,
    "aim": _aim,
    "condition": _condition,
    "occasion": _occasion,
    "where": _where,
    "rest": _rest,
}
