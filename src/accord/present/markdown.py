"""Dossiers as Markdown that reads well raw: every line cited as `(A 123–145)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from accord.present.view.citations import Cite, CitedReport
from accord.present.view.claims import SIGNS, ClaimView, DisputeView
from accord.present.view.events import EventView
from accord.present.view.quotes import Quote
from accord.present.view.story import StoryView, story_view
from accord.present.view.view_words import ViewWords
from accord.present.view.wordings import ChosenLabel, SpeakerView, StatementView
from accord.records import Dossier, Problem

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^])")
_AT_START = re.compile(r"\A(\s*)(\d+)([.)])(?=\s|\Z)|\A(\s*)([-+=])")
_QUOTES = "\"'“”‘’«»"
_ENTITY = re.compile(r"&(?=#?\w+;)")


def render_markdown(
    dossiers: Sequence[Dossier], problems: Sequence[Problem], words: ViewWords | None = None
) -> str:
    """The Markdown of `dossiers`, with the inputs that could not be used; ends in a line feed.

    `words` are what they are worded by, where that is not as shipped.

    >>> accord.render_markdown([dossier], intake.problems).splitlines()[0]
    '# Cuba and the United States resumed diplomatic relations'
    """
    words = words or ViewWords.load()
    lines: list[str] = []
    for number, dossier in enumerate(dossiers, 1):
        lines += _story(story_view(dossier, number, words))
    if not dossiers:
        lines += ["# Nothing to tell", "", "No report could be read.", ""]
    if problems:
        lines += ["## Inputs that could not be used", ""]
        lines += [
            f"- {safe(one.input)}: {safe(one.reason)}. What to do: {safe(one.advice)}" for one in problems
        ]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def safe(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML in Markdown would act on."""
    line = " ".join(text.split())
    line = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", line))
    return _AT_START.sub(_escape_start, line)


def _escape_start(match: re.Match[str]) -> str:
    if match[2]:
        return f"{match[1]}{match[2]}\\{match[3]}"
    return f"{match[4]}\\{match[5]}"


def _story(story: StoryView) -> Iterator[str]:
    yield from (f"# {safe(story.title)}", "")
    counts = (
        f"{_count(story.sources, 'report')}, {story.span}; {_count(story.facts, 'fact')}, "
        f"{sum(view.shared for view in story.facts)} told by several; "
        f"{_count(story.contradictions, 'contradiction')}, {_count(story.differences, 'difference')}."
    )
    yield from (counts, "")
    yield from map(_source, story.sources)
    yield ""
    sections: tuple[tuple[str, Iterable[str]], ...] = (
        ("What the reports tell", _facts(story)),
        ("Where the reports disagree", _disputes(story)),
        ("Coded events, in order", _events(story)),
        ("Timeline", _timeline(story)),
        ("Claims by report", _matrix(story)),
        ("Who said what", _speakers(story)),
        ("Relations", _relations(story)),
        ("What may come next", _outlooks(story)),
        ("How each report names the actors", _namings(story)),
        ("Shared wording", _origins(story)),
    )
    for heading, content in sections:
        told = list(content)
        if told:
            yield from (f"## {heading}", "", *told, "")


def _count(items: Sequence[object], noun: str) -> str:
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"


def _source(source: CitedReport) -> str:
    title = f" — {safe(source.report.title)}" if source.report.title else ""
    name = f"`{_code(source.report.id)}`"
    return f"- **[{source.letter}]** {safe(source.name)}, {source.published}{title} ({name})"


def _code(text: str) -> str:
    return " ".join(text.split()).replace("`", "'")


def _at(cite: Cite) -> str:
    return f"{cite.source.letter} {cite.start}–{cite.end}"


def _where(cites: Iterable[Cite]) -> str:
    return "(" + "; ".join(map(_at, cites)) + ")"


def _letters(sources: Iterable[CitedReport]) -> str:
    return "".join(f"[{source.letter}]" for source in sources)


