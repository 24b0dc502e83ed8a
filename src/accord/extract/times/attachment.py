"""Which time expression says when something happened: the nearest one in its clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from accord.extract.parsed import Parsed
from accord.records import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

# Dependents that are clauses of their own: a time inside one tells when that clause happened.
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "csubjpass"})
# Clauses that, having no time, share the time of the clause they hang on.
_SHARING = frozenset({"xcomp", "conj", "acl", "advcl", "pcomp", "ccomp", "relcl"})
_MODIFIERS = frozenset({"nummod", "amod", "compound", "nmod", "poss"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_DATED = frozenset({"DATE", "TIME"})
_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


def time_of(parsed: Parsed, times: Sequence[Time], token: Token) -> Time | None:
    """When the happening that `token` (a verb or noun) names took place, as its sentence tells it.

    A time attached to the token or inside its own clause comes first, then one of the clause it
    hangs on, then one that opens the sentence; None where the sentence gives none.
    `times` are sorted by start.
    """
    index = parsed.sentence_of(token)
    if index is None:
        return None
    sentence = parsed.sentences[index]
    first = bisect_left(times, sentence.start, key=lambda time: time.start)
    last = bisect_left(times, sentence.end, key=lambda time: time.start)
    dated = [t for t in times[first:last] if t.type in _DATED]
    if not dated:
        return None
    heads = [(time, _head(parsed, time)) for time in dated]
    node = token
    for _ in range(4):
        found = _nearest(token, [time for time, head in heads if _governs(node, head)])
        if found is not None:
            return found
        if node.dep_ not in _SHARING or node.head == node:
            break
        node = node.head
    return _nearest(token, [time for time, head in heads if _opens(parsed, index, head)])


def _head(parsed: Parsed, time: Time) -> Token:
    """The token of the expression that the rest of it hangs on."""
    span = parsed.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span.root if span is not None else parsed.doc[0]


def _governs(node: Token, head: Token) -> bool:
    """Whether `head` hangs on `node` with no other clause between, and dates no other noun."""
    if _dates_noun(head) not in (None, node):
        return False
    here = head
    while here != node:
        if here.dep_ in _CLAUSES or here.head == here:
            return False
        here = here.head
    return True


def _dates_noun(head: Token) -> Token | None:
    """The noun that the time belongs to: "the 1999 treaty", "a treaty of 1999"; None if it has none."""
    if head.dep_ in _MODIFIERS:
        # "On May 2 Norway ..." is often parsed as a name of three words; a year before a name is not.
        in_name = head.head.tag_ in ("NNP", "NNPS") and not (head.text.isdigit() and len(head.text) == 4)
        return None if in_name else head.head
    of = head.head
    if head.dep_ == "pobj" and of.lower_ == "of" and of.head.dep_ in _ARGUMENTS:
        return of.head
    return None


def _opens(parsed: Parsed, index: int, head: Token) -> bool:
    """Whether the time stands before the sentence's main verb, on its main clause."""
    root = parsed.spans[index].root
    return head.i < root.i and _governs(root, head)


def _nearest(token: Token, times: Sequence[Time]) -> Time | None:
    """The exact time nearest to the token, else the nearest vague one."""
    exact = [time for time in times if time.value not in _VAGUE]
    return min(
        exact or times,
        key=lambda time: (min(abs(time.start - token.idx), abs(time.end - token.idx)), time.start),
        default=None,
    )
