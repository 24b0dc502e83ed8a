"""The token at a character."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def token_at(doc: Doc, offset: int) -> Token:
    """The token that holds the character `offset`, or the last one before it."""
    index = bisect_right(range(len(doc)), offset, key=lambda i: doc[i].idx) - 1
    return doc[max(0, index)]
