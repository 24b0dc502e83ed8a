"""What an active verb attributes when grammar tells: its clause, infinitive, object or preposition."""

from __future__ import annotations

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.carriers import carried_words, carriers, host_clause, is_wanted
from accord.extraction.statements.cue import (
    NOBODY,
    Ranges,
    StatementDraft,
    cue_tokens,
    cut,
    is_aside,
    ranges_of,
    source_of,
)
from accord.extraction.statements.cue_lexicon import CueLexicon, Frames
from accord.extraction.statements.quotes import Quotes

_OBJECTS = ("dobj", "dative")
_NEAR = 12
# A parse that takes "that" for a relative pronoun gives it one of the last two.
_CLAUSE_OPENERS = frozenset({"mark", "dobj", "pobj"})
_LONGEST_LINK = 2


def active_statement(
    tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon, quotes: Quotes
) -> StatementDraft | None:
    """The statement that the active verb `verb` makes with its complement, or None."""
    particle = lexicon.particle(tree, verb)
    extra: list[int] = [] if particle is None else [particle]
    content, clausal = _complement(tree, verb, frames, lexicon, quotes, extra)
    if not content:
        return None
    leads = carriers(tree, verb, lexicon)
    if not leads and is_wanted(tree, verb, lexicon):
        return None
    cue = ranges_of(sorted({*cue_tokens(tree, verb, *extra), *carried_words(tree, verb, leads)}))
    source = source_of(tree, verb, lexicon)
    if clausal and content[-1][0] > verb:
        content = _joined(tree, verb, content, lexicon)
    if leads and source.head is not None and tree.lower[source.head] == "it":
        source = NOBODY  # it is important to note that ...
    content = cut(content, (*cue, *source.ranges))
    if not content:
        return None
    if "mind" in frames and source.head is not None and tree.tag[source.head] == "PRP":
        clausal = False  # "she said she hoped ..." attributes once
    return StatementDraft(verb, source, cue, content, clausal=clausal, led_by=leads)


def _complement(
    tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon, quotes: Quotes, extra: list[int]
) -> tuple[Ranges, bool]:
    """What the verb attributes, and whether it is a clause reported by speech.

    Words that lead up to it and belong to the cue are added to `extra`.
    """
    content = _clause(tree, verb, frames, lexicon)
    clausal = bool(content) and "quote" in frames
    content = content or _infinitive(tree, verb, frames) or _for_clause(tree, verb, frames, extra)
    if "addressee" in frames:
        content = content or _stray_clause(tree, verb, frames)
    content = content or _object(tree, verb, frames, lexicon, quotes)
    content = content or _prepositional(tree, verb, frames, lexicon, extra)
    content = content or _stray_clause(tree, verb, frames)
    content = content or _gap(tree, verb, frames, lexicon)
    if not content and {"quote", "clause"} <= frames:
        content = host_clause(tree, verb)
        clausal = bool(content)
    return content, clausal


def _clause(tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon) -> Ranges:
    if "clause" not in frames and "quote" not in frames:
        return ()
    clause = _clause_head(tree, verb, lexicon)
    if clause is None:
        return ()
    start, end = tree.left[clause], tree.right[clause]
    if start <= verb < end:  # the verb stands inside what it reports
        inside = tuple((tree.left[k], tree.right[k]) for k in tree.kids[verb] if k != clause)
        return cut(((start, end),), inside)
    end = _before_next_cue(tree, clause, end, lexicon)
    if clause < verb:
        return ((_with_condition(tree, verb, start, lexicon), end),)
    if "addressee" not in frames and tree.lower[start] != "that":
        start = _with_stray_subject(tree, verb, clause, start)
    return ((start, end),)


def _clause_head(tree: TokenTree, verb: int, lexicon: CueLexicon) -> int | None:
    """The head of the clause that the verb reports, knows or asks."""
    clauses = (k for k in tree.kids[verb] if tree.dep[k] == "ccomp")
    clause = next((k for k in clauses if k > verb or not _is_set_off(tree, k, verb)), None)
    if clause is not None:
        return clause
    asked = (k for k in tree.kids[verb] if tree.dep[k] == "advcl" and _asks(tree, verb, k, lexicon))
    return next(asked, None)


