"""Order by verbs and adverbs: "X follows Y", "X was followed by Y", "X led to Y"; "earlier", "later"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extract.times.clauses import Clauses
from accord.extract.times.distance import Side
from accord.records import Event, Order

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Later" points to the sentence before; what lies between may be what is meant, though it is no event here.
_NEAR = 1
# Words that can name one thing done: not what "works" or what one calls on others "to do".
_DONE = frozenset({"VBD", "VBN", "NN", "NNS", "NNP"})
_WHAT = frozenset({"dobj", "ccomp", "xcomp"})
# Without "and", these tell how things stand, or what follows from them.
_IN_A_ROW = frozenset({"then"})


def by_verb(verb: Token, clauses: Clauses) -> Iterator[Order]:
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


def _by_verb_with(verb: Token, clauses: Clauses) -> Iterator[Order]:
    """`X led to Y`, `Y resulted from X`."""
    for preposition in verb.rights:
        side = clauses.words.verbs_with.get(f"{verb.lemma_} {preposition.lower_}")
        if side is not None and preposition.dep_ == "prep":
            told = [child for child in preposition.rights if child.dep_ in ("pobj", "pcomp")]
            yield from _between(verb, told, side, clauses)


def _between(verb: Token, told: list[Token], side: Side, clauses: Clauses) -> Iterator[Order]:
    """The subject stands on this side of the first event among what is told after the verb."""
    one = clauses.of_subject(verb)
    if one is None and verb.tag_ == "VBN" and verb.dep_ == "acl":
        one = clauses.at(verb.head)
    two = next((event for token in told if (event := clauses.of_complement(token))), None)
    if side == "after":
        one, two = two, one
    yield from clauses.order(one, two, (0, None), verb.left_edge, verb.right_edge)


def by_adverb(adverb: Token, side: Side, clauses: Clauses) -> Iterator[Order]:
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


def _pointed_at(adverb: Token, verb: Token, side: Side, clauses: Clauses) -> Event | None:
    """The event that "earlier" or "later" is reckoned from."""
    here = clauses.joined(verb)
    if here is not None and side == "after":
        return here
    if verb.dep_ in ("relcl", "advcl", "acl", "ccomp", "conj"):
        # Within a sentence, only what the clause hangs on can be meant.
        return clauses.governing(verb)
    if adverb.lower_ in _IN_A_ROW:
        return None
    return clauses.lead(adverb) if side == "before" else clauses.before(adverb, _NEAR)


def _tells_when(token: Token) -> bool:
    """Whether a clause after "follows" says what was followed ("a decision in May when X closed Y")."""
    if token.dep_ != "advcl":
        return False
    return token.tag_.startswith("N") or any(child.lower_ == "when" for child in token.children)
