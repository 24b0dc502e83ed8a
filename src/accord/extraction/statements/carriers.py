"""What stands around a cue: words that only carry it ("was quick to add"), the clause that it interrupts."""

from __future__ import annotations

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue import Ranges, cue_tokens, cut, is_passive_participle
from accord.extraction.statements.cue_lexicon import CueLexicon

_WIDEST = 6
_LOOSE = frozenset({"acl", "relcl"})
_LIGHT = frozenset({"RB", "RP", "IN"})
_OBJECTS = frozenset({"dobj", "dative", "attr"})
_ADJECTIVAL = frozenset({"acomp", "oprd", "advmod", "prt"})
_MARKS = frozenset({",", "-", "—", "–", "--", "”", '"', "''"})
_TAG_PARTS = frozenset({"dobj", "dative", "prep", "npadvmod", "advmod", "prt"})
_CLAUSES = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep"})


def carriers(tree: TokenTree, verb: int, lexicon: CueLexicon) -> tuple[int, ...]:
    """The verbs and adjectives that only lead up to the cue `verb`, the nearest first."""
    found: list[int] = []
    while (above := _carrier(tree, verb, lexicon)) is not None:
        found.append(above)
        verb = above
    return tuple(found)


def carried_words(tree: TokenTree, verb: int, found: tuple[int, ...]) -> set[int]:
    """The tokens from the first carrier to the cue, with the verb group of the carrier."""
    if not found:
        return set()
    group = cue_tokens(tree, found[-1])
    return {*group, *range(found[-1], verb + 1)}


def is_wanted(tree: TokenTree, verb: int, lexicon: CueLexicon) -> bool:
    """Whether an infinitive is what someone means or is free to say, and is not said: vowed to reject it."""
    if not tree.is_infinitive(verb):
        return False
    above = tree.head[verb]
    if tree.dep[verb] in _LOOSE:
        return True
    if tree.dep[verb] not in {"xcomp", "ccomp", "advcl"} or above == verb or above > verb:
        return False
    if tree.dep[verb] == "xcomp" and is_passive_participle(tree, above):
        return True
    if tree.lower[above] in lexicon.adjectives:
        return "infinitive" in lexicon.adjectives[tree.lower[above]]
    return tree.dep[verb] == "xcomp" and "infinitive" in lexicon.frames(tree, above)


def _carrier(tree: TokenTree, verb: int, lexicon: CueLexicon) -> int | None:
    above = tree.head[verb]
    if above == verb or above > verb or verb - above > _WIDEST:
        return None
    word = tree.lower[above]
    if tree.dep[verb] == "acomp":
        return above
    if tree.dep[verb] == "advcl" and tree.is_infinitive(verb) and tree.is_verb(above):
        between = range(above + 1, tree.left[verb])
        close = len(between) < 2 and all(tree.tag[i] in _LIGHT for i in between)
        free = word in lexicon.catenative or "infinitive" not in lexicon.frames(tree, above)
        return above if close and free else None
    if tree.dep[verb] == "xcomp" and (tree.is_infinitive(verb) or tree.tag[verb] == "VBG"):
        if word in lexicon.catenative:
            return None if _has_object(tree, above, verb) else above
        if (
            not tree.is_infinitive(verb)
            or _has_object(tree, above, verb)
            or is_passive_participle(tree, above)
        ):
            return None
        if tree.dep[above] in _ADJECTIVAL:
            return None if word in lexicon.adjectives else above
        if tree.is_verb(above) and (word not in lexicon.verbs or "raising" in lexicon.frames(tree, above)):
            return above
    return None


def _has_object(tree: TokenTree, verb: int, before: int) -> bool:
    return any(tree.dep[k] in _OBJECTS and verb < k < before for k in tree.kids[verb])


def host_clause(tree: TokenTree, verb: int) -> Ranges:
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


def _ends_clause(tree: TokenTree, at: int) -> bool:
    while at < len(tree) and not tree.lower[at].strip():
        at += 1
    return at >= len(tree) or tree.lower[at] in {".", ",", ";", "!", "?"} or tree.tag[at] == "_SP"
