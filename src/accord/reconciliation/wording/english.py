"""Pieces of plain English: lists, days, and what is cut short."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Sequence

from accord.edtf import read_date

_LONGEST_QUOTE = 180


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    cut = line.rfind(" ", 0, _LONGEST_QUOTE)
    return line[: cut if cut > 0 else _LONGEST_QUOTE].rstrip(" ,;:–—-") + " …"


def joined(words: Sequence[str]) -> str:
    """Words as an English list: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def day_words(edtf: str | None) -> str:
    """An EDTF day, month or year in English, or "" for other forms."""
    told = read_date(edtf)
    if told is None or told.is_before_christ or (told.month_number is not None and not told.is_month):
        return ""
    words = [
        str(told.day_number or ""),
        month_name[told.month_number] if told.month_number else "",
        told.year if "X" not in told.year else "",
    ]
    return " ".join(filter(None, words))


def date_phrase(edtf: str | None) -> str:
    """The day as the end of a sentence (" on 5 May 2020", " in May"), or "" where it is not known."""
    words = day_words(edtf)
    if not words:
        return ""
    return f" on {words}" if words[0].isdigit() and not words.isdigit() else f" in {words}"


def undated(sentence: str, edtf: str | None) -> str:
    """A sentence without the day at its end, as `date_phrase` has it."""
    return sentence.removesuffix(date_phrase(edtf))
