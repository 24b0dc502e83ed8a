"""What a report has named so far, and which states and groups its nouns can therefore stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from accord.extraction.parse.clauses import SUBJECTS
from accord.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

RECENT = 12
"""How many of the last mentions are looked at."""

_DOMESTIC = frozenset({"COP", "JUD", "LEG"})


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


def is_subject(head: Token) -> bool:
    """Whether a mention with this head word is, or owns, the subject of a clause."""
    if head.dep_ in SUBJECTS:
        return True
    return head.dep_ == "poss" and head.head.dep_ in SUBJECTS


def governor(head: Token) -> int:
    """The position of the word that the clause of a mention with this head word hangs on."""
    subject = head.head if head.dep_ == "poss" else head
    return int(subject.head.i)


def only(entities: Iterable[Entity]) -> Entity | None:
    """The one entity there is, or None where there are none or several."""
    distinct = {entity.id: entity for entity in entities}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


class DiscourseModel(Struct):
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
        for trace in reversed(self.traces[-RECENT:]):
            if trace.sentence == sentence and trace.entity.kind == "state":
                return trace.entity.id
        known = (None if travels else self.ground) or self.home or self.most_named()
        return known or (self.place[1] if self.place else None) or self.sole

    def told_by(self, speaker: Token, sentence: int) -> str | None:
        """The state whose doings `speaker` tells: "Peru will not sell to Chile, the minister said"."""
        if speaker.dep_ != "nsubj":
            return None
        for trace in reversed(self.traces[-RECENT:]):
            acts = trace.sentence == sentence and trace.entity.kind == "state" and trace.subject
            if acts and speaker.head in trace.head.ancestors:
                return trace.entity.id
        return None

    def _sender(self, sentence: int, host: str) -> str | None:
        for trace in reversed(self.traces[-RECENT:]):
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
        for trace in reversed(self.traces[-RECENT:]):
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
        return only(
            trace.entity
            for trace in self.traces[-2 * RECENT :]
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
            for trace in self.traces[-RECENT:]
            if trace.sentence == sentence and _acts_on(trace, governors, leaving)
        }
        for trace in reversed(self.traces):
            if trace.entity.kind != "state" or trace.entity.id in acting:
                continue
            if among is None or trace.entity.id in among:
                self._country = (sentence, trace.entity.id)
                return trace.entity.id
        return None


def _acts_on(trace: Trace, governors: set[int], leaving: bool) -> bool:
    """Whether the mention does what is governed by one of `governors`.

    Whose troops leave the country is not the country, but a court judges in its own.
    """
    if leaving:
        return any(token.i in governors for token in trace.head.ancestors)
    return trace.subject and not trace.owner and governor(trace.head) in governors
