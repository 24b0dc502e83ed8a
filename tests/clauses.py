"""A parsed clause, with its tokens by their words, and token ranges shown as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.extraction.statements.quotes import Quotes


class Clause(Struct, frozen=True):
    """A tree and what is read beside it; `at` has the last token with each word."""

    tree: TokenTree
    at: dict[str, int]
    quotes: Quotes
    lexicon: CueLexicon

    def words(self, ranges: Iterable[tuple[int, int]]) -> list[str]:
        """The text of token ranges."""
        return [self.tree.text[self.tree.start[a] : self.tree.end[b - 1]] for a, b in ranges]


ReadClause = Callable[[str], Clause]
