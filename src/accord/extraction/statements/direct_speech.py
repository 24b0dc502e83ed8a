"""Direct speech: which verb each quotation belongs to, by position and not by the parse alone.

Parsers go wrong over quotations of several sentences; where a quotation stands next to its
tag ("...", she said) position is the better guide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.extraction.statements.quotation_marks import Quotation

_NEAR = 50
_REACH = 40
_CONNECTIVE = 4
_ENDS_SENTENCE = (".", "!", "?", "…")
_SENTENCE_END = re.compile(r"[a-z)][.!?]\s+[A-Z]")
_NO_TAGS = frozenset({"aux", "auxpass", "amod", "compound"})
_RELATIVE_CLAUSES = frozenset({"relcl", "acl"})
_LEADS_ON = (",", "?", "!", "…", "—", "–", "-", "...")


class Quotes(Struct, frozen=True):
    """The outermost quotations as token ranges; `inside[i]` is the quotation that holds token `i`, or -1."""

    ranges: tuple[tuple[int, int], ...]
    marks: tuple[Quotation, ...]
    inside: list[int]

    @classmethod
    def of(cls, tree: TokenTree, quotations: Sequence[Quotation]) -> Quotes:
        """Find the tokens of `quotations`."""
        ranges: list[tuple[int, int]] = []
        marks: list[Quotation] = []
        inside = [-1] * len(tree)
        for q in quotations:
            if q.depth:
                continue
            first, last = bisect_left(tree.start, q.start), bisect_left(tree.start, q.end)
            if first < last:
                inside[first:last] = [len(ranges)] * (last - first)
                ranges.append((first, last))
                marks.append(q)
        return cls(tuple(ranges), tuple(marks), inside)


class Tagged(Struct, frozen=True):
    """Quotation `quote` belongs to verb `verb`; `whole` if it is all the verb reports beside it."""

    quote: int
    verb: int
    whole: bool


class QuotationTagger(Struct, frozen=True):
    """Finds the verbs that the quotations of one report belong to."""

    tree: TokenTree
    quotes: Quotes
    lexicon: CueLexicon

    def tags(self) -> list[Tagged]:
        """The verb of each quotation that has one, in order."""
        tree, quotes = self.tree, self.quotes
        found: list[Tagged] = []
        last: Tagged | None = None
        for index, (first, end) in enumerate(quotes.ranges):
            tag = self._tag(index, first, end)
            if tag is None and last is not None and _goes_on(tree, quotes, index, last.quote):
                tag = Tagged(index, last.verb, True)
            if tag is not None:
                found.append(tag)
                last = tag
            elif _is_sentence(tree, quotes, index) and _opens_sentence(tree, quotes, first):
                last = None
        return _with_earlier_pieces(quotes, found)

    def _tag(self, index: int, first: int, end: int) -> Tagged | None:
        tree, quotes = self.tree, self.quotes
        verb = self._verb_before(first)
        if verb is not None:
            return Tagged(index, verb, tree.lower[first - 1] != "that")
        verb = self._verb_after(end)
        if verb is not None:
            whole = _opens_sentence(tree, quotes, first) or _is_introduced(tree, quotes, index)
            return Tagged(index, verb, whole)
        return None

    def _verb_before(self, first: int) -> int | None:
        """The verb that leads up to the quotation: he said, "..."; he told the press: "..."."""
        tree = self.tree
        at = _skip_back(tree, first - 1)
        if at < 0:
            return None
        lead = tree.lower[at]
        if lead not in {",", ":"} and not self._may_quote(at):
            return None
        if lead != ":" and "\n" in tree.text[tree.end[at] : tree.start[first]]:
            return None
        for i in range(at, max(-1, at - _REACH), -1):
            if self._parts(i, at):
                return None
            if tree.is_verb(i) and tree.dep[i] not in _NO_TAGS:
                if self._may_quote(i):
                    return i
                if tree.dep[i] not in _RELATIVE_CLAUSES and lead != ":":
                    return None
        return None

    def _parts(self, i: int, at: int) -> bool:
        """Whether token `i` parts what stands before it from a quotation led up to at `at`."""
        tree = self.tree
        if self.quotes.inside[i] >= 0:
            return True
        if i == at:
            return False
        return tree.lower[i] in {".", "?", "!", ";"} or "\n" in tree.text[tree.end[i] : tree.start[i + 1]]

    def _verb_after(self, end: int) -> int | None:
        """The verb of the tag that follows the quotation: "...," she said; "...," said the minister."""
        at = self._start_of_tag(end)
        if at is None:
            return None
        tree = self.tree
        for i in range(at, min(len(tree), at + _REACH)):
            if self.quotes.inside[i] >= 0 or tree.lower[i] in {".", ";", ":"} or "\n" in tree.lower[i]:
                return None
            tags = self._is_tag(i, at)
            if tags is not None:
                return i if tags and self._reaches(i, at, end) else None
        return None

    def _start_of_tag(self, end: int) -> int | None:
        """Where a tag behind the quotation that ends at `end` would start; None where none can stand."""
        tree = self.tree
        if end >= len(tree):
            return None
        at = end
        while at < len(tree) and (not tree.lower[at].strip() or tree.lower[at] in {",", "-", "—", "–"}):
            at += 1
        if at >= len(tree) or "\n" in tree.text[tree.end[end - 1] : tree.start[at]]:
            return None
        inner = _left_of(tree, tree.start[end]).rstrip().rstrip("\"'”’»“`").rstrip()
        return at if at > end or inner.endswith(_LEADS_ON) or self._speaks(at) else None

    def _is_tag(self, i: int, at: int) -> bool | None:
        """Whether token `i` of a tag that starts at `at` is its verb; None where the search goes past it."""
        tree = self.tree
        if not (i == at and self._speaks(i)):
            if not tree.is_verb(i) or tree.dep[i] in _NO_TAGS:
                return None
            if not self._may_quote(i):
                return None if tree.dep[i] in _RELATIVE_CLAUSES else False
        subject = tree.subject(i)
        if subject is None:
            return tree.tag[i] not in {"VBG", "VB"} and tree.tag[at] != "CC"
        return None if tree.lower[subject] in self.lexicon.words.relatives else True

    def _reaches(self, verb: int, at: int, end: int) -> bool:
        """Whether nothing but adverbs stands between the start of the tag and its verb or subject."""
        tree, quotes = self.tree, self.quotes
        subject = tree.subject(verb)
        if subject is not None and tree.left[subject] < end:
            first = quotes.ranges[quotes.inside[end - 1]][0]
            if not _opens_sentence(tree, quotes, first):
                return False  # the quotation is part of the subject: the "Night Owls" said
        opens = verb if subject is None or subject > verb else tree.left[subject]
        return opens <= at or _only_adverbs(tree, at, opens)

    def _may_quote(self, i: int) -> bool:
        entry = self.lexicon.verbs.get(self.tree.lower[i])
        return entry is not None and "quote" in entry[1] and self.tree.dep[i] not in {"amod", "compound"}

    def _speaks(self, i: int) -> bool:
        """Whether `i` right behind a quotation is a past form that tags it, whatever the parse made of it."""
        entry = self.lexicon.verbs.get(self.tree.lower[i])
        return entry is not None and "quote" in entry[1] and self.tree.tag[i] in {"VBD", "VBN", "VBZ"}


def _with_earlier_pieces(quotes: Quotes, found: list[Tagged]) -> list[Tagged]:
    """The tags, with the untagged paragraphs of a quotation whose tag comes in a later paragraph."""
    tagged = {tag.quote: tag for tag in found}
    for index in range(len(quotes.marks) - 1, 0, -1):
        if index in tagged and index - 1 not in tagged and quotes.marks[index].continues:
            tagged[index - 1] = Tagged(index - 1, tagged[index].verb, True)
    return [tagged[index] for index in sorted(tagged)]


def _left_of(tree: TokenTree, end: int) -> str:
    """The characters right before `end`: enough to see past white space and quotation marks."""
    return tree.text[max(0, end - _NEAR) : end]


def _only_adverbs(tree: TokenTree, start: int, end: int) -> bool:
    return end - start < 6 and all(not tree.is_verb(i) for i in range(start, end))


def _skip_back(tree: TokenTree, at: int) -> int:
    while at >= 0 and (not tree.lower[at].strip() or tree.lower[at] == "that"):
        at -= 1
    return at


def _opens_sentence(tree: TokenTree, quotes: Quotes, first: int) -> bool:
    """Whether nothing of the sentence stands before the quotation."""
    at = first - 1
    while at >= 0 and not tree.lower[at].strip():
        at -= 1
    if at < 0 or "\n" in tree.text[tree.end[at] : tree.start[first]]:
        return True
    return tree.lower[at] in {".", "?", "!", ":", ";"} or quotes.inside[at] >= 0


def _is_introduced(tree: TokenTree, quotes: Quotes, index: int) -> bool:
    """Whether a comma stands before the quotation and a capital opens it: When asked, "Yes," he said."""
    q = quotes.marks[index]
    first = tree.text[q.inner_start : q.inner_end].lstrip()[:1]
    return first.isupper() and _left_of(tree, q.start).rstrip().endswith(",")


def _is_sentence(tree: TokenTree, quotes: Quotes, index: int) -> bool:
    q = quotes.marks[index]
    inner = tree.text[q.inner_start : q.inner_end].strip()
    return inner[:1].isupper() and inner.endswith((*_ENDS_SENTENCE, ","))


def _goes_on(tree: TokenTree, quotes: Quotes, index: int, before: int) -> bool:
    """Whether an untagged quotation carries on the one `before` it."""
    q, p = quotes.marks[index], quotes.marks[before]
    if q.continues:
        return before == index - 1
    between = tree.text[p.end : q.start]
    tag, gap, rest = between.partition("\n")
    first = quotes.ranges[index][0]
    if not gap and _after_connective(tree, first):
        return True
    if not _is_sentence(tree, quotes, index) or not _opens_sentence(tree, quotes, first):
        return False
    if not gap:
        return True
    return not rest.strip() and not _SENTENCE_END.search(tag.strip()[:-1])


def _after_connective(tree: TokenTree, first: int) -> bool:
    """Whether only a word or two lead up to the quotation in its sentence: Instead, "..."."""
    start = tree.sentence[first]
    lead = range(start, first)
    if not 0 < len(lead) <= _CONNECTIVE or tree.lower[first - 1] not in {",", ":"}:
        return False
    return all(tree.dep[i] in {"advmod", "punct", "cc", "ROOT", "prep", "pobj"} for i in lead)
