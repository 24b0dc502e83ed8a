"""The other side of an event, from the events that a report has told before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from accord.extract.events.anaphora import refers
from accord.extract.events.clauses import children, complement, is_passive, is_verb, lemma_of, phrases
from accord.extract.events.grammar import objects, subjects, topics
from accord.extract.events.merge import Draft
from accord.extract.events.sides import is_foreign
from accord.extract.events.words import event_words
from accord.records import ActorMention

# How many events back a side is looked for.
FAR = 12
# CAMEO code of a diplomatic protest.
PROTEST = "114"
# Acts that are not between two states, or whose other side their own words name.
WITHIN = frozenset({
    "recognise-state", "recognise-government", "recognise", "designate", "delist", "seize-power", "visit",
    "talks", "withdraw-recognition", "withdraw-troops",
})  # fmt: skip
# Codes that many bodies share.
_SHARED = frozenset({"IGO", "NGO", "IMG", "MNE"})
# Types that go on with whom the verb before them was about: "met the envoy and assured him".
_CONTINUING = frozenset({"AGREE", "REQUEST", "THREATEN", "SANCTION", "REJECT", "SUPPORT", "ACCUSE", "AID"})
_PERSONAL = frozenset({"him", "her", "them", "it"})
# CAMEO code of mediation.
_MEDIATION = "045"
_TWO = frozenset({"both", "two"})
# What is said or done towards another, whoever that is.
_TOWARDS = frozenset({"ACCUSE", "SUPPORT", "THREATEN", "REQUEST", "REJECT"})
# Acts that two sides have done together where it is told without a doer.
_JOINT = frozenset(
    {"sign-treaty", "ratify-treaty", "appoint-charge", "establish-relations", "resume-relations"}
)


def between_states(draft: Draft, told: Sequence[Draft]) -> Draft:
    """A protest by a state itself, which is one to another state: "Lima protested"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    by_state = len(draft.actors) == 1 and draft.actors[0].actor == draft.actors[0].code
    own = keys(draft.actors)
    if (
        sense.type != "PROTEST"
        or not by_state
        or lemma_of(token) != "protest"
        or keys(draft.recipients) - own
    ):
        return draft
    named = children(token, "dobj") or [t for t in subjects(token) if t.pos_ != "PROPN"]
    other = partner(own, told)
    if named or not other:
        return draft
    spoken = replace(sense, type="ACCUSE", mode="disapprove", cameo=PROTEST, home=False)
    return replace(draft, trigger=replace(draft.trigger, sense=spoken), recipients=other)


def joint(draft: Draft, told: Sequence[Draft]) -> Draft:
    """The draft with the two that "the parties" or "the two" are, where they do something together."""
    verb = draft.trigger.site.verb
    if any(m.code is not None for m in draft.actors) or not is_verb(verb):
        return draft
    for noun in topics(verb):
        determined = {c.lower_ for c in noun.children}
        plural = noun.tag_ == "NNS" and lemma_of(noun) in event_words().parties and "the" in determined
        if plural or noun.lower_ in _TWO or (lemma_of(noun) in event_words().sides and determined & _TWO):
            two = pair(keys(draft.recipients), told)
            return replace(draft, actors=two) if two else draft
    return draft


def placed(draft: Draft, told: Sequence[Draft]) -> Draft:
    """The draft with the state of doers of whom the report does not say whose they are.

    "The ministry summoned the Chilean envoy", after what Peru and Chile did: Peru's.
    """
    if not draft.actors or any(m.code is not None or m.form == "pronoun" for m in draft.actors):
        return draft
    own = keys(draft.recipients)
    if len(own) != 1 or any(m.code is None for m in draft.recipients) or draft.trigger.sense.act in WITHIN:
        return draft
    other = partner(own, told)
    if len(other) != 1 or other[0].code in _SHARED or any(is_foreign(m) for m in draft.actors):
        return draft
    return replace(draft, actors=tuple(replace(m, code=other[0].code) for m in draft.actors))


def is_towards(draft: Draft) -> bool:
    """Whether a clause tells what is said to somebody without naming whom: "and demanded guarantees"."""
    sense, verb = draft.trigger.sense, draft.trigger.token
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ == "aux" for c in verb.children)
    told = draft.factuality in {"asserted", "reported"}
    return (
        draft.pending and sense.act is None and sense.type in _TOWARDS and is_verb(verb) and finite and told
    )


