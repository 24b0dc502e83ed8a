"""What a cue attributes when grammar tells: the complement of a verb or adjective."""

from __future__ import annotations

from accord.extract.statements.cue import (
    NOBODY,
    Ranges,
    agent_of,
    cue_tokens,
    cut,
    is_passive,
    ranges_of,
    source_of,
)
from accord.extract.statements.draft import Draft
from accord.extract.statements.lexicon import Frames, Lexicon
from accord.extract.statements.tree import Tree

_OBJECTS = ("dobj", "dative")
_ADDING = frozenset({"added", "adds", "said", "says", "told", "noted", "warned", "insisted", "stressed"})


def verb_statement(tree: Tree, verb: int, lexicon: Lexicon) -> Draft | None:
    """The statement that verb `verb` makes with its complement, or None."""
    entry = lexicon.verbs.get(tree.lower[verb])
    if entry is None:
        return None
    lemma, frames = entry
    particle = tree.child(verb, "prt")
    if particle is None:
        particle = next(
            (
                k
                for k in (verb + 1,)
                if k < len(tree) and tree.head[k] == verb and f"{lemma} {tree.lower[k]}" in lexicon.phrasal
            ),
            None,
        )
    if particle is not None:
        frames = lexicon.phrasal.get(f"{lemma} {tree.lower[particle]}", frozenset())
    if not frames:
        return None
    if is_passive(tree, verb):
        return _passive(tree, verb, frames)
    if "raising" in frames:
        return _raising(tree, verb)
    return _active(tree, verb, frames)


def _active(tree: Tree, verb: int, frames: Frames) -> Draft | None:
    extra: list[int] = []
    content = _clause(tree, verb, frames)
    clausal = bool(content) and "quote" in frames
    content = content or _infinitive(tree, verb, frames)
    if not content:
        content = _object(tree, verb, frames)
    if not content:
        content, extra = _prepositional(tree, verb, frames)
    if not content:
        content = _host(tree, verb, frames)
    if not content:
        return None
    cue = ranges_of(cue_tokens(tree, verb, *extra))
    source = source_of(tree, verb)
    content = cut(content, (*cue, *source.ranges))
    return Draft(verb, source, cue, content, clausal=clausal) if content else None


def _clause(tree: Tree, verb: int, frames: Frames) -> Ranges:
    if "clause" not in frames and "quote" not in frames:
        return ()
    clause = tree.child(verb, "ccomp")
    if clause is None:
        return ()
    start, end = tree.left[clause], tree.right[clause]
    if start <= verb < end:  # the verb stands inside what it reports
        inside = tuple((tree.left[k], tree.right[k]) for k in tree.kids[verb] if k != clause)
        return cut(((start, end),), inside)
    end = _before_next_cue(tree, clause, end)
    if clause > verb and "addressee" not in frames:
        object_ = tree.child(verb, *_OBJECTS)
        if object_ is not None and verb < object_ < clause and "object" in frames:
            start = tree.left[object_]
    return ((start, end),)


def _before_next_cue(tree: Tree, clause: int, end: int) -> int:
    """The end of a reported clause, short of a second cue that the parse took into it.

    "He said it was early but added that ..." reports up to "but".
    """
    for k in tree.kids[clause]:
        if k > clause and tree.dep[k] == "conj" and tree.lower[k] in _ADDING and tree.subject(k) is None:
            link = next((c for c in tree.kids[clause] if clause < c < k and tree.dep[c] == "cc"), k)
            return min(end, link)
    return end


def _infinitive(tree: Tree, verb: int, frames: Frames) -> Ranges:
    complement = tree.child(verb, "xcomp")
    if complement is None or complement < verb:
        return ()
    start, end = tree.left[complement], tree.right[complement]
    if any(tree.tag[k] == "TO" for k in tree.kids[complement]):
        allowed = "infinitive" in frames
    elif tree.tag[complement] == "VBG":
        allowed = "gerund" in frames
    else:
        allowed = "naming" in frames or "quote" in frames
    if not allowed:
        return ()
    object_ = tree.child(verb, *_OBJECTS)
    if object_ is not None and verb < object_ < complement and "addressee" not in frames:
        start = tree.left[object_]
    return ((start, end),)


def _object(tree: Tree, verb: int, frames: Frames) -> Ranges:
    object_ = tree.child(verb, "dobj")
    wanted = "object" in frames or "naming" in frames or "as" in frames
    if object_ is None or not wanted:
        return ()
    start, end = tree.left[object_], tree.right[object_]
    whole = "object" in frames
    for k in tree.kids[verb]:
        if k <= object_:
            continue
        dep, word = tree.dep[k], tree.lower[k]
        fits = dep in {"oprd", "xcomp", "ccomp"} or (dep == "prep" and word in frames)
        if fits and k > object_:
            end = max(end, tree.right[k])
            whole = True
    return ((start, end),) if whole else ()


