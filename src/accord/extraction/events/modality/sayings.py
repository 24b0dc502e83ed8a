"""Whose word something is, taken literally: whatever stands in what somebody says is reported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.events.modality.cues import contents_of, innermost, is_later, stands_in
from accord.extraction.parse.clauses import is_infinitive, is_verb
from accord.extraction.parse.parsed import Cover
from accord.records import Factuality, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token


class Sayings(Struct, frozen=True):
    """The contents of a report's statements, by character."""

    contents: Cover[Statement]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Sayings:
        """Index the statements of a report."""
        return cls(contents_of(statements))

    def literal(
        self, token: Token, factuality: Factuality, governor: Token | None
    ) -> tuple[Statement | None, Factuality]:
        """The innermost statement that holds `token`, and how what it tells is told, word for word.

        Whatever stands in words that somebody says is reported, if no more, also what they take for
        granted; what somebody only wants, refuses or looks into is not.  `governor` is the word that makes it
        what `factuality` says: what somebody believes is their word for it.
        """
        inner = innermost(token, self.contents)
        if inner is None:
            return None, factuality
        if factuality == "possible" and is_later(token):
            return inner, "planned"
        believed = factuality == "possible" and governor is not None and stands_in(governor, inner.cue)
        if (factuality == "asserted" or believed) and _is_said(token, inner):
            return inner, "reported"
        return inner, factuality


def _is_said(token: Token, statement: Statement) -> bool:
    """Whether a statement gives the words of somebody: a quotation, or a clause with a verb of its own."""
    if statement.kind != "indirect":
        return True
    top = token
    while top.head is not top and stands_in(top.head, statement.content):
        top = top.head
    return is_verb(top) and not is_infinitive(top)
