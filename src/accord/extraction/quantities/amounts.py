"""Numbers in a parsed text, each with the range it can mean, and those that count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from accord.text.numbers import Numbers
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FILE = "en/quantities/quantities.json"
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED = re.compile(r"(?P<before>[a-z]+-?)?(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<scale>mn|bn|tn|mln|bln|pc)?")
_GROUP = re.compile(r"\d{3}")
_STARTS_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})*")
_DECIMAL = re.compile(r"\d{1,2}")
# What makes a scale several of it; a couple "of" is told by its last word.
_SOME_OF = frozenset({"several", "few", "of", "many"})
_JOINTS = frozenset({"to", "-", "–", "or"})
_TORN = re.compile(r"(\d{1,2})(mn|bn|tn|mln|bln)")
FIGURE_SIGNS = frozenset({"-", "/", ":", "–"})

Bound = Literal["above", "below", "near", "nearly"]


class QuantityWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file, as it stands; `vague` gives the least and the most that a word can mean.

    `unit_names` gives the one name that a unit of measure goes by, however it is spelled, `phrases` the
    names of units of several words.  `scales` are words that a figure may follow as its unit; `fates`
    what befalls those who are counted; `totals` nouns that a total is told with, and what they are of
    where nothing says; `fractions` the parts that a share is told in ("two thirds").
    """

    bounds: dict[str, Bound]
    vague: dict[str, tuple[float, float | None]]
    collectives: dict[str, float]
    currency_signs: dict[str, str]
    currency_words: dict[str, str]
    currency_codes: frozenset[str]
    currency_kinds: dict[str, str]
    money_scales: dict[str, str]
    unit_names: dict[str, str]
    phrases: dict[str, str]
    scales: dict[str, str]
    fates: dict[str, str]
    totals: dict[str, str]
    fractions: dict[str, int]
    labels: frozenset[str]


class Amount(Struct, frozen=True):
    """A number at tokens `first` to `last` (inclusive): its range before any bound word."""

    first: int
    last: int
    low: float | None
    high: float | None


