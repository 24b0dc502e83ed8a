"""Plain text and Markdown: the text as decoded, and what its front matter states."""

from __future__ import annotations

import re

from accord.extract.blocks import FRONT_MATTER
from accord.intake.days import parse_day
from accord.intake.decoding import decode
from accord.intake.draft import Draft
from accord.intake.errors import InputError

_XML = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF)\b", re.IGNORECASE)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)

# Which front matter keys of the usual site generators give which value, the surest first.
_KEYS: dict[str, tuple[str, ...]] = {
    "source": ("source", "publisher", "publication", "outlet", "site", "sitename"),
    "title": ("title", "headline"),
    "published": ("published", "date", "pubdate", "publish_date", "publishdate", "published_at"),
    "url": ("url", "link", "canonical", "canonical_url", "permalink"),
}


def read_text(data: bytes, id: str, place: str, stem: str | None) -> Draft:
    """The draft of a text or Markdown file.

    Raises:
        InputError: the bytes are no text, or there is nothing in it.
    """
    text = decode(data)
    if _XML.match(text):
        raise InputError("it is XML, not text", "give the pages or the texts that it lists")
    matter = FRONT_MATTER.match(text)
    if not text[matter.end() if matter else 0 :].strip():
        raise InputError("it is empty", "give a file with the text of a report, or leave it out")
    values = _front_matter(matter["fields"]) if matter else {}
    return Draft(id=id, text=text, place=place, stem=stem).stating(values, "metadata")


def _front_matter(fields: str) -> dict[str, str]:
    stated = {key.lower().replace("-", "_"): value.strip("\"'") for key, value in _FIELD.findall(fields)}
    values: dict[str, str] = {}
    for name, keys in _KEYS.items():
        value = next((stated[key] for key in keys if stated.get(key)), None)
        if name == "published" and value is not None:
            value = parse_day(value)
        if value:
            values[name] = value
    return values
