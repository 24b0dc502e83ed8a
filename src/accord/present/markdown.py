"""Dossiers as Markdown that reads well raw: every line cited as `(A 123–145)`.

It is at most half as long as the reports.  The head, the facts at the top and the disagreements are told
whole; of each section after them as much as half of the room that is left, and how much more there is. The
last line tells what there was no room for at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from accord.inert import visible
from accord.present.view.citations import Cite, CitedReport, by_report, letters_of
from accord.present.view.claims import SIGNS, ClaimView, DisputeView
from accord.present.view.events import EventView
from accord.present.view.facts import FactView
from accord.present.view.quotes import Quote
from accord.present.view.room import fitting
from accord.present.view.story import StoryView, counted, story_view
from accord.present.view.view_words import ViewWords
from accord.present.view.wordings import ChosenLabel, SpeakerView, StatementView
from accord.records import Dossier, Problem

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^])")
_AT_START = re.compile(r"\A(\s*)(\d+)([.)])(?=\s|\Z)|\A(\s*)([-+=])")
_QUOTES = "\"'“”‘’«»"
# About how many characters a heading takes, and the line that says how many more there are.
_HEADING, _LEFT = 36, 40
# And what the last line takes for a section, beside its heading.
_LEFT_OUT = 10
# What some readers of Markdown make links of by themselves: "https://", "www.", "name@".
_LINK = re.compile(r"(?<=[a-zA-Z]):(?=\S)|(?<=\bwww)\.|(?<=\w)@(?=\w)", re.IGNORECASE)
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
    return visible("\n".join(lines).rstrip("\n") + "\n")


def safe(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML in Markdown would act on."""
    line = visible(" ".join(text.split()))
    line = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\1", line))
    return _AT_START.sub(_escape_start, _LINK.sub(r"\\\g<0>", line))


def _escape_start(match: re.Match[str]) -> str:
    if match[2]:
        return f"{match[1]}{match[2]}\\{match[3]}"
    return f"{match[4]}\\{match[5]}"


# A line of a list, or lines that belong together.
_Block = tuple[str, ...]