class AmountReader(Struct, frozen=True):
    """Reads the numbers of a parsed text."""

    words: QuantityWords
    numbers: Numbers

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> AmountReader:
        """Read the vocabulary.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        return cls(vocabulary.read(_FILE, QuantityWords), Numbers.load(vocabulary))

    def may_start(self, token: Token) -> bool:
        """Whether a number may start at `token`."""
        if token.tag_ == "CD" or token.lower_ in self.words.vague or token.lower_ in ("tens", "half"):
            return True
        if token.tag_ == "LS":
            return token.i > 0 and token.text.isdigit() and token.nbor(-1).text == ":"
        text = token.text
        return (text[0].isdigit() or text[-1].isdigit()) and self._glued(token) is not None

    def _glued(self, token: Token) -> tuple[str, str | None] | None:
        """Figure and scale of a number written as one with a word ("$US1", "3mn", "magnitude-6.1")."""
        match = _GLUED.fullmatch(token.lower_)
        if token.i > 1 and token.nbor(-1).text == "." and token.nbor(-2).text[-1].isdigit():
            return None
        if match is None or not (match["before"] or match["scale"]):
            return None
        before = match["before"]
        if before and not (before.rstrip("-") in self.words.scales and before[-1] == "-"):
            sign = token.nbor(-1).text if token.i else ""
            if f"{before.upper()}{sign}" not in self.words.currency_signs or sign != "$":
                return None
        return match["figure"], match["scale"]

    def read(self, token: Token, end: int) -> Amount | None:
        """The number that starts at `token`, with its scale, and the range that it opens."""
        vague = self._vague(token, end)
        if vague is not None:
            return vague
        single = self._number(token, end)
        if single is None:
            return None
        doc = token.doc
        middle = single.last + 1
        if middle < end and self._is_more(doc, middle, end):
            longer = doc[middle].lower_ in FIGURE_SIGNS or doc[middle].lower_ == "or"
            return Amount(single.first, middle + longer, single.low, None)
        if [doc[i].lower_ for i in range(middle, min(middle + 3, end))] == ["-", "to", "-"]:
            middle += 1
        second = (
            middle + 1 + (middle + 1 < end and doc[middle].lower_ == "to" and doc[middle + 1].text == "-")
        )
        if second < end and doc[second].text in self.words.currency_signs:
            second += 1
        if second < end and doc[second].tag_ == "CD":
            before = [doc[i].lower_ for i in range(max(0, single.first - 2), single.first)]
            joint = doc[middle].lower_
            between = joint == "and" and "between" in before
            if not (joint in _JOINTS and before[-1:] != ["from"]) and not between:
                return single
            other = self._number(doc[second], end)
            if other is not None and other.high is not None and (single.low or 0) < other.high:
                scale = self._scale(doc, other)
                low = single.low or 0
                # "2 to 3 million": the first number shares the scale of the second.
                low *= scale if (single.high or 0) < scale else 1
                if other.low is not None and low > other.high:
                    return Amount(single.first, other.last, other.low, low)
                return Amount(single.first, other.last, low, other.high)
        return single

    def _is_more(self, doc: Doc, at: int, end: int) -> bool:
        """Whether what follows a number opens it upwards ("three-plus", "300+")."""
        words = [doc[i].lower_ for i in range(at, min(at + 2, end))]
        return words[:1] in (["plus"], ["+"]) or words in (["-", "plus"], ["or", "more"])

    def _vague(self, token: Token, end: int) -> Amount | None:
        doc = token.doc
        for size in (3, 1):
            if token.i + size <= end:
                words = " ".join(doc[i].lower_ for i in range(token.i, token.i + size))
                held = self.words.vague.get(words)
                if held is not None and not (size == 1 and token.lower_ == "dozen"):
                    return Amount(token.i, token.i + size - 1, *held)
        return None

    def _number(self, token: Token, end: int) -> Amount | None:
        """A number in digits or words; a rounded one spans what rounds to it."""
        doc = token.doc
        glued = self._glued(token) if not token.text[0].isdigit() or not token.text[-1].isdigit() else None
        figure, last = (glued[0], token.i) if glued else _figure(token, end)
        torn = (
            _TORN.fullmatch(doc[last + 2].lower_)
            if last + 2 < len(doc) and doc[last + 1].text == "."
            else None
        )
        if torn and figure.isdigit() and not doc[last].whitespace_:
            # "25. 7bn": the scale is written as one with what stands behind the point.
            figure, last, glued = f"{figure}.{torn[1]}", last + 2, (figure, torn[2])
        after = last + 1
        if figure == "half" and last + 2 < end and doc[last + 1].lower_ in ("a", "an"):
            last += 2 if self._is_scale(doc[last + 2]) else 0
        while last + 1 < end and self._may_follow(doc[last + 1]):
            last += 1
        if last + 1 < end and self._is_short_scale(doc, token.i, last, end):
            last += 1
        while last + 2 < end and self._goes_on(doc[last], doc[last + 1], doc[last + 2]):
            last += 2
        collective = 1.0
        if last + 1 < end and doc[last + 1].lower_ in self.words.collectives:
            last += 1
        words = [figure, *(doc[i].lower_ for i in range(after, last + 1))]
        if glued and glued[1] and glued[1] != "pc":
            words.insert(1, glued[1])
        words = [self.words.money_scales.get(word.rstrip("."), word) for word in words]
        text = " ".join(words)
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
        if self._is_scale(token) and token.i and doc[token.i - 1].lower_ in _SOME_OF:
            # "Several hundred", "a couple of thousand".
            return Amount(token.i, last, 2 * value, None)
        if [doc[i].lower_ for i in range(max(0, token.i - 3), token.i)] == ["quarter", "of", "a"]:
            value /= 4
        slack = self._slack(words)
        return Amount(token.i, last, value - slack, value + slack)

    def _is_scale(self, token: Token) -> bool:
        return token.lower_ in self.numbers.scales or token.lower_ in self.words.collectives

    def _is_short_scale(self, doc: Doc, first: int, last: int, end: int) -> bool:
        """Whether "m" behind a figure is a scale, of money or of what is counted ("3.4m users")."""
        if (
            doc[last + 1].lower_.rstrip(".") not in self.words.money_scales
            or not doc[last].text[-1].isdigit()
        ):
            return False
        if money_before(doc, first, 0, self.words) is not None:
            return True
        counted = last + 2 < end and doc[last + 2].tag_ == "NNS"
        return (
            counted
            and not doc[last].whitespace_
            and ("." in doc[last].text or doc[last + 2].lower_ == "people")
        )

    def _may_follow(self, token: Token) -> bool:
        """Whether a number goes on with this word; a name with digits ("AK-47") is none of it.

        Of two whole figures in a row ("12 50-inch screens") each is a number of its own.
        """
        if token.lower_ in self.numbers.scales:
            return True
        if token.text.isdigit() and token.nbor(-1).text[-1].isdigit():
            return False
        return token.tag_ == "CD" and (token.text.isalpha() or token.text[0].isdigit())

    def _goes_on(self, word: Token, joint: Token, following: Token) -> bool:
        """Whether a number in words goes on past a hyphen or "and" ("twenty-one", "two hundred and six")."""
        if joint.lower_ == "-":
            if following.lower_ in self.numbers.scales:
                return word.like_num or word.lower_ == "half"
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

    def _scale(self, doc: Doc, amount: Amount) -> float:
        return float(self.numbers.scales.get(doc[amount.last].lower_, 1))


def _figure(token: Token, end: int) -> tuple[str, int]:
    """The figure that starts at `token`, and its last token; often spaced ("5, 000", "6. 1")."""
    doc, figure, last = token.doc, token.lower_, token.i
    inside = last > 0 and doc[last - 1].text in FIGURE_SIGNS
    while not inside and last + 2 < end and _STARTS_GROUPS.fullmatch(figure):
        if doc[last + 1].text != "," or doc[last].whitespace_ or not _GROUP.fullmatch(doc[last + 2].text):
            break
        figure, last = f"{figure},{doc[last + 2].text}", last + 2
    point = last + 2 < end and doc[last + 1].text == "." and not doc[last].whitespace_
    if point and figure.isdigit() and _DECIMAL.fullmatch(doc[last + 2].text):
        return f"{figure}.{doc[last + 2].text}", last + 2
    return figure, last


def money_before(doc: Doc, first: int, start: int, words: QuantityWords) -> tuple[str, int] | None:
    """The currency that stands before a number, and the token it starts at ("$", "US$", "$US", "EUR")."""
    if first <= start:
        return None
    sign, glued = doc[first - 1].text, _GLUED.fullmatch(doc[first].lower_)
    if sign == "$" and glued and glued["before"]:
        return words.currency_signs.get(f"{glued['before'].upper()}$", words.currency_signs["$"]), first - 1
    if sign in words.currency_signs:
        longer = doc[first - 2].text + sign if first - 2 >= start and not doc[first - 2].whitespace_ else ""
        if longer in words.currency_signs:
            return words.currency_signs[longer], first - 2
        return words.currency_signs[sign], first - 1
    return (sign, first - 1) if sign in words.currency_codes else None
