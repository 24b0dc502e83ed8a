"""What looks like a time and is none: amounts, names, verbs, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from accord.extract.parsed import Parsed
from accord.extract.times.patterns import Found

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMOUNT_AFTER = re.compile(
    r"\s?(?:%|percent\b|per cent\b|dollars?\b|euros?\b|-?\d|,\d|\.\d|km\b|kg\b|miles?\b|people\b)"
)
_PLURAL = frozenset({"NNS", "NNPS"})


def is_time(found: Found, parsed: Parsed) -> bool:
    """Whether the words found are a time where they stand."""
    if found.rule == "year":
        return _is_year(found, parsed)
    if found.rule == "month":
        return _is_month(found, parsed)
    return True


def _is_year(found: Found, parsed: Parsed) -> bool:
    """A bare number is a year unless it counts or measures something."""
    text = parsed.text
    if not text[found.end - 1].isdigit():
        return True
    if _AMOUNT_AFTER.match(text, found.end) or text[found.start - 1 : found.start] in ("-", "."):
        return found.groups.get("phase") is not None
    token = _token(parsed, found.end - 1)
    if token.dep_ == "nummod" and token.head.tag_ in _PLURAL and token.i < token.head.i:
        return False
    year = int(text[found.end - 4 : found.end]) if text[found.end - 4 : found.end].isdigit() else 0
    return 1400 <= year <= 2100 or bool(found.groups.get("phase"))


def _is_month(found: Found, parsed: Parsed) -> bool:
    """May, March and August are also words and names."""
    word = found.groups.get("m") or ""
    if found.groups.get("rel") or found.groups.get("y") or found.groups.get("y2"):
        return True
    if word.rstrip(".") in ("may", "march", "mar", "jan", "dec", "sep", "august", "april", "june"):
        token = _token(parsed, found.end - 1)
        if token.tag_ in ("MD", "VB", "VBP"):
            return False
        if token.dep_ == "compound" and token.head.tag_ == "NNP" and token.head.i == token.i + 1:
            return not token.head.text[0].isupper()
        return token.dep_ not in ("nsubj", "ROOT") or token.tag_ != "NNP" or word == "may" and False
    return True


def _token(parsed: Parsed, offset: int) -> Token:
    doc = parsed.doc
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx <= offset:
            low = middle + 1
        else:
            high = middle
    return doc[max(0, low - 1)]