def only_other(own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """The one state besides the doer's that the report has told of lately."""
    parties = [m for d in told[-FAR:] for m in (*d.actors, *d.recipients)]
    others = [m for m in parties if m.code is not None and key(m) not in own]
    return distinct(others) if len(keys(others)) == 1 else ()


def mediates(draft: Draft) -> bool:
    """Whether a draft tells of mediation, or of an offer of it."""
    sense = draft.trigger.sense
    return sense.cameo == _MEDIATION or (sense.type == "AGREE" and "mediation" in sense.contexts)


def pair(own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """The two sides of the last event between two others."""
    for earlier in reversed(told[-FAR:]):
        parties = distinct(m for m in (*earlier.actors, *earlier.recipients) if m.code is not None)
        if len(parties) == 2 and not keys(parties) & own:
            return parties
    return ()


def shares_doer(draft: Draft, other: Draft) -> bool:
    """Whether a verb is joined to another: "summoned the envoy and closed the border"."""
    token = draft.trigger.token
    while token.dep_ == "conj" or (token.dep_ == "advcl" and token.tag_ == "VBG"):
        token = token.head
        if token == other.trigger.token:
            return True
    return False


def partner(own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """The only other side of the last event that one side took part in."""
    for earlier in reversed(told[-FAR:]):
        parties = (*earlier.actors, *earlier.recipients)
        if not keys(parties) & own:
            continue
        others = [m for m in parties if m.code is not None and key(m) not in own]
        if len(keys(others)) == 1:
            return distinct(others)
    return ()


def key(mention: ActorMention) -> str:
    """Which state or body a mention belongs to."""
    return mention.actor if mention.code is None or mention.code in _SHARED else mention.code


def keys(mentions: Iterable[ActorMention]) -> frozenset[str]:
    """Which states or bodies mentions belong to."""
    return frozenset(key(m) for m in mentions)


def distinct(mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """The first mention of each side."""
    return tuple({key(m): m for m in reversed(list(mentions))}.values())[::-1]


def family(act: str | None) -> str | None:
    """The act, or "recognise" for any recognition."""
    return act.split("-")[0] if act is not None and act.startswith("recognise") else act


def both(draft: Draft, own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """The two whom "both sides" are, where no other phrase tells it."""
    token = draft.trigger.token
    found = phrases(token)
    nouns = (*objects(token), *(n for name in ("on", "to", "between") for n in found.get(name, ())))
    if any(lemma_of(n) in event_words().sides and any(c.lower_ in _TWO for c in n.children) for n in nouns):
        return pair(own, told)
    return ()


def recognised(own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """Whom the recognition is of that was told of last."""
    for earlier in reversed(told[-FAR:]):
        sense = earlier.trigger.sense
        if family(sense.act) in {"recognise", "withdraw-recognition"} and earlier.recipients:
            return tuple(m for m in earlier.recipients if key(m) not in own)
    return ()


def taken_up(draft: Draft, told: Sequence[Draft]) -> Draft:
    """The draft with the sides of what it takes up: "recognised it", "the talks", "the accord, signed"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    if is_verb(token) and family(sense.act) == "recognise":
        unnamed = any(n.lower_ in _PERSONAL for n in objects(token))
        return replace(draft, recipients=recognised(frozenset(), told)) if unnamed else draft
    passive = is_verb(token) and is_passive(token) and sense.act in _JOINT
    subject = token.dep_ in {"nsubj", "nsubjpass"} and draft.polarity == "positive"
    if passive or (sense.act == "talks" and subject and refers(draft.trigger)):
        return replace(draft, actors=pair(frozenset(), told))
    return draft


def continued(draft: Draft, own: frozenset[str], told: Sequence[Draft]) -> tuple[ActorMention, ...]:
    """Whom the verb before was about: "met the envoy and assured him that"."""
    sense, token = draft.trigger.sense, draft.trigger.token
    if sense.act is not None or sense.type not in _CONTINUING or not is_verb(token):
        return ()
    nouns = objects(token)
    bid = sense.type == "REQUEST" and complement(token) is None
    if nouns and nouns[0].lower_ not in _PERSONAL and not bid:
        return ()
    for earlier in reversed(told):
        if shares_doer(draft, earlier) and earlier.recipients:
            return distinct(m for m in earlier.recipients if m.code is not None and key(m) not in own)
    return ()
