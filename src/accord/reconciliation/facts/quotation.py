"""Which of a fact's sentences is quoted for it: the clearest that stands alone."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct

from accord.reconciliation.facts.alignment import FactGroup
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.sources import Sources

_MARKS = "\"'“”‘’«»"
# A quotation is read at a glance; a few words or a whole paragraph are not.
_SHORT, _LONG = 40, 240
# So many sentences a report opens with; they tell the whole of what happened in few words.
_OPENING = 3


class FactQuoter(Struct, frozen=True):
    """Chooses quotations by `words`."""

    words: FactWords

    def clearest(
        self, group: FactGroup, sources: Sources, whole: Set[SentenceAt] = frozenset()
    ) -> SentenceAt:
        """The sentence of a group that is quoted for it; one that opens a report, of those that are as clear.

        `whole` are the sentences that say of whom or what they tell.
        """

        def clarity(item: tuple[SentenceAt, float]) -> tuple[bool, bool, bool, bool, float, SentenceAt]:
            at, close = item
            text = sources.sentence(at.report, at.index).text
            alone, read_at_a_glance = self.stands_alone(text), _SHORT <= len(text) <= _LONG
            opens = at.index < _OPENING
            return not alone, at not in whole, not read_at_a_glance, not opens, -round(close, 6), at

        return min(zip(group.sentences, group.closeness, strict=True), key=clarity)[0]

    def stands_alone(self, text: str) -> bool:
        """Whether a sentence can be read without those before it: no quotation, and nothing taken up."""
        words = text.split(maxsplit=1)
        first = words[0] if words else ""
        return (
            bool(first)
            and first[0] not in _MARKS
            and first.strip(",.:;").casefold() not in self.words.openings
        )
