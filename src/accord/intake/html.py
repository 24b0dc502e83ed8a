"""HTML pages: turned into text once, with what the page states about itself; the bytes are kept."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from accord.intake.days import DayFinder
from accord.intake.decoding import decode
from accord.intake.page_facts import PageFacts, read_facts
from accord.intake.page_furniture import drop_furniture
from accord.intake.page_kinds import is_cut_off, is_paywall_line, refuse_no_report
from accord.intake.page_metadata import page_day, page_source, page_title
from accord.intake.page_text import fullest, printed_above, spread
from accord.intake.page_words import PageWords
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem
from accord.vocabulary import PACKAGED, Vocabulary

logger = logging.getLogger(__name__)

_EMBEDDED = re.compile(rb"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=%\s]{200,}")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CUT_OFF = InputError(
    "it is cut off: the page keeps the rest for its subscribers; what there is was read",
    "save the page while you are signed in",
)

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD = 4096
_LONGEST_TAIL = 300
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class PageReader(Struct, frozen=True):
    """Reads pages; `days` finds days in them."""

    _words: PageWords
    days: DayFinder

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> PageReader:
        """Load the words that tell an article from what is around it, and the names of months.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(PageWords.load(vocabulary), DayFinder.load(vocabulary))

    def read(
        self, data: bytes, id: str, place: str, stem: str | None, url: str | None = None
    ) -> Iterator[ReportDraft | Problem]:
        """The draft of a page, and a problem where the page holds only the beginning of its article.

        `url` is where it was found, for a page that does not say so itself.

        Raises:
            InputError: the bytes are no text, or no article was found in the page.
        """
        page = _decode(without_embedded(data))
        try:
            tree = _parse(page)
            facts = read_facts(tree)
            found = self._text(tree, facts)
        except InputError:
            raise
        except Exception as error:
            # Whatever a page from the web does to the converter, it must not end the run.
            logger.debug("the page %s could not be converted", place, exc_info=error)
            raise InputError(
                f"the page could not be converted ({type(error).__name__})",
                "save the text of the article and give that instead",
            ) from error
        facts = replace(facts, url=facts.url or url)
        values = {
            "source": page_source(facts),
            "title": page_title(facts),
            "published": page_day(facts, printed_above(tree), self.days),
            "url": facts.url,
        }
        yield ReportDraft(id=id, text=found, place=place, stem=stem, raw=data).stating(values, "metadata")
        if is_cut_off(tree, facts, self._words, found):
            yield _CUT_OFF.problem(place)

    def is_feed_tail(self, line: str) -> bool:
        """Whether a line at the end of a feed's entry tells where it stood, or leads to comments."""
        return len(line) <= _LONGEST_TAIL and any(words in line.lower() for words in self._words.feed_tails)

    def _text(self, tree: Any, facts: PageFacts) -> str:
        """The text of the article.

        Raises:
            InputError: there is none.
        """
        # Costs as much to import as a short report to read; pages are rarer than texts.
        from trafilatura import bare_extraction

        refuse_no_report(tree, facts, self._words)
        article = deepcopy(tree)
        drop_furniture(article, self._words)
        found = bare_extraction(deepcopy(article), include_comments=False)
        text = fullest(getattr(found, "text", None) or "", article, facts.article)
        lines = [line for line in text.splitlines() if not is_paywall_line(line, self._words)]
        text = spread("\n".join(lines))
        if not text:
            raise InputError(
                "no article text was found in the page", "save the text of the article and give that instead"
            )
        return text


def without_embedded(data: bytes) -> bytes:
    """A page without the images and fonts that are written into it."""
    return _EMBEDDED.sub(b"", data) if b";base64," in data else data


def _parse(page: str) -> Any:
    """The tree of a page; a declaration of its encoding says nothing about decoded text."""
    from lxml.html import document_fromstring  # type: ignore[import-untyped]

    return document_fromstring(_DECLARATION.sub("", page, count=1))


def page_text(markup: str) -> str:
    """The text of a piece of markup that is an article and nothing else, as feeds have it."""
    from lxml.html import fragments_fromstring, tostring
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
            lines.append(" ".join(element.split()))
            continue
        for inner in element.iter():
            inner.text, inner.tail = _folded(inner.text), _folded(inner.tail)
        for mark in element.iter("p", "div", "br", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"):
            mark.tail = f"\n{_CONTROL.sub(' ', mark.tail or '')}"
            mark.text = f"\n{_CONTROL.sub(' ', mark.text or '')}" if mark.tag != "br" else mark.text
        lines.append(_CONTROL.sub(" ", tostring(element, method="text", encoding="unicode")))
    return "\n\n".join(" ".join(line.split()) for line in "\n".join(lines).splitlines() if line.strip())


def _folded(text: str | None) -> str | None:
    """`text` in one line: where its source breaks off says nothing."""
    return text and re.sub(r"\s+", " ", _CONTROL.sub(" ", text))


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