def _with_stray_subject(tree: TokenTree, verb: int, clause: int, start: int) -> int:
    """The start of a reported clause, with its subject where the parse hung that on the verb."""
    subject = tree.subject(verb)
    for k in tree.kids[verb]:
        own = tree.dep[k] in _OBJECTS or (tree.dep[k] == "nsubj" and subject is not None and subject < verb)
        if verb < k < clause and own:
            start = min(start, tree.left[k])
    return start


def _with_condition(tree: TokenTree, verb: int, start: int, lexicon: CueLexicon) -> int:
    """The start of a clause before its tag, with the condition that opens it (If ..., it may, he said)."""
    for k in tree.kids[verb]:
        if k < start and tree.dep[k] == "advcl" and tree.lower[tree.left[k]] in lexicon.words.conditions:
            return tree.left[k]
    return start


def _is_set_off(tree: TokenTree, clause: int, verb: int) -> bool:
    """Whether a semicolon parts a clause before the verb from it, so that it is a statement of its own."""
    return ";" in tree.lower[clause:verb]


def _asks(tree: TokenTree, verb: int, clause: int, lexicon: CueLexicon) -> bool:
    """Whether an adverbial clause right behind the verb is what is asked or known ("asked if ...")."""
    start = tree.left[clause]
    return start > verb and start - verb <= 3 and tree.lower[start] in lexicon.words.asking


def _before_next_cue(tree: TokenTree, clause: int, end: int, lexicon: CueLexicon) -> int:
    """The end of a reported clause, short of a second cue that the parse took into it.

    "He said it was early but added that ..." reports up to "but".
    """
    for k in tree.kids[clause]:
        if k > clause and is_aside(tree, k, lexicon):
            return min(end, tree.left[k])
        adds = tree.dep[k] == "conj" and tree.lower[k] in lexicon.words.additions and tree.subject(k) is None
        if k > clause and adds:
            link = next((c for c in tree.kids[clause] if clause < c < k and tree.dep[c] == "cc"), k)
            return min(end, link)
    return end


def _infinitive(tree: TokenTree, verb: int, frames: Frames) -> Ranges:
    complement = tree.child(verb, "xcomp")
    if complement is None and "infinitive" in frames:
        after = (k for k in tree.kids[verb] if k == verb + 2 and tree.dep[k] == "advcl")
        complement = next((k for k in after if tree.is_infinitive(k)), None)
    if complement is None or complement < verb:
        return ()
    start, end = tree.left[complement], tree.right[complement]
    start = max(start, verb + 1)  # a relative pronoun stands before the verb: a plan that he wants to see
    if tree.is_infinitive(complement):
        allowed = "infinitive" in frames
    elif tree.tag[complement] == "VBG":
        allowed = "gerund" in frames
    else:
        allowed = "naming" in frames or "quote" in frames
    if not allowed:
        return ()
    for k in tree.kids[verb]:
        if verb < k < complement and tree.dep[k] == "prep" and tree.lower[k] in frames:
            return ()  # called on the rebels to stop: the preposition takes the infinitive with it
        if verb < k < complement and tree.dep[k] in _OBJECTS and "addressee" not in frames:
            start = min(start, tree.left[k])
    return ((start, end),)


def _for_clause(tree: TokenTree, verb: int, frames: Frames, extra: list[int]) -> Ranges:
    """A clause with its subject behind "for": called for the party to respond."""
    if "for" not in frames:
        return ()
    for k in tree.kids[verb]:
        if k > verb and tree.dep[k] in {"advcl", "ccomp", "xcomp"}:
            first = tree.left[k]
            if tree.lower[first] == "for" and first <= verb + 2:
                extra.append(first)
                return ((first + 1, tree.right[k]),)
    return ()


def _object(tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon, quotes: Quotes) -> Ranges:
    object_ = tree.child(verb, "dobj")
    if object_ is None:
        return ()
    start, end = tree.left[object_], tree.right[object_]
    whole = "object" in frames
    if "naming" in frames and any(quotes.inside[i] >= 0 for i in range(start, end)):
        whole = True
    for k in (*tree.kids[verb], *tree.kids[object_]):
        named = "naming" in frames and tree.dep[k] in {"oprd", "xcomp", "ccomp", "acomp"}
        seen = "as" in frames and tree.dep[k] == "prep" and tree.lower[k] == "as"
        whole = whole or (k > object_ and (named or seen))
    if not whole:
        return ()
    return ((start, _end_of_object(tree, verb, object_, end, lexicon)),)


