"""Gives every draft its entity, in the order of the text, so that what was named before can be taken up."""

from __future__ import annotations

from msgspec import Struct, field, structs
from msgspec.structs import replace

from accord.extraction.actors.descriptions import BodyPhrase
from accord.extraction.actors.gazetteer import ActorSense, Gazetteer
from accord.extraction.actors.mention_drafts import DEFERRED, MentionDraft
from accord.extraction.actors.references import References
from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.extraction.actors.unknown_names import Registry, slug
from accord.records import Entity, EntityKind, MentionForm

_FIGHTERS = frozenset({"rebel", "army"})
_NAMES = frozenset({"state", "adjective", "capital", "metonym", "named"})
_FORMS: dict[str, MentionForm] = {
    "capital": "metonym",
    "metonym": "metonym",
    "adjective": "description",
}


class Resolved(Struct, frozen=True):
    """Words `start` to `end` with their entity's identifier."""

    start: int
    end: int
    actor: str
    form: MentionForm


class Resolver(Struct):
    """Resolves the drafts of one report; `entities` and `references` hold what it has named so far."""

    lexicon: Gazetteer
    determiners: frozenset[str]
    registry: Registry
    words: TokenLists
    references: References
    entities: dict[str, Entity] = field(default_factory=dict)

    def resolve(self, draft: MentionDraft, stretch: Stretch) -> Resolved | None:
        """The draft with its entity; None where it stands for no actor."""
        sense = draft.sense
        if sense is None:
            return None
        if draft.owner is not None and draft.owner.startswith(DEFERRED):
            draft = replace(draft, owner=self.references.deferred(draft, stretch))
        if sense.role == "person" or (draft.name is not None and sense.role in ("title", "people")):
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

    def body(self, phrase: BodyPhrase, stretch: Stretch) -> Resolved | None:
        """The body that a noun outside the gazetteer takes up ("the Fund")."""
        noun = self.words.lowers[phrase.end - 1]
        entity = self.references.bodies.taken_up(noun, self.references.memory, stretch.index)
        if entity is None:
            return None
        self.entities.setdefault(entity.id, entity)
        self.references.memory.note(entity, stretch.index, self.words.token(phrase.end - 1))
        return Resolved(phrase.start, phrase.end, entity.id, "description")

    def pronoun(self, at: int, stretch: Stretch) -> Resolved | None:
        """The pronoun at word `at` with its entity, where that is safe."""
        entity = self.references.antecedent(at, stretch)
        if entity is None:
            return None
        self.entities.setdefault(entity.id, entity)
        self.references.memory.note(entity, stretch.index, self.words.token(at))
        return Resolved(at, at + 1, entity.id, "pronoun")

    def _person(self, draft: MentionDraft) -> Resolved | None:
        sense = draft.sense if draft.sense is not None and draft.sense.role != "person" else None
        identifier = self._identify(draft)
        if identifier is None:
            return None
        entity = self.entities.get(identifier) or self.lexicon.entities.get(identifier)
        words = self.words.texts[draft.name.start : draft.name.end] if draft.name else []
        if entity is None:
            entity = Entity(identifier, self.words.name(*_span(draft)), "person")
        elif len(words) > len(entity.name.split()) and identifier not in self.lexicon.entities:
            entity = structs.replace(entity, name=self.words.name(*_span(draft)))
        entity = self._in_office(entity, draft, sense)
        if sense is not None and sense.role == "title" and draft.role:
            self.references.holders.setdefault(sense.id, {})[identifier] = entity
        if draft.owner is not None and entity.part_of in self.lexicon.entities:
            self._note_owner(str(entity.part_of), draft)
        named = draft.name is None or (draft.start <= draft.name.start and draft.name.end <= draft.end)
        is_title = sense is not None and sense.role == "title" and not named
        apart = draft.name is None and sense is not None and draft.head == draft.end - 1
        return self._mention(draft, entity, "title" if is_title or apart else "name")

    def _identify(self, draft: MentionDraft) -> str | None:
        if draft.person is not None:
            return draft.person
        if draft.sense is not None and draft.sense.role == "person" and draft.sense.id:
            return draft.sense.id
        if draft.name is None:
            return None
        name = tuple(self.words.texts[draft.name.start : draft.name.end])
        return self.registry.find(name) or slug(" ".join(name))

    def _in_office(self, entity: Entity, draft: MentionDraft, sense: ActorSense | None) -> Entity:
        """The person with the office and the state that the draft tells of."""
        owner = draft.owner
        if owner is None and entity.part_of is None:
            owner = self.references.owner(draft, sense) if sense is not None else draft.seat
        part_of, code = entity.part_of, entity.code
        office = sense is None or sense.role == "title"
        told = office and draft.owner is not None and self._code(draft.owner) != code
        if owner is not None and (part_of is None or told):
            part_of, code = owner, self._code(owner)
        sector = entity.sector
        if sense is not None and (sector is None or sector == "CVL"):
            sector = self._sector(sense, owner)
        role = entity.role or draft.role
        return structs.replace(entity, code=code, sector=sector or "CVL", part_of=part_of, role=role)

    def _body(self, draft: MentionDraft, sense: ActorSense) -> Resolved:
        text = self.words.name(draft.start, draft.end)
        identifier = slug(text)
        entity = self.entities.get(identifier)
        if entity is None:
            whole = draft.seat or self.references.body_owner(draft, sense)
            code = self._code(whole) if whole else None
            entity = Entity(identifier, text, "organisation", code, sense.sector, whole)
        return self._mention(draft, entity, "name")

    def _owned(self, draft: MentionDraft, sense: ActorSense, owner: str) -> Resolved | None:
        whole = self._entity(owner)
        is_group = whole.kind == "group"
        if sense.role == "whole":
            if sense.id == "group" and not is_group:
                return self._class(draft, sense, owner)
            if sense.id == "government":
                self.references.memory.rule = owner
            return self._mention(draft, whole, "name")
        if is_group and sense.id in _FIGHTERS:
            return self._mention(draft, whole, "name")
        if not sense.alone and sense.role == "title":
            return None
        self._note_owner(owner, draft)
        return self._class(draft, sense, owner)

    def _class(self, draft: MentionDraft, sense: ActorSense, owner: str | None) -> Resolved:
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
            name = self.words.name(draft.start, draft.end)
            sector = None if sense.role == "whole" else self._sector(sense, owner)
            entity = Entity(identifier, name, kind, code, sector, owner, draft.role)
        self.references.classes[label] = entity
        form: MentionForm = "title" if sense.role == "title" else "description"
        if sense.role == "nationals" or (sense.role == "institution" and draft.owner is not None):
            form = "name"
        return self._mention(draft, entity, form)

    def _unowned(self, draft: MentionDraft, sense: ActorSense) -> Resolved | None:
        before = self.words.lowers[draft.start - 1] if draft.start else ""
        definite = before in self.determiners
        if sense.role == "whole":
            actor = self.references.whole(draft, sense, before, definite)
            return self._mention(draft, self._entity(actor), "description") if actor else None
        body = (
            self.references.body(draft) if definite and sense.role == "people" and not sense.alone else None
        )
        local = sense.id == "people-of" and sense.plural and self.references.acts_locally(draft)
        if body is None and not local and not sense.alone and (draft.seat is None or sense.role == "title"):
            return None
        if self.references.is_predicate(draft):
            return None
        earlier = body or self.references.mission(sense, before)
        if definite and draft.seat is None:
            earlier = earlier or self.references.taken_up(draft, sense)
        if earlier is not None:
            form: MentionForm = "title" if sense.role == "title" else "description"
            return self._mention(draft, self._entity(earlier.id), form)
        return self._class(draft, sense, self.references.owner(draft, sense))

    def _sector(self, sense: ActorSense, owner: str | None) -> str | None:
        """The sector of a part: officials and leaders of a party or armed group are of its own."""
        whole = self._entity(owner) if owner is not None and sense.sector == "GOV" else None
        return whole.sector if whole is not None and whole.kind == "group" else sense.sector

    def _mention(self, draft: MentionDraft, entity: Entity, form: MentionForm) -> Resolved:
        self.entities[entity.id] = entity
        self.references.memory.note(entity, draft.sentence, self.words.root(draft.start, draft.end))
        return Resolved(draft.start, draft.end, entity.id, form)

    def _note_owner(self, owner: str, draft: MentionDraft) -> None:
        head = self.words.root(draft.start, draft.end)
        self.references.memory.note(self._entity(owner), draft.sentence, head, owner=True)

    def _entity(self, identifier: str) -> Entity:
        return self.lexicon.entities.get(identifier) or self.entities[identifier]

    def _code(self, owner: str) -> str | None:
        return self._entity(owner).code


def _span(draft: MentionDraft) -> tuple[int, int]:
    return (draft.name.start, draft.name.end) if draft.name else (draft.start, draft.end)
