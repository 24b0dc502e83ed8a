"""Labels the regions of a report: title, date line, summary, headings, body, lists, tags, furniture.

Nothing is deleted: what is not told by the report (furniture, tags, disclaimers) is only labelled.
A label other than body needs positive evidence, since calling the report's own prose furniture
loses what it says, while the reverse only lets in noise.
"""

from __future__ import annotations

from collections.abc import Sequence

from accord.records import Region, RegionKind
from accord.text.blocks import FRONT_MATTER, TextBlock, find_items, split_blocks
from accord.text.captions import CaptionCues
from accord.text.datelines import DateLineFinder
from accord.text.headlines import HeadlineFinder
from accord.text.region_cues import HEAD_BLOCKS, RegionCues
from accord.vocabulary import PACKAGED, Vocabulary


class RegionFinder:
    """Finds regions."""

    def __init__(
        self, cues: RegionCues, captions: CaptionCues, headlines: HeadlineFinder, datelines: DateLineFinder
    ) -> None:
        self._cues = cues
        self._captions = captions
        self._headlines = headlines
        self._datelines = datelines

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> RegionFinder:
        """Load the finder."""
        cues = RegionCues.load(vocabulary)
        headlines = HeadlineFinder(cues.small_words)
        return cls(cues, CaptionCues.load(vocabulary), headlines, DateLineFinder.load(vocabulary))

    def find(self, text: str, title: str | None = None) -> tuple[Region, ...]:
        """The regions of `text`, in order, covering all but white space; `title` is its known title."""
        matter = FRONT_MATTER.match(text)
        start = matter.end() if matter else 0
        blocks = split_blocks(text, start, self._cues.dangling)
        kinds: list[RegionKind | None] = [self._alone(block, index) for index, block in enumerate(blocks)]
        for index in find_items(blocks):
            kinds[index] = kinds[index] or "list"
        self._mark_disclaimers(blocks, kinds)
        self._headlines.mark_titles(blocks, kinds, title)
        self._mark_summaries(blocks, kinds)
        self._headlines.mark_headings(blocks, kinds)
        head = [Region(0, len(text[:start].rstrip()), "furniture")] if matter else []
        return (*head, *self._regions(text, blocks, kinds))

    def _alone(self, block: TextBlock, index: int) -> RegionKind | None:
        """The kind of a block that its own words tell."""
        if self._cues.is_tags(block.text):
            return "tags"
        if self._cues.is_disclaimer(block.text):
            return "disclaimer"
        if index < HEAD_BLOCKS and self._is_date_line(block.text):
            return "date line"
        if self._cues.is_furniture(block.text, index) or self._captions.is_caption(block.text):
            return "furniture"
        return None

    def _is_date_line(self, text: str) -> bool:
        if self._cues.is_day_line(text):
            return True
        line = self._datelines.find(text)
        return line is not None and line.length == len(text)

    def _mark_disclaimers(self, blocks: Sequence[TextBlock], kinds: list[RegionKind | None]) -> None:
        """A heading that announces a disclaimer makes one of what follows, as long as it reads like one."""
        open_ = False
        for index, block in enumerate(blocks):
            if self._cues.is_disclaimer_heading(block.text):
                following = blocks[index + 1].text if index + 1 < len(blocks) else ""
                open_ = self._cues.may_be_disclaimer(following)
                if open_:
                    kinds[index] = "disclaimer"
            elif open_ and self._cues.may_be_disclaimer(block.text):
                kinds[index] = "disclaimer"
            else:
                open_ = False

    def _mark_summaries(self, blocks: Sequence[TextBlock], kinds: list[RegionKind | None]) -> None:
        for index, block in enumerate(blocks):
            if kinds[index] not in (None, "title", "furniture"):
                continue
            if self._cues.is_summary_heading(block.text):
                items = _items_after(index, kinds)
                if (
                    not items
                    and self._cues.is_summary_label(block.text)
                    and kinds[index + 1 : index + 2] == [None]
                ):
                    items = [index + 1]
                if items:
                    for item in [index, *items]:
                        kinds[item] = "summary"
            elif self._cues.starts_summary(block.text):
                kinds[index] = "summary"
        for index in _leading_items(blocks, kinds):
            kinds[index] = "summary"

    def _regions(
        self, text: str, blocks: Sequence[TextBlock], kinds: Sequence[RegionKind | None]
    ) -> list[Region]:
        regions: list[Region] = []
        first = True
        for block, kind in zip(blocks, kinds, strict=True):
            start = block.start
            if kind is None:
                line = self._datelines.find(text[start : block.end], first=first)
                if line is not None:
                    regions.append(Region(start, start + line.length, "date line"))
                    start = _after_space(text, start + line.length, block.end)
                first = False
            if start < block.end:
                regions.append(Region(start, block.end, kind or "body"))
        return regions


def _leading_items(blocks: Sequence[TextBlock], kinds: Sequence[RegionKind | None]) -> list[int]:
    """Bulleted items between the title and the first of several paragraphs: the report in brief."""
    first = next((at for at, kind in enumerate(kinds) if kind in ("list", None)), len(kinds))
    items = _items_after(first - 1, kinds)
    prose = sum(kind is None for kind in kinds[first + len(items) :])
    return items if prose > 1 and not any(blocks[at].text[0].isdigit() for at in items) else []


def _items_after(index: int, kinds: Sequence[RegionKind | None]) -> list[int]:
    items: list[int] = []
    for at in range(index + 1, len(kinds)):
        if kinds[at] != "list":
            break
        items.append(at)
    return items


def _after_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
