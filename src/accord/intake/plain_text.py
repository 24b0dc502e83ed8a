"""Text and Markdown files: their front matter as metadata."""

from __future__ import annotations

import re

from accord.intake.days import DayFinder
from accord.intake.decoding import decode
from accord.intake.report_draft import InputError, ReportDraft
from accord.text.blocks import FRONT_MATTER

_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)

# Which front matter keys of the usual site generators give which value, the surest first.
_KEYS: dict[str, tuple[str, ...]] = {
    "source": ("source", "publisher", "publication", "outlet", "site", "sitename"),
    "title": ("title", "headline"),
    "published": ("published", "date", "pubdate", "publish_date", "publishdate", "published_at"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink"),
}


def read_text(data: bytes, id: str, place: str, stem: str | None, days: DayFinder) -> ReportDraft:
    """The draft of a text or Markdown file.

    Raises:
        InputError: the bytes are no text, or there is nothing in it.
    """
    text = decode(data)
    matter = FRONT_MATTER.match(text)
    if not text[matter.end() if matter else 0 :].strip():
        raise InputError("it is empty", "give a file with the text of a report, or leave it out")
    values = _front_matter(matter["fields"], days) if matter else {}
    return ReportDraft(id=id, text=text, place=place, stem=stem).stating(values, "metadata")


def _front_matter(fields: str, days: DayFinder) -> dict[str, str]:
    stated = {key.lower().replace("-", "_"): value.strip("\"'") for key, value in _FIELD.findall(fields)}
    values: dict[str, str] = {}
    for name, keys in _KEYS.items():
        value = next((stated[key] for key in keys if stated.get(key)), None)
        if name == "published" and value is not None:
            value = days.parse(value)
        if value:
            values[name] = value
    return values
