"""One event a happening: drops triggers that only repeat another of the same sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.extraction.events.event_draft import EventDraft
from accord.extraction.parse.clauses import complement, is_infinitive, is_purpose, is_verb
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"ROOT", "conj", "ccomp"})


def merged(drafts: list[EventDraft]) -> list[EventDraft]:
    """The drafts of one sentence without those that are part of another or say it again."""
    parts: set[int] = set()
    for draft in drafts:
        parts.update(noun.i for noun in draft.trigger.object_nouns)
        if _holds(draft, drafts):
            parts.update(_held(draft))
    kept = [draft for draft in drafts if not _is_part(draft, parts, drafts)]
    return [draft for draft in kept if not any(_yields(draft, other) for other in kept if other is not draft)]


def _yields(draft: EventDraft, other: EventDraft) -> bool:
    """Whether a draft is dropped for another; of two that would each be dropped, the verb stays."""
    if not _repeats(draft, other) and not _outdoes(other, draft):
        return False
    return not is_verb(draft.trigger.token) or is_verb(other.trigger.token) or not _repeats(other, draft)


def _is_part(draft: EventDraft, parts: set[int], drafts: list[EventDraft]) -> bool:
    """Whether a draft gives way to one whose clause it stands in, or that stands in its own."""
    if draft.trigger.sense.weak and _tells(draft, drafts, acts=draft.trigger.sense.one):
        return True
    token, act = draft.trigger.token, draft.trigger.sense.act
    return token.i in parts and (act is None or act.everyday or not is_verb(token))


def _holds(draft: EventDraft, drafts: list[EventDraft]) -> bool:
    """Whether what is told in the clause of a draft is a part of it: what is asked, refused, stopped."""
    sense = draft.trigger.sense
    if sense.act is not None or (sense.weak and _tells(draft, drafts)):
        return False
    return sense.type.holding or sense.comp == "ing"


def _tells(draft: EventDraft, drafts: list[EventDraft], *, acts: bool = False) -> bool:
    """Whether the clause of a draft tells an event of its own; with `acts`, a diplomatic act."""
    held = _held(draft)
    return any(
        other.trigger.token.i in held and (other.trigger.sense.act is not None or not acts)
        for other in drafts
        if other is not draft
    )


def _held(draft: EventDraft) -> set[int]:
    """Positions of the words an event is about: its clause, and the nouns it takes."""
    held: set[int] = set()
    token, type_ = draft.trigger.token, draft.trigger.sense.type
    conditions = draft.trigger.grammar.words.conditions
    clause = complement(token)
    if clause is not None:
        held.update(t.i for t in clause.subtree)
    for child in token.children:
        bid = clause is None and type_.asks and is_purpose(child)
        bid = bid or (type_.threatens and child.dep_ == "advcl" and _is_condition(child, conditions))
        if child.dep_ in {"dobj", "prep"} or bid:
            held.update(t.i for t in child.subtree)
    return held


def _is_condition(clause: Token, conditions: frozenset[str]) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in conditions for c in clause.children)


def _repeats(draft: EventDraft, other: EventDraft) -> bool:
    """Whether a noun only names what another trigger of the sentence tells."""
    if is_verb(draft.trigger.token):
        return False
    mine, theirs = draft.trigger.sense, other.trigger.sense
    if mine.is_strike and theirs.type.assaults and is_verb(other.trigger.token):
        return _parties(draft) <= _parties(other)  # "killed four in an attack".
    if mine.type != theirs.type or mine.deed != theirs.deed:
        return False
    if not is_verb(other.trigger.token) and other.trigger.token.i > draft.trigger.token.i:
        return False
    return _within(draft.actors, other.actors) and _within(draft.recipients, other.recipients)


def _outdoes(other: EventDraft, draft: EventDraft) -> bool:
    """Whether a trigger without an act only says in passing what another says in full.

    A trigger with one side does where another of the sentence has two, or is of its type; so does
    the purpose of another ("blocked the road to demand reforms"), and a noun with the sides of another.
    """
    if draft.trigger.sense.act is not None:
        return False
    token = draft.trigger.token
    full = _is_full(other) and not _is_deed(draft)
    same = _parties(draft) == _parties(other)
    if full and same and not is_verb(token):
        return True
    if same and _joins(draft, other):
        return True
    if _is_full(draft):
        return full and _is_purpose_of(token, other.trigger.token)
    return full or (other.trigger.sense.type == draft.trigger.sense.type and other.trigger.token.i < token.i)


def _is_deed(draft: EventDraft) -> bool:
    """Whether a verb with a doer tells something of its own: "and rejected the charge"."""
    token, sense = draft.trigger.token, draft.trigger.sense
    if not sense.one or sense.home or sense.weak or not is_verb(token) or token.dep_ not in _CLAUSES:
        return False
    return sense.type.holding and token.tag_ != "VBG" and all(m.code is not None for m in draft.actors)


def _joins(draft: EventDraft, other: EventDraft) -> bool:
    """Whether a step at home is joined to another of its type: "gave way and dropped the bill"."""
    token, sense = draft.trigger.token, draft.trigger.sense
    return (
        sense.home
        and sense.type == other.trigger.sense.type
        and token.dep_ in {"conj", "advcl"}
        and token.head == other.trigger.token
    )


def _parties(draft: EventDraft) -> set[str]:
    """Whom a draft is about, by their states where they have one."""
    return {m.code or m.actor for m in (*draft.actors, *draft.recipients)}


def _is_full(draft: EventDraft) -> bool:
    """Whether both sides are named, or the two that do something together."""
    return bool(draft.actors and draft.recipients) or (draft.trigger.sense.mutual and len(draft.actors) > 1)


def _is_purpose_of(token: Token, verb: Token) -> bool:
    """Whether a verb is what another is done for, also through "to try to", "to help"."""
    while token.dep_ in {"xcomp", "ccomp"} and is_infinitive(token) and is_verb(token.head):
        token = token.head
    return is_purpose(token) and token.head == verb


def _within(mentions: tuple[ActorMention, ...], others: tuple[ActorMention, ...]) -> bool:
    return {m.actor for m in mentions} <= {m.actor for m in others}
