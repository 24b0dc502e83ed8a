"""What a report has named so far, and what its nouns and pronouns can therefore stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from accord.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"state", "organisation", "institution", "group"})
_MANY = frozenset({"people", "group"})
_DOMESTIC = frozenset({"COP", "JUD", "LEG"})
_BACK = 12


class Trace(Struct, frozen=True):
    """A mention that can be taken up: its entity, sentence and head word.

    `owner` where the entity only owns what is mentioned, `place` where it is a place.
    """

    entity: Entity
    sentence: int
    head: Token
    subject: bool
    owner: bool = False
    place: bool = False


class Memory(Struct):
    """The mentions of a report, up to the point reached.

    `ground` is the one state in which the sentence at hand has its places, `sole` the only state that
    the whole report speaks of, `home` that of its date line.  `ahead` has the states that the sentence
    names, by the position of their head word.
    """

    traces: list[Trace] = field(default_factory=list)
    place: tuple[int, str] | None = None
    ground: str | None = None
    sole: str | None = None
    ahead: Mapping[int, str] = field(default_factory=dict)
    rule: str | None = None
    home: str | None = None
    _acting: Counter[str] = field(default_factory=Counter)
    _country: tuple[int, str] | None = None

    def note(self, entity: Entity, sentence: int, head: Token, *, owner: bool = False) -> None:
        """Remember a mention; `owner` where the entity only owns what is mentioned."""
        subject = is_subject(head)
        self.traces.append(Trace(entity, sentence, head, subject, owner))
        if entity.kind == "state":
            self._acting[entity.id] += 1

    def note_place(self, state: Entity, sentence: int, head: Token) -> None:
        """Remember that a place in `state` was named."""
        self.place = (sentence, state.id)
        self.traces.append(Trace(state, sentence, head, False, place=True))

    def default_state(self, sentence: int, host: str | None = None, *, travels: bool = False) -> str | None:
        """The state that an office or institution without an owner most likely belongs to.

        A place of the same sentence, else the state before it in the sentence, else that of the
        date line (`home`), else the one the report names most, else the ground of the sentence.
        With a `host`, for what serves abroad: the same but for the host.  Who `travels` need not be at
        home where the sentence is.
        """
        if host is not None:
            return self._sender(sentence, host)
        if self.place is not None and self.place[0] == sentence:
            return self.place[1]
        for trace in reversed(self.traces[-_BACK:]):
            if trace.sentence == sentence and trace.entity.kind == "state":
                return trace.entity.id
        known = (None if travels else self.ground) or self.home or self.most_named()
        return known or (self.place[1] if self.place else None) or self.sole

    def told_by(self, speaker: Token, sentence: int) -> str | None:
        """The state whose doings `speaker` tells: "Peru will not sell to Chile, the minister said"."""
        if speaker.dep_ != "nsubj":
            return None
        for trace in reversed(self.traces[-_BACK:]):
            acts = trace.sentence == sentence and trace.entity.kind == "state" and trace.subject
            if acts and speaker.head in trace.head.ancestors:
                return trace.entity.id
        return None

    def _sender(self, sentence: int, host: str) -> str | None:
        for trace in reversed(self.traces[-_BACK:]):
            if trace.sentence != sentence or trace.place or trace.entity.id == host:
                continue
            if trace.entity.kind == "state":
                return trace.entity.id
        others = [code for code in self._acting if code != host]
        return max(others, key=lambda code: self._acting[code]) if others else None

    def local_state(self, sentence: int) -> str | None:
        """The state that people without an owner are of, where that is safe.

        The ground of the sentence, else that of the police, court or parliament that acts in it, else
        that of the date line, else the only state of the report.
        """
        return self.ground or self.domestic_state(sentence) or self.home or self.sole

    def domestic_state(self, sentence: int) -> str | None:
        """The state whose police, court or parliament acts in the sentence."""
        for trace in reversed(self.traces[-_BACK:]):
            entity = trace.entity
            if trace.sentence == sentence and trace.subject and entity.sector in _DOMESTIC:
                return entity.part_of
        return None

    def most_named(self) -> str | None:
        """The state named most, the first of equals."""
        if not self._acting:
            return None
        return max(self._acting, key=lambda code: self._acting[code])

    def latest_group(self) -> Entity | None:
        """The armed or political group named last."""
        for trace in reversed(self.traces):
            if trace.entity.kind == "group" and (trace.entity.part_of or trace.entity.sector == "REB"):
                return trace.entity
        return None

    def later(self, one: Entity | None, other: Entity | None) -> Entity | None:
        """Which of two entities was mentioned last; the one there is where there is only one."""
        if one is None or other is None:
            return one or other
        named = (t.entity for t in reversed(self.traces) if t.entity.id in (one.id, other.id))
        return next(named, one)

    def armed_group(self, sentence: int) -> Entity | None:
        """The one armed group named in this sentence or the two before."""
        return _only(
            trace.entity
            for trace in self.traces[-2 * _BACK :]
            if trace.sentence >= sentence - 2
            and trace.entity.kind == "group"
            and trace.entity.sector == "REB"
        )

    def country(self, head: Token, sentence: int, among: Collection[str] | None = None) -> str | None:
        """The state that "the country" stands for at `head`; with `among`, "the island" and the like.

        What it stood for earlier in the sentence, else the state named last that is not the
        subject of the clause: "Peru withdrew its envoy from the country".
        """
        if among is None and self._country is not None and self._country[0] == sentence:
            return self._country[1]
        leaving = head.dep_ == "dobj" or (head.dep_ == "pobj" and head.head.lower_ not in ("in", "within"))
        # "Amman demanded an explanation from the kingdom": who acts asks no more than another one.
        leaving = leaving and among is None
        if leaving:
            governors = {(head.head.head if head.dep_ == "pobj" else head.head).i}
        else:
            governors = {token.i for token in head.ancestors}
        acting = {
            trace.entity.id
            for trace in self.traces[-_BACK:]
            if trace.sentence == sentence and _acts_on(trace, governors, leaving)
        }
        for trace in reversed(self.traces):
            if trace.entity.kind != "state" or trace.entity.id in acting:
                continue
            if among is None or trace.entity.id in among:
                self._country = (sentence, trace.entity.id)
                return trace.entity.id
        return None

    def person(self, sentence: int, *, opens: bool) -> Entity | None:
        """The one person a singular pronoun can stand for.

        Of several in the sentence before, a pronoun that `opens` its own takes up the subject.
        """
        here = self._antecedent(sentence, _is_person, subjects_only=False, same_only=True)
        if here is not None or any(
            t.sentence == sentence and _is_person(t.entity) for t in self.traces[-_BACK:]
        ):
            return here
        if opens:
            return self._antecedent(sentence, _is_person, subjects_only=False)
        return _only(
            t.entity
            for t in self.traces[-_BACK:]
            if t.sentence == sentence - 1 and not t.place and not t.owner and _is_person(t.entity)
        )

    def clause_subject(self, token: Token, sentence: int) -> Entity | None:
        """The state, body or group that is the subject of the clause `token` stands in."""
        verb = token.head
        while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        for trace in reversed(self.traces[-_BACK:]):
            if trace.sentence == sentence and trace.head.dep_ in _SUBJECTS and trace.head.head == verb:
                return trace.entity if not trace.owner and trace.entity.kind in _THINGS else None
        return None

    def thing(self, sentence: int, *, same_only: bool = False) -> Entity | None:
        """The one state, body or group that acts, which "it" can stand for."""
        return self._antecedent(
            sentence, lambda e: e.kind in _THINGS, subjects_only=True, same_only=same_only
        )

    def many(self, sentence: int, *, same_only: bool = False) -> Entity | None:
        """The one group or sort of people that "they" can stand for."""
        return self._antecedent(sentence, lambda e: e.kind in _MANY, subjects_only=False, same_only=same_only)

    def actors_over(self, token: Token, sentence: int) -> set[str]:
        """The entities that are the subject of a verb that governs `token`."""
        governors = {ancestor.i for ancestor in token.ancestors}
        return {
            trace.entity.id
            for trace in self.traces[-_BACK:]
            if trace.sentence == sentence and trace.subject and _governor(trace.head) in governors
        }

    def _antecedent(
        self,
        sentence: int,
        fits: Callable[[Entity], bool],
        *,
        subjects_only: bool,
        same_only: bool = False,
    ) -> Entity | None:
        fitting = [t for t in self.traces[-_BACK:] if not t.place and fits(t.entity)]
        parts = {(t.sentence, t.head.i) for t in fitting if not t.owner}
        # In "Peru's ministry said that it", what acts is the ministry.
        recent = [t for t in fitting if not t.owner or (t.sentence, t.head.i) not in parts]
        for at in (sentence,) if same_only else (sentence, sentence - 1):
            here = [t for t in recent if t.sentence == at]
            subjects = [t for t in here if t.subject]
            if not subjects_only:
                only = _only(t.entity for t in here if not t.owner)
                if only is not None:
                    return only
            if subjects:
                return _only(t.entity for t in subjects)
            if here and not subjects_only:
                return None
        return None


def is_subject(head: Token) -> bool:
    """Whether a mention with this head word is, or owns, the subject of a clause."""
    if head.dep_ in _SUBJECTS:
        return True
    return head.dep_ == "poss" and head.head.dep_ in _SUBJECTS


def _acts_on(trace: Trace, governors: set[int], leaving: bool) -> bool:
    """Whether the mention does what is governed by one of `governors`.

    Whose troops leave the country is not the country, but a court judges in its own.
    """
    if leaving:
        return any(token.i in governors for token in trace.head.ancestors)
    return trace.subject and not trace.owner and _governor(trace.head) in governors


def _governor(head: Token) -> int:
    subject = head.head if head.dep_ == "poss" else head
    return int(subject.head.i)


def _is_person(entity: Entity) -> bool:
    return entity.kind == "person"


def _only(entities: Iterable[Entity]) -> Entity | None:
    distinct = {entity.id: entity for entity in entities}
    return next(iter(distinct.values())) if len(distinct) == 1 else None
