"""The sides of an event: people of no known side as the other side's own, and whether enough are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.countries import state_of
from accord.extraction.events.discourse.anaphora import half_told, identified, refers, strikes_named
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.parse.clauses import is_verb, lemma_of
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast
    from accord.extraction.parse.grammar_words import EventWords
    from accord.vocabulary.acts import Act

# Force abroad strikes others; these strike at home.
_ABROAD = frozenset({"MIL", "SPY"})
_DESCRIBING = frozenset({"acl", "amod", "advcl"})
_COMMON = frozenset({"title", "description", "pronoun"})


def stands(draft: EventDraft) -> bool:
    """Whether a trigger names enough sides, or refers back to an event that may."""
    sense = draft.trigger.sense
    if sense.named and not (_is_known(draft.actors) and _is_known(draft.recipients)):
        return False
    return _act_stands(draft, sense.act) if sense.act is not None else _deed_stands(draft)


def _deed_stands(draft: EventDraft) -> bool:
    """Whether an event without an act names enough sides."""
    sense = draft.trigger.sense
    if draft.recipients and (_is_news(draft) or _is_gathering(draft)):
        return True
    if sense.one or sense.mutual:
        sides = len(draft.actors) + len(draft.recipients)
        return bool(draft.actors) and (sense.one or sides > 1)
    return bool(draft.actors and draft.recipients)


def _act_stands(draft: EventDraft, act: Act) -> bool:
    """Whether an act names enough sides, or refers back to one that does."""
    sides = len(draft.actors) + len(draft.recipients)
    if act.two_sided:
        return bool(draft.actors and draft.recipients)
    if act.dialogue and any(m.code is None and m.form == "description" for m in draft.recipients):
        return False
    if act.direct and is_verb(draft.trigger.token):
        return bool(draft.recipients)
    if half_told(draft):
        return True
    if sides == 0:
        return _refers_back(draft)
    return sides > 1 or not draft.trigger.sense.mutual


def _refers_back(draft: EventDraft) -> bool:
    """Whether an act without sides is one that the report has told of, or is known by what it is done to."""
    denied = draft.polarity == "negative" and draft.trigger.site.support is not None
    return identified(draft.trigger) or denied or refers(draft.trigger) or strikes_named(draft.trigger)


def _is_known(mentions: tuple[ActorMention, ...]) -> bool:
    return any(mention.code is not None for mention in mentions)


def _is_news(draft: EventDraft) -> bool:
    """Whether a deed stands without its doer: a passive clause, not "men armed with rifles", or a blast."""
    token, type_, grammar = draft.trigger.token, draft.trigger.sense.type, draft.trigger.grammar
    if not type_.done_to or token.dep_ in _DESCRIBING:
        return False
    if type_.assaults and any(lemma_of(noun) in grammar.words.blasts for noun in grammar.subjects(token)):
        return True
    return grammar.is_passive(token)


def _is_gathering(draft: EventDraft) -> bool:
    """Whether somebody protests, whoever that is: "Crowds gathered outside the parliament in Oslo"."""
    sense = draft.trigger.sense
    return sense.home and sense.type.protests and bool(draft.trigger.grammar.subjects(draft.trigger.token))


def at_home(draft: EventDraft, cast: Cast) -> EventDraft:
    """The draft with the state of those sides of which the report tells none."""
    sense = draft.trigger.sense
    if not sense.type.struck or (sense.act is not None and not sense.act.domestic):
        return draft
    by_nobody = sense.type.protests and not draft.actors
    state = _only_state(draft, cast)
    if state is None and by_nobody:
        state = _state_of_place(draft, cast)  # "Crowds marched in Taipei against Chinese plans".
    if state is None:
        return draft
    return replace(draft, actors=_unnamed(draft, state)) if by_nobody else _of_state(draft, state, cast)


def _of_state(draft: EventDraft, state: str, cast: Cast) -> EventDraft:
    """The draft with those sides as of `state` that may be taken for its own."""
    sense, words = draft.trigger.sense, draft.trigger.grammar.words
    by_state = any(m.code == state for m in draft.actors)
    if by_state and draft.recipients and _unplaced(draft.recipients, words):
        abroad = sense.type.assaults and _strikes_abroad(draft.actors, cast)
        return draft if abroad else replace(draft, recipients=_placed(draft.recipients, state))
    if sense.home and not draft.recipients and (by_state or _unplaced(draft.actors, words)):
        return _to_own_state(draft, state)
    if _done_by_own(draft, state):
        return replace(draft, actors=_placed(draft.actors, state))
    return draft


def _to_own_state(draft: EventDraft, state: str) -> EventDraft:
    """What is done at home, as done by people of `state` to it."""
    doer = next((m for m in draft.actors if m.code == state), None)
    if doer is not None:
        return replace(draft, recipients=(replace(doer, actor=state, form="metonym"),))
    whole = replace(draft.actors[0], actor=state, code=state, form="metonym")
    return replace(draft, actors=_placed(draft.actors, state), recipients=(whole,))


def _state_of_place(draft: EventDraft, cast: Cast) -> str | None:
    """The state in which a trigger says it happens."""
    nouns = draft.trigger.grammar.phrases(draft.trigger.token).get("in", ())
    codes = {p.code for p in cast.places for n in nouns if p.start <= n.idx < p.end and p.code is not None}
    return next(iter(codes)) if len(codes) == 1 else None


def _unnamed(draft: EventDraft, state: str) -> tuple[ActorMention, ...]:
    """The people who protest, where no actor is known by their name: "crowds"."""
    doers = draft.trigger.grammar.subjects(draft.trigger.token)
    return tuple(
        ActorMention(t.idx, t.idx + len(t), t.text, state, state, form="description") for t in doers[:1]
    )


def _done_by_own(draft: EventDraft, state: str) -> bool:
    """Whether those who act towards a state may be taken for its own."""
    words = draft.trigger.grammar.words
    if not draft.trigger.sense.type.domestic or not _unplaced(draft.actors, words):
        return False
    return any(m.code == state for m in draft.recipients)


def _only_state(draft: EventDraft, cast: Cast) -> str | None:
    """The one state that the clause of a draft names; None where it names none or several."""
    start, end = _clause(draft.trigger.token)
    named = (*cast.within(start, end), *draft.actors, *draft.recipients)
    codes = {state_of(m.code, m.actor) for m in named}
    codes |= {p.code for p in cast.places if start <= p.start < end}
    states = codes - {None}
    return next(iter(states)) if len(states) == 1 else None


def _clause(token: Token) -> tuple[int, int]:
    """The characters of the clause a trigger stands in, without who tells it ("..., officials said")."""
    while token.head != token and token.dep_ not in {"ccomp", "parataxis"}:
        token = token.head
    edges = token.left_edge, token.right_edge
    return edges[0].idx, edges[1].idx + len(edges[1])


def _unplaced(mentions: tuple[ActorMention, ...], words: EventWords) -> bool:
    """Whether all are people or bodies of no known state, and not said to be foreign."""
    return bool(mentions) and all(
        m.code is None and (m.form in _COMMON or m.form == "name") and not is_foreign(m, words)
        for m in mentions
    )


def is_foreign(mention: ActorMention, words: EventWords) -> bool:
    """Whether a mention is said to be of no side, or of another."""
    return not words.foreign.isdisjoint(mention.text.lower().split())


def _strikes_abroad(actors: tuple[ActorMention, ...], cast: Cast) -> bool:
    return any(
        m.sector in _ABROAD or ((e := cast.by_id.get(m.actor)) is not None and e.kind == "state")
        for m in actors
    )


def _placed(mentions: tuple[ActorMention, ...], state: str) -> tuple[ActorMention, ...]:
    return tuple(replace(mention, code=state) for mention in mentions)