def _story(story: StoryView) -> Iterator[str]:
    head = [
        f"# {safe(story.title)}",
        "",
        f"{_count(story.sources, 'report')}, {story.span}. {story.sure}.",
        "",
    ]
    head += [*map(_source, story.sources), ""]
    head += _section("The story in facts", [_fact(view) for view in story.brief])
    head += _section("Where they differ", [_dispute(one) for one in story.foremost])
    head += _section("What is new", _new(story))
    yield from head
    room = story.room - sum(len(line) + 1 for line in head)
    sections = [(heading, list(blocks)) for heading, blocks in _sections(story)]
    room -= sum(len(heading) + _LEFT_OUT for heading, _ in sections)
    left_out: list[str] = []
    for heading, blocks in sections:
        told = _fitted(blocks, room // 2)
        if blocks and not told:
            left_out.append(f"{heading[0].lower()}{heading[1:]} ({len(blocks)})")
        lines = _section(heading, told)
        room -= sum(len(line) + 1 for line in lines)
        yield from lines
    if left_out:
        yield from (f"In the page and in JSON besides: {', '.join(left_out)}.", "")


def _sections(story: StoryView) -> tuple[tuple[str, Iterable[_Block]], ...]:
    """The sections after the first, in the order of the page."""
    return (
        ("More facts, by weight", map(_fact, story.further)),
        ("The course over time", _course(story)),
        ("More disagreements", map(_dispute, story.disputes[len(story.foremost) :])),
        ("Who said what", chain.from_iterable(map(_speaker, story.speakers))),
        ("Only here", _only(story)),
        ("What may come", _outlooks(story)),
        ("How it is framed", _namings(story)),
        ("Coded events, in order", _events(story)),
        ("Timeline of coded events", _timeline(story)),
        ("Claims by report", _matrix(story)),
        ("Relations", _relations(story)),
        ("Shared wording", _origins(story)),
    )


def _section(heading: str, blocks: Sequence[_Block]) -> list[str]:
    return [f"## {heading}", "", *(line for block in blocks for line in block), ""] if blocks else []


def _fitted(blocks: Sequence[_Block], room: int) -> list[_Block]:
    """As many of the first `blocks` as there is `room` for, and how many are left; none where none fits."""
    sizes = [sum(len(line) + 1 for line in block) for block in blocks]
    whole = sum(sizes) + _HEADING <= room
    fit = len(blocks) if whole else fitting(sizes, room - _HEADING - _LEFT)
    left = len(blocks) - fit
    more = [("", f"{left} more in the page and in JSON.")] if left and fit else []
    return [*blocks[:fit], *more]


def _count(items: Sequence[object], noun: str) -> str:
    return counted(len(items), noun)


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


def _fact(view: FactView) -> _Block:
    """A fact with where each report first tells it, and what is in dispute of it."""
    told = [part for part in (view.day, safe(view.place)) if part]
    notes = [
        *told,
        view.fact.verdict,
        *(f"disagreement {one.number} ({one.subject})" for one in view.disputes),
    ]
    firsts = [group[0] for group in by_report(view.cites)]
    return f"- {safe(view.fact.text)}", f"  {', '.join(notes)} {_where(firsts)}"


def _new(story: StoryView) -> Sequence[_Block]:
    """The weightiest that each later day brought."""
    days: list[_Block] = [
        (f"- **{day}** {safe(view.fact.text)} {letters_of(view.sources)}",) for day, view in story.news
    ]
    nothing: list[_Block] = [(f"Nothing since {day.day}.",) for day in story.course.told[:1]]
    return days or nothing


def _course(story: StoryView) -> Iterator[_Block]:
    """The facts by the day they happened; then how many were new on each day of publication."""
    for day in story.course.days:
        yield tuple(
            f"- **{day.day}** {safe(view.fact.text)} {letters_of(view.sources)}" for view in day.facts
        )
    for told in story.course.told:
        yield (f"- New on {told.day} {letters_of(told.sources)}: {_count(told.facts, 'fact')}",)


def _only(story: StoryView) -> Iterator[_Block]:
    """What one report alone tells, by report, but for what stands at the top."""
    for alone in story.only_here:
        name = f"**[{alone.source.letter}]** {safe(alone.source.short)}"
        yield ("", f"{name} alone tells {_count(alone.facts, 'fact')}.", "")
        for view in alone.facts:
            if view not in story.brief:
                yield (f"- {safe(view.fact.text)} {_where(view.cites)}",)


def _events(story: StoryView) -> Iterator[_Block]:
    for number, view in enumerate(story.events, 1):
        dates = " or ".join(view.dates) or "Date not told"
        notes = [view.event.verdict, *filter(None, [view.status])]
        notes += [f"disagreement {one.number} ({one.subject})" for one in view.disputes]
        lines = [f"{number}. **{dates}**{_year(view)} {safe(view.text)}"]
        lines += [f"   {', '.join(notes)} {_where(view.cites)}"]
        for one in view.claims:
            about = f" ({safe(one.about)})" if one.about else ""
            lines += [f"   - {one.aspect}{about}: {_values(one)}"]
        yield tuple(lines)


def _year(view: EventView) -> str:
    notes = ["year not told"] * view.year_open + ["contested"] * view.contested_time
    return f" ({', '.join(notes)})" if notes else ""


def _values(view: ClaimView) -> str:
    told = "; or ".join(f"{safe(value.words)} {_where(value.cites)}" for value in view.values)
    return f"{told} — {view.claim.verdict}"


def _dispute(dispute: DisputeView) -> _Block:
    about = f" {safe(dispute.about)}" if dispute.about else ""
    lines = [f"{dispute.number}. {dispute.nature.capitalize()}: {dispute.question}{about}"]
    for side in dispute.sides:
        where = f" {_quoted(side.quotes[0])}" if side.quotes else ""
        lines.append(f"   - **{safe(side.words)}** {letters_of(side.sources)}{where}")
    return tuple(lines)


def _timeline(story: StoryView) -> Iterator[_Block]:
    order = {view.event.id: place for place, view in enumerate(story.events)}
    for row in sorted(story.chart.rows, key=lambda row: order.get(row.event, len(order))):
        view = story.by_event.get(row.event)
        contested = " (contested)" if row.contested else ""
        letters = [letters_of(story.citations.of(value.reports)) for value in row.values]
        sides = f" — by side: {', '.join(letters)}" if letters else ""
        yield (f"- {safe(row.words)}{contested}: {safe(view.text if view else row.event)}{sides}",)


def _matrix(story: StoryView) -> Iterator[_Block]:
    if story.matrix.groups:
        table = [", ".join(f"{sign} {stance}" for stance, sign in SIGNS.items()), ""]
        table.append("| Claim | " + " | ".join(source.letter for source in story.sources) + " |")
        table.append("| --- |" + " :-: |" * len(story.sources))
        for group in story.matrix.groups:
            for row in group.rows:
                cells = " | ".join(cell.sign for cell in row.cells)
                table.append(f"| {safe(row.view.claim.text)}{_choices(row.view)} | {cells} |")
        yield tuple(table)
    if story.matrix.figures:
        figures = [f"- {_figure(view)}" for view in story.matrix.figures]
        yield ("", "Figures and dates that several reports give:", "", *figures)


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


def _speaker(speaker: SpeakerView) -> Iterator[_Block]:
    """What one speaker said, a wording a block; headings stand in the block that they are above."""
    above: _Block = ("", f"### {safe(speaker.name)} {letters_of(speaker.sources)}", "")
    further = (f"{len(speaker.further)} more in" if speaker.statements else "In") + " the reports’ own words:"
    for headed, statements in ((), speaker.statements), (("", further, ""), speaker.further):
        above = (*above, *headed)
        for line in chain.from_iterable(map(_utterance, statements)):
            yield (*above, line)
            above = ()


def _utterance(view: StatementView) -> Iterator[str]:
    for index, wording in enumerate(view.wordings):
        said = " […] ".join(map(_quoted, wording.quotes))
        notes = [wording.kind, *(safe(one) for one in (wording.occasion, wording.medium) if one)]
        yield f"{'  ' if index else ''}- [{wording.source.letter}] {said} — {', '.join(notes)}"


def _relations(story: StoryView) -> Iterator[_Block]:
    for view in story.relations:
        one = view.relation
        note = f" ({safe(view.note)})" if view.note else ""
        pair = f"{safe(view.from_name)} → {safe(view.to_name)}"
        state = f"{safe(one.aspect)}, {safe(one.level)}, {view.when}{note}"
        yield (f"{view.number}. {pair}: {state} — {one.verdict} {_where(view.cites)}",)


def _outlooks(story: StoryView) -> Iterator[_Block]:
    for view in story.outlooks:
        horizon = f" — horizon: {safe(view.outlook.horizon)}" if view.outlook.horizon else ""
        speaker = f" — {safe(view.speaker)}" if view.speaker else ""
        yield (f"- {' / '.join(map(_quoted, view.quotes))}{speaker}{horizon}",)


def _namings(story: StoryView) -> Iterator[_Block]:
    for row in story.namings:
        cells = [
            f"[{source.letter}] {', '.join(map(_naming, cell))}"
            for source, cell in zip(story.sources, row.cells, strict=True)
            if cell
        ]
        yield (f"- **{safe(row.actor)}**: {'; '.join(cells)}",)


def _naming(naming: ChosenLabel) -> str:
    times = f" ×{naming.count}" if naming.count > 1 else ""
    forms = ", ".join(safe(form) for form, _ in naming.forms)
    return f"{safe(naming.label)}{times} ({forms})"


def _origins(story: StoryView) -> Iterator[_Block]:
    for view in story.origins:
        kind = "a quotation" if view.origin.kind == "quotation" else "a passage"
        agency = f", credited to {safe(view.origin.agency)}" if view.origin.agency else ""
        first = f", first in {letters_of((view.first,))}" if view.first else ""
        quotes = (f"  - {_quoted(quote)}" for quote in view.quotes)
        yield (f"- {letters_of(view.sources)} share {kind}{agency}{first}:", *quotes)
