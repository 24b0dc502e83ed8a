"""Clauses that go on with what is reported, though the parse hung them on the cue."""

from __future__ import annotations

from accord.extract.statements.cue import Ranges
from accord.extract.statements.lexicon import Lexicon
from accord.extract.statements.tree import Tree

_LINKS = frozenset({",", "and", "but", "or", "nor", "so"})
_LONGEST_LINK = 2


def joined(tree: Tree, verb: int, content: Ranges, lexicon: Lexicon) -> Ranges:
    """`content` with the clauses right behind it: she said the road was closed, and nobody knew why.

    A clause with a cue of its own is a statement of its own.
    """
    start, end = content[-1]
    for k in tree.kids[verb]:
        if k < end or tree.dep[k] != "conj" or not tree.is_verb(k):
            continue
        own = tree.subject(k)
        between = tree.lower[end : tree.left[k]]
        goes_on = len(between) <= _LONGEST_LINK and all(word in _LINKS for word in between)
        if own is None or own > k or tree.lower[k] in lexicon.verbs or not goes_on:
            break
        end = tree.right[k]
    return (*content[:-1], (start, end))
