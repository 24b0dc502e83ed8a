"""Direct speech: which verb each quotation belongs to, by position and not by the parse alone.

Parsers go wrong over quotations of several sentences; where a quotation stands next to its
tag ("...", she said) position is the better guide.
"""

from __future__ import annotations

from msgspec import Struct

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.continuations import Continuations, Tagged, is_somebody
from accord.extraction.statements.cue import saying_of
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.extraction.statements.genders import GenderWords
from accord.extraction.statements.quotes import (
    Quotes,
    is_introduced,
    is_sentence,
    left_of,
    opens_sentence,
    stands_alone,
)

_MARKS = " \t\n\u00a0\"'”’»“`"
_REACH = 40
_NO_TAGS = frozenset({"aux", "auxpass", "amod", "compound"})
_RELATIVE_CLAUSES = frozenset({"relcl", "acl"})
_LONGEST_NAME = 16
_IN_NAMES = frozenset({
    "NNP", "NNPS", "NN", "NNS", "DT", "JJ", "IN", "CC", "CD", "POS", "HYPH", ",", "PRP$", "-LRB-", "-RRB-",
})  # fmt: skip
_MAIN_CLAUSES = frozenset({"ROOT", "conj", "ccomp"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_LEADS_ON = (",", "?", "!", "…", "—", "–", "-", "...")


class QuotationTagger(Struct, frozen=True):
    """Finds the verbs that the quotations of one report belong to."""

    tree: TokenTree
    quotes: Quotes
    lexicon: CueLexicon
    persons: GenderWords

    def tags(self) -> list[Tagged]:
        """The verb of each quotation that has one, in order."""
        tree, quotes = self.tree, self.quotes
        untagged = Continuations(tree, quotes, self.lexicon, self.persons)
        found: list[Tagged] = []
        last: Tagged | None = None
        for index, (first, end) in enumerate(quotes.ranges):
            tag = self._tag(index, first, end) or untagged.tag(index, first, last)
            if tag is not None:
                found.append(tag)
                last = tag
            elif is_sentence(tree, quotes, index) and opens_sentence(tree, quotes, first):
                last = None
        return _with_earlier_pieces(quotes, found)

    def _tag(self, index: int, first: int, end: int) -> Tagged | None:
        tree, quotes = self.tree, self.quotes
        verb = self._verb_before(first)
        if verb is not None:
            return Tagged(index, verb, tree.lower[first - 1] != "that")
        verb = self._verb_after(end)
        if verb is not None:
            whole = opens_sentence(tree, quotes, first) or is_introduced(tree, quotes, index)
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
                if lead == ":" and tree.dep[i] in _MAIN_CLAUSES:
                    return i if self._brings_in(i, first) else None
                if tree.dep[i] not in _RELATIVE_CLAUSES and lead != ":":
                    return None
        return None

    def _brings_in(self, verb: int, first: int) -> bool:
        """Whether a clause that tells of no speech brings in a quotation: "the envoy was blunt: ..."."""
        subject = self.tree.subject(verb)
        if subject is None or subject > verb or self.tree.tag[verb] not in _PAST_OR_PRESENT:
            return False
        return is_somebody(self.tree, subject, self.persons) and stands_alone(
            self.tree, self.quotes, self.quotes.inside[first]
        )

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
        inner = left_of(tree, tree.start[end]).rstrip(_MARKS)
        return at if at > end or inner.endswith(_LEADS_ON) or self._speaks(at) else None

    def _is_tag(self, i: int, at: int) -> bool | None:
        """Whether token `i` of a tag that starts at `at` is its verb; None where the search goes past it."""
        tree = self.tree
        if not (i == at and self._speaks(i)):
            if not tree.is_verb(i) or tree.dep[i] in _NO_TAGS:
                return None
            if tree.tag[i] == "VB" and any(tree.tag[k] == "MD" for k in tree.kids[i]):
                return None  # "..." Peru should respond, he said
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
            if not opens_sentence(tree, quotes, first):
                return False  # the quotation is part of the subject: the "Night Owls" said
        opens = verb if subject is None or subject > verb else tree.left[subject]
        return (
            opens <= at or _only_adverbs(tree, at, opens) or (subject is None and _is_name(tree, at, opens))
        )

    def _may_quote(self, i: int) -> bool:
        entry = self.lexicon.verbs.get(self.tree.lower[i])
        if self.tree.dep[i] in {"amod", "compound"}:
            return False
        quotes = entry is not None and "quote" in entry[1]
        return quotes or saying_of(self.tree, i, self.lexicon) is not None

    def _speaks(self, i: int) -> bool:
        """Whether `i` right behind a quotation is a past form that tags it, whatever the parse made of it."""
        entry = self.lexicon.verbs.get(self.tree.lower[i])
        return entry is not None and "quote" in entry[1] and self.tree.tag[i] in {"VBD", "VBN", "VBZ"}


def _with_earlier_pieces(quotes: Quotes, found: list[Tagged]) -> list[Tagged]:
    """The tags, with the untagged paragraphs of a quotation whose tag comes in a later paragraph."""
    tagged = {tag.quote: tag for tag in found}
    for index in range(len(quotes.marks) - 1, 0, -1):
        if index in tagged and index - 1 not in tagged and quotes.marks[index].continues:
            tagged[index - 1] = Tagged(index - 1, tagged[index].verb, True, tagged[index].apart)
    return [tagged[index] for index in sorted(tagged)]


def _only_adverbs(tree: TokenTree, start: int, end: int) -> bool:
    return end - start < 6 and all(not tree.is_verb(i) for i in range(start, end))


def _is_name(tree: TokenTree, start: int, end: int) -> bool:
    """Whether only a name and what stands to it fill the tokens: Ana Ruiz, the mayor of Harbour Hill, ..."""
    words = range(start, end)
    named = tree.tag[start].startswith(("NNP", "DT", "NN"))
    return named and len(words) < _LONGEST_NAME and all(tree.tag[i] in _IN_NAMES for i in words)


def _skip_back(tree: TokenTree, at: int) -> int:
    while at >= 0 and (not tree.lower[at].strip() or tree.lower[at] == "that"):
        at -= 1
    return at
