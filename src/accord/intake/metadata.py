"""Source, title and day of a report where its file does not state them: from its text and its file's name."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from accord.extract.dateline import DateLineFinder
from accord.extract.regions import RegionFinder
from accord.intake.days import find_day
from accord.intake.draft import Draft
from accord.intake.naming import FileNameReader

# Titles, date lines and bylines stand within this many characters.
_HEAD = 4000
_FIRST_REGIONS = 12
_MARKUP = re.compile(r"^#{1,6}\s+|[*_]{2}")
_SOURCE_LINE = re.compile(r"(?:source|publisher|publication)\s*:\s*([^.:;()]{2,50})", re.IGNORECASE)

Found = dict[str, tuple[str, str]]


class Completer(Struct, frozen=True):
    """Fills in what a draft does not state."""

    _regions: RegionFinder
    _datelines: DateLineFinder
    _names: FileNameReader

    @classmethod
    def load(cls) -> Completer:
        """Load what tells titles, date lines and outlets."""
        return cls(RegionFinder.load(), DateLineFinder.load(), FileNameReader.load())

    def complete(self, draft: Draft) -> Draft:
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

    def _from_text(self, text: str, title: str | None) -> Found:
        head = text if len(text) <= _HEAD else text[: text.rfind("\n", 0, _HEAD) + 1 or _HEAD]
        found: Found = {}
        for region in self._regions.find(head, title)[:_FIRST_REGIONS]:
            words = " ".join(head[region.start : region.end].split())
            if region.kind == "title":
                found.setdefault("title", (_MARKUP.sub("", words), "heading"))
            elif region.kind == "date line":
                self._read_date_line(words, found)
            elif region.kind == "furniture" and (match := _SOURCE_LINE.fullmatch(words)):
                found.setdefault("source", (match[1].strip(), "heading"))
        return found

    def _read_date_line(self, words: str, found: Found) -> None:
        line = self._datelines.find(words)
        if line is not None and line.source is not None:
            found.setdefault("source", (line.source, "date line"))
        if (day := find_day(words)) is not None:
            found.setdefault("published", (day, "date line"))
