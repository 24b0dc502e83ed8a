"""The statement of a quotation and its tag, or of a name and a colon: whose it is, and what it reports."""

from __future__ import annotations

from msgspec.structs import replace

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.circumstances import OccasionWords
from accord.extraction.statements.continuations import Tagged
from accord.extraction.statements.cue import (
    CueSource,
    Ranges,
    StatementDraft,
    cue_tokens,
    cut,
    phrase,
    ranges_of,
    source_of,
)
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.extraction.statements.quotes import Quotes

_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_EDGES = frozenset({",", "-", "—", "–", "--", "(", ")"})
_BEHIND = frozenset({"dobj", "nsubj", "attr", "npadvmod", "dep"})
_LONGEST = 7
_NAMING = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "DT", "POS", "CC", "HYPH"})
_FEWEST = 3
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PHRASE = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "PRP"})


def with_quotes(
    tree: TokenTree,
    quotes: Quotes,
    verb: int,
    tags: list[Tagged],
    draft: StatementDraft | None,
    lexicon: CueLexicon,
) -> StatementDraft:
    """The statement of `verb` with the quotations `tags` that belong to it; `draft` is its clause, if any."""
    quoted = tuple(quotes.ranges[tag.quote] for tag in tags)
    cue = draft.cue if draft is not None else ranges_of(cue_tokens(tree, verb))
    source = _source(tree, quotes, verb, quoted, lexicon)
    if tags[0].whole:
        return StatementDraft(verb, source, cue, quoted, speech=True)
    rest: Ranges = draft.content if draft is not None else ()
    first = quoted[0][0]
    if not rest or rest[0][0] >= first:
        rest = ((tree.sentence[first], first),)
    content = cut(union((*rest, *quoted)), (*cue, *source.ranges))
    return StatementDraft(verb, source, cue, content, speech=True)


def outside(tree: TokenTree, quotes: Quotes, draft: StatementDraft) -> StatementDraft:
    """`draft` with its source outside a quotation that the parse took it from: “we won,” and thanked us."""
    if draft.source.head is None or quotes.inside[draft.source.head] < 0:
        return draft
    for above in tree.ancestors(draft.verb):
        subject = tree.subject(above)
        if quotes.inside[above] < 0 and subject is not None and quotes.inside[subject] < 0:
            return replace(draft, source=CueSource(((tree.left[subject], tree.right[subject]),), subject))
    return draft


def union(ranges: Ranges) -> Ranges:
    """`ranges` in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _source(tree: TokenTree, quotes: Quotes, verb: int, quoted: Ranges, lexicon: CueLexicon) -> CueSource:
    source = source_of(tree, verb, lexicon)
    lost = source.head is None or any(a <= source.head < b for a, b in quoted)
    if lost or (
        source.head is not None and source.head > verb and tree.lower[source.head] in lexicon.words.days
    ):
        return _between(tree, verb, quoted) or _after_verb(tree, verb, quotes, lexicon)
    if source.head is not None and source.head < verb and tree.lower[source.head] in lexicon.words.empty:
        return _nearest(tree, verb, source.head, lexicon) or source
    return source


def _nearest(tree: TokenTree, verb: int, empty: int, lexicon: CueLexicon) -> CueSource | None:
    """The subject nearest before a verb with an `empty` one: it was noon before he came and said."""
    for i in range(verb - 1, empty, -1):
        if tree.is_verb(i) and tree.tag[i] in _FINITE:
            subject = tree.subject(i)
            if subject is not None and empty < subject < i:
                return phrase(tree, subject, verb, lexicon)
    return None


def _between(tree: TokenTree, verb: int, quoted: Ranges) -> CueSource | None:
    """The name between a quotation and the verb of its tag, whatever the parse made of it."""
    start = max((end for _, end in quoted if end <= verb), default=verb)
    end = min(
        (k for k in tree.kids[verb] if start <= k < verb and tree.dep[k] in {"aux", "advmod"}), default=verb
    )
    while start < end and (tree.lower[start] in _EDGES or not tree.lower[start].strip()):
        start += 1
    while end > start and tree.lower[end - 1] in _EDGES:
        end -= 1
    words = range(start, end)
    if not words or any(tree.lower[i] in {".", ";", ":", "?", "!"} or "\n" in tree.lower[i] for i in words):
        return None
    nouns = [i for i in words if tree.tag[i] in _NAMES]
    if not nouns or tree.is_verb(start) or tree.tag[start] in {"IN", "CC"}:
        return None
    head = next((i for i in nouns if tree.head[i] not in words), nouns[0])
    return CueSource(((start, end),), head)


def _after_verb(tree: TokenTree, verb: int, quotes: Quotes, lexicon: CueLexicon) -> CueSource:
    for k in tree.kids[verb]:
        if (
            k > verb
            and tree.dep[k] in _BEHIND
            and quotes.inside[k] < 0
            and tree.lower[k] not in lexicon.words.days
        ):
            return CueSource(((tree.left[k], tree.right[k]),), k)
    return _words_behind(tree, verb, quotes)


def _words_behind(tree: TokenTree, verb: int, quotes: Quotes) -> CueSource:
    """The noun phrase right behind a verb, whatever the parse made of it: said Ana Ruiz, 24, on the steps."""
    end = verb + 1
    while end < len(tree) and tree.tag[end] in _PHRASE and quotes.inside[end] < 0:
        end += 1
    while end > verb + 1 and tree.tag[end - 1] not in _NAMES:
        end -= 1
    if end == verb + 1:
        return CueSource()
    return CueSource(((verb + 1, end),), end - 1)


def colon_statement(
    tree: TokenTree, quotes: Quotes, colon: int, words: OccasionWords
) -> StatementDraft | None:
    """The statement at the colon token `colon` if a name or a voice opens its line before it, or None."""
    start = _start_of_line(tree, colon)
    if not 0 < colon - start <= _LONGEST or tree.tag[colon] != ":":
        return None
    last = colon - 1
    if any(tree.tag[i] not in _NAMING or quotes.inside[i] >= 0 for i in range(start, colon)):
        return None
    if tree.tag[last] not in {"NNP", "NNPS"} and tree.lower[last] not in words.voices:
        return None
    if tree.lower[last] in words.labels:
        return None
    end = _end_of_line(tree, colon + 1)
    if end - colon <= _FEWEST or not any(tree.is_verb(i) for i in range(colon + 1, end)):
        return None
    source = CueSource(((start, colon),), last)
    return StatementDraft(colon, source, ((colon, colon + 1),), ((colon + 1, end),), speech=True)


def _start_of_line(tree: TokenTree, at: int) -> int:
    lowest = max(0, at - _LONGEST - 1)
    while at > lowest and tree.tag[at - 1] != "_SP":
        if "\n" in tree.text[tree.end[at - 1] : tree.start[at]]:
            break
        at -= 1
    return at


def _end_of_line(tree: TokenTree, at: int) -> int:
    while (
        at < len(tree) and "\n" not in tree.text[tree.end[at - 1] : tree.start[at]] and tree.tag[at] != "_SP"
    ):
        at += 1
    return at
