"""Where each quotation stands: a letter for each report, an anchor for each quoted stretch of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from msgspec import Struct

from accord.evidence import evidence_in
from accord.present.dates import in_words
from accord.records import Dossier, Evidence, ReportView

TONES = 8
"""How many colours tell reports apart; the letter is what identifies a report."""

_OPENING = 80
# As much of a headline stands for a source that is not known.
_SHORT = 30
# A shorter identifier may be a word of the language.
_LONG_ID = 6


class CitedReport(Struct, frozen=True):
    """A report as the page names it.  `anchor` is generated; nothing of the report is in it."""

    letter: str
    tone: int
    anchor: str
    report: ReportView
    name: str
    title: str
    published: str

    @property
    def short(self) -> str:
        """Its source, or where that is not known the beginning of its headline."""
        title = self.title
        return self.report.source or (title[:_SHORT].rstrip() + "…" if len(title) > _SHORT else title)


def letters_of(sources: Iterable[CitedReport]) -> str:
    """The letters of reports in plain text: "[A][B]"."""
    return "".join(f"[{source.letter}]" for source in sources)


class Cite(Struct, frozen=True):
    """A quotation with where it stands.  `anchor` is None where the report does not hold it."""

    source: CitedReport
    start: int
    end: int
    text: str
    anchor: str | None


class Citations:
    """The reports of a dossier by letter, and an anchor for every stretch that is quoted."""

    def __init__(self, dossier: Dossier, number: int) -> None:
        self.sources = tuple(
            _source(report, index, f"s{number}") for index, report in enumerate(dossier.reports)
        )
        self._by_id = {source.report.id: source for source in self.sources}
        self._anchors: dict[tuple[str, int, int], str] = {}
        spans = {(one.report, one.start, one.end) for one in evidence_in(dossier) if self._holds(one)}
        counts = dict.fromkeys(self._by_id, 0)
        for report, start, end in sorted(spans):
            counts[report] += 1
            self._anchors[report, start, end] = f"{self._by_id[report].anchor}-{counts[report]}"

    def source(self, report: str) -> CitedReport | None:
        """The report with the identifier `report`."""
        return self._by_id.get(report)

    def of(self, reports: Iterable[str]) -> tuple[CitedReport, ...]:
        """The reports named by `reports`, in the order of their letters."""
        wanted = set(reports)
        return tuple(source for source in self.sources if source.report.id in wanted)

    def cite(self, evidence: Sequence[Evidence]) -> tuple[Cite, ...]:
        """Each quotation of `evidence` once, in the order of letters and offsets."""
        found = {}
        for one in evidence:
            source = self._by_id.get(one.report)
            if source is not None:
                key = (source.report.id, one.start, one.end)
                found[key] = Cite(source, one.start, one.end, one.text, self._anchors.get(key))
        order = {source.report.id: index for index, source in enumerate(self.sources)}
        return tuple(found[key] for key in sorted(found, key=lambda key: (order[key[0]], key[1], key[2])))

    def lettered(self, text: str) -> str:
        """`text` with reports that have no source, and so go by their identifier, named by letter."""
        for source in self.sources:
            if source.report.source is None and len(source.report.id) >= _LONG_ID:
                text = re.sub(rf"(?<!\w){re.escape(source.report.id)}(?!\w)", f"report {source.letter}", text)
        return text

    def spans(self, source: CitedReport) -> tuple[tuple[int, int, str], ...]:
        """`(start, end, anchor)` of every stretch of `source` that is quoted, in order."""
        return tuple(
            (start, end, anchor)
            for (report, start, end), anchor in self._anchors.items()
            if report == source.report.id
        )

    def _holds(self, evidence: Evidence) -> bool:
        source = self._by_id.get(evidence.report)
        return source is not None and 0 <= evidence.start < evidence.end <= len(source.report.text)


def by_report(cites: Iterable[Cite]) -> tuple[tuple[Cite, ...], ...]:
    """`cites` grouped by report, each group in the order given."""
    groups: dict[str, list[Cite]] = {}
    for cite in cites:
        groups.setdefault(cite.source.letter, []).append(cite)
    return tuple(tuple(group) for group in groups.values())


def _source(report: ReportView, index: int, prefix: str) -> CitedReport:
    letter = _letter(index)
    opening = _opening(report)
    return CitedReport(
        letter=letter,
        tone=index % TONES,
        anchor=f"{prefix}-{letter.lower()}",
        report=report,
        name=report.source or "source unknown",
        title=report.title or (opening[:_OPENING] + "…" if len(opening) > _OPENING else opening),
        published=in_words(report.published) if report.published else _undated(report),
    )


def _undated(report: ReportView) -> str:
    """That the day is not known, and between which days its own dates put it."""
    written = report.written
    if written is None:
        return "date unknown"
    after = f"not before {in_words(written.earliest)}" if written.earliest else ""
    before = f"not after {in_words(written.latest)}" if written.latest else ""
    return f"date unknown, by its own dates {' and '.join(filter(None, (after, before)))}"


def _opening(report: ReportView) -> str:
    """The first words of what the report tells, on one line; lists and date lines come before it."""
    told = [region for region in report.regions if region.kind in ("title", "heading", "body")]
    start = told[0].start if told else 0
    return " ".join(report.text[start : start + 3 * _OPENING].split())


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters
