"""Which actors fill the roles of a trigger, and where it is told to have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.events.arguments.named_actors import PhraseActors
from accord.extraction.events.arguments.roles import Site, tokens
from accord.extraction.events.triggers.detection import Trigger
from accord.extraction.parse.clauses import (
    SUBJECTS,
    antecedent,
    children,
    complement,
    conjuncts,
    is_verb,
    lemma_of,
)
from accord.extraction.parse.parsed import Cover
from accord.records import ActorMention, Place, Time
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast
    from accord.extraction.parse.grammar import Grammar

_COMPLEMENT_ROLES = (
    "object", "dative", "with", "to", "against", "on", "for", "from", "in", "between", "into", "aim",
)  # fmt: skip
# To whom one refuses to hand over a suspect comes before the suspect.
_TRANSFER_ROLES = ("dative", "to", *_COMPLEMENT_ROLES)
_SIDES = frozenset({"mod", "target"})
_DOERS = frozenset({"subject", "by", "topic"})
_UNDERGOING = frozenset({"object", "subject", "topic", "by", "poss", "of"})
_PREPOSITIONS = ("in", "at", "near", "outside")


class ArgumentReader:
    """Resolves the roles of triggers to mentions of one report's cast."""

    def __init__(self, cast: Cast, doers: Doers, grammar: Grammar) -> None:
        self._cast = cast
        self._doers = doers
        self._grammar = grammar
        self._naming = PhraseActors(cast, grammar)

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
            if role == "object" and not found and self._is_open(site):
                return ()
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

    def _is_open(self, site: Site) -> bool:
        """Whether somebody is the object, but only by a pronoun that is not resolved."""
        pronouns = self._grammar.words.object_pronouns
        return any(n.lower_ in pronouns and self._cast.covering(n) is None for n in tokens(site, "object"))

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

    def mentions(self, token: Token) -> list[ActorMention]:
        """Actors that a noun phrase names, its conjuncts included."""
        return self._naming.mentions(token)

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
        roles = _TRANSFER_ROLES if lemma_of(clause) in self._grammar.words.transfers else _COMPLEMENT_ROLES
        for role in roles:
            found = tokens(Site(clause, self._grammar), role)
            if any(self.mentions(token) for token in found):
                return found
        # "there can be no talks with Oslo"
        beside = tuple(
            n for noun in children(clause, "attr") for n in self._grammar.phrases(noun).get("with", ())
        )
        return self._complement(clause) or (*children(clause, *SUBJECTS), *beside)


def _others(found: tuple[ActorMention, ...], own: set[str | None]) -> tuple[ActorMention, ...]:
    """Those of another state, where a phrase names some: "in Oslo, in the Finnish war"."""
    return tuple(mention for mention in found if mention.code not in own) or found


def _is_vague(mention: ActorMention, own: set[str | None]) -> bool:
    """Whether a mention says little of who is meant: no known side, or just people of the doer's own."""
    return mention.form in {"description", "pronoun"} and (mention.code is None or mention.code in own)


class _DoerFile(Struct, frozen=True):
    abstract_endings: str
    agents: str
    abstract: str


class Doers:
    """Tells nouns that can act from those that cannot: a state's law does nothing, its army does."""

    def __init__(self, file: _DoerFile) -> None:
        self._endings = tuple(file.abstract_endings.split())
        self._agents = frozenset(file.agents.split())
        self._abstract = frozenset(file.abstract.split())

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Doers:
        """Read event_roles.json."""
        return cls(vocabulary.read("en/events/event_roles.json", _DoerFile))

    def can_act(self, noun: Token) -> bool:
        """Whether a noun can be the doer of an event."""
        lemma = lemma_of(noun)
        if noun.pos_ != "NOUN" or lemma in self._agents:
            return True
        return lemma not in self._abstract and not lemma.endswith(self._endings)


class PlaceReader:
    """Reads the places of one report's events."""

    def __init__(self, cast: Cast, times: tuple[Time, ...]) -> None:
        self._cast = cast
        self._places = Cover((place.start, place.end, place) for place in cast.places)
        self._times = Cover((time.start, time.end, time) for time in times)

    def place_of(self, trigger: Trigger, recipients: tuple[ActorMention, ...]) -> Place | None:
        """The place that a phrase beside the trigger names.

        A recognition has none in the state that is recognised: "the council in Juba" is what it is of.
        """
        place = self._beside(trigger)
        if place is None or not trigger.sense.is_recognition:
            return place
        return None if any(m.code == place.code for m in recipients) else place

    def _beside(self, trigger: Trigger) -> Place | None:
        hosts: list[Token] = [trigger.token]
        if trigger.site.support is not None:
            hosts.append(trigger.site.support)
        if is_verb(trigger.token):
            hosts.extend(trigger.grammar.objects(trigger.token))
        struck = ("on",) if trigger.sense.is_strike else ()
        for host in hosts:
            found = trigger.grammar.phrases(host)
            for preposition in (*_PREPOSITIONS, *struck):
                for noun in found.get(preposition, ()):
                    if noun.pos_ == "PROPN" and self._times.at(noun.idx) is None:
                        return self._place(noun)
        return None

    def _place(self, noun: Token) -> Place:
        place = self._places.at(noun.idx)
        if place is not None:
            return place
        mention = self._cast.covering(noun)
        if mention is not None:
            return Place(mention.start, mention.end, mention.text, mention.code)
        first = noun
        while first.i > 0 and first.nbor(-1).head == noun and first.nbor(-1).dep_ == "compound":
            first = first.nbor(-1)
        span = noun.doc[first.i : noun.i + 1]
        return Place(span.start_char, span.end_char, span.text)