def _end_of_object(tree: TokenTree, verb: int, object_: int, end: int, lexicon: CueLexicon) -> int:
    """The end of what goes on from an object: predicates, infinitives, some prepositions."""
    for k in tree.kids[object_]:
        aside = k > object_ and tree.dep[k] in {"acl", "advcl"} and tree.tag[k] == "VBG"
        if aside and tree.lower[tree.left[k] - 1] == ",":
            return tree.left[k] - 1
    for k in tree.kids[verb]:
        if k < object_ or tree.left[k] < end:
            continue
        dep = tree.dep[k]
        next_ = tree.left[k] == end
        goes_on = (dep == "prep" and _continues(tree, k, lexicon)) or (
            dep == "advcl" and tree.is_infinitive(k)
        )
        if dep in {"oprd", "xcomp", "ccomp", "acomp"} or (next_ and goes_on):
            end = tree.right[k]
        elif dep != "punct":
            break
    return end


def _continues(tree: TokenTree, preposition: int, lexicon: CueLexicon) -> bool:
    """Whether a preposition goes on with the object before it: sees X as Y, praised X for Y."""
    word = tree.lower[preposition]
    if word in lexicon.words.after_object_always:
        return True
    return word in lexicon.words.after_object and tree.child(preposition, "pcomp") is None


def _prepositional(
    tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon, extra: list[int]
) -> Ranges:
    """The object of a preposition that the verb attributes with: warned of floods."""
    for k in tree.kids[verb]:
        if k < verb or tree.dep[k] not in {"prep", "dative", "prt"} or tree.lower[k] not in frames:
            continue
        if tree.child(k, "pobj", "pcomp") is None:
            continue
        end = _end_of_phrase(tree, verb, k, lexicon)
        object_ = tree.child(verb, *_OBJECTS)
        if object_ is not None and verb < object_ < k and "addressee" not in frames:
            return ((tree.left[object_], end),)
        if all(tree.tag[i].startswith("RB") for i in range(verb + 1, k)):
            extra.append(k)
        return ((k + 1, end),)
    return ()


def _end_of_phrase(tree: TokenTree, verb: int, preposition: int, lexicon: CueLexicon) -> int:
    """The end of what goes on from a prepositional phrase: infinitives, some prepositions."""
    end = tree.right[preposition]
    for k in tree.kids[verb]:
        infinitive = tree.dep[k] in {"xcomp", "advcl"} and tree.is_infinitive(k)
        goes_on = tree.dep[k] == "prep" and tree.lower[k] in lexicon.words.after_preposition
        if k > preposition and tree.left[k] == end and (infinitive or goes_on):
            end = tree.right[k]
    return end


def _stray_clause(tree: TokenTree, verb: int, frames: Frames) -> Ranges:
    """A that-clause that the parse hung on a word between: said for the first time that ..."""
    if "clause" not in frames:
        return ()
    for k in range(verb + 1, min(tree.right[verb], verb + _NEAR)):
        if tree.lower[k] == "that" and tree.dep[k] in _CLAUSE_OPENERS and tree.head[k] > k:
            return ((k, tree.right[tree.head[k]]),)
    return ()


def _gap(tree: TokenTree, verb: int, frames: Frames, lexicon: CueLexicon) -> Ranges:
    """What a relative clause is about: an arrangement (that) critics have denounced."""
    if tree.dep[verb] != "relcl" or "object" not in frames:
        return ()
    subject = tree.subject(verb)
    if subject is None or tree.lower[subject] in lexicon.words.relatives:
        return ()
    head = tree.head[verb]
    start, end = tree.left[head], tree.left[verb]
    return ((start, end),) if head < end else ()


def _joined(tree: TokenTree, verb: int, content: Ranges, lexicon: CueLexicon) -> Ranges:
    """`content` with the clauses right behind it: she said the road was closed, and nobody knew why.

    A clause with a cue of its own is a statement of its own.
    """
    start, end = content[-1]
    for k in tree.kids[verb]:
        if k < end or tree.dep[k] != "conj" or not tree.is_verb(k):
            continue
        own = tree.subject(k)
        between = tree.lower[end : tree.left[k]]
        goes_on = len(between) <= _LONGEST_LINK and all(
            word == "," or word in lexicon.words.links for word in between
        )
        if own is None or own > k or tree.lower[k] in lexicon.verbs or not goes_on:
            break
        end = tree.right[k]
    return (*content[:-1], (start, end))
