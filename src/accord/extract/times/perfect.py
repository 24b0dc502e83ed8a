"""Order by tense alone: what had been done came before what is told in the past tense around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extract.times.clauses import Clauses
from accord.extract.times.moments import has_had, is_simple_past
from accord.records import Order

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where one of these opens the clause, it tells the order itself, or that nothing need have happened.
_OTHERWISE = frozenset({
    "after", "before", "since", "until", "till", "once", "when", "if", "unless", "whether", "than",
    "by", "though", "although", "while", "whereas",
})  # fmt: skip


def by_perfect(verb: Token, clauses: Clauses) -> Iterator[Order]:
    """`closed the mission that it had opened`, `having signed X, closed Y`."""
    having = any(child.dep_ == "aux" and child.lower_ == "having" for child in verb.children)
    if not having and (not has_had(verb) or verb.dep_ not in ("relcl", "ccomp", "advcl")):
        return
    if having and verb.dep_ != "advcl":
        return
    if any(
        child.lower_ in _OTHERWISE and child.dep_ in ("mark", "advmod", "prep") for child in verb.children
    ):
        return
    later = clauses.governing(verb)
    if later is None or not is_simple_past(clauses.token(later)):
        return
    host = clauses.token(later)
    first = min(host.left_edge, verb.left_edge, key=lambda t: t.i)
    last = max(host.right_edge, verb.right_edge, key=lambda t: t.i)
    yield from clauses.order(clauses.at(verb), later, (0, None), first, last)