def _prepositional(tree: Tree, verb: int, frames: Frames) -> tuple[Ranges, list[int]]:
    for k in tree.kids[verb]:
        if k > verb and tree.dep[k] in {"prep", "dative", "prt"} and tree.lower[k] in frames:
            inner = tree.child(k, "pobj", "pcomp")
            if inner is not None:
                end = tree.right[k]
                after = next((x for x in tree.kids[verb] if x > k), None)
                if (
                    after is not None
                    and tree.dep[after] in {"xcomp", "advcl"}
                    and _is_infinitive(tree, after)
                ):
                    end = tree.right[after] if "infinitive" in frames else end
                return ((k + 1, end),), [k]
    return (), []


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.kids[verb])


def _host(tree: Tree, verb: int, frames: Frames) -> Ranges:
    """The clause that a parenthetical ("..., officials say, ...") interrupts or follows."""
    head = tree.head[verb]
    if head == verb or "quote" not in frames or tree.dep[verb] not in {"parataxis", "ccomp"}:
        return ()
    left, right = tree.left[verb], tree.right[verb]
    if left == 0 or (tree.lower[left - 1] not in {",", "-", "—", "–"} and tree.lower[left] != ","):
        return ()
    return cut(((tree.left[head], tree.right[head]),), ((left, right),))


def _passive(tree: Tree, verb: int, frames: Frames) -> Draft | None:
    cue = cue_tokens(tree, verb)
    subject = tree.subject(verb)
    source = agent_of(tree, verb)
    parts: list[tuple[int, int]] = []
    if subject is not None and tree.dep[subject] != "expl":
        parts.append((tree.left[subject], tree.right[subject]))
    elif tree.dep[verb] == "acl" and ("as" in frames or "naming" in frames):
        return None
    for k in tree.kids[verb]:
        if k < verb:
            continue
        dep, word = tree.dep[k], tree.lower[k]
        if dep == "prep" and word == "as" and "as" in frames:
            cue.append(k)
            parts.append((k + 1, tree.right[k]))
        elif dep in {"xcomp", "ccomp", "oprd"}:
            parts.append((tree.left[k], tree.right[k]))
        elif dep == "prep" and word in frames:
            cue.append(k)
            parts.append((k + 1, tree.right[k]))
    if not parts or (len(parts) == 1 and subject is not None and "object" not in frames):
        return None
    if subject is not None and "addressee" in frames:
        parts = parts[1:]
    ranges = cut(tuple(sorted(parts)), ranges_of(sorted(cue)))
    return Draft(verb, source, ranges_of(sorted(cue)), ranges) if ranges else None


def _raising(tree: Tree, verb: int) -> Draft | None:
    complement = tree.child(verb, "xcomp", "oprd", "acomp", "ccomp")
    if complement is None or complement < verb:
        return None
    subject = tree.subject(verb)
    parts = [(tree.left[complement], tree.right[complement])]
    if subject is not None and tree.dep[subject] == "nsubj" and tree.lower[subject] != "it":
        parts.insert(0, (tree.left[subject], tree.right[subject]))
    cue = ranges_of(cue_tokens(tree, verb))
    content = cut(tuple(parts), cue)
    return Draft(verb, NOBODY, cue, content) if content else None


def adjective_statement(tree: Tree, adjective: int, lexicon: Lexicon) -> Draft | None:
    """The statement that "is confident that ..." makes, or None."""
    frames = lexicon.adjectives.get(tree.lower[adjective])
    if frames is None:
        return None
    be = tree.head[adjective]
    if tree.dep[adjective] in {"acomp", "oprd"}:
        extra = [*range(tree.left[adjective], adjective), adjective]
        hosts: tuple[int, ...] = (adjective, be)
    elif tree.is_verb(adjective) and tree.tag[adjective] == "VBN":
        be, extra, hosts = adjective, [], (adjective,)
    else:
        return None
    for host in hosts:
        for k in tree.kids[host]:
            if k < adjective:
                continue
            dep, word = tree.dep[k], tree.lower[k]
            content: Ranges = ()
            if dep == "ccomp" and "clause" in frames:
                content = ((tree.left[k], tree.right[k]),)
            elif dep in {"xcomp", "advcl"} and "infinitive" in frames and _is_infinitive(tree, k):
                content = ((tree.left[k], tree.right[k]),)
            elif dep in {"prep", "agent"} and word in frames:
                content = ((k + 1, tree.right[k]),)
            if content and content[0][0] < content[0][1]:
                preposition = [k] if dep in {"prep", "agent"} else []
                cue = cue_tokens(tree, be, *extra, *preposition)
                return Draft(be, source_of(tree, be), ranges_of(cue), content)
    return None
