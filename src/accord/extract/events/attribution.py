"""Whose statement an event stands in, and what that makes of its factuality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.events.clauses import lemma_of
from accord.extract.events.cover import Cover
from accord.records import ActorMention, Factuality, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extract.actors.cast import Cast
    from accord.extract.events.modality import Words
    from accord.extract.parsed import Parsed


class Attribution(Struct, frozen=True):
    """The contents of a report's statements, by character."""

    contents: Cover[Statement]
    factive: frozenset[str]
    cast: Cast

    @classmethod
    def of(cls, parsed: Parsed, statements: tuple[Statement, ...], cast: Cast, words: Words) -> Attribution:
        """Index the statements of a report."""
        contents = Cover(
            (start, end, statement) for statement in statements for start, end in statement.content
        )
        ids = {
            statement.id
            for statement in statements
            for start, end in statement.cue
            if _lemmas(parsed, start, end) & words.factive
        }
        return cls(contents, frozenset(ids), cast)

    def apply(
        self, token: Token, factuality: Factuality, actors: tuple[ActorMention, ...]
    ) -> tuple[str | None, Factuality]:
        """The speaker of the innermost statement that holds `token`, and the event's factuality.

        An event that its own actor announces or confirms is asserted; any other in a statement is reported.
        """
        inner = self.contents.at(token.idx)
        if inner is None:
            return None, factuality
        if factuality != "asserted":
            return inner.speaker, factuality
        if inner.id in self.factive and (inner.speaker is None or self._side(inner.speaker, actors)):
            return inner.speaker, "asserted"
        return inner.speaker, "reported"

    def _side(self, speaker: str, actors: tuple[ActorMention, ...]) -> bool:
        """Whether the speaker is one of the actors or speaks for the same state."""
        entity = self.cast.by_id.get(speaker)
        code = entity.code if entity is not None else None
        return any(m.actor == speaker or (code is not None and m.code == code) for m in actors)


def _lemmas(parsed: Parsed, start: int, end: int) -> set[str]:
    span = parsed.doc.char_span(start, end, alignment_mode="expand")
    return {lemma_of(t) for t in span} if span is not None else set()
