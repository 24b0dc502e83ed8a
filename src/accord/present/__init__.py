"""Dossiers as page, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from accord.errors import AccordError
from accord.records import Dossier, Problem

Renderer = Callable[[Sequence[Dossier], Sequence[Problem]], bytes]


def renderer(suffix: str) -> Renderer:
    """The function that makes a file with the ending `suffix` (".html", ".md" or ".json").

    Raises:
        AccordError: there is no such output.
    """
    known: dict[str, Renderer] = {
        ".html": _page, ".htm": _page, ".md": _markdown, ".markdown": _markdown, ".json": _json,
    }  # fmt: skip
    try:
        return known[suffix.lower()]
    except KeyError:
        raise AccordError(
            f"no dossier can be written as {suffix!r}; end the name of the output in .html, .md or .json"
        ) from None


def _page(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    from accord.present.page import render_page

    return render_page(dossiers, problems).encode("utf-8", "replace")


def _markdown(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    from accord.present.markdown import render_markdown

    return render_markdown(dossiers, problems).encode("utf-8", "replace")


def _json(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    from accord.present.document import render_json

    return render_json(dossiers, problems)
