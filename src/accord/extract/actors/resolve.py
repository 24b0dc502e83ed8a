"""Gives every draft its entity, in the order of the text, so that what was named before can be taken up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from accord.extract.actors.lexicon import Lexicon, Sense
from accord.extract.actors.people import Registry, slug
from accord.extract.actors.phrases import Draft
from accord.extract.actors.vocabularies import ReferenceWords
from accord.extract.actors.words import Words
from accord.records import Entity, EntityKind, MentionForm

_STATELY = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "MED"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A draft with its entity's identifier."""

    draft: Draft
    actor: str
    form: MentionForm


@dataclass
class Resolver:
    """Resolves the drafts of one report; holds what the report has named so far."""

    lexicon: Lexicon
    references: ReferenceWords
    registry: Registry
    words: Words
    entities: dict[str, Entity] = field(default_factory=dict)
    _states: Counter[str] = field(default_factory=Counter)
    _last_state: tuple[int, str] | None = None
    _last_group: str | None = None
    _last_rule: str | None = None
    _by_class: dict[str, str] = field(default_factory=dict)
    _offices: dict[str, list[str]] = field(default_factory=dict)

    def note_place(self, code: str, sentence: int) -> None:
        """Remember that a place of the state `code` was named."""
        if code in self.lexicon.entities:
            self._last_state = (sentence, code)

    def resolve(self, draft: Draft) -> Resolved | None:
        """The draft with its entity; None where it stands for no actor."""
        sense = draft.sense
        if sense is None:
            return None
        if sense.role == "person":
            return self._person(draft)
        if sense.role == "title" and (draft.name or draft.person):
            return self._person(draft)
        if draft.name and sense.role == "people":
            return self._person(draft)
        if sense.role == "named" and draft.name:
            return self._body(draft, sense)
        if draft.owner is None and sense.role in ("state", "adjective", "capital", "metonym", "named"):
            return self._listed(draft, sense)
        if sense.role == "nationals":
            return self._class(draft, sense, sense.id)
        return self._noun(draft, sense)

    def _listed(self, draft: Draft, sense: Sense) -> Resolved:
        entity = self.lexicon.entities[sense.id]
        self._keep(entity)
        self._note(entity, draft.sentence)
        forms: dict[str, MentionForm] = {
            "capital": "metonym",
            "metonym": "metonym",
            "adjective": "description",
        }
        return Resolved(draft, entity.id, forms.get(sense.role, "name"))

    def _body(self, draft: Draft, sense: Sense) -> Resolved:
        words = self.words.texts[draft.start : draft.end]
        if sense.id not in self.entities:
            self._keep(Entity(sense.id, " ".join(words), "organisation", sector=sense.sector))
        return Resolved(draft, sense.id, "name")

    def _person(self, draft: Draft) -> Resolved | None:
        owner = draft.owner or draft.seat
        identifier = draft.person
        if identifier is None and draft.sense is not None and draft.sense.role == "person":
            identifier = draft.sense.id or None
        if identifier is None and draft.name is not None:
            name = tuple(self.words.texts[draft.name.start : draft.name.end])
            identifier = self.registry.find(name) or slug(" ".join(name))
        if identifier is None:
            return None
        sense = draft.sense if draft.sense is not None and draft.sense.role != "person" else None
        known = self.lexicon.entities.get(identifier)
        entity = self.entities.get(identifier) or known
        if entity is None:
            name_words = self.words.texts[draft.name.start : draft.name.end] if draft.name else []
            entity = Entity(identifier, " ".join(name_words), "person")
        if owner is None and entity.part_of is None and sense and sense.sector in _OFFICIAL:
            owner = self._default(draft.sentence)
        entity = self._with_office(entity, owner, sense, draft)
        self._keep(entity)
        if draft.role and sense:
            self._offices.setdefault(sense.id, []).append(identifier)
        if entity.part_of:
            self._note_owner(entity.part_of, draft.sentence)
        named = draft.name is None or draft.end == draft.name.end
        in_words = draft.person is None or draft.sense is None or draft.sense.role == "person" or named
        return Resolved(draft, identifier, "name" if in_words and named else "title")

    def _with_office(
        self, entity: Entity, owner: str | None, sense: Sense | None, draft: Draft
    ) -> Entity:
        part_of, code, sector = entity.part_of, entity.code, entity.sector
        if part_of is None and owner is not None:
            part_of, code = owner, self._code(owner)
        if sense is not None and (sector is None or sector == "CVL"):
            sector = sense.sector
        name = entity.name
        if draft.name is not None and entity.id not in self.lexicon.entities:
            words = self.words.texts[draft.name.start : draft.name.end]
            if len(words) > len(name.split()):
                name = self._text(draft.name.start, draft.name.end)
        return Entity(
            entity.id, name, entity.kind, code, sector or "CVL", part_of, entity.role or draft.role, entity.names
        )

    def _noun(self, draft: Draft, sense: Sense) -> Resolved | None:
        owner = draft.owner
        if owner is None:
            return self._unowned(draft, sense)
        whole = self.lexicon.entities[owner]
        group = whole.kind == "group"
        if sense.role == "whole":
            if sense.id == "country" or (sense.id == "group" and not group):
                self._keep(whole)
                self._note(whole, draft.sentence)
                return Resolved(draft, owner, "name") if sense.id == "group" and group else None
            self._keep(whole)
            self._note(whole, draft.sentence)
            self._last_rule = owner
            return Resolved(draft, owner, "name")
        self._note(whole, draft.sentence)
        if group and sense.role in ("people", "institution") and sense.id in ("rebel", "army"):
            self._keep(whole)
            return Resolved(draft, owner, "name")
        return self._class(draft, sense, owner)

    def _class(self, draft: Draft, sense: Sense, owner: str | None) -> Resolved:
        """An institution, office or sort of people of an owner, which may be unknown."""
        label = "people" if sense.role == "nationals" else sense.id
        identifier = f"{owner}/{label}" if owner else label
        kinds: dict[str, EntityKind] = {"institution": "institution", "title": "person"}
        kind = kinds.get(sense.role, "people")
        if sense.role == "title" and sense.plural:
            kind = "people"
        if identifier not in self.entities:
            name = self._text(draft.start, draft.end)
            code = self._code(owner) if owner else None
            self._keep(Entity(identifier, name, kind, code, sense.sector, owner, draft.role))
        self._by_class[label] = identifier
        form: MentionForm = "title" if sense.role == "title" else "description"
        if sense.role in ("institution", "nationals") and draft.owner is not None or sense.role == "nationals":
            form = "name"
        return Resolved(draft, identifier, form)

    def _unowned(self, draft: Draft, sense: Sense) -> Resolved | None:
        definite = draft.start > 0 and self.words.lowers[draft.start - 1] in self.references.determiners
        if sense.role == "whole":
            return self._rule(draft, sense, definite)
        if not sense.alone and draft.seat is None:
            return None
        if draft.seat is None and not sense.plural:
            earlier = self._earlier(sense, definite)
            if earlier is not None:
                return Resolved(draft, earlier, "description" if sense.role != "title" else "title")
        owner = draft.seat
        if owner is None and sense.sector in _STATELY and (definite or sense.role != "people"):
            owner = self._default(draft.sentence)
        return self._class(draft, sense, owner)

    def _earlier(self, sense: Sense, definite: bool) -> str | None:
        if not definite:
            return None
        if sense.role == "title":
            holders = list(dict.fromkeys(self._offices.get(sense.id, ())))
            return holders[0] if len(holders) == 1 else None
        if sense.id == "ministry":
            ministries = [i for k, i in self._by_class.items() if k.endswith("-ministry")]
            return ministries[-1] if ministries else None
        return self._by_class.get(sense.id)

    def _rule(self, draft: Draft, sense: Sense, definite: bool) -> Resolved | None:
        actor: str | None
        if sense.id == "group":
            actor = self._last_group if definite and not sense.plural else None
        elif sense.id == "country":
            actor = self._last_state[1] if definite and self._last_state and not sense.plural else None
        elif draft.seat is not None:
            actor = draft.seat
        elif definite or self.words.lowers[draft.end - 1] == "authorities":
            actor = self._last_rule or self._default(draft.sentence)
        else:
            actor = None
        if actor is None:
            return None
        self._keep(self.lexicon.entities.get(actor) or self.entities[actor])
        return Resolved(draft, actor, "description")

    def _default(self, sentence: int) -> str | None:
        """The state that an office or institution without an owner most likely belongs to."""
        if self._last_state is not None and self._last_state[0] == sentence:
            return self._last_state[1]
        if self._states:
            return max(self._states, key=lambda code: self._states[code])
        return self._last_state[1] if self._last_state else None

    def _code(self, owner: str) -> str | None:
        entity = self.lexicon.entities.get(owner) or self.entities.get(owner)
        return entity.code if entity else None

    def _note(self, entity: Entity, sentence: int) -> None:
        if entity.kind == "state":
            self._states[entity.id] += 1
            self._last_state = (sentence, entity.id)
        elif entity.kind == "group" and entity.code != "IMG" or entity.sector == "REB":
            self._last_group = entity.id

    def _note_owner(self, owner: str, sentence: int) -> None:
        entity = self.lexicon.entities.get(owner)
        if entity is not None:
            self._note(entity, sentence)

    def _keep(self, entity: Entity) -> None:
        self.entities[entity.id] = entity

    def _text(self, start: int, end: int) -> str:
        doc = self.words.doc
        return doc.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
