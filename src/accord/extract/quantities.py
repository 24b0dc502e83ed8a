"""Counted and measured amounts of a report, each with the range it can mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.amounts import Amount, AmountReader, Bound
from accord.extract.parsed import Parsed
from accord.records import Quantity, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_LONGEST_BOUND = 3
_AGE = "year old"
_AGED = frozenset({"age", "aged"})
_OLDEST = 120
_CLOSING = frozenset({",", ".", ";", ")"})
_NEAR = 0.1


class QuantityFinder(Struct, frozen=True):
    """Finds counts and measures.

    A rounded number ("3.5 million", "12 percent") means what rounds to it; "about" widens it by
    a tenth; "more than" and "up to" leave one side open.
    """

    amounts: AmountReader

    @classmethod
    def load(cls) -> QuantityFinder:
        """Read the vocabulary.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        return cls(AmountReader.load())

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
                if amount is None or self.amounts.names(parsed.doc, amount):
                    continue
                quantity = self._quantity(parsed, amount, span.start, span.end)
                if quantity is not None:
                    found.append(quantity)
                after = amount.last + 1
        return tuple(found)

    def _quantity(self, parsed: Parsed, amount: Amount, start: int, end: int) -> Quantity | None:
        doc = parsed.doc
        first, last = amount.first, amount.last
        unit, first, last = self._unit(doc, first, last, start, end)
        if unit is None and _is_age(doc, amount, end):
            unit = _AGE
        if unit is None and doc[amount.last].dep_ not in _ROLES:
            return None
        low, high = amount.low, amount.high
        if unit in ("percent", "percentage point") and low is not None and low == high:
            places = len(doc[amount.first].text.partition(".")[2])
            low, high = low - 0.5 / 10**places, low + 0.5 / 10**places
        bound, first = self._bound(doc, first, start)
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

    def _unit(self, doc: Doc, first: int, last: int, start: int, end: int) -> tuple[str | None, int, int]:
        """The unit, and the first and last token of number and unit together."""
        if first > start:
            sign = doc[first - 1].text
            if sign in self.amounts.words.currency_signs:
                code = self.amounts.words.currency_signs[sign]
                if (
                    first - 2 >= start
                    and doc[first - 2].text + sign in self.amounts.words.currency_signs
                    and not doc[first - 2].whitespace_
                ):
                    return self.amounts.words.currency_signs[doc[first - 2].text + sign], first - 2, last
                return code, first - 1, last
            if sign in self.amounts.words.currency_codes:
                return sign, first - 1, last
        return self._unit_after(doc, first, last, end)

    def _unit_after(self, doc: Doc, first: int, last: int, end: int) -> tuple[str | None, int, int]:
        after = [doc[i] for i in range(last + 1, min(last + 4, end))]
        if not after:
            return None, first, last
        word = after[0].lower_
        if word in self.amounts.words.percent:
            return "percent", first, last + 1
        if word == "per" and len(after) > 1 and after[1].lower_ == "cent":
            return "percent", first, last + 2
        if word == "percentage" and len(after) > 1 and after[1].lemma_ == "point":
            return "percentage point", first, last + 2
        if after[0].lemma_.lower() in self.amounts.words.currency_words and after[0].tag_ in _NOUNS:
            return self.amounts.words.currency_words[after[0].lemma_.lower()], first, last + 1
        if after[0].text in self.amounts.words.currency_codes:
            return after[0].text, first, last + 1
        if [t.lower_ for t in after] in (["-", "year", "-"], ["-", "month", "-"]) and last + 4 < end:
            return f"{after[1].lower_} {doc[last + 4].lower_}", first, last + 4
        noun = _counted(doc, last, end)
        if noun is None:
            return None, first, last
        near = 0 < noun.i - last <= 5 and "\n" not in doc[last : noun.i].text
        name = noun.lemma_.lower()
        return self.amounts.words.unit_names.get(name, name), first, noun.i if near else last


def _is_age(doc: Doc, amount: Amount, end: int) -> bool:
    """Whether the number stands alone behind a person ("Ann Karst, 61, said") or behind "aged"."""
    at = amount.first
    if at != amount.last or not doc[at].text.isdigit() or not 0 < int(doc[at].text) < _OLDEST or at < 2:
        return False
    if doc[at - 1].lower_ in _AGED:
        return True
    closed = at + 1 >= end or doc[at + 1].text in _CLOSING
    return closed and doc[at - 1].text == "," and doc[at - 2].tag_ == "NNP"


def _counted(doc: Doc, last: int, end: int) -> Token | None:
    """The noun that is counted: the head of the number, or what "of" leads to."""
    token = doc[last]
    if last + 1 < end and doc[last + 1].lower_ == "of":
        inside = [t for t in doc[last + 1].children if t.dep_ == "pobj"]
        return inside[0] if inside and inside[0].tag_ in _NOUNS else None
    for _ in range(4):
        head = token.head
        if head.i > last and head.tag_ in _NOUNS and token.dep_ in ("nummod", "compound", "amod", "quantmod"):
            if token.dep_ == "compound" and head.tag_ in ("NNP", "NNPS"):
                return None
            return head
        if head == token or head.tag_ not in ("CD", "NN", "NNS", "IN", "JJR"):
            break
        token = head
    return next(_nouns_after(doc, last, end), None)


def _nouns_after(doc: Doc, last: int, end: int) -> Iterator[Token]:
    """A noun right after the number, past adjectives, where the parse does not join them."""
    for i in range(last + 1, min(last + 4, end)):
        if doc[i].tag_ in ("NNS", "NNPS"):
            yield doc[i]
        if doc[i].tag_ not in ("JJ", "NN", "NNP", "VBN", "VBG", "HYPH"):
            return


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
