"""Counted and measured amounts of a report, each with the range it can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from accord import vocabulary
from accord.extract.numbers import Numbers
from accord.extract.parsed import Parsed
from accord.records import Quantity, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FILE = "quantities.json"
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LONGEST_BOUND = 3
_NEAR = 0.1
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_JOINTS = frozenset({"to", "-", "–", "or"})

Bound = Literal["above", "below", "near", "nearly"]


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    bounds: dict[str, Bound]
    vague: dict[str, tuple[float, float | None]]
    collectives: dict[str, float]
    currency_signs: dict[str, str]
    currency_words: dict[str, str]
    currency_codes: frozenset[str]
    percent: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True)
class _Amount:
    """A number at tokens `first` to `last` (inclusive): its range before any bound word."""

    first: int
    last: int
    low: float | None
    high: float | None


@dataclass(frozen=True)
class QuantityFinder:
    """Finds counts and measures.

    A rounded number ("3.5 million", "12 percent") means what rounds to it; "about" widens it by
    a tenth; "more than" and "up to" leave one side open.
    """

    words: _Words
    numbers: Numbers

    @classmethod
    def load(cls) -> QuantityFinder:
        """Read the vocabulary.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        return cls(vocabulary.read(_FILE, _Words), Numbers.load())

    def find(self, parsed: Parsed, times: Sequence[Time]) -> tuple[Quantity, ...]:
        """The quantities in the sentences that are read, sorted by start; none overlaps a time."""
        found: list[Quantity] = []
        at_time = 0
        for span in parsed.spans:
            after = span.start
            for token in span:
                if token.i < after or not self._may_start(token):
                    continue
                while at_time < len(times) and times[at_time].end <= token.idx:
                    at_time += 1
                if at_time < len(times) and times[at_time].start <= token.idx:
                    continue
                amount = self._amount(token, span.end)
                if amount is None or self._is_label(parsed.doc, amount):
                    continue
                quantity = self._quantity(parsed, amount, span.start, span.end)
                if quantity is not None:
                    found.append(quantity)
                after = amount.last + 1
        return tuple(found)

    def _may_start(self, token: Token) -> bool:
        return token.tag_ == "CD" or token.lower_ in self.words.vague or token.lower_ in ("tens", "half")

    def _amount(self, token: Token, end: int) -> _Amount | None:
        """The number that starts at `token`, with its scale, and the range that it opens."""
        vague = self._vague(token, end)
        if vague is not None:
            return vague
        single = self._number(token, end)
        if single is None:
            return None
        doc = token.doc
        middle = single.last + 1
        if middle + 1 < end and doc[middle + 1].tag_ == "CD":
            before = doc[single.first - 1].lower_ if single.first else ""
            joint = doc[middle].lower_
            if not (joint in _JOINTS and before != "from") and not (joint == "and" and before == "between"):
                return single
            other = self._number(doc[middle + 1], end)
            if other is not None and other.high is not None and (single.low or 0) < other.high:
                scale = self._scale(doc, other)
                low = (single.low or 0) * (scale if (single.high or 0) < scale else 1)
                return _Amount(single.first, other.last, low, other.high)
        return single

    def _vague(self, token: Token, end: int) -> _Amount | None:
        doc = token.doc
        for size in (3, 1):
            if token.i + size <= end:
                words = " ".join(doc[i].lower_ for i in range(token.i, token.i + size))
                held = self.words.vague.get(words)
                if held is not None and not (size == 1 and token.lower_ == "dozen"):
                    return _Amount(token.i, token.i + size - 1, *held)
        return None

    def _number(self, token: Token, end: int) -> _Amount | None:
        """A number in digits or words; a rounded one spans what rounds to it."""
        doc, last = token.doc, token.i
        while last + 1 < end and (doc[last + 1].tag_ == "CD" or doc[last + 1].lower_ in self.numbers.scales):
            last += 1
        while last + 2 < end and self._goes_on(doc[last], doc[last + 1], doc[last + 2]):
            last += 2
        collective = 1.0
        if last + 1 < end and doc[last + 1].lower_ in self.words.collectives:
            last += 1
        text = " ".join(doc[i].lower_ for i in range(token.i, last + 1))
        words = text.split()
        if words[-1] in self.words.collectives:
            collective, text = self.words.collectives[words[-1]], " ".join(words[:-1])
        text = re.sub(r"^half a(?:n)?\b", "half", text) or "one"
        if not text[0].isdigit() and not text[0].isalpha():
            return None
        if text[0].isdigit() and not _DIGITS.fullmatch(words[0]):
            return None
        value = self.numbers.read(text.replace("-", " "))
        if value is None:
            return None
        value *= collective
        slack = self._slack(words)
        return _Amount(token.i, last, value - slack, value + slack)

    def _goes_on(self, word: Token, joint: Token, following: Token) -> bool:
        """Whether a number in words goes on past a hyphen or "and" ("twenty-one", "two hundred and six")."""
        if joint.lower_ == "-":
            return word.lower_ in self.numbers.tens and following.lower_ in self.numbers.units
        joined = joint.lower_ == "and" and word.lower_ in self.numbers.scales
        return joined and (following.lower_ in self.numbers.units or following.lower_ in self.numbers.tens)

    def _slack(self, words: Sequence[str]) -> float:
        """Half of the last place of a number rounded to a scale ("3.5 million": 50,000)."""
        scale = max((self.numbers.scales.get(word, 1) for word in words), default=1)
        if scale < 1000 or not words[0][0].isdigit():
            return 0.0
        places = len(words[0].partition(".")[2])
        return 0.5 * scale / 10**places if words[0].replace(",", "").replace(".", "").isdigit() else 0.0

    def _scale(self, doc: Doc, amount: _Amount) -> float:
        return float(self.numbers.scales.get(doc[amount.last].lower_, 1))

    def _is_label(self, doc: Doc, amount: _Amount) -> bool:
        """Whether the number names something ("Article 5", "flight 370", "555-0100") and counts nothing."""
        first, before = doc[amount.first], doc[amount.first - 1] if amount.first else None
        after = doc[amount.last + 1] if amount.last + 1 < len(doc) else None
        if first.lower_ == "one" and not (first.dep_ == "nummod" and first.head.i > first.i):
            return True
        if after is not None and after.text in ("-", "/", ":") and not after.whitespace_:
            following = doc[after.i + 1] if after.i + 1 < len(doc) else after
            if following.text[:1].isdigit():
                return True
        if before is None:
            return False
        if (
            before.text in ("/", ":", "-")
            and not before.whitespace_
            and before.i
            and doc[before.i - 1].text[-1:].isdigit()
        ):
            return True
        if before.lower_ in self.words.labels and before.tag_ != "DT":
            return True
        return (
            before.tag_ in ("NNP", "NNPS")
            and first.head.i < first.i
            and before.text not in self.words.currency_signs
            and before.text not in self.words.currency_codes
        )

    def _quantity(self, parsed: Parsed, amount: _Amount, start: int, end: int) -> Quantity | None:
        doc = parsed.doc
        first, last = amount.first, amount.last
        unit, first, last = self._unit(doc, first, last, start, end)
        low, high = amount.low, amount.high
        if unit in ("percent", "percentage point") and low is not None and low == high:
            places = len(doc[amount.first].text.partition(".")[2])
            low, high = low - 0.5 / 10**places, low + 0.5 / 10**places
        bound, first = self._bound(doc, first, start)
        low, high = _bounded(low, high, bound)
        begin, stop = doc[first].idx, doc[last].idx + len(doc[last])
        return Quantity(begin, stop, parsed.text[begin:stop], low, high, unit)

    def _bound(self, doc: Doc, first: int, start: int) -> tuple[Bound | None, int]:
        """The bound word before the number, if any, and the first token with it."""
        for size in range(min(_LONGEST_BOUND, first - start), 0, -1):
            words = " ".join(doc[i].lower_ for i in range(first - size, first))
            if words in self.words.bounds:
                return self.words.bounds[words], first - size
            if words == "between" and size == 1:
                return None, first - 1
        return None, first

    def _unit(self, doc: Doc, first: int, last: int, start: int, end: int) -> tuple[str | None, int, int]:
        """The unit, and the first and last token of number and unit together."""
        if first > start:
            sign = doc[first - 1].text
            if sign in self.words.currency_signs:
                code = self.words.currency_signs[sign]
                if (
                    first - 2 >= start
                    and doc[first - 2].text + sign in self.words.currency_signs
                    and not doc[first - 2].whitespace_
                ):
                    return self.words.currency_signs[doc[first - 2].text + sign], first - 2, last
                return code, first - 1, last
            if sign in self.words.currency_codes:
                return sign, first - 1, last
        return self._unit_after(doc, first, last, end)

    def _unit_after(self, doc: Doc, first: int, last: int, end: int) -> tuple[str | None, int, int]:
        after = [doc[i] for i in range(last + 1, min(last + 4, end))]
        if not after:
            return None, first, last
        word = after[0].lower_
        if word in self.words.percent:
            return "percent", first, last + 1
        if word == "per" and len(after) > 1 and after[1].lower_ == "cent":
            return "percent", first, last + 2
        if word == "percentage" and len(after) > 1 and after[1].lemma_ == "point":
            return "percentage point", first, last + 2
        if after[0].lemma_.lower() in self.words.currency_words and after[0].tag_ in _NOUNS:
            return self.words.currency_words[after[0].lemma_.lower()], first, last + 1
        if after[0].text in self.words.currency_codes:
            return after[0].text, first, last + 1
        if [t.lower_ for t in after] in (["-", "year", "-"], ["-", "month", "-"]) and last + 4 < end:
            return f"{after[1].lower_} {doc[last + 4].lower_}", first, last + 4
        noun = _counted(doc, last, end)
        if noun is None:
            return None, first, last
        near = noun.i - last <= 5 and noun.i > last
        return noun.lemma_.lower(), first, noun.i if near else last


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
            return _times(low, 1 - _NEAR), _times(high, 1 + _NEAR)
        case "nearly":
            return _times(low, 1 - _NEAR), high
        case _:
            return low, high


def _times(number: float | None, factor: float) -> float | None:
    return None if number is None else round(number * factor, 6)
