"""The words of a document as plain lists, read from spaCy once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from accord.extract.parsed import Parsed

_IN_NAMES = frozenset(".'’-")
_SMALL = frozenset({"IN", "TO", "CC", "DT"})
"""Tags of words that stay small in a headline whose words are capitalised."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s"})


@dataclass(frozen=True)
class Words:
    """Parallel lists over the tokens of `doc`; an index is `Token.i`."""

    doc: Doc
    text: str
    texts: list[str]
    lowers: list[str]
    tags: list[str]

    @classmethod
    def of(cls, parsed: Parsed) -> Words:
        """Read the words of a report."""
        doc = parsed.doc
        texts = [token.text for token in doc]
        lowers = [text.lower().replace("’", "'") for text in texts]
        return cls(doc, parsed.text, texts, lowers, [token.tag_ for token in doc])

    def token(self, index: int) -> Token:
        """The spaCy token at `index`."""
        return self.doc[index]

    def root(self, start: int, end: int) -> Token:
        """The word among `start` to `end` on which the others depend."""
        for index in range(end - 1, start - 1, -1):
            head = self.doc[index].head.i
            if not start <= head < end or head == index:
                return self.doc[index]
        return self.doc[end - 1]

    def between(self, start: int, end: int) -> str:
        """The characters of the words `start` to `end`."""
        last = self.doc[end - 1]
        return self.text[self.doc[start].idx : last.idx + len(last)]

    def is_name(self, index: int) -> bool:
        """Whether the word is tagged as a proper noun and capitalised, and has but letters and stops."""
        text = self.texts[index]
        if not self.tags[index].startswith("NNP") or not text[:1].isupper():
            return False
        return text.isalpha() or all(c.isalpha() or c in _IN_NAMES for c in text)

    def is_noun(self, index: int) -> bool:
        """Whether the word is tagged as a noun, proper or common."""
        return self.tags[index].startswith("NN")


@dataclass(frozen=True)
class Stretch:
    """A sentence as word indices, and how its capitals are used."""

    start: int
    end: int
    index: int
    headline: bool
    shouted: bool


def stretches(parsed: Parsed, words: Words) -> Iterator[Stretch]:
    """The sentences that are read, as stretches of words."""
    for index, span in enumerate(parsed.spans):
        start, end = span.start, span.end
        long = [
            words.texts[at]
            for at in range(start, end)
            if len(words.texts[at]) > 3 and words.tags[at] not in _SMALL and words.texts[at].isalpha()
        ]
        lower = sum(1 for w in long if w[0].islower())
        shouted = len(long) > 1 and sum(1 for w in long if w.isupper()) > 0.7 * len(long)
        titled = parsed.sentences[index].kind in ("title", "heading")
        headline = len(long) > 2 and lower <= (0.25 * len(long) if titled else 0)
        yield Stretch(start, end, index, headline, shouted)
