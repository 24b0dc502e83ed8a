"""The words of a document as plain lists, read from spaCy once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.parse.parsed import Parsed

_IN_NAMES = frozenset(".'’-")
_SMALL = frozenset({"IN", "TO", "CC", "DT"})
"""Tags of words that stay small in a headline whose words are capitalised."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s"})


class TokenLists(Struct, frozen=True):
    """The words of a report as parallel lists, without the white space that is a token of its own.

    Names in hard-wrapped text run across line ends.  An index into the lists is not `Token.i`.
    """

    text: str
    tokens: list[Token]
    texts: list[str]
    lowers: list[str]
    tags: list[str]

    @classmethod
    def of(cls, parsed: Parsed) -> TokenLists:
        """Read the words of a report."""
        tokens = [token for token in parsed.doc if not token.is_space]
        texts = [token.text for token in tokens]
        lowers = [text.lower().replace("’", "'") for text in texts]
        return cls(parsed.text, tokens, texts, lowers, [token.tag_ for token in tokens])

    def token(self, index: int) -> Token:
        """The spaCy token of the word at `index`."""
        return self.tokens[index]

    def index_of(self, position: int) -> int:
        """The index of the first word at or after the token with `Token.i` `position`."""
        return bisect_left(self.tokens, position, key=lambda token: token.i)

    def root(self, start: int, end: int) -> Token:
        """The word among `start` to `end` on which the others depend."""
        first, last = self.tokens[start].i, self.tokens[end - 1].i
        for index in range(end - 1, start - 1, -1):
            token = self.tokens[index]
            head = token.head.i
            if not first <= head <= last or head == token.i:
                return token
        return self.tokens[end - 1]

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Where the words `start` to `end` begin and end in the text."""
        last = self.tokens[end - 1]
        return self.tokens[start].idx, last.idx + len(last)

    def name(self, start: int, end: int) -> str:
        """The characters of the words `start` to `end`, on one line."""
        first, last = self.offsets(start, end)
        return " ".join(self.text[first:last].split())

    def is_name(self, index: int) -> bool:
        """Whether the word is tagged as a proper noun and capitalised, and has but letters and stops."""
        text = self.texts[index]
        if not self.tags[index].startswith("NNP") or not text[:1].isupper():
            return False
        return text.isalpha() or all(c.isalpha() or c in _IN_NAMES for c in text)

    def is_noun(self, index: int) -> bool:
        """Whether the word is tagged as a noun, proper or common."""
        return self.tags[index].startswith("NN")


class Stretch(Struct, frozen=True):
    """A sentence as word indices, and how its capitals are used."""

    start: int
    end: int
    index: int
    headline: bool
    shouted: bool


def stretches(parsed: Parsed, words: TokenLists) -> Iterator[Stretch]:
    """The sentences that are read, as stretches of words."""
    for index, span in enumerate(parsed.spans):
        start, end = words.index_of(span.start), words.index_of(span.end)
        long = [
            words.texts[at]
            for at in range(start, end)
            if len(words.texts[at]) > 3 and words.tags[at] not in _SMALL and words.texts[at].isalpha()
        ]
        lower = sum(1 for w in long if w[0].islower())
        shouted = len(long) > 1 and sum(1 for w in long if w.isupper()) > 0.7 * len(long)
        titled = parsed.sentences[index].kind in ("title", "heading")
        headline = len(long) > 2 and lower <= (0.25 * len(long) if titled else 0)
        # A sentence of names alone is a sentence where it ends as one.
        headline = headline and (titled or shouted or words.texts[end - 1] != ".")
        yield Stretch(start, end, index, headline, shouted)
