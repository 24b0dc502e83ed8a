"""The function that writes dossiers in each format, by the ending of a file's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from accord.errors import AccordError
from accord.faults import fault
from accord.records import Dossier, Problem

if TYPE_CHECKING:
    from accord.present.view.view_words import ViewWords

Renderer = Callable[[Sequence[Dossier], Sequence[Problem]], bytes]
"""Dossiers, and the inputs that could not be used, as the bytes of a file."""


def renderer(suffix: str, words: ViewWords | None = None) -> Renderer:
    """The function that makes a file with the ending `suffix` (".html", ".md" or ".json").

    `words` are what page and Markdown are worded by, where that is not as shipped.

    Raises:
        AccordError: there is no such output.

    >>> accord.renderer(".md")([dossier], intake.problems)[:8]
    b'# Cuba a'
    """
    known: dict[str, Renderer] = {
        **dict.fromkeys((".html", ".htm"), _each_alone(partial(_page, words=words))),
        **dict.fromkeys((".md", ".markdown"), _each_alone(partial(_markdown, words=words))),
        ".json": _json,
    }
    try:
        return known[suffix.lower()]
    except KeyError:
        raise AccordError(
            f"no dossier can be written as {suffix!r}; end the name of the output in .html, .md or .json"
        ) from None


def screen_renderer(width: int, words: ViewWords | None = None) -> Renderer:
    """The function that makes the first screen of each story for a terminal of `width` cells."""
    return _each_alone(partial(_screen, width=width, words=words))


def _each_alone(render: Renderer) -> Renderer:
    """`render`, but a story that it fails on is left out, and named among the problems."""

    def render_others(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
        try:
            return render(dossiers, problems)
        except Exception:
            failed: dict[int, Problem] = {}
            for place, dossier in enumerate(dossiers):
                try:
                    render([dossier], ())
                except Exception as error:
                    failed[place] = fault(f"story {dossier.id}", "writing", error)
            if not failed:
                raise
            sound = [dossier for place, dossier in enumerate(dossiers) if place not in failed]
            return render(sound, [*problems, *failed.values()])

    return render_others


# Each format is imported when it is asked for: a page needs templates, the others do not.


def _page(dossiers: Sequence[Dossier], problems: Sequence[Problem], words: ViewWords | None) -> bytes:
    from accord.present.html.page import render_page

    return render_page(dossiers, problems, words).encode("utf-8", "replace")


def _markdown(dossiers: Sequence[Dossier], problems: Sequence[Problem], words: ViewWords | None) -> bytes:
    from accord.present.markdown import render_markdown

    return render_markdown(dossiers, problems, words).encode("utf-8", "replace")


def _screen(
    dossiers: Sequence[Dossier], problems: Sequence[Problem], *, width: int, words: ViewWords | None
) -> bytes:
    from accord.present.screen import render_screen

    return render_screen(dossiers, width, words).encode("utf-8", "replace")


def _json(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    from accord.present.json import render_json

    return render_json(dossiers, problems)
