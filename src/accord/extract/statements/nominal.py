"""Attribution without a verb: "according to" and "reportedly"."""

from __future__ import annotations

from accord.extract.statements.cue import NOBODY, cut, phrase
from accord.extract.statements.draft import Draft
from accord.extract.statements.tree import Tree


def according_to(tree: Tree, at: int) -> Draft | None:
    """The statement of "according to" at token `at`, its content the clause it stands in."""
    if tree.lower[at] != "according" or at + 1 >= len(tree) or tree.lower[at + 1] != "to":
        return None
    head = tree.child(at + 1, "pobj", "pcomp")
    if head is None:
        return None
    source = phrase(tree, head, at)
    host = clause_of(tree, at)
    if host is None:
        return None
    hole = (at, max(source.ranges[-1][1], tree.right[at]))
    content = cut(((tree.left[host], tree.right[host]),), (hole,))
    return Draft(at, source, ((at, at + 2),), content) if content else None


def hearsay(tree: Tree, at: int) -> Draft | None:
    """The statement of the hearsay adverb at token `at`: nobody's, its content the clause it stands in."""
    host = clause_of(tree, at)
    if host is None:
        return None
    content = cut(((tree.left[host], tree.right[host]),), ((at, at + 1),))
    return Draft(at, NOBODY, ((at, at + 1),), content) if content else None


def clause_of(tree: Tree, at: int) -> int | None:
    """The verb of the clause that token `at` modifies."""
    above = tree.ancestors(at)
    for i in above:
        if tree.is_verb(i) and tree.dep[i] not in {"aux", "auxpass", "amod", "acl", "xcomp"}:
            return i
    return above[-1] if above else None
