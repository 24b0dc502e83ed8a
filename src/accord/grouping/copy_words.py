"""The words of a report as copies are looked for in: in order, normalised, told apart as name or content."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.records import WITNESS_KINDS, Reading

COPIED_KINDS = WITNESS_KINDS | {"title"}
"""Region kinds in which shared wording tells that one report took from another."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|``(?:(?!'')[^\n])*(?:''|$)|«[^»\n]*(?:»|$)", re.M)
_SUFFIX = re.compile(r"(?:ies|ied|ing|ed|es|s|e|y)$")
_SHORTEST_STEM = 4
_TITLE_CASE = 0.6

BREAK = "\n"
"""The stem of a word without characters that stands where sentences do not follow each other."""


class CopyWord(Struct, frozen=True):
    """A name or content word.

    `stem` is what is compared, `name` tells that it belongs to a name or is a number or letter, `quoted` that
    it stands inside quotation marks; `sentence` indexes the reading's sentences.
    """

    start: int
    end: int
    stem: str
    name: bool
    quoted: bool
    sentence: int


class Stems(dict[str, str]):
    """Words to what is compared of them: without case, spelling (British, American) and common endings."""

    def __missing__(self, word: str) -> str:
        """Work a word's stem out once."""
        folded = _POSSESSIVE.sub("", word.casefold())
        folded = folded.replace("isation", "ization").replace("ise", "ize").replace("our", "or")
        cut = _SUFFIX.sub("", folded)
        self[word] = found = cut if len(cut) >= _SHORTEST_STEM else folded
        return found


def words_of(reading: Reading, stems: Stems) -> tuple[CopyWord, ...]:
    """The names and content words of the sentences that tell, or are titles, without printed repeats.

    Between sentences that do not follow each other stands a `BREAK`, which matches nothing.
    """
    quoted = tuple((m.start(), m.end()) for m in _QUOTED.finditer(reading.text))
    named = tuple((m.start, m.end) for m in reading.actors if m.form in {"name", "metonym", "title"})
    lower = _lower_stems(reading, stems)
    seen: set[str] = set()
    found: list[CopyWord] = []
    last = -1
    for index, sentence in enumerate(reading.sentences):
        line = " ".join(reading.text[sentence.start : sentence.end].casefold().split())
        if sentence.kind not in COPIED_KINDS or line in seen:
            continue
        seen.add(line)
        if index != last + 1:
            found.append(CopyWord(sentence.start, sentence.start, BREAK, True, False, index))
        last = index
        found.extend(_words(reading, index, stems, quoted, named, lower))
    return tuple(found)


def _words(
    reading: Reading,
    index: int,
    stems: Stems,
    quoted: Sequence[tuple[int, int]],
    named: Sequence[tuple[int, int]],
    lower: frozenset[str],
) -> Iterator[CopyWord]:
    sentence = reading.sentences[index]
    content = {stems[part] for term in sentence.terms for part in _WORD.findall(term)}
    matches = list(_WORD.finditer(reading.text, sentence.start, sentence.end))
    capitals = sum(m.group()[0].isupper() for m in matches)
    headline = capitals > _TITLE_CASE * len(matches)
    for number, match in enumerate(matches):
        stemmed = stems[match.group()]
        if stemmed not in content:
            continue
        start, end = match.span()
        name = len(stemmed) == 1 or stemmed[0].isdigit() or _inside(start, named)
        if not name and match.group()[0].isupper():
            name = stemmed not in lower if number == 0 or headline else True
        yield CopyWord(start, end, stemmed, name, _inside(start, quoted), index)


def _lower_stems(reading: Reading, stems: Stems) -> frozenset[str]:
    """Stems that the report also writes in lower case: a capital in a headline makes no name of them."""
    return frozenset(stems[w] for w in _WORD.findall(reading.text) if w[0].islower())


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (offset, 1 << 62)) - 1
    return index >= 0 and offset < spans[index][1]
