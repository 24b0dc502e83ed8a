"""The first screen of each story on a terminal: what happened, who tells it, where they differ, what is new.

Plain text within the width of the terminal.  Nothing of a report can steer it: control characters are shown
as they are written in Python, and marks that turn the direction of writing, or have no width, are left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

from accord.inert import visible
from accord.present.view.citations import letters_of
from accord.present.view.claims import DisputeView
from accord.present.view.facts import FactView
from accord.present.view.story import StoryView, counted, story_view
from accord.present.view.view_words import ViewWords
from accord.records import Dossier

# A narrower terminal breaks lines by itself.
_LEAST_WIDTH = 20
# Longer lines are hard to read.
_MOST_WIDTH = 100


def render_screen(dossiers: Sequence[Dossier], width: int, words: ViewWords | None = None) -> str:
    """The first screen of each of `dossiers` in lines of at most `width` cells; ends in a line feed.

    `words` are what they are worded by, where that is not as shipped.
    """
    words = words or ViewWords.load()
    within = max(_LEAST_WIDTH, min(width, _MOST_WIDTH))
    stories = [story_view(dossier, number, words) for number, dossier in enumerate(dossiers, 1)]
    lines = [line for story in stories for line in (*_story(story, within), "")]
    if not stories:
        return "Nothing to tell: no report could be read.\n"
    return "\n".join([*lines, *_wrapped("All of it: name an output, -o dossier.html", within)]) + "\n"


def shown(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal would act on."""
    line = visible(" ".join(text.split()))
    return "".join(_printable(character) for character in line)


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return "" if unicodedata.category(character) == "Cf" else repr(character)[1:-1]


def _story(story: StoryView, width: int) -> Iterator[str]:
    yield from _wrapped(story.title, width)
    yield from _wrapped(f"{counted(len(story.sources), 'report')}, {story.span}", width)
    yield from _wrapped(story.sure, width)
    yield from _wrapped("; ".join(f"{one.letter} {one.short}" for one in story.sources), width)
    if story.brief:
        yield ""
    for number, view in enumerate(story.brief, 1):
        yield from _wrapped(_fact(view), width, f"{number}. ")
    if story.foremost:
        yield from ("", "Where they differ")
    for dispute in story.foremost:
        yield from _dispute(dispute, width)
    if story.course.told:
        yield from ("", "What is new")
    for day, view in story.news:
        yield from _wrapped(f"{day}: {view.fact.text} {letters_of(view.sources)}", width, "- ")
    if story.course.told and not story.news:
        yield from _wrapped(f"Nothing since {story.course.told[0].day}.", width)


def _fact(view: FactView) -> str:
    notes = [part for part in (view.day, view.fact.verdict) if part]
    return f"{view.fact.text} {letters_of(view.sources)} {', '.join(notes)}"


def _dispute(dispute: DisputeView, width: int) -> Iterator[str]:
    yield from _wrapped(f"{dispute.nature.capitalize()}: {dispute.question} {dispute.about}", width, "- ")
    for side in dispute.sides:
        yield from _wrapped(f"{side.words} {letters_of(side.sources)}", width, "  - ")


def _wrapped(text: str, width: int, mark: str = "") -> Iterator[str]:
    """The words of `text` after `mark` in lines of at most `width` cells; a longer word is cut."""
    line, indent = mark, " " * len(mark)
    begun = False
    for word in shown(text).split(" "):
        for piece in chop_cells(word, width - len(mark)) or [""]:
            space = " " if begun else ""
            if begun and cell_len(line) + cell_len(space + piece) > width:
                yield line
                line, space = indent, ""
            line, begun = line + space + piece, True
    yield line
