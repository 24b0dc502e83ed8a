"""Order by words that set one moment on another: "on May 4, when Y", "just as Y", "by the time Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extract.times.clauses import Clauses
from accord.records import Event, Order

if TYPE_CHECKING:
    from spacy.tokens import Token

_DAY = re.compile(r"^[0-9X]{4}-[0-9]{2}-[0-9]{2}")


def by_moment(word: Token, clauses: Clauses) -> Iterator[Order]:
    """The order that "when", "just as" or "by the time" tells, where both clauses tell of a moment."""
    if word.lower_ == "time":
        yield from _by_the_time(word, clauses)
    elif word.lower_ == "when" and word.dep_ == "advmod":
        yield from _when(word.head, clauses)
    elif word.dep_ == "mark" and word.i > 0 and word.nbor(-1).lower_ == "just":
        other, host = word.head, _verb_above(word.head)
        yield from _told_together(host, other, clauses)


def _when(verb: Token, clauses: Clauses) -> Iterator[Order]:
    """`X on a day when Y` is of one day; `X had been done when Y` puts X before Y."""
    host = _verb_above(verb)
    main, other = clauses.at(host), clauses.at(verb)
    if main is None or other is None or not is_simple_past(verb):
        return
    first, last = host.left_edge, max(host.right_edge, verb.right_edge, key=lambda t: t.i)
    if has_had(host):
        yield from clauses.order(main, other, (0, None), first, last)
    elif is_simple_past(host) and _is_on_a_day(main, verb):
        yield from clauses.order(main, other, (0, 0), first, last)


def _is_on_a_day(main: Event, verb: Token) -> bool:
    """Whether the main clause names the one day that the "when" clause is about."""
    time = main.time
    if time is None or not _DAY.match(time.value):
        return False
    return main.end <= time.start < verb.idx and time.end <= verb.left_edge.idx


def _told_together(host: Token, other: Token, clauses: Clauses) -> Iterator[Order]:
    if is_simple_past(host) and is_simple_past(other):
        first = min(host.left_edge, other.left_edge, key=lambda t: t.i)
        last = max(host.right_edge, other.right_edge, key=lambda t: t.i)
        yield from clauses.order(clauses.at(host), clauses.at(other), (0, 0), first, last)


def _by_the_time(noun: Token, clauses: Clauses) -> Iterator[Order]:
    """`By the time Y, X had been done`."""
    if noun.head.lower_ != "by" or noun.dep_ != "pobj":
        return
    host = noun.head.head
    other = next((child for child in noun.rights if child.dep_ in ("relcl", "acl", "advcl")), None)
    if other is None or not has_had(host):
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


def has_had(verb: Token) -> bool:
    """Whether a verb is in the past perfect."""
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in verb.children) and (
        verb.tag_ in ("VBN", "VBD")
    )


def is_simple_past(verb: Token) -> bool:
    """Whether a verb is in the simple past, active or passive: neither perfect nor progressive."""
    if any(child.dep_ == "aux" for child in verb.children):
        return False
    passive = any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children)
    return passive if verb.tag_ == "VBN" else verb.tag_ == "VBD"
