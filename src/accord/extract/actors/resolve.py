"""Gives every draft its entity, in the order of the text, so that what was named before can be taken up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from accord.extract.actors.lexicon import Lexicon, Sense
from accord.extract.actors.memory import Memory
from accord.extract.actors.people import Registry, slug
from accord.extract.actors.phrases import DEFERRED, Draft
from accord.extract.actors.pronouns import PronounReader
from accord.extract.actors.vocabularies import ReferenceWords
from accord.extract.actors.words import Stretch, Words
from accord.records import Entity, EntityKind, MentionForm

_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP"})
"""Sectors whose institutions and offices belong to some state even where it is not named."""

_FIGHTERS = frozenset({"rebel", "army"})
_NAMES = frozenset({"state", "adjective", "capital", "metonym", "named"})
_FORMS: dict[str, MentionForm] = {
    "capital": "metonym",
    "metonym": "metonym",
    "adjective": "description",
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """Words `start` to `end` with their entity's identifier."""

    start: int
    end: int
    actor: str
    form: MentionForm


@dataclass
class Resolver:
    """Resolves the drafts of one report; `entities` and `memory` hold what it has named so far."""

    lexicon: Lexicon
    references: ReferenceWords
    pronouns: PronounReader
    registry: Registry
    words: Words
    entities: dict[str, Entity] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    _classes: dict[str, str] = field(default_factory=dict)
    _holders: dict[str, dict[str, None]] = field(default_factory=dict)

    def resolve(self, draft: Draft, stretch: Stretch) -> Resolved | None:
        """The draft with its entity; None where it stands for no actor."""
        sense = draft.sense
        if sense is None:
            return None
        if draft.owner is not None and draft.owner.startswith(DEFERRED):
            draft = replace(draft, owner=self._deferred(draft, stretch))
        if sense.role == "person" or draft.name is not None and sense.role in ("title", "people"):
            return self._person(draft)
        if draft.person is not None:
            return self._person(draft)
        if sense.role == "body":
            return self._body(draft, sense)
        if draft.owner is None and sense.role in _NAMES:
            entity = self._entity(sense.id)
            return self._mention(draft, entity, _FORMS.get(sense.role, "name"))
        if sense.role == "nationals":
            return self._class(draft, sense, sense.id)
        if draft.owner is not None:
            return self._owned(draft, sense, draft.owner)
        return self._unowned(draft, sense)

    def pronoun(self, at: int, stretch: Stretch) -> Resolved | None:
        """The pronoun at word `at` with its entity, where that is safe."""
        entity = self.pronouns.antecedent(self.words, stretch, at, self.memory)
        if entity is None:
            return None
        self.memory.note(entity, stretch.index, self.words.token(at))
        return Resolved(at, at + 1, entity.id, "pronoun")

    def country(self, draft: Draft) -> str | None:
        """The state that "the country" of the draft stands for."""
        return self.memory.country(self.words.token(draft.head), draft.sentence)

    def _deferred(self, draft: Draft, stretch: Stretch) -> str | None:
        """The owner that "the group's", "its" and the like stand for."""
        word = (draft.owner or "").removeprefix(DEFERRED)
        if self.pronouns.knows(word):
            at = next(
                k for k in range(draft.start - 1, -1, -1) if self.words.lowers[k] == word
            )
            entity = self.pronouns.antecedent(self.words, stretch, at, self.memory)
            if entity is not None and entity.kind == "person":
                return entity.part_of
            return entity.id if entity else None
        if word == "country":
            return self.country(draft)
        if word == "group":
            group = self.memory.latest_group()
            return group.id if group else None
        return self.memory.rule or self.memory.default_state(draft.sentence)

    def _person(self, draft: Draft) -> Resolved | None:
        sense = draft.sense if draft.sense is not None and draft.sense.role != "person" else None
        identifier = self._identify(draft)
        if identifier is None:
            return None
        entity = self.entities.get(identifier) or self.lexicon.entities.get(identifier)
        words = self.words.texts[draft.name.start : draft.name.end] if draft.name else []
        if entity is None:
            entity = Entity(identifier, self._text(*_span(draft)), "person")
        elif len(words) > len(entity.name.split()) and identifier not in self.lexicon.entities:
            entity = _renamed(entity, self._text(*_span(draft)))
        entity = self._in_office(entity, draft, sense)
        if sense is not None and sense.role == "title" and draft.role:
            self._holders.setdefault(sense.id, {})[identifier] = None
        if draft.owner is not None and entity.part_of in self.lexicon.entities:
            self._note_owner(str(entity.part_of), draft)
        named = draft.name is None or draft.start <= draft.name.start and draft.name.end <= draft.end
        is_title = sense is not None and sense.role == "title" and not named
        apart = draft.name is None and sense is not None and draft.head == draft.end - 1
        return self._mention(draft, entity, "title" if is_title or apart else "name")

    def _identify(self, draft: Draft) -> str | None:
        if draft.person is not None:
            return draft.person
        if draft.sense is not None and draft.sense.role == "person" and draft.sense.id:
            return draft.sense.id
        if draft.name is None:
            return None
        name = tuple(self.words.texts[draft.name.start : draft.name.end])
        return self.registry.find(name) or slug(" ".join(name))

    def _in_office(self, entity: Entity, draft: Draft, sense: Sense | None) -> Entity:
        """The person with the office and the state that the draft tells of."""
        owner = draft.owner or draft.seat
        if owner is None and entity.part_of is None and sense and sense.sector in _PUBLIC:
            owner = self.memory.default_state(draft.sentence)
        part_of, code = entity.part_of, entity.code
        told = draft.owner is not None and self._code(draft.owner) != code
        if owner is not None and (part_of is None or told):
            part_of, code = owner, self._code(owner)
        sector = entity.sector
        if sense is not None and (sector is None or sector == "CVL"):
            sector = sense.sector
        role = entity.role or draft.role
        return Entity(entity.id, entity.name, entity.kind, code, sector or "CVL", part_of, role)

    def _body(self, draft: Draft, sense: Sense) -> Resolved:
        text = self._text(draft.start, draft.end)
        identifier = slug(text)
        known = self.entities.get(identifier)
        code = self._code(draft.seat) if draft.seat else None
        entity = known or Entity(identifier, text, "organisation", code, sense.sector, draft.seat)
        return self._mention(draft, entity, "name")

    def _owned(self, draft: Draft, sense: Sense, owner: str) -> Resolved | None:
        whole = self._entity(owner)
        is_group = whole.kind == "group"
        if sense.role == "whole":
            if sense.id == "group" and not is_group:
                return self._class(draft, sense, owner)
            if sense.id == "government":
                self.memory.rule = owner
            return self._mention(draft, whole, "name")
        if is_group and sense.id in _FIGHTERS:
            return self._mention(draft, whole, "name")
        if not sense.alone and sense.role == "title":
            return None
        self._note_owner(owner, draft)
        return self._class(draft, sense, owner)

    def _class(self, draft: Draft, sense: Sense, owner: str | None) -> Resolved:
        """An institution, office or sort of people of an owner, which may be unknown."""
        label = "people" if sense.role == "nationals" else sense.id
        identifier = f"{owner}/{label}" if owner else label
        kind: EntityKind = "people"
        if sense.role == "institution":
            kind = "institution"
        elif sense.role == "title" and not sense.plural:
            kind = "person"
        elif sense.role == "whole":
            kind = "group"
        entity = self.entities.get(identifier)
        if entity is None:
            code = self._code(owner) if owner else None
            name = self._text(draft.start, draft.end)
            entity = Entity(identifier, name, kind, code, sense.sector, owner, draft.role)
        self._classes[label] = identifier
        form: MentionForm = "title" if sense.role == "title" else "description"
        if sense.role == "nationals" or sense.role == "institution" and draft.owner is not None:
            form = "name"
        return self._mention(draft, entity, form)

    def _unowned(self, draft: Draft, sense: Sense) -> Resolved | None:
        before = self.words.lowers[draft.start - 1] if draft.start else ""
        definite = before in self.references.determiners
        if sense.role == "whole":
            return self._whole(draft, sense, definite)
        if not sense.alone and (draft.seat is None or sense.role == "title"):
            return None
        if self._is_predicate(draft):
            return None
        if definite and draft.seat is None:
            earlier = self._taken_up(sense)
            if earlier is not None:
                form: MentionForm = "title" if sense.role == "title" else "description"
                return self._mention(draft, earlier, form)
        owner = draft.seat
        if owner is None and sense.sector in _PUBLIC:
            owner = self.memory.default_state(draft.sentence)
        return self._class(draft, sense, owner)

    def _is_predicate(self, draft: Draft) -> bool:
        """Whether the noun says what something is ("listed as a terrorist group") and names no one."""
        token = self.words.token(draft.head)
        if token.dep_ in ("attr", "oprd"):
            return True
        return token.dep_ == "pobj" and (
            token.head.lower_ == "as" or token.head.lower_ == "of" and token.head.head.lemma_ == "list"
        )

    def _taken_up(self, sense: Sense) -> Entity | None:
        """What "the ambassador" or "the ministry" named before, where there is only one."""
        if sense.plural:
            return None
        if sense.role == "title":
            holders = list(self._holders.get(sense.id, ()))
            return self.entities[holders[0]] if len(holders) == 1 else None
        if sense.id == "ministry":
            named = [i for label, i in self._classes.items() if label.endswith("-ministry")]
            return self.entities[named[-1]] if named else None
        known = self._classes.get(sense.id)
        return self.entities[known] if known and sense.role == "institution" else None

    def _whole(self, draft: Draft, sense: Sense, definite: bool) -> Resolved | None:
        """A government, group or country that only a common noun names."""
        actor: str | None = None
        if sense.id == "group":
            group = self.memory.latest_group() if definite and not sense.plural else None
            actor = group.id if group else None
        elif sense.id == "country":
            actor = self.country(draft) if definite and not sense.plural else None
        elif draft.seat is not None:
            actor = draft.seat
        elif definite or self.words.lowers[draft.end - 1] == "authorities":
            actor = self.memory.rule or self.memory.default_state(draft.sentence)
        return self._mention(draft, self._entity(actor), "description") if actor else None

    def _mention(self, draft: Draft, entity: Entity, form: MentionForm) -> Resolved:
        self.entities[entity.id] = entity
        self.memory.note(entity, draft.sentence, self.words.root(draft.start, draft.end))
        return Resolved(draft.start, draft.end, entity.id, form)

    def _note_owner(self, owner: str, draft: Draft) -> None:
        head = self.words.root(draft.start, draft.end)
        self.memory.note(self._entity(owner), draft.sentence, head, owner=True)

    def _entity(self, identifier: str) -> Entity:
        return self.lexicon.entities.get(identifier) or self.entities[identifier]

    def _code(self, owner: str) -> str | None:
        return self._entity(owner).code

    def _text(self, start: int, end: int) -> str:
        doc = self.words.doc
        return doc.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]


def _span(draft: Draft) -> tuple[int, int]:
    return (draft.name.start, draft.name.end) if draft.name else (draft.start, draft.end)


def _renamed(entity: Entity, name: str) -> Entity:
    return Entity(
        entity.id, name, entity.kind, entity.code, entity.sector, entity.part_of, entity.role
    )
