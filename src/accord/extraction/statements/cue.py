"""The words of a cue (a verb with its auxiliaries, adverbs, particle), whose it is, what it attributes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from accord.extraction.parse.clauses import ANY_SUBJECTS
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue_lexicon import CueLexicon

Ranges = tuple[tuple[int, int], ...]

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
# Clauses and phrases whose doer may be that of what they hang on.
_WITHIN = frozenset({
    "advcl", "xcomp", "conj", "ccomp", "pcomp", "acl", "acomp", "relcl", "dep", "parataxis", "ROOT", "prep",
})  # fmt: skip
_DEPTH = 12
_WIDEST = 7
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class CueSource(Struct, frozen=True):
    """Who a cue belongs to: its tokens, and the head among them (None where nobody is named)."""

    ranges: Ranges = ()
    head: int | None = None


NOBODY = CueSource()


def cue_tokens(tree: TokenTree, verb: int, *extra: int) -> list[int]:
    """The tokens of the verb group of `verb`, with `extra` tokens, in order.

    What stands inside the group is part of it ("has, however, said"); an auxiliary that the subject
    parts from its verb is not ("Did the minister say ...?").
    """
    subject = tree.subject(verb)
    parted = verb if subject is None or subject > verb else subject
    group = {verb, *extra}
    group.update(k for k in tree.kids[verb] if tree.dep[k] in _GROUP and (k > parted or parted == verb))
    for k in reversed(tree.kids[verb]):
        if k < verb and tree.dep[k] == "advmod" and k + 1 in group and tree.tag[k] != "WRB":
            group.update(range(tree.left[k], tree.right[k]))
    for k in tree.kids[verb]:
        if k == verb + 1 and tree.dep[k] == "advmod" and tree.tag[k] != "WRB" and tree.right[k] == k + 1:
            group.add(k)
    first = min(group)
    if verb - first <= _WIDEST and not (subject is not None and first < subject < verb):
        group.update(range(first, verb))
    return sorted(group)


def ranges_of(tokens: Iterable[int]) -> Ranges:
    """Token ranges that cover `tokens`, given in order."""
    found: list[tuple[int, int]] = []
    for i in tokens:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple(found)


def cut(ranges: Ranges, holes: Ranges) -> Ranges:
    """`ranges` without the tokens of `holes`."""
    for start, end in holes:
        kept: list[tuple[int, int]] = []
        for a, b in ranges:
            if end <= a or b <= start:
                kept.append((a, b))
                continue
            if a < start:
                kept.append((a, start))
            if end < b:
                kept.append((end, b))
        ranges = tuple(kept)
    return ranges


def is_passive_participle(tree: TokenTree, verb: int) -> bool:
    """Whether `verb` is the participle of a passive, or one that stands for a passive by itself.

    `Grammar.is_passive` asks more widely, of what undergoes an event; here, whose words they are is asked.
    """
    if tree.tag[verb] not in {"VBN", "VBD"}:
        return False
    kids = [tree.dep[k] for k in tree.kids[verb]]
    if "auxpass" in kids or "nsubjpass" in kids:
        return True
    reduced = tree.tag[verb] == "VBN" and tree.dep[verb] in {"acl", "amod", "advcl"}
    if not reduced or "nsubj" in kids or "aux" in kids:
        return False
    # "The judge, who sat alone, called it unfair" is often parsed as a participle on "judge".
    return "dobj" not in kids or tree.lower[tree.left[verb] - 1] not in {",", "—", "–", ")"}


def phrase(tree: TokenTree, head: int, verb: int, lexicon: CueLexicon) -> CueSource:
    """The whole noun phrase of `head`, short of `verb` where that stands inside it."""
    start, end = tree.left[head], tree.right[head]
    if start <= verb < end:
        end = tree.left[verb] if tree.left[verb] > head else end
        start = tree.right[verb] if verb < head else start
    for k in tree.kids[head]:
        if head < k and tree.left[k] < end and _is_afterthought(tree, k, lexicon):
            end = tree.left[k]
            break
    if start >= end:
        start, end = head, head + 1
    return CueSource(((start, end),), head)


def _is_afterthought(tree: TokenTree, k: int, lexicon: CueLexicon) -> bool:
    """Whether modifier `k` only tells what a source is doing meanwhile ("the minister, smiling, said")."""
    dep = tree.dep[k]
    if dep == "dep" or (dep == "appos" and tree.tag[k] == "NN" and tree.lower[k].endswith("ing")):
        return True
    if tree.lower[tree.left[k] - 1] not in {",", "—", "–", "-"}:
        return False
    return dep in {"acl", "advcl"} or (dep == "prep" and tree.lower[k] in lexicon.words.afterthoughts)


def source_of(tree: TokenTree, verb: int, lexicon: CueLexicon) -> CueSource:
    """Who speaks, thinks or feels at the active verb `verb`: its subject, or whoever controls it."""
    saying = saying_of(tree, verb, lexicon)
    if saying is not None:
        return _quoted(tree, verb, lexicon)
    at = verb
    for _ in range(_DEPTH):
        subject = _own_subject(tree, at)
        if subject is not None and not (
            at != verb and is_passive_participle(tree, at) and tree.dep[at] == "conj"
        ):
            return phrase(tree, subject, verb, lexicon)
        if tree.head[at] == at:
            return NOBODY
        dep, head = _clause_above(tree, at, lexicon)
        controller = _controller(tree, at, dep, head, lexicon)
        if controller is not None:
            return phrase(tree, controller, verb, lexicon)
        if dep not in _WITHIN:
            return NOBODY
        at = head
    return NOBODY


def saying_of(tree: TokenTree, verb: int, lexicon: CueLexicon) -> int | None:
    """The participle in "quoted her as saying", where `verb` is "quoted"."""
    if tree.lower[verb] not in lexicon.words.quoting:
        return None
    for k in tree.kids[verb]:
        saying = k + 1
        if k > verb and tree.lower[k] == "as" and saying < len(tree) and tree.tag[saying] == "VBG":
            entry = lexicon.verbs.get(tree.lower[saying])
            return saying if entry is not None and "quote" in entry[1] else None
    return None


def _quoted(tree: TokenTree, verb: int, lexicon: CueLexicon) -> CueSource:
    """Who is quoted as saying something: the object of who quotes, or the subject of the passive."""
    passive = is_passive_participle(tree, verb)
    quoted = tree.subject(verb) if passive else tree.child(verb, "dobj", "dative")
    return NOBODY if quoted is None else phrase(tree, quoted, verb, lexicon)


def _own_subject(tree: TokenTree, verb: int) -> int | None:
    """The subject that the parse gives the verb, where it can be one; a participle's stands before it."""
    subject = tree.subject(verb)
    if subject is None or tree.dep[subject] not in ANY_SUBJECTS:
        return None
    return None if subject > verb and tree.tag[verb] == "VBG" else subject