def _quoted(quote: Quote) -> str:
    runs = "".join(
        f"**{safe(text)}**".join(_margins(text)) if marked and text.strip() else _inner(text)
        for text, marked in quote.runs
    )
    own = quote.cite.text[:1] in _QUOTES and quote.cite.text[-1:] in _QUOTES
    said = runs.strip() if own or quote.before.endswith(tuple(_QUOTES)) else f"“{runs.strip()}”"
    return f"{_inner(quote.before)}{said}{_inner(quote.after)} ({_at(quote.cite)})".strip()


def _inner(text: str) -> str:
    """As `safe`, with white space at the ends kept as one space; for text within a line."""
    if not text.strip():
        return " " if text else ""
    before, after = _margins(text)
    return f"{before}{safe(text)}{after}"


def _margins(text: str) -> tuple[str, str]:
    return " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""


def _facts(story: StoryView) -> Iterator[str]:
    """What several reports tell, with every quotation's place; then what only one tells, by report."""
    for number, view in enumerate((view for view in story.facts if view.shared), 1):
        day = f"**{view.day}** " if view.day else ""
        yield f"{number}. {day}{safe(view.fact.text)}"
        notes = [view.fact.verdict, *(f"disagreement {one.number} ({one.subject})" for one in view.disputes)]
        yield f"   {', '.join(notes)} {_where(view.cites)}"
    for alone in story.only_here:
        yield from ("", f"Only [{alone.source.letter}] tells:", "")
        yield from (f"- {safe(view.fact.text)} {_where(view.cites)}" for view in alone.facts)


def _events(story: StoryView) -> Iterator[str]:
    for number, view in enumerate(story.events, 1):
        dates = " or ".join(view.dates) or "Date not told"
        yield f"{number}. **{dates}**{_year(view)} {safe(view.text)}"
        notes = [view.event.verdict, *filter(None, [view.status])]
        notes += [f"disagreement {one.number} ({one.subject})" for one in view.disputes]
        yield f"   {', '.join(notes)} {_where(view.cites)}"
        for one in view.claims:
            about = f" ({safe(one.about)})" if one.about else ""
            yield f"   - {one.aspect}{about}: {_values(one)}"


def _year(view: EventView) -> str:
    notes = ["year not told"] * view.year_open + ["contested"] * view.contested_time
    return f" ({', '.join(notes)})" if notes else ""


def _values(view: ClaimView) -> str:
    told = "; or ".join(f"{safe(value.words)} {_where(value.cites)}" for value in view.values)
    return f"{told} — {view.claim.verdict}"


def _disputes(story: StoryView) -> Iterator[str]:
    for dispute in story.disputes:
        yield from _dispute(dispute)


def _dispute(dispute: DisputeView) -> Iterator[str]:
    nature = "Contradiction" if dispute.contradiction else "Difference"
    about = f" {safe(dispute.about)}" if dispute.about else ""
    yield from (f"### {dispute.number}. {nature} ({dispute.conflict.kind}): {dispute.question}{about}", "")
    for side in dispute.sides:
        yield f"- **{safe(side.words)}** {_letters(side.sources)}"
        yield from (f"  - {_quoted(quote)}" for quote in (*side.quotes, *side.more))
    yield from ("", safe(dispute.explanation), "")


def _timeline(story: StoryView) -> Iterator[str]:
    order = {view.event.id: place for place, view in enumerate(story.events)}
    for row in sorted(story.chart.rows, key=lambda row: order.get(row.event, len(order))):
        view = story.by_event.get(row.event)
        contested = " (contested)" if row.contested else ""
        letters = [f"{_letters(story.citations.of(value.reports))}" for value in row.values]
        sides = f" — by side: {', '.join(letters)}" if letters else ""
        yield f"- {safe(row.words)}{contested}: {safe(view.text if view else row.event)}{sides}"


