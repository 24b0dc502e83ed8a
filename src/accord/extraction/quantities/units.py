"""The unit of a number: a measure, a currency, what is counted, or how those fare who are counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import SUBJECTS
from accord.extraction.quantities.amounts import Amount, AmountReader, QuantityWords
from accord.vocabulary import either

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_TOLD = SUBJECTS | {"dobj"}
_PARTICIPLES = frozenset({"VBN", "VBD", "JJ", "NN", "VBG", "VB"})
_PEOPLE = "people"
_AGE = "year old"
_OLDEST = 120
_CLOSING = frozenset({",", ".", ";", ")"})
# A pound is money from so many on; below, what stands around it tells.
_POUNDS_OF_MONEY = 10_000


class Unit(Struct, frozen=True):
    """The unit, and the first and last token of number and unit together.

    `firm` says that the number counts even where no unit is told ("19-of-27").
    """

    name: str | None
    first: int
    last: int
    firm: bool = False


class UnitReader(Struct, frozen=True):
    """Reads the unit of an amount in the sentence of the tokens `start` to `end`."""

    amounts: AmountReader
    words: QuantityWords
    shares: tuple[str, ...]
    of_whole: re.Pattern[str]

    @classmethod
    def of(cls, amounts: AmountReader) -> UnitReader:
        """A reader of the units of what `amounts` reads."""
        words = amounts.words
        return cls(amounts, words, tuple(words.glued_shares), re.compile(rf"(?:{either(words.wholes)})-\d+"))

    def read(self, doc: Doc, amount: Amount, start: int, end: int) -> Unit:
        """What stands before the number tells first, then what stands after it, then the verb."""
        found = self._before(doc, amount, start) or self._after(doc, amount, start, end)
        if found is None and _is_age(doc, amount, end, self.words.aged):
            found = Unit(_AGE, amount.first, amount.last)
        if found is None:
            name = self._fate(doc, amount)
            found = Unit(name, amount.first, amount.last, firm=name is not None)
        return found

    def _before(self, doc: Doc, amount: Amount, start: int) -> Unit | None:
        """A sign or code of a currency, a scale ("magnitude of 6.4"), a heading ("Wounded: 88")."""
        first, last = amount.first, amount.last
        if first == last and doc[first].lower_.endswith(self.shares):
            return Unit("percent", first, last)
        money = self.amounts.money_before(doc, first, start)
        if money is not None:
            return Unit(money[0], money[1], last)
        scale = doc[first].lower_.partition("-")[0]
        if scale in self.words.scales:
            return Unit(self.words.scales[scale], first, last)
        before = [doc[i].lower_ for i in range(max(start, first - 2), first)]
        if before and before[-1] in self.words.scales:
            return Unit(self.words.scales[before[-1]], first - 1, last)
        if len(before) == 2 and before[1] in ("of", ":", "-") and before[0] in self.words.scales:
            return Unit(self.words.scales[before[0]], first - 2, last)
        alone = last + 1 >= len(doc) or doc[last + 1].text in _CLOSING or doc[last + 1].is_space
        if first > 1 and doc[first - 1].text == ":" and alone:
            # A sentence is often taken to start behind the heading.
            heading = self.words.fates.get(doc[first - 2].lower_)
            return Unit(heading, first, last, firm=True) if heading else None
        return None

    def _after(self, doc: Doc, amount: Amount, start: int, end: int) -> Unit | None:
        first, last = amount.first, amount.last
        if last + 1 < end and doc[last + 1].text == "-":
            last += 1
        after = [doc[i].lower_ for i in range(last + 1, min(last + 5, end))]
        for size in (4, 3, 2, 1):
            name = self.words.phrases.get(" ".join(after[:size])) if len(after) >= size else None
            if name is not None:
                return Unit(name, first, last + size)
        if "scale" in after and after[0] == "on":
            return next(
                (Unit(self.words.scales[w], first, amount.last) for w in after if w in self.words.scales),
                None,
            )
        if after[:2] in (["year", "-"], ["month", "-"]) and last > amount.last and last + 3 < end:
            return Unit(f"{after[0]} {after[2]}", first, last + 3)
        if after and self.of_whole.fullmatch(after[0]):
            return Unit(None, first, last + 1, firm=True)
        if after[:1] == ["strong"]:
            return Unit(_PEOPLE, first, last + 1)
        if len(after) > 1 and after[0] == "of":
            part = self._part(doc, first, last, start, end)
            if part is not None:
                return part[0]
        return self._counted(doc, amount, end)

    def _part(self, doc: Doc, first: int, last: int, start: int, end: int) -> tuple[Unit | None] | None:
        """The unit of a part of a whole ("nine of them", "19 of 27 passes"); None where it is none."""
        whole = doc[last + 2]
        if whole.lower_ in self.words.plurals:
            return (Unit(_taken_up(doc, first, start, self.words), first, last, firm=True),)
        if whole.tag_ == "CD":
            # Both count the same.
            counted = self._counted(doc, Amount(first, last + 2, None, None), end)
            return (counted and Unit(counted.name, first, counted.last, firm=True),)
        return None

    def _counted(self, doc: Doc, amount: Amount, end: int) -> Unit | None:
        first, last = amount.first, amount.last
        noun = _counted(doc, last, end)
        if noun is None:
            word = doc[last + 1] if last + 1 < end else None
            if word is not None and word.lower_ in self.words.fates and word.tag_ in _PARTICIPLES:
                return Unit(self.words.fates[word.lower_], first, last + 1, firm=True)
            return None
        near = 0 < noun.i - last <= 5 and "\n" not in doc[last : noun.i].text
        return Unit(self._name(doc, noun, amount), first, noun.i if near else last)

    def _name(self, doc: Doc, noun: Token, amount: Amount) -> str:
        """The one name of what is counted, however it is written."""
        words = self.words
        lemma: str = noun.lemma_.lower()
        for token in (noun, *doc[amount.last + 1 : noun.i]):
            if token.text in words.currency_codes:
                return str(token.text)
            kind = f"{doc[token.i - 1].lower_} {token.lemma_.lower()}"
            if kind in words.currency_kinds:
                return words.currency_kinds[kind]
            money = words.currency_words.get(token.lemma_.lower())
            if (
                money is not None
                and token.tag_ in _NOUNS
                and not _is_weight(doc, token, amount, words.weighing)
            ):
                hyphened = doc[token.i - 1].text == "-"
                if token == noun or hyphened:
                    return money
        return words.fates.get(noun.lower_) or words.unit_names.get(lemma, lemma)

    def _fate(self, doc: Doc, amount: Amount) -> str | None:
        """How those fare who are counted, by the verb ("82 were killed") or the toll that it tells."""
        token, first = doc[amount.last], amount.first
        head, fates = token.head, self.words.fates
        state = _state_told(doc, amount.last, self.words.links)
        if state in fates:
            return fates[state]
        if token.dep_ in _TOLD:
            return fates.get(head.lower_) or fates.get(head.lemma_.lower())
        if first > 3 and doc[first - 3].lower_ == "of" and doc[first - 4].lower_ in self.words.totals:
            # "The number of homeless at 40": the parse often takes "at" with something else.
            return self._of_total(doc[first - 4])
        if token.dep_ != "pobj" or head.lower_ not in self.words.of_totals:
            return None
        told = [child for child in head.head.children if child.dep_ in _TOLD]
        told = [head.head, *told, *(word for child in told for word in child.conjuncts)]
        totals = [word for word in told if word.lower_ in self.words.totals and word.i < token.i]
        return self._of_total(max(totals, key=lambda word: word.i)) if totals else None

    def _of_total(self, total: Token) -> str | None:
        """What a total is of: "the death toll", "the number of wounded", "the toll"."""
        for child in total.children:
            if child.lower_ in self.words.fates:
                return self.words.fates[child.lower_]
            if child.lower_ == "of":
                counted = next((t for t in child.children if t.dep_ == "pobj"), None)
                if counted is not None and counted.tag_ in (*_NOUNS, "JJ", "VBN", "VBG"):
                    lemma = counted.lemma_.lower()
                    return self.words.fates.get(counted.lower_) or self.words.unit_names.get(lemma, lemma)
        return self.words.totals[total.lower_] or None


def _taken_up(doc: Doc, first: int, start: int, words: QuantityWords) -> str | None:
    """The noun that "nine of them" takes up: the last one before it in the plural."""
    for i in range(first - 1, start - 1, -1):
        named = doc[i].tag_ == "NNS" or doc[i].lower_ == _PEOPLE
        if named or (doc[i].lower_ in words.fates and doc[i - 1].lower_ == "the"):
            lemma = doc[i].lemma_.lower()
            return words.fates.get(doc[i].lower_) or words.unit_names.get(lemma, lemma)
    return None


def _state_told(doc: Doc, last: int, links: frozenset[str]) -> str:
    """The word that "88 were", "88 are still" or "88 have been reported" leads to; "" if none does."""
    for i in range(last + 1, min(last + 5, len(doc))):
        token = doc[i]
        if token.lemma_ not in links and not (i > last + 1 and token.tag_ == "RB"):
            return str(token.lower_) if i > last + 1 else ""
    return ""


def _is_weight(doc: Doc, noun: Token, amount: Amount, weighing: frozenset[str]) -> bool:
    """Whether pounds are a weight here ("500-pound bomb", "200 pounds of rice", "weighs 180 pounds")."""
    if noun.lemma_.lower() != "pound" or (amount.high or amount.low or 0) >= _POUNDS_OF_MONEY:
        return False
    following = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    return doc[noun.i - 1].text == "-" or following == "of" or noun.head.lemma_ in weighing


def _is_age(doc: Doc, amount: Amount, end: int, aged: frozenset[str]) -> bool:
    """Whether the number stands alone behind a person ("Ann Karst, 61, said") or behind "aged"."""
    at = amount.first
    if at != amount.last or not doc[at].text.isdigit() or not 0 < int(doc[at].text) < _OLDEST or at < 2:
        return False
    if doc[at - 1].lower_ in aged:
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
