"""Which predicate a time or a figure of another stage belongs to: the nearest above it in the parse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.propositions.predicates import Predicate
from accord.extraction.propositions.proposition_words import PropositionFile
from accord.records import ArgumentRole, PropositionArgument, Quantity, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_NOUN = frozenset({"amod", "compound", "nummod", "poss", "nmod"})
_ALONE = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "npadvmod", "oprd"})
_NOUNS = frozenset({"NOUN", "PROPN"})


class Ties(Struct, frozen=True):
    """The times and quantities of one report, to be tied sentence by sentence.

    `kept` prepositions stay with the time that they bound ("after midnight"); numbers that are `not_counts`
    tell of no amount by themselves.
    """

    times: Sequence[Time]
    quantities: Sequence[Quantity]
    time_starts: Sequence[int]
    quantity_starts: Sequence[int]
    kept: frozenset[str]
    not_counts: frozenset[str]

    @classmethod
    def of(cls, times: Sequence[Time], quantities: Sequence[Quantity], words: PropositionFile) -> Ties:
        """Index what was found; both are sorted by start."""
        starts = [time.start for time in times], [quantity.start for quantity in quantities]
        return cls(times, quantities, *starts, words.kept, words.not_counts)

    def tie(
        self, sentence: Sequence[Token], predicates: Sequence[Predicate]
    ) -> Mapping[int, list[PropositionArgument]]:
        """By index of a predicate of a sentence, its times and quantities."""
        start, end = sentence[0].idx, sentence[-1].idx + len(sentence[-1])
        at = {part.i: index for index, predicate in enumerate(predicates) for part in predicate.parts}
        found: dict[int, list[PropositionArgument]] = {}
        starts: list[int] = []
        for role, spans, opens in (
            ("time", self.times, self.time_starts),
            ("quantity", self.quantities, self.quantity_starts),
        ):
            for span in spans[bisect_left(opens, start) : bisect_left(opens, end)]:
                if span.end > end:
                    continue
                starts = starts or [token.idx for token in sentence]
                head = _head(sentence, starts, span.start, span.end)
                index = _owner(head, at, role == "time")
                if index is not None:
                    argument = self._argument(role, span, head)  # type: ignore[arg-type]
                    found.setdefault(index, []).append(argument)
        for figure, end in _bare(sentence, found.values(), self.times, self.time_starts):
            index = _owner(figure, at, False)
            if index is not None and figure.lower_ not in self.not_counts:
                found.setdefault(index, []).append(PropositionArgument("quantity", figure.idx, end))
        return found

    def _argument(self, role: ArgumentRole, span: Time | Quantity, head: Token) -> PropositionArgument:
        before = head.head
        if isinstance(span, Time) and span.type == "DURATION" and head.dep_ == "dobj":
            role = "quantity"  # "gave them 48 hours".
        if (
            role == "time"
            and before.lower_ in self.kept
            and before.idx < span.start
            and before.dep_ == "prep"
        ):
            return PropositionArgument(role, before.idx, span.end)
        return PropositionArgument(role, span.start, max(span.end, _of_all(head, span)))


def _of_all(head: Token, span: Time | Quantity) -> int:
    """Where "nine of them" ends, of which the figure is "nine"."""
    if not isinstance(span, Quantity) or head.pos_ != "NUM" or head.idx + len(head) != span.end:
        return span.end
    return _end(head)


def _end(figure: Token) -> int:
    """Where a number ends, with what it is of."""
    end = figure.idx + len(figure)
    for child in figure.children:
        if child.lower_ == "of" and child.i == figure.i + 1:
            end = max([end, *(noun.idx + len(noun) for noun in child.children if noun.dep_ == "pobj")])
    return end


def _bare(
    sentence: Sequence[Token],
    tied: Iterable[Sequence[PropositionArgument]],
    times: Sequence[Time],
    opens: Sequence[int],
) -> Iterator[tuple[Token, int]]:
    """Numbers that stand for themselves where no quantity or time is: "wounding 30", "rose to 61,000"."""
    held: list[PropositionArgument] | None = None
    for token in sentence:
        if token.tag_ != "CD" or token.dep_ not in _ALONE or not token.text[-1].isalnum():
            continue
        held = [argument for group in tied for argument in group] if held is None else held
        before = bisect_right(opens, token.idx) - 1
        dated = before >= 0 and token.idx < times[before].end
        if not dated and not any(a.start <= token.idx < a.end for a in held):
            yield token, _end(token)


def _head(sentence: Sequence[Token], starts: Sequence[int], start: int, end: int) -> Token:
    """The token under which the others of the characters `start` to `end` stand."""
    token = sentence[max(bisect_right(starts, start) - 1, 0)]
    while token.head is not token and start <= token.head.idx < end:
        token = token.head
    return token


def _owner(head: Token, at: Mapping[int, int], is_time: bool) -> int | None:
    """The predicate that a time or quantity is of; a time that a mere noun has is of none."""
    token = head
    if not is_time:
        held = next((c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i in at), None)
        if held is not None:
            return at[held.i]  # "the 23 people killed": the innermost.
    while token.i not in at:
        if token.head is token:
            return None
        if is_time and token.dep_ == "npadvmod" and _opens_clause(token):
            return None
        if is_time and token.dep_ in _OF_NOUN and token.head.pos_ in _NOUNS and token.head.i not in at:
            return None
        token = token.head
    return at[token.i]


def _opens_clause(time: Token) -> bool:
    """Whether a time says how long before or after a clause something is: "hours after it left"."""
    verb = time.head
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.i > time.i for c in verb.children)
