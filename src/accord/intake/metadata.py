"""Source, title and day of a report that does not state them: from its text and its file's name."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.intake.days import DayFinder, find_compact_day
from accord.intake.report_draft import ReportDraft
from accord.text.datelines import DateLineFinder
from accord.text.regions import RegionFinder
from accord.vocabulary import PACKAGED, Vocabulary, either

# Titles, date lines and bylines stand within this many characters.
_HEAD = 4000
_FIRST_REGIONS = 12
_MARKUP = re.compile(r"^#{1,6}\s+|[*_]{2}")

_Found = dict[str, tuple[str, str]]

_MOST_WORDS = 5
_PARTS = re.compile(r"_+|\s+[-–]\s+|\s{2,}")
_BETWEEN_WORDS = re.compile(r"[\s./-]+")
_NAME_WORD = re.compile(r"[^\W\d_]{2,15}")
_FILE = "en/text/outlets.json"


class Completer(Struct, frozen=True):
    """Fills in what a draft does not state; `days` finds days in it."""

    _regions: RegionFinder
    _datelines: DateLineFinder
    _names: FileNameReader
    days: DayFinder
    _source_line: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Completer:
        """Load what tells titles, date lines, days and outlets.

        Raises:
            VocabularyError: a file is broken, or a word that is looked for in lower case is not.
        """
        outlets, days = OutletWords.load(vocabulary), DayFinder.load(vocabulary)
        return cls(
            RegionFinder.load(vocabulary),
            DateLineFinder.load(vocabulary),
            FileNameReader(outlets, days),
            days,
            re.compile(rf"(?:{either(outlets.source_labels)})\s*:\s*([^.:;()]{{2,50}})", re.IGNORECASE),
        )

    def complete(self, draft: ReportDraft) -> ReportDraft:
        """`draft` with what its text tells, then with what its file's name tells; what it states stays."""
        missing = {name for name in ("source", "title", "published") if getattr(draft, name) is None}
        if not missing:
            return draft
        found = self._from_text(draft.text, draft.title)
        if draft.stem is not None:
            for name, value in (
                ("source", self._names.source(draft.stem)),
                ("published", self._names.day(draft.stem)),
            ):
                if value is not None:
                    found.setdefault(name, (value, "file name"))
        values = {name: value for name, (value, _) in found.items() if name in missing}
        origins = {name: origin for name, (_, origin) in found.items() if name in missing}
        return replace(draft, **values, provenance=replace(draft.provenance, **origins))

    def _from_text(self, text: str, title: str | None) -> _Found:
        head = text if len(text) <= _HEAD else text[: text.rfind("\n", 0, _HEAD) + 1 or _HEAD]
        found: _Found = {}
        for region in self._regions.find(head, title)[:_FIRST_REGIONS]:
            words = " ".join(head[region.start : region.end].split())
            if region.kind == "title":
                found.setdefault("title", (_MARKUP.sub("", words), "heading"))
            elif region.kind == "date line":
                self._read_date_line(words, found)
            elif region.kind == "furniture" and (match := self._source_line.fullmatch(words)):
                found.setdefault("source", (match[1].strip(), "heading"))
        return found

    def _read_date_line(self, words: str, found: _Found) -> None:
        line = self._datelines.find(words)
        if line is not None and line.source is not None:
            found.setdefault("source", (line.source, "date line"))
        if (day := self.days.find(words)) is not None:
            found.setdefault("published", (day, "date line"))


class OutletWords(Struct, frozen=True):
    """outlets.json.

    `small_words` of a name have no capital, and `source_labels` stand before the name of an outlet in a line
    of its own ("Source: ...").
    """

    names: tuple[str, ...]
    other_names: dict[str, str]
    last_words: frozenset[str]
    last_words_after_the: frozenset[str]
    small_words: frozenset[str]
    source_labels: tuple[str, ...]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> OutletWords:
        """Read the names of outlets and the words around them.

        Raises:
            VocabularyError: the file is broken, or a word that is looked for in lower case is not.
        """
        words = vocabulary.read(_FILE, cls)
        for use in ("last_words", "last_words_after_the", "small_words", "source_labels"):
            if wrong := sorted(word for word in getattr(words, use) if word != word.lower() or not word):
                raise VocabularyError(f"vocabulary file {_FILE}: {use!r}: write {wrong[0]!r} in lower case")
        return words


class FileNameReader:
    """Reads file names."""

    def __init__(self, outlets: OutletWords, days: DayFinder) -> None:
        self._outlets, self._days = outlets, days
        self._known = {_key(name): name for name in outlets.names}
        self._known |= {_key(other): name for other, name in outlets.other_names.items()}

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> FileNameReader:
        """Load the names of outlets and of months."""
        return cls(OutletWords.load(vocabulary), DayFinder.load(vocabulary))

    def day(self, stem: str) -> str | None:
        """The day written in a name such as "reuters_2021-05-03" or "20210503-kabul"."""
        return self._days.find(stem) or self._days.find(stem.replace("_", " ")) or find_compact_day(stem)

    def source(self, stem: str) -> str | None:
        """The outlet that a name names; None for hashes, numbers, slugs and words such as "article".

        An outlet stands alone ("the-thursday-times"), beside the day ("dawn-2021-05-03"), or in a
        part of the name that is set off by underscores ("dawn_kabul-visit").
        """
        dayless = self._days.strip(self._days.strip(stem).replace("_", "  "))
        for part in [dayless, *_PARTS.split(dayless)]:
            words = [word for word in _BETWEEN_WORDS.split(part.lower()) if word]
            if words and (name := self._outlet(words)) is not None:
                return name
        return None

    def _outlet(self, words: list[str]) -> str | None:
        if (known := self._known.get("".join(words))) is not None:
            return known
        if not 1 < len(words) <= _MOST_WORDS or not all(_NAME_WORD.fullmatch(word) for word in words):
            return None
        after_the = self._outlets.last_words_after_the if words[0] == "the" else frozenset()
        if words[-1] not in self._outlets.last_words and words[-1] not in after_the:
            return None
        return " ".join(
            word if word in self._outlets.small_words and index else word.capitalize()
            for index, word in enumerate(words)
        )


def _key(name: str) -> str:
    return "".join(_BETWEEN_WORDS.split(name.lower()))