def _matrix(story: StoryView) -> Iterator[str]:
    if story.matrix.groups:
        yield from (", ".join(f"{sign} {stance}" for stance, sign in SIGNS.items()), "")
        yield "| Claim | " + " | ".join(source.letter for source in story.sources) + " |"
        yield "| --- |" + " :-: |" * len(story.sources)
        for group in story.matrix.groups:
            for row in group.rows:
                cells = " | ".join(cell.sign for cell in row.cells)
                yield f"| {safe(row.view.claim.text)}{_choices(row.view)} | {cells} |"
    if story.matrix.figures:
        yield from ("", "Figures and dates that several reports give:", "")
        yield from (f"- {_figure(view)}" for view in story.matrix.figures)


def _figure(view: ClaimView) -> str:
    """A claim that hangs on no event; a sentence that is its own only value is given once."""
    if [value.words for value in view.values] == [view.claim.text]:
        return _values(view)
    return f"{safe(view.claim.text)}: {_values(view)}"


def _choices(view: ClaimView) -> str:
    if len(view.values) == 1 and view.says_it_happened:
        return ""
    told = (f"{value.sign} {safe(value.words)}" for value in view.values)
    return f" ({view.aspect}: {', '.join(told)})"


def _speakers(story: StoryView) -> Iterator[str]:
    for speaker in story.speakers:
        yield from _speaker(speaker)


def _speaker(speaker: SpeakerView) -> Iterator[str]:
    yield from (f"### {safe(speaker.name)} {_letters(speaker.sources)}", "")
    yield from _utterances(speaker.statements)
    if speaker.further:
        more = ("", f"{len(speaker.further)} more in the reports’ own words:", "")
        yield from more if speaker.statements else ("In the reports’ own words:", "")
        yield from _utterances(speaker.further)
    yield ""


def _utterances(statements: Iterable[StatementView]) -> Iterator[str]:
    for view in statements:
        for index, wording in enumerate(view.wordings):
            said = " […] ".join(map(_quoted, wording.quotes))
            notes = [wording.kind, *(safe(one) for one in (wording.occasion, wording.medium) if one)]
            yield f"{'  ' if index else ''}- [{wording.source.letter}] {said} — {', '.join(notes)}"


def _relations(story: StoryView) -> Iterator[str]:
    for view in story.relations:
        one = view.relation
        note = f" ({safe(view.note)})" if view.note else ""
        pair = f"{safe(view.from_name)} → {safe(view.to_name)}"
        state = f"{safe(one.aspect)}, {safe(one.level)}, {view.when}{note}"
        yield f"{view.number}. {pair}: {state} — {one.verdict} {_where(view.cites)}"


def _outlooks(story: StoryView) -> Iterator[str]:
    for view in story.outlooks:
        horizon = f" — horizon: {safe(view.outlook.horizon)}" if view.outlook.horizon else ""
        speaker = f" — {safe(view.speaker)}" if view.speaker else ""
        yield f"- {' / '.join(map(_quoted, view.quotes))}{speaker}{horizon}"


def _namings(story: StoryView) -> Iterator[str]:
    for row in story.namings:
        cells = [
            f"[{source.letter}] {', '.join(map(_naming, cell))}"
            for source, cell in zip(story.sources, row.cells, strict=True)
            if cell
        ]
        yield f"- **{safe(row.actor)}**: {'; '.join(cells)}"


def _naming(naming: ChosenLabel) -> str:
    times = f" ×{naming.count}" if naming.count > 1 else ""
    forms = ", ".join(safe(form) for form, _ in naming.forms)
    return f"{safe(naming.label)}{times} ({forms})"


def _origins(story: StoryView) -> Iterator[str]:
    for view in story.origins:
        kind = "a quotation" if view.origin.kind == "quotation" else "a passage"
        agency = f", credited to {safe(view.origin.agency)}" if view.origin.agency else ""
        first = f", first in {_letters((view.first,))}" if view.first else ""
        yield f"- {_letters(view.sources)} share {kind}{agency}{first}:"
        yield from (f"  - {_quoted(quote)}" for quote in view.quotes)
