"""Counted and measured amounts of a report, each with the range it can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.parse.clauses import SUBJECTS
from accord.extraction.parse.parsed import Parsed
from accord.extraction.quantities.amounts import FIGURE_SIGNS, Amount, AmountReader, Bound, QuantityWords
from accord.extraction.quantities.units import UnitReader
from accord.records import Quantity, Time
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ROLES = SUBJECTS | {"dobj", "attr"}
_LONGEST_BOUND = 3
# So many per cent a share in words ("two thirds") may be off.
_ROUGH = 2.0
_ROUNDED = frozenset({"percent", "percentage point"})
_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}")
_CLOSING = frozenset({",", ".", ";", ")", "and"})
# So many characters after a percentage a figure behind a name is one of its kind.
_SAME_VOTE = 200
_NEAR = 0.1


class QuantityFinder(Struct, frozen=True):
    """Finds counts and measures.

    A rounded number ("3.5 million", "12 percent") means what rounds to it; "about" widens it by
    a tenth; "more than" and "up to" leave one side open.
    """

    amounts: AmountReader
    units: UnitReader

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> QuantityFinder:
        """Read the vocabulary.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        amounts = AmountReader.load(vocabulary)
        return cls(amounts, UnitReader.of(amounts))

    def find(self, parsed: Parsed, times: Sequence[Time]) -> tuple[Quantity, ...]:
        """The quantities in the sentences that are read, sorted by start; none overlaps a time."""
        found: list[Quantity] = []
        at_time = 0
        for span in parsed.spans:
            after = span.start
            for token in span:
                if token.i < after or not self.amounts.may_start(token):
                    continue
                while at_time < len(times) and times[at_time].end <= token.idx:
                    at_time += 1
                if at_time < len(times) and times[at_time].start <= token.idx:
                    continue
                amount = self.amounts.read(token, span.end)
                if amount is None:
                    continue
                quantity = _share(parsed, amount, found)
                if quantity is None and _names(parsed.doc, amount, self.amounts.words):
                    continue
                quantity = quantity or self._quantity(parsed, amount, span.start, span.end)
                if quantity is not None:
                    found.append(quantity)
                after = amount.last + 1
        return tuple(found)

    def _quantity(self, parsed: Parsed, amount: Amount, start: int, end: int) -> Quantity | None:
        doc = parsed.doc
        loose = self._is_loose(doc, amount.last, end)
        if loose:
            amount = replace(amount, last=amount.last + 2)
        found = self.units.read(doc, amount, start, end)
        unit, first, last = found.name, found.first, found.last
        if unit is None and not found.firm and doc[amount.last].dep_ not in _ROLES:
            return None
        low, high = amount.low, amount.high
        if unit in _ROUNDED and low is not None and low == high:
            low, high = _rounded(low, doc[amount.first].text)
        if unit in self.amounts.words.fractions and low is not None and high is not None:
            share = 100 / self.amounts.words.fractions[unit]
            low, high, unit = round(share * low, 6) - _ROUGH, round(share * high, 6) + _ROUGH, "percent"
        bound, first = self._bound(doc, first, start)
        if bound is None and (loose or self._is_loose(doc, last, end)):
            bound, last = "near", last if loose else last + 2
        low, high = _bounded(low, high, bound)
        begin, stop = doc[first].idx, doc[last].idx + len(doc[last])
        return Quantity(begin, stop, parsed.text[begin:stop], low, high, unit)

    def _bound(self, doc: Doc, first: int, start: int) -> tuple[Bound | None, int]:
        """The bound word before the number, if any, and the first token with it ("more than a hundred")."""
        if first - 1 > start and doc[first - 1].lower_ in ("a", "an"):
            bound, begin = self._bound(doc, first - 1, start)
            return (bound, begin) if bound is not None else (None, first)
        for size in range(min(_LONGEST_BOUND, first - start), 0, -1):
            words = " ".join(doc[i].lower_ for i in range(first - size, first))
            if words in self.amounts.words.bounds:
                return self.amounts.words.bounds[words], first - size
            if words == "between" and size == 1:
                return None, first - 1
        return None, first

    def _is_loose(self, doc: Doc, last: int, end: int) -> bool:
        """Whether "or so" follows."""
        if last + 2 >= end:
            return False
        return f"{doc[last + 1].lower_} {doc[last + 2].lower_}" in self.amounts.words.or_so


