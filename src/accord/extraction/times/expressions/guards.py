"""What looks like a time and is none: amounts, names, verbs, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accord.extraction.parse.parsed import Parsed, token_at
from accord.extraction.times.expressions.patterns import TimeMatch
from accord.extraction.times.expressions.time_words import TimeWords, bare

if TYPE_CHECKING:
    from spacy.tokens import Token

# What may make an amount of the number before it: a sign or more digits, or one of the measures.
_AFTER = re.compile(r"\s?(?:%|-?\d|[,.]\d|(?P<words>(?P<word>[a-z]+)(?: [a-z]+)?)\b)")
# What is left of a fraction that was torn ("41 / 2 months" for 4 1/2).
_BROKEN = re.compile(r"\d\s?/\s?$")
# "80s" without its century.
_SHORT_DECADE = 3
_PLURAL = frozenset({"NNS", "NNPS"})


def is_time(found: TimeMatch, parsed: Parsed, words: TimeWords) -> bool:
    """Whether the words found are a time where they stand."""
    if found.rule == "year":
        return _is_year(found, parsed, words)
    if found.rule == "month":
        return _is_month(found, parsed, words)
    if found.rule in ("dayof", "daytail"):
        return _names_day(found, parsed)
    if found.rule == "reference":
        return _is_reference(found, parsed)
    if found.rule == "holiday":
        return _is_feast(found, parsed, words)
    if found.rule == "decade":
        return _is_decade(found, parsed, words)
    if found.rule == "definite":
        return not _is_title(found, parsed, words)
    if found.rule in ("duration", "deixis", "ahead", "vague"):
        if _BROKEN.search(parsed.text[max(0, found.start - 8) : found.start]):
            return False
        told = _is_name(found, parsed) or _is_fraction(found, parsed) or _is_description(found, parsed)
        return not told
    return True


def _is_reference(found: TimeMatch, parsed: Parsed) -> bool:
    """`the past` is no time before a noun, nor `soon` before "after"."""
    word = (found.groups.get("w") or "").split()[-1]
    after = parsed.text[found.end : found.end + 7].strip().lower()
    if word == "recently" and parsed.text[: found.start].rstrip().lower().endswith(" as"):
        return False
    if word == "soon":
        return not after.startswith(("after", "as", "enough"))
    if word == "future":
        token = token_at(parsed.doc, found.end - 1)
        return token.i == 0 or token.nbor(-1).tag_ not in ("PRP$", "POS")
    if word == "past":
        token = token_at(parsed.doc, found.end - 1)
        return token.head.i < token.i or token.tag_ == "NN"
    return True


def _names_day(found: TimeMatch, parsed: Parsed) -> bool:
    """Whether a number is a day by itself and counts or ranks nothing ("the 2nd Battalion", "15 men")."""
    token = token_at(parsed.doc, found.start if found.rule == "daytail" else found.end - 1)
    return (
        token.head.i <= token.i
        or token.head.idx < found.end
        or token.dep_ not in ("amod", "nummod", "compound")
    )


def _is_feast(found: TimeMatch, parsed: Parsed, words: TimeWords) -> bool:
    """Whether a feast is a day, and no part of what is sold or seen at it ("Christmas lights")."""
    token = token_at(parsed.doc, found.end - 1)
    described = token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i
    return not (described and token.head.lemma_.lower() in words.feast_goods)


def _is_decade(found: TimeMatch, parsed: Parsed, words: TimeWords) -> bool:
    """`the 80s` are a decade, unless they are an age ("in his 80s") or a temperature."""
    digits = found.groups.get("digits") or ""
    if len(digits) > _SHORT_DECADE or not digits[:1].isdigit():
        return True
    token = token_at(parsed.doc, found.end - 1)
    sentence = {t.lower_ for t in token.sent}
    if sentence & words.temperatures:
        return False
    return parsed.text[found.start : found.start + 3].lower() == "the"


def _is_title(found: TimeMatch, parsed: Parsed, words: TimeWords) -> bool:
    """`Coach of the Year`, `player of the year`: what someone is named, not when."""
    if _is_name(found, parsed):
        return True
    token = token_at(parsed.doc, found.end - 1)
    return token.head.lower_ == "of" and token.head.head.lemma_.lower() in words.titles_of_year


def _is_description(found: TimeMatch, parsed: Parsed) -> bool:
    """`Sunday is a day of rest`: what something is, not how long."""
    token = token_at(parsed.doc, found.end - 1)
    return (
        found.groups.get("n") == "a" and token.dep_ == "attr" and parsed.text[found.end :].startswith(" of ")
    )


def _is_name(found: TimeMatch, parsed: Parsed) -> bool:
    """Whether a unit is written with a capital within a sentence, as in the name of a programme."""
    words = parsed.text[found.start : found.end]
    at = words.lower().rfind(found.groups.get("u") or "")
    return at > 0 and words[at].isupper() and not words.isupper()


def _is_fraction(found: TimeMatch, parsed: Parsed) -> bool:
    """`a quarter of its food`, `three-quarters of a mile`."""
    if (found.groups.get("u") or "").rstrip("s") != "quarter":
        return False
    after = parsed.text[found.end : found.end + 16].lower().split()[:2]
    return after[:1] == ["of"] and not after[-1][:1].isdigit()


def _is_year(found: TimeMatch, parsed: Parsed, words: TimeWords) -> bool:
    """A bare number is a year unless it counts or measures something."""
    text = parsed.text
    if not text[found.end - 1].isdigit() or any(map(str.isalpha, found.groups["y"] or "")):
        return True
    if _is_amount(text, found.end, words.measures) or text[found.start - 1 : found.start] in ("-", "."):
        return found.groups.get("phase") is not None
    token = token_at(parsed.doc, found.end - 1)
    if token.i and token.nbor(-1).lower_ in words.numbered and found.groups.get("phase") is None:
        return False
    year = int(text[found.end - 4 : found.end]) if text[found.end - 4 : found.end].isdigit() else 0
    if token.dep_ == "nummod" and token.head.tag_ in _PLURAL and token.i < token.head.i:
        # "2000 soldiers" counts; "the 1967 slayings" are of that year.
        definite = token.i > 0 and token.nbor(-1).tag_ in ("DT", "POS", "PRP$")
        return definite and 1900 <= year <= 2100
    if 1000 <= year < 1400:
        before = text[max(0, found.start - 8) : found.start].split()
        return bool(before) and before[-1].lower() in words.year_prepositions
    return 1400 <= year <= 2100 or bool(found.groups.get("phase"))


def _is_amount(text: str, end: int, measures: frozenset[str]) -> bool:
    """Whether what stands behind a number that ends there makes it an amount."""
    after = _AFTER.match(text, end)
    if after is None:
        return False
    return after["word"] is None or after["word"] in measures or after["words"] in measures


def _is_month(found: TimeMatch, parsed: Parsed, words: TimeWords) -> bool:
    """May, March and August are also words and names."""
    word = found.groups.get("m") or ""
    if found.groups.get("rel") or found.groups.get("y") or found.groups.get("y2"):
        return True
    before = parsed.text[max(0, found.start - 8) : found.start].split()
    if before and before[-1].lower() in words.month_prepositions:
        return True
    if bare(word) in words.month_words:
        token = token_at(parsed.doc, found.end - 1)
        if (
            token.i
            and token.tag_ == "NNP"
            and token.nbor(-1).tag_ == "NNP"
            and token.nbor(-1).dep_ == "compound"
        ):
            return False
        if _ends_name(token):
            return False
        if token.tag_ in ("MD", "VB", "VBP"):
            return False
        if token.dep_ == "compound" and token.head.tag_ in ("NNP", "NNPS"):
            return False
        return token.dep_ not in ("nsubj", "ROOT")
    return True


def _ends_name(token: Token) -> bool:
    """Whether it is the head of what a name in the genitive stands before ("the Women's March")."""
    if token.i < 2 or token.nbor(-1).tag_ != "POS" or token.dep_ == "compound":
        return False
    return token.nbor(-2).text[:1].isupper() and not token.nbor(-2).is_sent_start
