"""Whose a quotation without a tag is: it goes on with the one before, or with what is told before it."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.extraction.statements.genders import GenderWords
from accord.extraction.statements.quotes import Quotes, is_sentence, opens_sentence, stands_alone

_CONNECTIVE = 4
_SENTENCE_END = re.compile(r"[a-z)][.!?]\s+[A-Z]")
_MAIN_CLAUSES = frozenset({"ROOT", "conj", "ccomp"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_PROPER = frozenset({"NNP", "NNPS"})
_SPEAKING_PRONOUNS = frozenset({"he", "she", "they"})


class Tagged(Struct, frozen=True):
    """Quotation `quote` belongs to verb `verb`; `whole` if it is all the verb reports beside it.

    It stands `apart` where the verb reports something else: He said he was tired. "I will go home."
    """

    quote: int
    verb: int
    whole: bool
    apart: bool = False


class Continuations(Struct, frozen=True):
    """Finds whose the quotations without a tag are, in one report."""

    tree: TokenTree
    quotes: Quotes
    lexicon: CueLexicon
    persons: GenderWords

    def tag(self, index: int, first: int, last: Tagged | None) -> Tagged | None:
        """Whose a quotation without a tag is: of who spoke in the sentence before it, or who spoke last."""
        tree, quotes = self.tree, self.quotes
        if not quotes.marks[index].continues and stands_alone(tree, quotes, index):
            verb = self._told_before(first)
            if verb is not None and (last is None or verb != last.verb):
                return Tagged(index, verb, True, True)
        if last is not None and _goes_on(tree, quotes, index, last.quote):
            return Tagged(index, last.verb, True, last.apart)
        return None

    def _told_before(self, first: int) -> int | None:
        """The verb with which somebody speaks in the sentence right before `first`, quoting none whole."""
        tree = self.tree
        end = first
        while end and not tree.lower[end - 1].strip():
            end -= 1
        if not end or not (tree.lower[end - 1].endswith((".", "!", "?")) or self.quotes.inside[end - 1] >= 0):
            return None
        start = tree.sentence[end - 1]
        quoted = {self.quotes.inside[i] for i in range(start, end)} - {-1}
        if any(is_sentence(tree, self.quotes, index) for index in quoted):
            return None
        for i in range(end - 1, start - 1, -1):
            if (
                self.quotes.inside[i] < 0
                and tree.is_verb(i)
                and tree.dep[i] in _MAIN_CLAUSES
                and self._tells(i)
            ):
                subject = tree.subject(i)
                if subject is None and tree.dep[i] == "conj":
                    subject = tree.subject(tree.head[i])
                return i if subject is not None and is_somebody(tree, subject, self.persons) else None
        return None

    def _tells(self, verb: int) -> bool:
        entry = self.lexicon.verbs.get(self.tree.lower[verb])
        return entry is not None and "quote" in entry[1] and self.tree.tag[verb] in _PAST_OR_PRESENT


def is_somebody(tree: TokenTree, subject: int, persons: GenderWords) -> bool:
    """Whether a subject may be a person or a body that speaks, by its word."""
    word, tag = tree.lower[subject], tree.tag[subject]
    if tag == "PRP":
        return word in _SPEAKING_PRONOUNS
    return tag in _PROPER or persons.is_person(word) or persons.is_person(word.removesuffix("s"))


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
    if not is_sentence(tree, quotes, index) or not opens_sentence(tree, quotes, first):
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