def _share(parsed: Parsed, amount: Amount, found: Sequence[Quantity]) -> Quantity | None:
    """A figure right behind a name, after a percentage: one of the same kind ("Karst 51.2, Ilves 48.8")."""
    doc, at = parsed.doc, amount.first
    if amount.first != amount.last or not found or found[-1].unit != "percent" or amount.low is None:
        return None
    token = doc[at]
    near = token.idx - found[-1].end < _SAME_VOTE
    alone = at + 1 >= len(doc) or doc[at + 1].text in _CLOSING
    if not (near and alone and at and doc[at - 1].text[0].isupper() and _DECIMAL.fullmatch(token.text)):
        return None
    low, high = _rounded(amount.low, token.text)
    return Quantity(token.idx, token.idx + len(token), token.text, low, high, "percent")


def _rounded(value: float, figure: str) -> tuple[float, float]:
    """What rounds to `value`, which is written with so many places."""
    half = 0.5 * 10.0 ** -len(figure.partition(".")[2])
    return round(value - half, 6), round(value + half, 6)


def _bounded(low: float | None, high: float | None, bound: Bound | None) -> tuple[float | None, float | None]:
    match bound:
        case "above":
            return low, None
        case "below":
            return None, high
        case "near":
            return _widened(low, high, -_NEAR), _widened(high, low, _NEAR)
        case "nearly":
            return _widened(low, high, -_NEAR), high
        case _:
            return low, high


def _widened(end: float | None, other: float | None, share: float) -> float | None:
    """One end of a range moved out to a share of its middle, if it is not out there already."""
    if end is None:
        return None
    middle = end if other is None else (end + other) / 2
    moved = round(middle * (1 + share), 6)
    return min(end, moved) if share < 0 else max(end, moved)


def _names(doc: Doc, amount: Amount, words: QuantityWords) -> bool:
    """Whether the number names something ("Article 5", "flight 370", "555-0100") and counts nothing."""
    first, last = doc[amount.first], doc[amount.last]
    if first.lower_ == "one" and not (first.dep_ == "nummod" and first.head.i > first.i):
        fate = first.head if first.dep_ in SUBJECTS else None
        following = doc[last.i + 1].lower_ if last.i + 1 < len(doc) else ""
        return following not in words.fates and (fate is None or fate.lower_ not in words.fates)
    if first.i > 1 and doc[first.i - 1].text == "-" and doc[first.i - 2].text.isupper():
        return True
    if _in_figures(doc, amount, words.halves_of_day) or _is_year_of_name(first, last):
        return True
    before = doc[first.i - 1] if first.i else None
    if before is None or before.text in words.currency_signs or before.text in words.currency_codes:
        return False
    if before.lower_ in words.labels and before.tag_ != "DT":
        return True
    return before.tag_ in ("NNP", "NNPS") and first.head.i < first.i


def _in_figures(doc: Doc, amount: Amount, halves_of_day: frozenset[str]) -> bool:
    """Whether the number is part of a longer figure: a score, a clock time, a telephone number."""
    after = doc[amount.last + 1].text if amount.last + 1 < len(doc) else ""
    following = doc[amount.last + 2].text if amount.last + 2 < len(doc) else ""
    if after in FIGURE_SIGNS and following[:1].isdigit():
        return True
    if after.lower().replace(".", "") in halves_of_day or (after + following).lower() in halves_of_day:
        return True
    if amount.first < 2 or doc[amount.first - 1].text not in FIGURE_SIGNS:
        return False
    return doc[amount.first - 2].text[-1:].isdigit()


def _is_year_of_name(first: Token, last: Token) -> bool:
    """Whether the number is a year before a name ("the 2012 Games")."""
    year = first == last and len(first.text) == 4 and first.text[:2] in ("18", "19", "20")
    return year and first.text.isdigit() and first.head.tag_ in ("NNP", "NNPS")
