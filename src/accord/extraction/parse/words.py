"""The tokens of a parse as plain objects, which the grammar reads many times quicker than spaCy's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COLUMNS = ("IDX", "HEAD", "SENT_START", "ORTH", "LOWER", "TAG", "POS", "DEP", "LEMMA")


class Word:
    """A token: its attributes have the names and values of spaCy's, `children` are in order."""

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "lemma_", "lower_", "opening", "pos_", "tag_", "text",
    )  # fmt: skip

    def __init__(
        self, doc: list[Word], i: int, idx: int, opening: int,
        text: str, lower: str, tag: str, pos: str, dep: str, lemma: str,
    ) -> None:  # fmt: skip
        """Stand alone; `words_of` puts it under its head.  `opening` is where its sentence starts."""
        self.doc = doc
        self.i = i
        self.idx = idx
        self.opening = opening
        self.text = text
        self.lower_ = lower
        self.tag_ = tag
        self.pos_ = pos
        self.dep_ = dep
        self.lemma_ = lemma
        self.head = self
        self.children: Sequence[Word] = ()

    @property
    def left_edge(self) -> Word:
        """The first word of what stands under it: subtrees nest."""
        word = self
        while word.children and word.children[0].i < word.i:
            word = word.children[0]
        return word

    @property
    def right_edge(self) -> Word:
        """The last word of what stands under it."""
        word = self
        while word.children and word.children[-1].i > word.i:
            word = word.children[-1]
        return word

    def __len__(self) -> int:
        """Count the characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word with its place."""
        return f"Word({self.text!r}, {self.i})"

    def nbor(self, step: int = 1) -> Word:
        """The word so many further on."""
        return self.doc[self.i + step]

    @property
    def sent(self) -> WordSentence:
        """The sentence that the word stands in."""
        return WordSentence(self)


class WordSentence:
    """The sentence of a word: where it starts, and its root."""

    __slots__ = ("root", "start")

    def __init__(self, word: Word) -> None:
        """Find the root above `word`."""
        self.start = word.opening
        self.root = word
        while self.root.head is not self.root:
            self.root = self.root.head


def words_of(doc: Doc) -> Sequence[Token]:
    """The words of a parsed document, in order.

    They are `Word`s and answer whatever the grammar asks of tokens, so they are given out as tokens.
    """
    if not len(doc):
        return ()
    columns = doc.to_array(list(_COLUMNS)).astype("int64").T.tolist()
    idx, heads, opened = columns[:3]
    strings, known = doc.vocab.strings, dict[int, str]()
    named: list[list[str]] = []
    for column in columns[3:]:
        for key in set(column).difference(known):
            known[key] = strings[key % 2**64] if key else ""
        named.append([known[key] for key in column])
    words: list[Word] = []
    opening = 0
    for i, (opens, start, text, lower, tag, pos, dep, lemma) in enumerate(
        zip(opened, idx, *named, strict=True)
    ):
        if opens == 1:
            opening = i
        words.append(Word(words, i, start, opening, text, lower, tag, pos, dep, lemma))
    for word, offset in zip(words, heads, strict=True):
        if offset:
            head = word.head = words[word.i + offset]
            if head.children:
                head.children.append(word)
            else:
                head.children = [word]
    return cast("Sequence[Token]", words)
