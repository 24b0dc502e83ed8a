"""Dossiers as page, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from accord.errors import AccordError
from accord.records import (
    Dossier,
    Problem,
)

Renderer = Callable[[Sequence[Dossier], Sequence[Problem]], bytes]


def renderer(suffix: str) -> Renderer:
    """The function that makes a file with the ending `suffix` (".html", ".md" or ".json").

    It takes dossiers and the inputs that could not be used, and gives bytes in UTF-8.

    Raises:
        AccordError: there is no such output.

    >>> accord.renderer(".md")([dossier], intake.problems)[:8]
    b'# Cuba a'
    """
    known: dict[str, Renderer] = {
        ".html": _page, ".htm": _page, ".md": _markdown, ".markdown": _markdown, ".json": render_json,
    }  # fmt: skip
    try:
        return known[suffix.lower()]
    except KeyError:
        raise AccordError(
            f"no dossier can be written as {suffix!r}; end the name of the output in .html, .md or .json"
        ) from None


def _page(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    from accord.present.html.page import render_page

    return render_page(dossiers, problems).encode("utf-8", "replace")


def _markdown(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    from accord.present.markdown import render_markdown

    return render_markdown(dossiers, problems).encode("utf-8", "replace")


class _Document(msgspec.Struct, frozen=True):
    """The whole output of a run."""

    stories: tuple[Dossier, ...]
    problems: tuple[Problem, ...]


def render_json(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    """`{"stories": [...], "problems": [...]}` in UTF-8, indented, ending in a line feed.

    Every field of every record is there, reports with their whole text; field order is that of
    the records, so that equal dossiers give equal bytes.

    >>> import json
    >>> json.loads(accord.render_json([dossier], intake.problems))["stories"][0]["title"]
    'Cuba and the United States resumed diplomatic relations'
    """
    document = _Document(tuple(dossiers), tuple(problems))
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"
