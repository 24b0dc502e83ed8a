"""Order by verbs, adverbs and tenses: "X led to Y", "later", "on the day when Y", "that it had opened"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extraction.times.links.distance import Side
from accord.extraction.times.links.event_clauses import EventClauses
from accord.records import Event, Order

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Later" points to the sentence before; what lies between may be what is meant, though it is no event here.
_NEAR = 1
# Words that can name one thing done: not what "works" or what one calls on others "to do".
_DONE = frozenset({"VBD", "VBN", "NN", "NNS", "NNP"})
_WHAT = frozenset({"dobj", "ccomp", "xcomp"})
_DAY = re.compile(r"^[0-9X]{4}-[0-9]{2}-[0-9]{2}")


def by_verb(verb: Token, clauses: EventClauses) -> Iterator[Order]:
    """The order that a verb tells of its subject and object, active or passive."""
    side = clauses.words.verbs.get(verb.lemma_)
    if side is None:
        yield from _by_verb_with(verb, clauses)
        return
    passive = any(t.dep_ == "auxpass" for t in verb.children) or verb.tag_ == "VBN"
    if passive:
        agents = [p for t in verb.children if t.dep_ == "agent" for p in t.children if p.dep_ == "pobj"]
    else:
        agents = [t for t in verb.rights if t.dep_ in _WHAT or _tells_when(t)]
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "prep"):
        # "X, prompting Y"; "following Y" is a connective.
        if side == "before":
            told = next((event for token in agents if (event := clauses.of_complement(token))), None)
            main = clauses.governing(verb)
            yield from clauses.order(main, told, (0, None), verb.head.left_edge, verb.right_edge)
        return
    yield from _between(verb, agents, "before" if (side == "after") == passive else "after", clauses)


def _by_verb_with(verb: Token, clauses: EventClauses) -> Iterator[Order]:
    """`X led to Y`, `Y resulted from X`."""
    for preposition in verb.rights:
        side = clauses.words.verbs_with.get(f"{verb.lemma_} {preposition.lower_}")
        if side is not None and preposition.dep_ == "prep":
            told = [child for child in preposition.rights if child.dep_ in ("pobj", "pcomp")]
            yield from _between(verb, told, side, clauses)


def _between(verb: Token, told: list[Token], side: Side, clauses: EventClauses) -> Iterator[Order]:
    """The subject stands on this side of the first event among what is told after the verb."""
    one = clauses.of_subject(verb)
    if one is None and verb.tag_ == "VBN" and verb.dep_ == "acl":
        one = clauses.at(verb.head)
    two = next((event for token in told if (event := clauses.of_complement(token))), None)
    if side == "after":
        one, two = two, one
    yield from clauses.order(one, two, (0, None), verb.left_edge, verb.right_edge)


def by_adverb(adverb: Token, side: Side, clauses: EventClauses) -> Iterator[Order]:
    """`Earlier, X`: before what the report leads with; `later, X`: after the event told before."""
    verb = adverb.head
    if not verb.tag_.startswith("VB") or any(t.dep_ in ("npadvmod", "nummod") for t in adverb.children):
        return
    one = clauses.of_verb(verb, adverb)
    if one is None:
        return
    told = clauses.token(one)
    if told != verb and not verb.is_ancestor(told):
        return
    two = _pointed_at(adverb, verb, side, clauses)
    if two is not None and clauses.token(two).tag_ not in _DONE:
        return
    if side == "before":
        one, two = two, one
    yield from clauses.order(two, one, (0, None), verb.left_edge, verb.right_edge)


def _pointed_at(adverb: Token, verb: Token, side: Side, clauses: EventClauses) -> Event | None:
    """The event that "earlier" or "later" is reckoned from."""
    here = clauses.joined(verb)
    if here is not None and side == "after":
        return here
    if verb.dep_ in ("relcl", "advcl", "acl", "ccomp", "conj"):
        # Within a sentence, only what the clause hangs on can be meant.
        return clauses.governing(verb)
    if adverb.lower_ in clauses.words.in_a_row:
        return None
    return clauses.lead(adverb) if side == "before" else clauses.before(adverb, _NEAR)


def _tells_when(token: Token) -> bool:
    """Whether a clause after "follows" says what was followed ("a decision in May when X closed Y")."""
    if token.dep_ != "advcl":
        return False
    return token.tag_.startswith("N") or any(child.lower_ == "when" for child in token.children)


def by_moment(word: Token, clauses: EventClauses) -> Iterator[Order]:
    """The order that "when", "just as" or "by the time" tells, where both clauses tell of a moment."""
    if word.lower_ == "time":
        yield from _by_the_time(word, clauses)
    elif word.lower_ == "when" and word.dep_ == "advmod":
        yield from _when(word.head, clauses)
    elif word.dep_ == "mark" and word.i > 0 and word.nbor(-1).lower_ == "just":
        other, host = word.head, _verb_above(word.head)
        yield from _told_together(host, other, clauses)


def _when(verb: Token, clauses: EventClauses) -> Iterator[Order]:
    """`X on a day when Y` is of one day; `X had been done when Y` puts X before Y."""
    host = _verb_above(verb)
    main, other = clauses.at(host), clauses.at(verb)
    if main is None or other is None or not _is_simple_past(verb):
        return
    first, last = host.left_edge, max(host.right_edge, verb.right_edge, key=lambda t: t.i)
    if _has_had(host):
        yield from clauses.order(main, other, (0, None), first, last)
    elif _is_simple_past(host) and _is_on_a_day(main, verb):
        yield from clauses.order(main, other, (0, 0), first, last)


def _is_on_a_day(main: Event, verb: Token) -> bool:
    """Whether the main clause names the one day that the "when" clause is about."""
    time = main.time
    if time is None or not _DAY.match(time.value):
        return False
    return main.end <= time.start < verb.idx and time.end <= verb.left_edge.idx


def _told_together(host: Token, other: Token, clauses: EventClauses) -> Iterator[Order]:
    if _is_simple_past(host) and _is_simple_past(other):
        first = min(host.left_edge, other.left_edge, key=lambda t: t.i)
        last = max(host.right_edge, other.right_edge, key=lambda t: t.i)
        yield from clauses.order(clauses.at(host), clauses.at(other), (0, 0), first, last)


def _by_the_time(noun: Token, clauses: EventClauses) -> Iterator[Order]:
    """`By the time Y, X had been done`."""
    if noun.head.lower_ != "by" or noun.dep_ != "pobj":
        return
    host = noun.head.head
    other = next((child for child in noun.rights if child.dep_ in ("relcl", "acl", "advcl")), None)
    if other is None or not _has_had(host):
        return
    first = min(host.left_edge, noun.head, key=lambda t: t.i)
    last = max(host.right_edge, other.right_edge, key=lambda t: t.i)
    yield from clauses.order(clauses.at(host), clauses.at(other), (0, None), first, last)


def _verb_above(verb: Token) -> Token:
    """The verb of the clause that a clause hangs in, through the noun of a relative clause."""
    here = verb.head
    for _ in range(5):
        if here.tag_.startswith("VB") or here.head == here:
            break
        here = here.head
    return here


def _has_had(verb: Token) -> bool:
    """Whether a verb is in the past perfect."""
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in verb.children) and (
        verb.tag_ in ("VBN", "VBD")
    )


def _is_simple_past(verb: Token) -> bool:
    """Whether a verb is in the simple past, active or passive: neither perfect nor progressive."""
    if any(child.dep_ == "aux" for child in verb.children):
        return False
    passive = any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children)
    return passive if verb.tag_ == "VBN" else verb.tag_ == "VBD"


def by_perfect(verb: Token, clauses: EventClauses) -> Iterator[Order]:
    """`closed the mission that it had opened`, `having signed X, closed Y`."""
    having = any(child.dep_ == "aux" and child.lower_ == "having" for child in verb.children)
    if not having and (not _has_had(verb) or verb.dep_ not in ("relcl", "ccomp", "advcl")):
        return
    if having and verb.dep_ != "advcl":
        return
    if any(
        child.lower_ in clauses.words.otherwise and child.dep_ in ("mark", "advmod", "prep")
        for child in verb.children
    ):
        return
    later = clauses.governing(verb)
    if later is None or not _is_simple_past(clauses.token(later)):
        return
    host = clauses.token(later)
    first = min(host.left_edge, verb.left_edge, key=lambda t: t.i)
    last = max(host.right_edge, verb.right_edge, key=lambda t: t.i)
    yield from clauses.order(clauses.at(verb), later, (0, None), first, last)
