"""Attribution without a verb: by a noun ("the claim that ..."), "according to", "reportedly"."""

from __future__ import annotations

from accord.extract.statements.cue import (
    NOBODY,
    Draft,
    Ranges,
    Source,
    cue_tokens,
    cut,
    phrase,
    ranges_of,
    source_of,
)
from accord.extract.statements.lexicon import Frames, Lexicon
from accord.extract.statements.tree import Tree

_MODIFIERS = frozenset({"amod", "compound", "advmod", "nummod"})
_HOPES = frozenset({"hope", "hopes"})
_BY = frozenset({"by", "from", "among"})


def noun_statement(tree: Tree, noun: int, lexicon: Lexicon) -> Draft | None:
    """The statement that cue noun `noun` makes with its complement, or None."""
    frames = lexicon.nouns.get(tree.lower[noun])
    if frames is None or not tree.tag[noun].startswith("NN"):
        return None
    content, preposition = _content(tree, noun, frames)
    verb = tree.head[noun]
    light = tree.dep[noun] == "dobj" and tree.lower[verb] in lexicon.light
    if not content and light:
        content, preposition = _content(tree, verb, frames, after=noun)
    if not content:
        return None
    tokens = [k for k in tree.kids[noun] if k < noun and tree.dep[k] in _MODIFIERS]
    words = [i for k in tokens for i in range(tree.left[k], tree.right[k])]
    words.append(noun)
    if preposition is not None:
        words.append(preposition)
    if tree.child(noun, "poss") is None:
        words.extend(k for k in tree.kids[noun] if tree.dep[k] == "det" and k < noun)
    if light:
        words = cue_tokens(tree, verb, *range(tree.left[noun], noun), *words)
    source = source_of(tree, verb) if light else _owner(tree, noun)
    if tree.lower[noun] in _HOPES and tree.dep[noun] == "pobj" and tree.lower[verb] == "in":
        words.append(verb)
        source = source if source.ranges else source_of(tree, verb)
    cue = ranges_of(sorted(set(words)))
    content = cut(content, (*cue, *source.ranges))
    return Draft(noun, source, cue, content) if content else None


def _content(tree: Tree, host: int, frames: Frames, after: int | None = None) -> tuple[Ranges, int | None]:
    for k in tree.kids[host]:
        if k <= (host if after is None else after):
            continue
        dep, first = tree.dep[k], tree.left[k]
        if dep in {"acl", "ccomp", "relcl"} and tree.lower[first] == "that" and "clause" in frames:
            if tree.dep[first] == "mark":
                return ((first, tree.right[k]),), None
        elif dep in {"acl", "xcomp", "advcl"} and "infinitive" in frames and tree.is_infinitive(k):
            return ((first, tree.right[k]),), None
        elif dep == "prep" and tree.lower[k] in frames and tree.right[k] > k + 1:
            return ((k + 1, tree.right[k]),), k
    return (), None


def _owner(tree: Tree, noun: int) -> Source:
    for k in tree.kids[noun]:
        if tree.dep[k] == "poss":
            return phrase(tree, k, noun)
    for k in tree.kids[noun]:
        if tree.dep[k] == "prep" and tree.lower[k] in _BY:
            owner = tree.child(k, "pobj")
            if owner is not None:
                return phrase(tree, owner, noun)
    return NOBODY


def according_to(tree: Tree, at: int) -> Draft | None:
    """The statement of "according to" at token `at`, its content the clause it stands in."""
    if tree.lower[at] != "according" or at + 1 >= len(tree) or tree.lower[at + 1] != "to":
        return None
    head = tree.child(at + 1, "pobj", "pcomp")
    if head is None:
        return None
    source = phrase(tree, head, at)
    host = _clause_of(tree, at)
    if host is None:
        return None
    hole = (at, max(source.ranges[-1][1], tree.right[at]))
    content = cut(((tree.left[host], tree.right[host]),), (hole,))
    return Draft(at, source, ((at, at + 2),), content) if content else None


def hearsay(tree: Tree, at: int) -> Draft | None:
    """The statement of the hearsay adverb at token `at`: nobody's, its content the clause it stands in."""
    host = _clause_of(tree, at)
    if host is None:
        return None
    content = cut(((tree.left[host], tree.right[host]),), ((at, at + 1),))
    return Draft(at, NOBODY, ((at, at + 1),), content) if content else None


def _clause_of(tree: Tree, at: int) -> int | None:
    """The verb of the clause that token `at` modifies."""
    above = tree.ancestors(at)
    for i in above:
        if tree.is_verb(i) and tree.dep[i] not in {"aux", "auxpass", "amod", "acl", "xcomp"}:
            return i
    return above[-1] if above else None
