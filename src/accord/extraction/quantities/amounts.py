"""Numbers in a parsed text, each with the range it can mean, and those that count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from accord.errors import VocabularyError
from accord.text.numbers import Numbers
from accord.vocabulary import PACKAGED, Vocabulary, either

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FILE = "en/quantities/quantities.json"
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GROUP = re.compile(r"\d{3}")
_STARTS_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})*")
_DECIMAL = re.compile(r"\d{1,2}")
_HALF_A = re.compile(r"^half a(?:n)?\b")
FIGURE_SIGNS = frozenset({"-", "/", ":", "–"})

Bound = Literal["above", "below", "near", "nearly"]


class QuantityWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file, as it stands; `vague` gives the least and the most that a word can mean.

    `unit_names` gives the one name that a unit of measure goes by, however it is spelled, `phrases` the
    names of units of several words.  `scales` are words that a figure may follow as its unit; `fates`
    what befalls those who are counted; `totals` nouns that a total is told with, and what they are of
    where nothing says, and `of_totals` joins them to their figure; `fractions` the parts that a share is
    told in ("two thirds").

    `openers` start a number though they are none.  A scale behind `some_of` is several of it; a couple
    "of" is told by its last word.  `range_joints` stand between the ends of a range; `or_more` and `or_so`
    follow a number.  `glued_scales` and `glued_shares` are written as one with a figure ("3mn").  `links`
    lead from those counted to how they fare, `plurals` take up what was counted, `wholes` lead from a part
    to the whole as one word ("19 of-27"), `weighing` verbs have pounds of weight.
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
    of_totals: frozenset[str]
    openers: frozenset[str]
    some_of: frozenset[str]
    range_joints: frozenset[str]
    or_more: frozenset[str]
    or_so: frozenset[str]
    glued_scales: frozenset[str]
    glued_shares: frozenset[str]
    links: frozenset[str]
    plurals: frozenset[str]
    wholes: frozenset[str]
    aged: frozenset[str]
    weighing: frozenset[str]
    halves_of_day: frozenset[str]


class Amount(Struct, frozen=True):
    """A number at tokens `first` to `last` (inclusive): its range before any bound word."""

    first: int
    last: int
    low: float | None
    high: float | None


class _Opening(Struct, frozen=True):
    """The figure or word that a number starts with, its last token, and a scale written as one with it."""

    figure: str
    last: int
    scale: str | None


class AmountReader(Struct, frozen=True):
    """Reads the numbers of a parsed text."""

    words: QuantityWords
    numbers: Numbers
    glued: re.Pattern[str]
    torn: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> AmountReader:
        """Read the vocabulary.

        Raises:
            VocabularyError: a vocabulary file is broken, or a scale written as one with a figure is none.
        """
        words, numbers = vocabulary.read(_FILE, QuantityWords), Numbers.load(vocabulary)
        unknown = sorted(words.glued_scales - numbers.scales.keys())
        if unknown:
            raise VocabularyError(
                f"vocabulary file {_FILE}: glued_scales {unknown} are no scales; add them to numbers.json"
            )
        scales = either(words.glued_scales)
        share = either(words.glued_shares)
        return cls(
            words,
            numbers,
            glued=re.compile(
                rf"(?P<before>[a-z]+-?)?(?P<figure>\d[\d,]*(?:\.\d+)?)(?P<scale>{scales}|{share})?"
            ),
            torn=re.compile(rf"(\d{{1,2}})({scales})"),
        )

    def may_start(self, token: Token) -> bool:
        """Whether a number may start at `token`."""
        if token.tag_ == "CD" or token.lower_ in self.words.vague or token.lower_ in self.words.openers:
            return True
        if token.tag_ == "LS":
            return token.i > 0 and token.text.isdigit() and token.nbor(-1).text == ":"
        text = token.text
        return (text[0].isdigit() or text[-1].isdigit()) and self._glued(token) is not None

    def _glued(self, token: Token) -> tuple[str, str | None] | None:
        """Figure and scale of a number written as one with a word ("$US1", "3mn", "magnitude-6.1")."""
        match = self.glued.fullmatch(token.lower_)
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
        open_end = self._open_end(token.doc, single.last + 1, end)
        if open_end is not None:
            return Amount(single.first, open_end, single.low, None)
        second = self._second(token.doc, single, end)
        if second is None:
            return single
        return self._range(token.doc, single, second)

    def _open_end(self, doc: Doc, at: int, end: int) -> int | None:
        """The last token of what opens a number upwards ("three-plus", "300+", "six or more")."""
        if at >= end:
            return None
        if doc[at].lower_ in self.words.or_more:
            return at
        words = " ".join(doc[i].lower_ for i in range(at, min(at + 2, end)))
        return at + 1 if words in self.words.or_more else None

    def _second(self, doc: Doc, single: Amount, end: int) -> Amount | None:
        """The number that ends the range which `single` may begin ("2 to 3", "between 2 and 3")."""
        middle = single.last + 1
        if [doc[i].lower_ for i in range(middle, min(middle + 3, end))] == ["-", "to", "-"]:
            middle += 1
        at = middle + 1
        if at < end and doc[middle].lower_ == "to" and doc[at].text == "-":
            at += 1
        if at < end and doc[at].text in self.words.currency_signs:
            at += 1
        if at >= end or doc[at].tag_ != "CD" or not self._joins(doc, single.first, doc[middle].lower_):
            return None
        other = self._number(doc[at], end)
        if other is None or other.high is None or (single.low or 0) >= other.high:
            return None
        return other

    def _joins(self, doc: Doc, first: int, joint: str) -> bool:
        """Whether `joint` behind the number at `first` makes a range of it and the next."""
        before = [doc[i].lower_ for i in range(max(0, first - 2), first)]
        if joint == "and":
            return "between" in before
        return joint in self.words.range_joints and before[-1:] != ["from"]

    def _range(self, doc: Doc, single: Amount, other: Amount) -> Amount:
        scale = float(self.numbers.scales.get(doc[other.last].lower_, 1))
        low = single.low or 0
        # "2 to 3 million": the first number shares the scale of the second.
        low *= scale if (single.high or 0) < scale else 1
        if other.low is not None and other.high is not None and low > other.high:
            return Amount(single.first, other.last, other.low, low)
        return Amount(single.first, other.last, low, other.high)

    def _vague(self, token: Token, end: int) -> Amount | None:
        doc = token.doc
        for size in (3, 1):
            if token.i + size <= end:
                words = " ".join(doc[i].lower_ for i in range(token.i, token.i + size))
                held = self.words.vague.get(words)
                if held is not None and not (size == 1 and token.lower_ in self.words.collectives):
                    return Amount(token.i, token.i + size - 1, *held)
        return None

    def _number(self, token: Token, end: int) -> Amount | None:
        """A number in digits or words; a rounded one spans what rounds to it."""
        doc = token.doc
        opening = self._opening(token, end)
        last = self._last(token, opening, end)
        words = [opening.figure, *(doc[i].lower_ for i in range(opening.last + 1, last + 1))]
        if opening.scale is not None and opening.scale in self.numbers.scales:
            words.insert(1, opening.scale)
        words = [self.words.money_scales.get(word.rstrip("."), word) for word in words]
        value = self._value(words)
        if value is None:
            return None
        if self._is_scale(token) and token.i and doc[token.i - 1].lower_ in self.words.some_of:
            # "Several hundred", "a couple of thousand".
            return Amount(token.i, last, 2 * value, None)
        if [doc[i].lower_ for i in range(max(0, token.i - 3), token.i)] == ["quarter", "of", "a"]:
            value /= 4
        slack = self._slack(words)
        return Amount(token.i, last, value - slack, value + slack)

    def _opening(self, token: Token, end: int) -> _Opening:
        """What the number starts with: its first figure or word, and a scale written as one with it."""
        doc = token.doc
        glued = self._glued(token) if not token.text[0].isdigit() or not token.text[-1].isdigit() else None
        figure, last = (glued[0], token.i) if glued else _figure(token, end)
        if figure.isdigit() and not doc[last].whitespace_ and last + 2 < len(doc):
            torn = self.torn.fullmatch(doc[last + 2].lower_) if doc[last + 1].text == "." else None
            if torn is not None:
                # "25. 7bn": the scale is written as one with what stands behind the point.
                return _Opening(f"{figure}.{torn[1]}", last + 2, torn[2])
        return _Opening(figure, last, glued[1] if glued else None)

    def _last(self, token: Token, opening: _Opening, end: int) -> int:
        """The last token of the number that `opening` starts: its further words, scale and collective."""
        doc, last = token.doc, opening.last
        if opening.figure == "half" and last + 2 < end and doc[last + 1].lower_ in ("a", "an"):
            last += 2 if self._is_scale(doc[last + 2]) else 0
        while last + 1 < end and self._may_follow(doc[last + 1]):
            last += 1
        if last + 1 < end and self._is_short_scale(doc, token.i, last, end):
            last += 1
        while last + 2 < end and self._goes_on(doc[last], doc[last + 1], doc[last + 2]):
            last += 2
        if last + 1 < end and doc[last + 1].lower_ in self.words.collectives:
            last += 1
        return last

    def _value(self, words: Sequence[str]) -> float | None:
        """What the words of a number say; a collective that ends them multiplies the rest."""
        collective = self.words.collectives.get(words[-1])
        text = " ".join(words if collective is None else words[:-1])
        text = _HALF_A.sub("half", text) or "one"
        if text[0].isdigit():
            if not _DIGITS.fullmatch(words[0]):
                return None
        elif not text[0].isalpha():
            return None
        value = self.numbers.read(text.replace("-", " "))
        return None if value is None else value * (1.0 if collective is None else collective)

    def money_before(self, doc: Doc, first: int, start: int) -> tuple[str, int] | None:
        """The currency before the number at `first`, and the token it starts at ("$", "US$", "EUR")."""
        if first <= start:
            return None
        signs = self.words.currency_signs
        sign, glued = doc[first - 1].text, self.glued.fullmatch(doc[first].lower_)
        if sign == "$" and glued and glued["before"]:
            return signs.get(f"{glued['before'].upper()}$", signs["$"]), first - 1
        if sign in signs:
            longer = (
                doc[first - 2].text + sign if first - 2 >= start and not doc[first - 2].whitespace_ else ""
            )
            if longer in signs:
                return signs[longer], first - 2
            return signs[sign], first - 1
        return (sign, first - 1) if sign in self.words.currency_codes else None

    def _is_scale(self, token: Token) -> bool:
        return token.lower_ in self.numbers.scales or token.lower_ in self.words.collectives

    def _is_short_scale(self, doc: Doc, first: int, last: int, end: int) -> bool:
        """Whether "m" behind a figure is a scale, of money or of what is counted ("3.4m users")."""
        if (
            doc[last + 1].lower_.rstrip(".") not in self.words.money_scales
            or not doc[last].text[-1].isdigit()
        ):
            return False
        if self.money_before(doc, first, 0) is not None:
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
