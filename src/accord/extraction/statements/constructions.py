"""What all but active verbs attribute: passives, "seems", adjectives, nouns, "according to", "reportedly"."""

from __future__ import annotations

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue import (
    NOBODY,
    CueSource,
    Ranges,
    StatementDraft,
    agent_of,
    cue_tokens,
    cut,
    phrase,
    ranges_of,
    source_of,
)
from accord.extraction.statements.cue_lexicon import CueLexicon, Frames

_NAMES = frozenset({"NNP", "NNPS", "DT"})
_NICKNAMES = frozenset({"NNP", "NNPS", "DT", "``", "''"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd"})
_MODIFIERS = frozenset({"amod", "compound", "advmod", "nummod"})


def passive_statement(
    tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon
) -> StatementDraft | None:
    """The statement of a passive: its subject is in the content, its agent the source."""
    cue = cue_tokens(tree, verb)
    subject = _subject(tree, verb)
    parts = _passive_parts(tree, verb, frames, cue)
    if (not parts and "object" not in frames) or _is_name(tree, verb, frames, lexicon):
        return None
    if "addressee" not in frames and subject:
        parts.insert(0, subject)
    ranges = cut(tuple(sorted(parts)), ranges_of(sorted(cue)))
    return (
        StatementDraft(verb, agent_of(tree, verb, lexicon), ranges_of(sorted(cue)), ranges)
        if ranges
        else None
    )


def _passive_parts(tree: TokenTree, verb: int, frames: Frames, cue: list[int]) -> list[tuple[int, int]]:
    """What stands behind a passive and belongs to the content; a preposition right behind it joins `cue`."""
    parts: list[tuple[int, int]] = []
    for k in tree.kids[verb]:
        if k < verb:
            continue
        if tree.dep[k] == "prep" and tree.lower[k] in frames and tree.right[k] > k + 1:
            own = k == max(cue) + 1
            if own:
                cue.append(k)
            parts.append((k + own, tree.right[k]))
        elif tree.dep[k] in _COMPLEMENTS or (tree.dep[k] == "dobj" and "naming" in frames):
            parts.append((tree.left[k], tree.right[k]))
    return parts


def _is_name(tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon) -> bool:
    """Whether a participle only gives a name, which is nobody's opinion: called Hill, known as "Hill"."""
    if tree.dep[verb] != "acl" or agent_of(tree, verb, lexicon).ranges:
        return False
    for k in tree.kids[verb] if "as" in frames else ():
        if k > verb and tree.lower[k] == "as":
            return all(_may_name(tree, i) for i in range(k + 1, tree.right[k]))
    if "naming" not in frames:
        return False
    behind = verb + 1
    return (
        behind < len(tree) and tree.tag[tree.right[verb] - 1].startswith("NNP") and tree.tag[behind] in _NAMES
    )


def _may_name(tree: TokenTree, token: int) -> bool:
    return tree.tag[token] in _NICKNAMES or tree.text[tree.start[token]].isupper()


def _subject(tree: TokenTree, verb: int) -> tuple[int, int] | None:
    subject = tree.subject(verb)
    if subject is not None:
        empty = tree.dep[subject] == "expl" or (tree.lower[subject] == "it" and tree.child(verb, "ccomp"))
        return None if empty else (tree.left[subject], tree.right[subject])
    if tree.dep[verb] == "acl":
        head = tree.head[verb]
        return (tree.left[head], tree.left[verb]) if head < tree.left[verb] else None
    return None


def quoted_statement(tree: TokenTree, verb: int, saying: int, lexicon: CueLexicon) -> StatementDraft | None:
    """The statement of "quoted her as saying ...", or of a clause before that; `saying` is the participle."""
    cue = ranges_of(sorted({*cue_tokens(tree, verb), saying - 1, saying}))
    source = source_of(tree, verb, lexicon)
    clause = tree.child(saying, "ccomp", "xcomp")
    if clause is not None and clause > saying:
        content: Ranges = ((tree.left[clause], tree.right[clause]),)
    else:
        subject = tree.subject(verb)
        first = verb if subject is None else tree.left[subject]
        content = ((tree.sentence[verb], first),) if tree.sentence[verb] < first else ()
    content = cut(content, (*cue, *source.ranges))
    return StatementDraft(verb, source, cue, content, clausal=True) if content else None


def raising_statement(tree: TokenTree, verb: int) -> StatementDraft | None:
    """The statement of "seems": nobody's, its content the subject and what it seems."""
    complement = tree.child(verb, "xcomp", "oprd", "acomp", "ccomp")
    if complement is None or complement < verb:
        return None
    subject = tree.subject(verb)
    parts = [(tree.left[complement], tree.right[complement])]
    if subject is not None and tree.dep[subject] == "nsubj" and tree.lower[subject] != "it":
        parts.insert(0, (tree.left[subject], tree.right[subject]))
    cue = ranges_of(cue_tokens(tree, verb))
    content = cut(tuple(parts), cue)
    return StatementDraft(verb, NOBODY, cue, content) if content else None


def adjective_statement(tree: TokenTree, adjective: int, lexicon: CueLexicon) -> StatementDraft | None:
    """The statement that "is confident that ..." makes, or None."""
    frames = lexicon.adjectives.get(tree.lower[adjective])
    if frames is None:
        return None
    if tree.dep[adjective] in {"acomp", "oprd"}:
        be = tree.head[adjective]
        extra = [*range(tree.left[adjective], adjective), adjective]
        hosts: tuple[int, ...] = (adjective, be)
    elif tree.tag[adjective] == "VBN":
        be, extra, hosts = adjective, [], (adjective,)
    else:
        return None
    for host in hosts:
        for k in tree.kids[host]:
            content = _adjective_content(tree, k, frames) if k > adjective else ()
            if content:
                preposition = [k] if content[0][0] == k + 1 and tree.dep[k] in {"prep", "agent"} else []
                cue = cue_tokens(tree, be, *extra, *preposition)
                subject = tree.subject(be)
                nobody = subject is not None and tree.lower[subject] in lexicon.words.empty
                return StatementDraft(
                    be, NOBODY if nobody else source_of(tree, be, lexicon), ranges_of(cue), content
                )
    return None


def _adjective_content(tree: TokenTree, k: int, frames: Frames) -> Ranges:
    dep = tree.dep[k]
    clause = dep == "ccomp" and "clause" in frames
    infinitive = dep in {"xcomp", "advcl"} and "infinitive" in frames and tree.is_infinitive(k)
    if clause or infinitive:
        return ((tree.left[k], tree.right[k]),)
    if dep in {"prep", "agent"} and tree.lower[k] in frames and tree.right[k] > k + 1:
        return ((k + 1, tree.right[k]),)
    return ()


def noun_statement(tree: TokenTree, noun: int, lexicon: CueLexicon) -> StatementDraft | None:
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
    words = [*_noun_words(tree, noun), *(() if preposition is None else (preposition,))]
    if light:
        words = cue_tokens(tree, verb, *range(tree.left[noun], noun), *words)
    source = source_of(tree, verb, lexicon) if light else _owner(tree, noun, lexicon)
    if tree.lower[noun] in lexicon.words.held and tree.dep[noun] == "pobj" and tree.lower[verb] == "in":
        words.append(verb)
        source = source if source.ranges else source_of(tree, verb, lexicon)
    cue = ranges_of(sorted(set(words)))
    content = cut(content, (*cue, *source.ranges))
    return StatementDraft(noun, source, cue, content) if content else None


def _noun_words(tree: TokenTree, noun: int) -> list[int]:
    """A cue noun with its modifiers, and its article where nobody is said to own it."""
    modifiers = [k for k in tree.kids[noun] if k < noun and tree.dep[k] in _MODIFIERS]
    words = [i for k in modifiers for i in range(tree.left[k], tree.right[k])]
    words.append(noun)
    if tree.child(noun, "poss") is None:
        words.extend(k for k in tree.kids[noun] if tree.dep[k] == "det" and k < noun)
    return words


def _content(
    tree: TokenTree, host: int, frames: Frames, after: int | None = None
) -> tuple[Ranges, int | None]:
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


def _owner(tree: TokenTree, noun: int, lexicon: CueLexicon) -> CueSource:
    for k in tree.kids[noun]:
        if tree.dep[k] == "poss":
            return phrase(tree, k, noun, lexicon)
    for k in tree.kids[noun]:
        if tree.dep[k] == "prep" and tree.lower[k] in lexicon.words.noun_owners:
            owner = tree.child(k, "pobj")
            if owner is not None:
                return phrase(tree, owner, noun, lexicon)
    return NOBODY


def according_to(tree: TokenTree, at: int, lexicon: CueLexicon) -> StatementDraft | None:
    """The statement of "according to" at token `at`, its content the clause it stands in."""
    if tree.lower[at] != "according" or at + 1 >= len(tree) or tree.lower[at + 1] != "to":
        return None
    head = tree.child(at + 1, "pobj", "pcomp")
    if head is None:
        return None
    source = phrase(tree, head, at, lexicon)
    host = _clause_of(tree, at)
    if host is None:
        return None
    hole = (at, max(source.ranges[-1][1], tree.right[at]))
    content = cut(((tree.left[host], tree.right[host]),), (hole,))
    return StatementDraft(at, source, ((at, at + 2),), content) if content else None


def hearsay(tree: TokenTree, at: int) -> StatementDraft | None:
    """The statement of the hearsay adverb at token `at`: nobody's, its content the clause it stands in."""
    host = _clause_of(tree, at)
    if host is None:
        return None
    content = cut(((tree.left[host], tree.right[host]),), ((at, at + 1),))
    return StatementDraft(at, NOBODY, ((at, at + 1),), content) if content else None


def _clause_of(tree: TokenTree, at: int) -> int | None:
    """The verb of the clause that token `at` modifies."""
    above = tree.ancestors(at)
    for i in above:
        if tree.is_verb(i) and tree.dep[i] not in {"aux", "auxpass", "amod", "acl", "xcomp"}:
            return i
    return above[-1] if above else None
