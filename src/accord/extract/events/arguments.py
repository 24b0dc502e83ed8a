"""Which actors fill the roles of a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extract.events.clauses import (
    children,
    complement,
    conjuncts,
    is_passive,
    is_verb,
    lemma_of,
    phrases,
)
from accord.extract.events.cover import Cover
from accord.extract.events.doers import Doers
from accord.extract.events.grammar import antecedent, subjects
from accord.extract.events.roles import Site, tokens
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extract.actors.cast import Cast

_MODIFIERS = ("poss", "compound", "amod", "nmod", "npadvmod")
_INNER = (
    "of", "from", "in", "to", "for", "on", "like", "including", "against", "within", "between", "among", "as",
    "at", "with",
)  # fmt: skip
_COMPLEMENT_ROLES = (
    "object", "dative", "with", "to", "against", "on", "for", "from", "in", "between", "into",
)  # fmt: skip
# To whom one refuses to hand over a suspect comes before the suspect.
_TRANSFER_ROLES = ("dative", "to", *_COMPLEMENT_ROLES)
_TRANSFERS = frozenset({
    "hand", "give", "extradite", "surrender", "return", "turn", "deliver", "transfer", "repatriate", "cede",
})  # fmt: skip
_SIDES = frozenset({"mod", "target"})
_DOERS = frozenset({"subject", "by", "topic"})
_SPEAKERS = frozenset({"it", "he", "she", "they", "we", "i"})
_UNDERGOING = frozenset({"object", "subject", "topic", "by", "poss", "of"})
_NOBODY = frozenset({"any", "no", "neither"})
_DEPTH = 4


class ArgumentReader:
    """Resolves the roles of triggers to mentions of one report's cast."""

    def __init__(self, cast: Cast, doers: Doers) -> None:
        self._cast = cast
        self._doers = doers
        self._places = Cover((place.start, place.end, place) for place in cast.places)

    def fill(
        self,
        site: Site,
        roles: tuple[str, ...],
        taken: tuple[ActorMention, ...] = (),
        *,
        directly: bool = False,
        able: bool = False,
    ) -> tuple[ActorMention, ...]:
        """Mentions in the first of `roles` that names somebody who is not among `taken`.

        `directly`: only bodies that the noun itself names; not whose it is or where.  `able`: only
        what can act in turn, as who is met must.

        A role that names only people of no known side, or the own people of `taken`, gives way to a
        later role that names another side.
        """
        held = {mention.actor for mention in taken}
        own = {mention.code for mention in taken}
        vague: tuple[ActorMention, ...] = ()
        for role in roles:
            found = self._in_role(site, role, held, able or role in _DOERS)
            if role == "rest" and found:
                others = (m for m in found if not _is_vague(m, own) and not self._is_own(site, m, own))
                found = tuple(others)[:1] or found[:1]
            if directly:
                found = tuple(m for m in found if self._is_body(m) and self._heads(site, role, m))
            if any(not _is_vague(mention, own) and not self._is_own(site, mention, own) for mention in found):
                # "in Oslo in the Finnish war": several phrases, of which one names another state.
                split = role not in _UNDERGOING and len(self._tokens(site, role)) > 1
                return _others(found, own) if split else found
            vague = vague or found
        return vague

    def _in_role(self, site: Site, role: str, held: set[str], able: bool) -> tuple[ActorMention, ...]:
        found: list[ActorMention] = []
        for token in self._tokens(site, role):
            if able and self._cast.covering(token) is None and not self._doers.can_act(token):
                continue
            if role in _SIDES and (role == "mod") is not self._does(token):
                continue
            if role == "subject.mod" and not self._does(token):
                continue
            for mention in self.mentions(token):
                if mention.actor not in held and all(mention.actor != other.actor for other in found):
                    found.append(mention)
        return tuple(found)

    @staticmethod
    def _is_own(site: Site, mention: ActorMention, own: set[str | None]) -> bool:
        """Whether what a mention names is the doer's, by a pronoun: "its army"."""
        if mention.code is None or mention.code not in own:
            return False
        span = site.trigger.doc.char_span(mention.start, mention.end)
        return span is not None and any(c.tag_ == "PRP$" for c in span.root.children)

    def _does(self, modifier: Token) -> bool:
        """Whether a modifier names who acts ("Israeli raid", "NATO raid"), not where ("Nairobi raid")."""
        mention = self._cast.covering(modifier)
        if modifier.dep_ == "amod" or modifier.text.replace(".", "").isupper() or mention is None:
            return modifier.dep_ == "amod" or modifier.text.replace(".", "").isupper()
        entity = self._cast.by_id.get(mention.actor)
        return entity is not None and entity.kind in {"organisation", "group", "person"}

    def _is_body(self, mention: ActorMention) -> bool:
        entity = self._cast.by_id.get(mention.actor)
        return entity is None or entity.kind not in {"person", "people"}

    def _heads(self, site: Site, role: str, mention: ActorMention) -> bool:
        """Whether a mention holds the head of a phrase in the role."""
        return any(
            mention.start <= noun.idx < mention.end
            for token in self._tokens(site, role)
            for noun in conjuncts(antecedent(token))
        )

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
            if _is_nobody(noun, covering):
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
        for inner in phrases(noun).get("of", ()):
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
        inside = phrases(noun)
        for preposition in _INNER:
            for inner_noun in inside.get(preposition, ()):
                inner = self.mentions(inner_noun, depth + 1)
                if inner:
                    return inner
        for child in children(noun, "acl"):
            # "a bomb planted by rebels"
            doers = subjects(child) if is_passive(child) else ()
            if lemma_of(child) == "belong":
                doers = tuple(phrases(child).get("to", ()))
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
        if pronoun.lower_ not in _SPEAKERS or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
            return []
        while verb.dep_ in {"conj", "xcomp"} and is_verb(verb.head):
            verb = verb.head
        if verb.dep_ != "ccomp" or not is_verb(verb.head) or pronoun.i < verb.head.i:
            return []
        return [m for s in subjects(verb.head) for m in self.mentions(s, depth + 1)]

    def _identified(self, noun: Token, depth: int) -> list[ActorMention]:
        """Whom a predicate noun or an apposition is said of ("X, the first country to ...")."""
        verb: Token | None = None
        if noun.dep_ in {"attr", "oprd"}:
            verb = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
            verb = noun.head.head
        if verb is not None and is_verb(verb):
            return [m for s in subjects(verb) if s != noun for m in self.mentions(s, depth + 1)]
        if noun.dep_ == "appos":
            covering = self._cast.covering(noun.head)
            return [covering] if covering is not None else []
        return []

    def _tokens(self, site: Site, role: str) -> tuple[Token, ...]:
        return self._complement(site.verb) if role == "comp" else tokens(site, role)

    def _complement(self, verb: Token) -> tuple[Token, ...]:
        """What the clause under a verb is about; without that, its subject."""
        clause = complement(verb)
        if clause is None:
            return ()
        inner = complement(clause)
        if inner is not None:
            told = tuple(children(inner, "nsubj"))  # "refused to allow Oslo to".
            if any(self.mentions(token) for token in told):
                return told
        roles = _TRANSFER_ROLES if lemma_of(clause) in _TRANSFERS else _COMPLEMENT_ROLES
        for role in roles:
            found = tokens(Site(clause), role)
            if any(self.mentions(token) for token in found):
                return found
        return self._complement(clause) or tuple(children(clause, "nsubj", "nsubjpass", "attr"))


def _others(found: tuple[ActorMention, ...], own: set[str | None]) -> tuple[ActorMention, ...]:
    """Those of another state, where a phrase names some: "in Oslo, in the Finnish war"."""
    return tuple(mention for mention in found if mention.code not in own) or found


def _is_nobody(noun: Token, mention: ActorMention) -> bool:
    """Whether a noun names nobody in particular: "any ambassador", "no envoy"."""
    if mention.form not in {"title", "description"}:
        return False
    return any(c.dep_ == "det" and c.lower_ in _NOBODY for c in noun.children)


def _is_vague(mention: ActorMention, own: set[str | None]) -> bool:
    """Whether a mention says little of who is meant: no known side, or just people of the doer's own."""
    return mention.form in {"description", "pronoun"} and (mention.code is None or mention.code in own)
