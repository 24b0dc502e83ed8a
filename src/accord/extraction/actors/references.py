"""Says what nouns without an owner take up: "the group", "the country", "the ministry", "its embassy"."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from accord.extraction.actors.descriptions import BodyReader
from accord.extraction.actors.discourse_model import DiscourseModel, is_subject
from accord.extraction.actors.gazetteer import ActorSense
from accord.extraction.actors.mention_drafts import DEFERRED, MentionDraft
from accord.extraction.actors.pronouns import PronounReader, actors_over
from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.extraction.parse.clauses import UNDERGOERS
from accord.records import Entity

_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP"})
"""Sectors whose institutions and offices belong to some state even where it is not named."""

_GENERIC = {
    "minister": ("minister",),
    "envoy": ("ambassador", "charge-d-affaires", "minister-plenipotentiary", "envoy"),
}
"""Offices whose nouns take up more special ones."""

_NOUNS = frozenset({"government", "group", "country"})


class References(Struct):
    """What one report has named so far, by office and by kind of institution."""

    words: TokenLists
    pronouns: PronounReader
    bodies: BodyReader
    polities: Mapping[str, frozenset[str]]
    homes: Mapping[str, str]
    hosting: frozenset[str]
    own_doings: frozenset[str]
    memory: DiscourseModel = field(default_factory=DiscourseModel)
    classes: dict[str, Entity] = field(default_factory=dict)
    holders: dict[str, dict[str, Entity]] = field(default_factory=dict)

    def antecedent(self, at: int, stretch: Stretch) -> Entity | None:
        """What the pronoun at word `at` stands for, where that is safe."""
        return self.pronouns.antecedent(self.words, stretch, at, self.memory)

    def country(self, draft: MentionDraft) -> str | None:
        """The state that "the country" of the draft stands for."""
        noun = " ".join(self.words.lowers[draft.end - 1 : draft.end])
        phrase = " ".join(self.words.lowers[max(draft.start, draft.end - 2) : draft.end])
        among = self.polities.get(phrase) or self.polities.get(noun)
        return self.memory.country(self.words.token(draft.head), draft.sentence, among)

    def deferred(self, draft: MentionDraft, stretch: Stretch) -> str | None:
        """The owner that "the group's", "its" and the like stand for."""
        word = (draft.owner or "").removeprefix(DEFERRED)
        if word not in _NOUNS:
            return self._pronoun_owner(draft, stretch, word)
        if word == "country":
            return self.country(draft)
        if word == "group":
            group = self.memory.latest_group()
            return group.id if group else None
        return self.memory.rule or self.memory.default_state(draft.sentence)

    def _pronoun_owner(self, draft: MentionDraft, stretch: Stretch, word: str) -> str | None:
        if not self.pronouns.knows(word):
            return None
        before = range(draft.end - 1, stretch.start - 1, -1)
        at = next((k for k in before if self.words.lowers[k] == word), None)
        entity = self.antecedent(at, stretch) if at is not None else None
        if entity is None:
            return None
        return entity.part_of if entity.kind in ("person", "people") else entity.id

    def owner(self, draft: MentionDraft, sense: ActorSense) -> str | None:
        """The state that an office, institution or people without an owner most likely belong to."""
        seat = None if sense.abroad else draft.seat
        if seat is not None or sense.id in self.homes:
            return seat or self.homes[sense.id]
        if sense.id == "rebel-leader":
            group = self.memory.armed_group(draft.sentence)
            if group is not None:
                return group.id
        if sense.unowned == "local" or sense.id == "people-of":
            return self.memory.local_state(draft.sentence)
        if sense.sector not in _PUBLIC:
            return self._undergoer(draft) if sense.unowned == "undergoer" else None
        host = self._host(draft) if sense.abroad else None
        state = None
        if sense.role == "title" and not sense.abroad:
            state = self.memory.told_by(self.words.root(draft.start, draft.end), draft.sentence)
        state = state or self.memory.default_state(draft.sentence, host, travels=sense.unowned == "traveller")
        return state or self._announced(draft)

    def _announced(self, draft: MentionDraft) -> str | None:
        """The state whose own doings the office tells of ("The president said Peru would sign")."""
        token = self.words.root(draft.start, draft.end)
        if token.dep_ != "nsubj":
            return None
        for clause in token.head.children:
            if clause.dep_ == "ccomp" and any(child.lower_ in self.own_doings for child in clause.children):
                subjects = (child.i for child in clause.children if child.dep_ == "nsubj")
                return next((self.memory.ahead[i] for i in subjects if i in self.memory.ahead), None)
        return None

    def _undergoer(self, draft: MentionDraft) -> str | None:
        """The state of reporters, lawyers and the like to whom something is done; what they say has none."""
        state = self.memory.domestic_state(draft.sentence)
        undergoes = self.words.token(draft.head).dep_ in UNDERGOERS
        return state or (self.memory.ground if undergoes else None)

    def body_owner(self, draft: MentionDraft, sense: ActorSense) -> str | None:
        """The state that a party or public body outside the gazetteer belongs to."""
        if sense.sector in _PUBLIC:
            return self.memory.default_state(draft.sentence)
        return self.memory.local_state(draft.sentence) if sense.sector == "PTY" else None

    def _host(self, draft: MentionDraft) -> str:
        """The state in which an embassy or envoy stands, or "" where it is not told."""
        token = self.words.token(draft.head)
        if token.dep_ == "dobj" and token.head.lemma_.lower() in self.hosting:
            for actor in actors_over(self.memory.traces, token, draft.sentence):
                if "/" not in actor:
                    return actor
        place = self.memory.place
        return draft.seat or (place[1] if place and place[0] == draft.sentence else "")

    def is_predicate(self, draft: MentionDraft) -> bool:
        """Whether the noun says what something is ("listed as a terrorist group") and names no one."""
        token = self.words.token(draft.head)
        if token.dep_ in ("attr", "oprd"):
            return True
        if token.dep_ != "pobj":
            return False
        listed = token.head.lower_ == "of" and token.head.head.lemma_ == "list"
        return listed or token.head.lower_ == "as"

    def acts_locally(self, draft: MentionDraft) -> bool:
        """Whether people are the subject of a sentence that has its places in one state."""
        head = self.words.token(draft.head)
        if head.dep_ == "pobj" and head.head.lower_ == "of":
            head = head.head.head  # "thousands of people"
        return self.memory.ground is not None and is_subject(head)

    def body(self, draft: MentionDraft) -> Entity | None:
        """The body that "the court", "the bloc" or "the company" takes up."""
        return self.bodies.taken_up(self.words.lowers[draft.end - 1], self.memory, draft.sentence)

    def taken_up(self, draft: MentionDraft, sense: ActorSense) -> Entity | None:
        """What "the ambassador", "the ministry" or "the rebels" named before, where there is only one."""
        if sense.id == "rebel":
            group = self.memory.armed_group(draft.sentence)
            if group is not None:
                return group
        if sense.role == "people" and sense.unowned == "local" and sense.plural:
            return self.classes.get(sense.id)
        if sense.plural:
            return None
        if sense.id in _GENERIC:
            return self._named_office(_GENERIC[sense.id])
        if sense.role == "title":
            holders = list(self.holders.get(sense.id, {}).values())
            if holders:
                return holders[0] if len(holders) == 1 else None
            unnamed = self.classes.get(sense.id)
            return unnamed if unnamed is not None and unnamed.kind == "person" else None
        if sense.id in ("ministry", "court"):
            named = [entity for label, entity in self.classes.items() if label.endswith(sense.id)]
            return self.memory.later(named[-1] if named else None, self.body(draft))
        if sense.role == "institution":
            return self.memory.later(self.classes.get(sense.id), self.body(draft))
        return self.body(draft)

    def _named_office(self, offices: tuple[str, ...]) -> Entity | None:
        """The one officer that "the minister" or "the envoy" takes up."""
        found: dict[str, Entity] = {}
        for label, held in self.holders.items():
            if label.endswith(offices):
                found.update(held)
        if not found:
            unnamed = (e for label, e in self.classes.items() if label.endswith(offices))
            found.update((entity.id, entity) for entity in unnamed if entity.kind == "person")
        return next(iter(found.values())) if len(found) == 1 else None

    def mission(self, sense: ActorSense, before: str) -> Entity | None:
        """The embassy or the like that "embassy" takes up, unless a new one is told of."""
        if not sense.abroad or sense.role != "institution" or before in ("a", "an"):
            return None
        return self.classes.get(sense.id)

    def whole(self, draft: MentionDraft, sense: ActorSense, before: str, definite: bool) -> str | None:
        """The government, group or country that only a common noun names; `before` is its determiner."""
        if sense.id == "group":
            if not definite or sense.plural:
                return None
            group = self.memory.later(self.memory.latest_group(), self.body(draft))
            return group.id if group else None
        if sense.id == "country":
            if before == "this":
                return self.memory.most_named()
            return self.country(draft) if definite and not sense.plural else None
        if draft.seat is not None:
            return draft.seat
        if definite or self.words.lowers[draft.end - 1] == "authorities":
            return self.memory.rule or self.memory.default_state(draft.sentence)
        return None
