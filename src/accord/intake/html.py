"""HTML pages: turned into text once, with what the page states about itself; the bytes are kept."""

from __future__ import annotations

import logging
import re
from itertools import pairwise
from urllib.parse import urlsplit

from accord.intake.days import DayFinder
from accord.intake.decoding import decode
from accord.intake.report_draft import InputError, ReportDraft

logger = logging.getLogger(__name__)

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD = 4096
# Whatever day it is today, a page is of the day that it says: newspapers are older than the web, and a day
# begins in the east.
_DATES = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1600-01-01",
    "max_date": "9999-12-31",
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def read_html(data: bytes, id: str, place: str, stem: str | None, days: DayFinder) -> ReportDraft:
    """The draft of a page.

    Raises:
        InputError: the bytes are no text, or no article was found in the page.
    """
    # Costs as much to import as a short report to read; pages are rarer than texts.
    from trafilatura import bare_extraction

    page = _decode(data)
    try:
        found = bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception as error:
        # Whatever a page from the web does to the converter, it must not end the run.
        logger.debug("the page %s could not be converted", place, exc_info=error)
        raise InputError(
            f"the page could not be converted ({type(error).__name__})",
            "save the text of the article and give that instead",
        ) from error
    text = _spread(getattr(found, "text", None) or "")
    if not text:
        raise InputError(
            "no article text was found in the page", "save the text of the article and give that instead"
        )
    values = {
        "source": _text(found, "sitename") or _host(_text(found, "url")),
        "title": _text(found, "title"),
        "published": days.parse(_text(found, "date") or ""),
        "url": _text(found, "url"),
    }
    return ReportDraft(id=id, text=text, place=place, stem=stem, raw=data).stating(values, "metadata")


def page_text(markup: str) -> str:
    """The text of a piece of markup that is an article and nothing else, as feeds have it."""
    from lxml.html import fragments_fromstring, tostring  # type: ignore[import-untyped]
    from lxml.html.clean import Cleaner  # type: ignore[import-untyped]

    # What a page may hold but no document: the parser refuses the whole for one of them.
    markup = _CONTROL.sub(" ", markup)
    try:
        cleaner = Cleaner(kill_tags=("figure", "iframe", "script", "style", "nav"))
        whole = fragments_fromstring(cleaner.clean_html(f"<div>{markup}</div>"))
    except (ValueError, LookupError) as error:
        logger.debug("markup could not be converted", exc_info=error)
        return ""
    lines = []
    for element in whole:
        if isinstance(element, str):
            lines.append(element)
            continue
        for mark in element.iter("p", "div", "br", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"):
            mark.tail = f"\n{_CONTROL.sub(' ', mark.tail or '')}"
            mark.text = f"\n{_CONTROL.sub(' ', mark.text or '')}" if mark.tag != "br" else mark.text
        lines.append(_CONTROL.sub(" ", tostring(element, method="text", encoding="unicode")))
    return "\n\n".join(" ".join(line.split()) for line in "\n".join(lines).splitlines() if line.strip())


def _spread(text: str) -> str:
    """`text`, each block of which is one line, with blank lines between all but list items and table rows."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    spread = lines[:1]
    for before, line in pairwise(lines):
        together = before[0] == line[0] and line.startswith(("- ", "|"))
        spread += [line] if together else ["", line]
    return "\n".join(spread)


def _decode(data: bytes) -> str:
    """The page's own word on its encoding counts, unless UTF-8 explains it or the word is wrong."""
    named = _CHARSET.search(data[:_HEAD])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        if named:
            return data.decode(named[1].decode("ascii"))
    except (LookupError, ValueError):  # a codec may refuse all text, or say that it is none
        logger.debug("the page is not in %r as it says", named)
    return decode(data)


def _text(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
