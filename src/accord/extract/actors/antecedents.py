"""Antecedents of pronouns among the mentions before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from accord.extract.actors.traces import RECENT, SUBJECTS, Trace, governor, only
from accord.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset({"state", "organisation", "institution", "group"})
_MANY = frozenset({"people", "group"})


def person(traces: Sequence[Trace], sentence: int, *, opens: bool) -> Entity | None:
    """The one person a singular pronoun can stand for.

    Of several in the sentence before, a pronoun that `opens` its own takes up the subject.
    """
    here = _antecedent(traces, sentence, _is_person, subjects_only=False, same_only=True)
    if here is not None or any(t.sentence == sentence and _is_person(t.entity) for t in traces[-RECENT:]):
        return here
    if opens:
        return _antecedent(traces, sentence, _is_person, subjects_only=False)
    return only(
        t.entity
        for t in traces[-RECENT:]
        if t.sentence == sentence - 1 and not t.place and not t.owner and _is_person(t.entity)
    )


def clause_subject(traces: Sequence[Trace], token: Token, sentence: int) -> Entity | None:
    """The state, body or group that is the subject of the clause `token` stands in."""
    verb = token.head
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    for trace in reversed(traces[-RECENT:]):
        if trace.sentence == sentence and trace.head.dep_ in SUBJECTS and trace.head.head == verb:
            return trace.entity if not trace.owner and trace.entity.kind in _THINGS else None
    return None


def thing(traces: Sequence[Trace], sentence: int, *, same_only: bool = False) -> Entity | None:
    """The one state, body or group that acts, which "it" can stand for."""
    return _antecedent(traces, sentence, lambda e: e.kind in _THINGS, subjects_only=True, same_only=same_only)


def many(traces: Sequence[Trace], sentence: int, *, same_only: bool = False) -> Entity | None:
    """The one group or sort of people that "they" can stand for."""
    return _antecedent(traces, sentence, lambda e: e.kind in _MANY, subjects_only=False, same_only=same_only)


def actors_over(traces: Sequence[Trace], token: Token, sentence: int) -> set[str]:
    """The entities that are the subject of a verb that governs `token`."""
    governors = {ancestor.i for ancestor in token.ancestors}
    return {
        trace.entity.id
        for trace in traces[-RECENT:]
        if trace.sentence == sentence and trace.subject and governor(trace.head) in governors
    }


def _antecedent(
    traces: Sequence[Trace],
    sentence: int,
    fits: Callable[[Entity], bool],
    *,
    subjects_only: bool,
    same_only: bool = False,
) -> Entity | None:
    fitting = [t for t in traces[-RECENT:] if not t.place and fits(t.entity)]
    parts = {(t.sentence, t.head.i) for t in fitting if not t.owner}
    # In "Peru's ministry said that it", what acts is the ministry.
    recent = [t for t in fitting if not t.owner or (t.sentence, t.head.i) not in parts]
    for at in (sentence,) if same_only else (sentence, sentence - 1):
        here = [t for t in recent if t.sentence == at]
        subjects = [t for t in here if t.subject]
        if not subjects_only:
            one = only(t.entity for t in here if not t.owner)
            if one is not None:
                return one
        if subjects:
            return only(t.entity for t in subjects)
        if here and not subjects_only:
            return None
    return None


def _is_person(entity: Entity) -> bool:
    return entity.kind == "person"