def _clause_above(tree: TokenTree, at: int, lexicon: CueLexicon) -> tuple[str, int]:
    """How and on what the clause of `at` hangs, with two faults of parses mended."""
    dep, head = tree.dep[at], tree.head[at]
    if dep == "conj" and tree.dep[head] == "ccomp" and tree.head[head] < head:
        above = tree.head[head]
        adds = tree.lower[at] in lexicon.words.additions or (
            tree.tag[at] == tree.tag[above] != tree.tag[head]
        )
        if adds and "quote" in lexicon.frames(tree, above):
            return "conj", above  # the mayor said it rained and added: ...
    if is_aside(tree, at, lexicon) and tree.dep[head] == "ccomp" and tree.head[head] < head:
        head = tree.head[head]
    if dep == "conj" and _is_finite(tree, at) and not _is_finite(tree, head):
        return "dep", _finite_above(tree, head)
    return dep, head


def _controller(tree: TokenTree, at: int, dep: str, head: int, lexicon: CueLexicon) -> int | None:
    """The noun whose deed the clause of `at` is though it is not its subject, if there is one."""
    if dep == "acl" or (dep == "relcl" and not tree.is_verb(head)):
        return head
    if dep == "xcomp":
        object_ = tree.child(head, "dobj")
        if object_ is not None and object_ < at and tree.lower[head] not in lexicon.words.controlling:
            return object_
    return None


def _is_finite(tree: TokenTree, verb: int) -> bool:
    if tree.tag[verb] in {"VBD", "VBZ", "VBP"}:
        return True
    return any(tree.dep[k] in {"aux", "auxpass"} and tree.tag[k] in _FINITE for k in tree.kids[verb])


def _finite_above(tree: TokenTree, verb: int) -> int:
    """The nearest finite verb above `verb` that has a subject, or `verb`."""
    for i in tree.ancestors(verb):
        if tree.is_verb(i) and tree.subject(i) is not None and _is_finite(tree, i):
            return i
    return verb


def is_aside(tree: TokenTree, verb: int, lexicon: CueLexicon) -> bool:
    """Whether `verb` is a participle of speech behind a comma, which goes on with what the speaker did.

    In "he said the talks failed, adding that ..." it is he who adds, though parses often hang the
    participle on "failed".
    """
    if (
        tree.dep[verb] != "advcl"
        or tree.lower[verb] not in lexicon.words.asides
        or tree.subject(verb) is not None
    ):
        return False
    before = tree.left[verb] - 1
    while before >= 0 and tree.lower[before] in {"”", '"', "''", "’"}:
        before -= 1
    return before >= 0 and tree.lower[before] == ","


def agent_of(tree: TokenTree, verb: int, lexicon: CueLexicon) -> CueSource:
    """The by-phrase of a passive."""
    by = tree.child(verb, "agent")
    if by is None:
        by = next((k for k in tree.kids[verb] if tree.lower[k] == "by" and k > verb), None)
    if by is None:
        return NOBODY
    head = tree.child(by, "pobj")
    return phrase(tree, head, verb, lexicon) if head is not None else NOBODY


class StatementDraft(Struct, frozen=True):
    """`verb` is the token the cue hangs on; `content` are token ranges in order.

    `speech` marks a quotation with its tag, `clausal` a clause reported by a verb of speech, `block` words
    that are told as they were, without quotation marks.
    `led_by` are verbs that only lead up to this cue ("refused to say") and make no statement themselves.
    """

    verb: int
    source: CueSource
    cue: Ranges
    content: Ranges
    speech: bool = False
    clausal: bool = False
    block: bool = False
    led_by: tuple[int, ...] = ()
