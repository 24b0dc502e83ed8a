"""Cues that stand beside what they report: "..., officials say, ...", "as the ministry put it"."""

from __future__ import annotations

from accord.extract.statements.cue import Ranges, cut
from accord.extract.statements.tree import Tree

_MARKS = frozenset({",", "-", "—", "–", "--", "”", '"', "''"})
_TAG_PARTS = frozenset({"dobj", "dative", "prep", "npadvmod", "advmod", "prt"})
_CLAUSES = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep"})


def host_clause(tree: Tree, verb: int) -> Ranges:
    """The clause that the tag around `verb` interrupts or follows; empty where there is none."""
    subject = tree.subject(verb)
    if subject is None:
        return ()
    start = min(tree.left[subject], verb)
    behind = [tree.right[k] for k in tree.kids[verb] if k > verb and tree.dep[k] in _TAG_PARTS]
    end = max(tree.right[subject], verb + 1, *behind)
    head = tree.head[verb]
    marked = next((k for k in tree.kids[verb] if k < verb and tree.lower[k] == "as"), None)
    object_ = tree.child(verb, "dobj")
    if marked is not None and object_ is not None and tree.lower[object_] != "it":
        return ()
    if marked is not None and tree.dep[verb] == "advcl":
        return cut(((tree.left[head], tree.right[head]),), ((tree.left[verb], tree.right[verb]),))
    before = start - 1
    while before > 0 and not tree.lower[before].strip():
        before -= 1
    if before < 0 or tree.lower[before] not in _MARKS:
        return ()
    if head != verb and tree.dep[verb] in _CLAUSES:
        left, right = min(tree.left[head], tree.left[verb]), max(tree.right[head], end)
        return cut(((left, right),), ((start, end),))
    first = tree.sentence[verb]
    if head == verb and first < before and _ends_clause(tree, end):
        return ((first, before),)
    return ()


def _ends_clause(tree: Tree, at: int) -> bool:
    while at < len(tree) and not tree.lower[at].strip():
        at += 1
    return at >= len(tree) or tree.lower[at] in {".", ",", ";", "!", "?"} or tree.tag[at] == "_SP"
