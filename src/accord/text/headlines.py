"""Titles and headings: short lines before prose that are no sentences, and their case for the parse."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from accord.records import WITNESS_KINDS, Region, RegionKind
from accord.text.blocks import CROSSHEAD, SENTENCE_END, TextBlock

_TITLE_CHARACTERS = 200
_TITLE_WORDS = 30
_QUESTION_WORDS = 14
_HEADING_CHARACTERS = 100
_HEADING_WORDS = 12
_SET_APART_WORDS = 8
_DECK_WORDS = 20
# More lines than this without a full stop are a text that has none, not decks.
_MOST_DECKS = 4
# A block is prose if it ends as a sentence does, or is this long.
_PROSE = 100
_CAPITAL_SHARE = 0.75
_REPEATED_ANYWHERE = 20

_MARKDOWN = re.compile(r"#{1,6}\s+")
_EMOJI = re.compile(r"[\U0001f000-\U0001faff☀-➿⬀-⯿⌀-⏿]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_OPEN_END = re.compile(r"[,;—–-]$")
_SIGNS = re.compile(r"[\W_]+")
_SITE = re.compile(r"\s*[|–—·-]\s*[^|]{2,40}$")

_Kinds = list[RegionKind | None]
_LETTERS = re.compile(r"[^\W\d_]+")
_MID_SENTENCE = re.compile(r"(?<=[^\W\d_][ ,] )[^\W\d_]+|(?<=[^\W\d_] )[^\W\d_]+")
_HEADLINES = frozenset({"title", "heading", "summary"})
_FEWEST_WORDS = 4
_LONG_WORD = 4
_SHARE = 0.75

_NameWords = Callable[[Sequence[str]], set[int]]
_Test = Callable[[str], bool]


class HeadlineFinder:
    """Marks titles and headings among the blocks of a report."""

    def __init__(self, small_words: frozenset[str]) -> None:
        self._small_words = small_words

    def mark_titles(self, blocks: Sequence[TextBlock], kinds: _Kinds, title: str | None) -> None:
        """Mark the known `title`, or the first line if it reads like one, and each repetition of it."""
        first = next((index for index, kind in enumerate(kinds) if kind is None), None)
        if first is None:
            return
        keys = [_key(block.text) for block in blocks]
        names = {_key(title), _key(_SITE.sub("", title))} - {""} if title else set()
        if names.isdisjoint(keys[first:]) and self._reads_as_title(blocks, kinds, first):
            names.add(keys[first])
        before_prose = True
        for index, block in enumerate(blocks):
            if kinds[index] is not None and not _MARKDOWN.match(block.text):
                continue
            if keys[index] and (keys[index] in names or _key(_SITE.sub("", block.text)) in names):
                if self._is_sentence(block.text):
                    before_prose = False
                elif before_prose or len(keys[index]) >= _REPEATED_ANYWHERE:
                    kinds[index] = "title"
            elif _is_prose(block.text):
                before_prose = False

    def mark_headings(self, blocks: Sequence[TextBlock], kinds: _Kinds) -> None:
        """Mark the headings between paragraphs, and the decks between title and first paragraph."""
        decks = _MOST_DECKS if "title" in kinds else 0
        for index, block in enumerate(blocks):
            if kinds[index] is not None:
                continue
            deck = decks > 0 and _is_deck(block) and _followed_by_prose(blocks, kinds, index)
            if deck or self._is_heading(blocks, kinds, index):
                kinds[index] = "heading"
                decks -= 1
            else:
                decks = 0

    def _reads_as_title(self, blocks: Sequence[TextBlock], kinds: _Kinds, index: int) -> bool:
        block = blocks[index]
        if _MARKDOWN.match(block.text):
            return True
        key = _key(block.text)
        repeated = any(_key(other.text) == key for other in blocks[index + 1 : index + 6])
        if key and repeated and not self._is_sentence(block.text):
            return True
        if len(block.text) > _TITLE_CHARACTERS or len(block.text.split()) > _TITLE_WORDS:
            return False
        if block.text.endswith(":") or _OPEN_END.search(block.text) or not block.text[0].isprintable():
            return False
        words = _WORD.findall(block.text)
        if block.text[0].islower() or len(words) < 2 or not _followed_by_prose(blocks, kinds, index):
            return False
        if not SENTENCE_END.search(block.text):
            return True
        apart = blocks[index + 1].apart
        if _asks(block.text) and apart and len(words) <= _QUESTION_WORDS:
            return True
        return (apart or _asks(block.text)) and self._capital_share(words) >= _CAPITAL_SHARE

    def _is_heading(self, blocks: Sequence[TextBlock], kinds: _Kinds, index: int) -> bool:
        block = blocks[index]
        text = block.text
        if _MARKDOWN.match(text):
            return len(text) <= _TITLE_CHARACTERS
        if CROSSHEAD.match(text):
            return True
        words = _WORD.findall(text)
        if len(text) > _HEADING_CHARACTERS or not 1 <= len(words) <= _HEADING_WORDS or _OPEN_END.search(text):
            return False
        if _EMOJI.match(text):
            return not SENTENCE_END.search(text)
        if not text.lstrip("\"'“‘(")[:1].isupper() or not _leads(blocks, kinds, index):
            return False
        capitals = self._capital_share(words) >= _CAPITAL_SHARE
        apart = block.apart and blocks[index + 1].apart
        if SENTENCE_END.search(text):
            # With a full stop, one word in small letters makes it a sentence.
            titled = self._capital_share(words) == 1 and len(words) > 1
            return titled and apart and len(blocks[index + 1].text) >= _PROSE
        if text.endswith(":"):
            return capitals and len(words) <= _SET_APART_WORDS // 2
        return capitals or (apart and len(words) <= _SET_APART_WORDS)

    def _is_sentence(self, text: str) -> bool:
        """A sentence in running case with its full stop: prose, even where it also serves as the title."""
        words = _WORD.findall(text)
        return text.endswith(".") and self._capital_share(words) < _CAPITAL_SHARE

    def _capital_share(self, words: Sequence[str]) -> float:
        content = [word for word in words if word.lower() not in self._small_words]
        return sum(word[0].isupper() for word in content) / len(content) if content else 0.0


def _leads(blocks: Sequence[TextBlock], kinds: _Kinds, index: int) -> bool:
    """Whether what follows is something a heading can head."""
    if index + 1 >= len(blocks):
        return False
    return kinds[index + 1] == "list" or (kinds[index + 1] is None and _is_prose(blocks[index + 1].text))


def _followed_by_prose(blocks: Sequence[TextBlock], kinds: _Kinds, index: int) -> bool:
    return any(
        (kinds[at] is None and _is_prose(blocks[at].text)) or kinds[at] in ("list", "date line")
        for at in range(index + 1, min(index + 6, len(blocks)))
    )


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE or SENTENCE_END.search(text) is not None


def _is_deck(block: TextBlock) -> bool:
    return (
        block.lines == 1
        and len(block.text.split()) <= _DECK_WORDS
        and not SENTENCE_END.search(block.text)
        and block.text[-1] not in ":,;"
    )


def _asks(text: str) -> bool:
    return text.rstrip("\"'”’)")[-1:] in ("?", "!")


def _key(text: str) -> str:
    """Letters and digits only, to compare titles by; empty for what is too long to be one."""
    if len(text) > 2 * _TITLE_CHARACTERS:
        return ""
    return _SIGNS.sub("", _MARKDOWN.sub("", text, count=1).casefold())


def sentence_case(text: str, regions: Sequence[Region], name_words: _NameWords, is_common: _Test) -> str:
    """`text` with the words of Title Case headlines in lower case, but names and each first word.

    A word is lowered when the report writes it so elsewhere; it stays when the report writes it
    with a capital inside a sentence, or when it is one of the `name_words` (their places among the
    headline's words); else it is lowered if it `is_common`.  The length never changes, so offsets stay.
    """
    headlines = [region for region in regions if region.kind in _HEADLINES and _is_title_case(text, region)]
    if not headlines:
        return text
    body = [text[region.start : region.end] for region in regions if region.kind in WITNESS_KINDS]
    plain = {word for part in body for word in _LETTERS.findall(part) if word[0].islower()}
    capital = {word for part in body for word in _MID_SENTENCE.findall(part) if word[0].isupper()}
    letters = list(text)
    for region in headlines:
        words = list(_LETTERS.finditer(text, region.start, region.end))
        names = name_words([match[0] for match in words])
        for place, match in enumerate(words):
            word, lower = match[0], match[0].lower()
            if not place or place in names or not (word[0].isupper() and word[1:].islower()):
                continue
            if len(lower) == len(word) and (lower in plain or (word not in capital and is_common(lower))):
                letters[match.start()] = lower[0]
    return "".join(letters)


def _is_title_case(text: str, region: Region) -> bool:
    words = [word for word in _LETTERS.findall(text, region.start, region.end) if len(word) >= _LONG_WORD]
    capitals = sum(word[0].isupper() and word[1:].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= _SHARE * len(words)
