"""What tells furniture, tags, disclaimers and summaries from prose: the words and shapes of a block."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from accord.text.blocks import SENTENCE_END
from accord.vocabulary import PACKAGED, Vocabulary, either

# Date lines, bylines and decks stand among the first blocks.
HEAD_BLOCKS = 8
_SHORT_WORDS = 14
_LINE_CHARACTERS = 60
_DISCLAIMER_WORDS = 30

_HASHTAGS = re.compile(r"(?:#\w[\w-]*[\s,;|·•]*)+")
_LABEL = re.compile(r"([^\W\d_][\w';’ ]{1,30}?)\s*[:|–—-]\s*\S")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_NAME = r"(?-i:[^\W\d_a-z][\w.'’-]*)"
_NAMES = _NAME + r"(?:\s" + _NAME + r"){0,4}"
_COPYRIGHT = re.compile(r"\(?(?:(?:copyright|\(c\)|©)[\s:©]*(?:\(c\)\s*)?(?:\d{4}|by\b)|©)")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_NUMBER = re.compile(r"\d+")
_DAY_LINE_CHARACTERS = 100
_AMENDED = (
    r"^[\W_]*this\s(?:article|story|report|post|page|piece|headline)\s(?:was|has\sbeen)\s"
    r"(?:amended|corrected|clarified|edited|revised)\b"
)


class _RegionWords(Struct):
    summary_headings: frozenset[str]
    summary_labels: tuple[str, ...]
    disclaimer_headings: frozenset[str]
    disclaimer_phrases: tuple[str, ...]
    disclaimer_starts: tuple[str, ...]
    reporting: frozenset[str]
    tag_labels: frozenset[str]
    furniture_lines: frozenset[str]
    furniture_starts: tuple[str, ...]
    invitations: tuple[str, ...]
    byline_openers: tuple[str, ...]
    byline_roles: frozenset[str]
    day_line_words: frozenset[str]
    months: frozenset[str]
    dangling: frozenset[str]
    small_words: frozenset[str]
    agencies: tuple[str, ...]
    photo_agencies: tuple[str, ...]
    caption_credits: tuple[str, ...]
    gallery_signs: tuple[str, ...]


class RegionCues:
    """The vocabulary of regions, and what it says of one block (its text with single spaces)."""

    def __init__(self, words: _RegionWords) -> None:
        self._words = words
        self._reporting = re.compile(rf"\b(?:{'|'.join(sorted(words.reporting))})\b")
        self._shapes = _shapes(words.agencies, words.photo_agencies)
        self._pages = re.compile(rf"\b(?:{either(words.gallery_signs)})\b" + "|" + _AMENDED, re.IGNORECASE)
        self._captions = re.compile(
            rf"(?:{either(words.caption_credits)})(?:\s*[-–/]\s*\w+)?\s+[A-Z]\w+\s+\w"
        )
        self._byline = re.compile(
            rf"(?:(?i:{either(words.byline_openers)})\s+){_NAME}(?:\s+{_NAME}){{1,4}}"
            r"(?:\s*(?:,|\||and|&|–|—|-)\s*[^.!?]{1,80})?"
        )
        self.dangling = words.dangling
        self.small_words = words.small_words

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> RegionCues:
        """Load the vocabulary."""
        return cls(vocabulary.read("en/text/regions.json", _RegionWords))

    def is_tags(self, text: str) -> bool:
        """Hashtags and nothing else, or a labelled list of topics."""
        if text.startswith("#"):
            return _HASHTAGS.fullmatch(text) is not None
        label = _LABEL.match(text)
        return label is not None and label[1].lower() in self._words.tag_labels and not text.endswith(".")

    def is_furniture(self, text: str, index: int) -> bool:
        """Navigation, invitations, credits, code; among the first blocks (`index`), also a byline."""
        lower = text.lower()
        if len(text) <= _LINE_CHARACTERS:
            bare = _bare(text)
            if bare in self._words.furniture_lines or self._words.furniture_lines.issuperset(bare.split()):
                return True
        if len(text) <= 240 and self._shapes.fullmatch(text):
            return True
        if self._pages.search(text) or self._is_caption(text, lower):
            return True
        if len(text.split(None, _SHORT_WORDS)) > _SHORT_WORDS:
            return False
        if index < HEAD_BLOCKS and (self._byline.fullmatch(text.strip("*_")) or self._is_role(text)):
            return True
        # What opens a report is its title, even if it starts as an invitation does ("Watch: ...").
        if index == 0 or self._reporting.search(lower):
            return False
        if lower.startswith(self._words.furniture_starts):
            return True
        return lower.startswith(self._words.invitations) and not SENTENCE_END.search(text)

    def _is_caption(self, text: str, lower: str) -> bool:
        """What a picture shows, after who took it; an agency that says something is no credit."""
        told = SENTENCE_END.search(text) or self._reporting.search(lower)
        return not told and self._captions.match(text) is not None

    def _is_role(self, text: str) -> bool:
        """An office in a newsroom, with or without its outlet ("Harbour Post Correspondent")."""
        words = text.split()
        return words[-1].lower() in self._words.byline_roles and all(word[0].isupper() for word in words)

    def is_day_line(self, text: str) -> bool:
        """A day, labelled or not, with or without a time of day, and nothing else."""
        if len(text) > _DAY_LINE_CHARACTERS:
            return False
        words = [token for token in _TOKEN.findall(text.lower()) if not token.isdigit()]
        numbers = len(_NUMBER.findall(text))
        if not words or numbers < 2 or not all(word in self._words.day_line_words for word in words):
            return False
        return numbers > 2 or any(word[:3] in self._words.months for word in words)

    def is_disclaimer(self, text: str) -> bool:
        """Legal language: several of its phrases, or one in a block that begins as a notice does."""
        lower = text.lower()
        found = sum(phrase in lower for phrase in self._words.disclaimer_phrases)
        short = len(text.split(None, _DISCLAIMER_WORDS)) <= _DISCLAIMER_WORDS
        if not found:
            return short and _COPYRIGHT.match(lower) is not None
        opens = lower.startswith(self._words.disclaimer_starts)
        if found > 1 and opens:
            return True
        return (found > 1 or opens or short) and not self._reporting.search(lower)

    def is_disclaimer_heading(self, text: str) -> bool:
        """A line that announces a disclaimer."""
        return len(text) <= _LINE_CHARACTERS and _bare(text) in self._words.disclaimer_headings

    def may_be_disclaimer(self, text: str) -> bool:
        """Legal language after a heading that announces it: one phrase is enough."""
        lower = text.lower()
        return any(phrase in lower for phrase in self._words.disclaimer_phrases) or lower.startswith(
            self._words.disclaimer_starts
        )

    def is_summary_heading(self, text: str) -> bool:
        """A line that announces a summary."""
        return len(text) <= _LINE_CHARACTERS and _bare(text) in self._words.summary_headings

    def is_summary_label(self, text: str) -> bool:
        """A heading that is followed by a summary even where no list follows."""
        return _bare(text) in self._words.summary_labels

    def starts_summary(self, text: str) -> bool:
        """A paragraph that is labelled as a summary."""
        label = _LABEL.match(text)
        return label is not None and ":" in text[:40] and label[1].lower() in self._words.summary_labels


def _shapes(agencies: Iterable[str], photo_agencies: Iterable[str]) -> re.Pattern[str]:
    """Shapes that hold no prose, whatever their words."""
    agency, photographers = f"(?:{either(agencies)})", either(photo_agencies)
    return re.compile(
        r"\W+"  # signs only
        r"|(?:https?\s?:|www\s?\.)\S*(?:\s[/.-]\s?\S*)*"  # a bare address
        r"|[\w.-]{1,60}\.\w{2,10}/\S*"
        r"|\S+@\S+\.\w+"
        r"|(?-i:[.#@]?[\w.#, -]{0,60}\{|\}|[a-z-]{3,30}\s*:\s*[^;:]{1,60};)"  # a style sheet
        r"|<[^<>]+>|!\[[^\]]*\]\([^()]*\)"
        r"|(?:function|var|let|const)\s.*[{;(]"
        r"|\d+\s*(?:min(?:ute)?s?|mins?)\s+read|[\d,.]+[KkMm]?\s+(?:views|comments?|shares|likes)"
        r"|(?:[^.!?>»›|]{1,30}\s[>»›|]\s){2,}[^.!?]{1,60}"  # a trail of links
        r"|(?:on behalf of\b.{1,80}\s)?(?:posted|filed)\s(?:in|under|by)\s.{1,80}\bon\s[^.]{0,24}"
        r"\s\d{1,2},?\s\d{4}\.?"  # where a page is filed
        r"|\(?(?:(?:additional|further)\s+)?(?:reporting|writing|editing|compiled|edited|written|reported)"
        r"(?:\s+(?:and|&)\s+\w+)?\s+(?:in\s+[\w .]+\s+)?by\s+" + _NAME + r".{0,160}\)?"
        r"|\(?(?:" + photographers + r")\s+(?:Photo|File|Pool)\b.{0,80}"
        r"|(?-i:" + _NAMES + r"\s*/\s*" + agency + r"\.?|" + agency + r"\s*/\s*" + _NAMES + r"\.?)"
        r"|(?-i:.{0,200}\([^()]{0,80}/\s*" + agency + r"\.?\)\.?)",
        re.IGNORECASE,
    )


def _bare(text: str) -> str:
    """`text` in small letters, without signs around it."""
    return _EDGES.sub("", text.lower())
