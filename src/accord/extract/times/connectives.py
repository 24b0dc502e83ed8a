"""Order by words that join two clauses: "X after Y", "following Y, X", "two days before Y, X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extract.times.clauses import Clauses
from accord.extract.times.distance import Distances, Gap, Side
from accord.records import Order

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LONGEST = 4
_COMPLEMENTS = frozenset({"pobj", "pcomp", "dobj"})
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve", "'s", "’s"})


def by_connective(token: Token, span: Span, clauses: Clauses, distances: Distances) -> Iterator[Order]:
    """The order that the longest connective which starts at `token` tells."""
    known = clauses.words.connectives
    for size in range(_LONGEST, 0, -1):
        last = token.i + size - 1
        if last >= span.end:
            continue
        side = known.get(" ".join(t.lower_ for t in token.doc[token.i : last + 1]))
        if side is not None:
            yield from _joined(token, token.doc[last], side, clauses, distances)
            return


def by_within(token: Token, clauses: Clauses, distances: Distances) -> Iterator[Order]:
    """`X within two days of Y`."""
    unit = next((t for t in token.rights if t.dep_ == "pobj" and t.lemma_ in clauses.words.units), None)
    of = None if unit is None else next((t for t in unit.rights if t.lower_ in ("of", "after")), None)
    what = None if of is None else next((t for t in of.children if t.dep_ in _COMPLEMENTS), None)
    if unit is None or of is None or what is None:
        return
    gap = distances.length(token.doc[token.i + 1 : unit.i + 1].text)
    if gap is not None:
        host = token.head
        first, last = (
            min(host.left_edge, token, key=lambda t: t.i),
            max(host, what.right_edge, key=lambda t: t.i),
        )
        one, two = clauses.of_complement(what), clauses.of_verb(host, token)
        yield from clauses.order(one, two, (0, gap[1]), first, last)


def _joined(first: Token, last: Token, side: Side, clauses: Clauses, distances: Distances) -> Iterator[Order]:
    ends = _ends(first, last)
    if ends is None:
        return
    other, host = ends
    gap = distance_before(first, distances)
    # "In the days after the coup" and "within two days of it" hang on a unit of time.
    while host.lemma_ in clauses.words.units and host.head != host:
        host = host.head
    if host.dep_ == "prep":
        host = host.head
    if host == other or (first.lower_ == "since" and first.dep_ == "mark" and not _is_perfect(host)):
        return
    away = other if other.dep_ in ("advcl", "ccomp") else first
    one, two = clauses.of_verb(host, away), clauses.of_complement(other)
    if one is None and host.tag_.startswith("N"):
        one = clauses.of_complement(host)
    start = min(host.left_edge, first, key=lambda t: t.i)
    end = host.right_edge if first.i < host.i else max(other.right_edge, host, key=lambda t: t.i)
    if side == "after":
        one, two = two, one
    yield from clauses.order(one, two, gap, start, end)


def _ends(first: Token, last: Token) -> tuple[Token, Token] | None:
    """What follows the connective and what it hangs on."""
    opens = first.dep_ == "mark" or (first.lower_ == "once" and first.head.dep_ == "advcl")
    if opens:
        return first.head, first.head.head
    if last != first and last.dep_ == "mark":
        verb = last.head.head
        # "As soon as" hangs on its own "soon".
        return last.head, verb if verb.tag_.startswith("VB") else verb.head
    complement = next((t for t in last.children if t.dep_ in _COMPLEMENTS), None)
    if complement is None or first.dep_ in ("amod", "det") or first.lower_ == "once":
        return None
    return complement, first.head


def _is_perfect(verb: Token) -> bool:
    """Whether "since" can only be of time: "has X since Y" and not "X, since Y" for a reason."""
    here = verb
    for _ in range(4):
        if any(child.dep_ == "aux" and child.lower_ in _PERFECT for child in here.children):
            return True
        infinitive = any(child.tag_ == "TO" for child in here.children)
        if not infinitive and here.dep_ not in ("dobj", "conj"):
            break
        here = here.head
    return False


def distance_before(connective: Token, distances: Distances) -> Gap:
    """The distance that stands right before "after" or "before"; else any."""
    at, first = connective.i, connective.sent.start
    # "On May 3, two days before" is not of five days.
    start = next((i + 1 for i in range(at - 1, first - 1, -1) if connective.doc[i].is_punct), first)
    for size in (4, 3, 2, 1):
        if at - size >= start:
            gap = distances.length(connective.doc[at - size : at].text)
            if gap is not None:
                return gap
    return (0, None)
