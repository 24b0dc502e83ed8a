"""Dossiers as one self-contained HTML page: no network, no fonts, nothing to run but its own script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from accord.present.story import StoryView, story_view
from accord.records import Dossier, Problem

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = files(__package__).joinpath("templates")


def render_page(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> str:
    """The HTML page of `dossiers`, one section a story, with the inputs that could not be used.

    Whatever comes out of reports is escaped; the page's policy lets nothing run or load but the
    style and script it carries.
    """
    from accord.present.highlight import blocks

    style, script = _read("page.css"), _read("page.js")
    stories = [story_view(dossier, number) for number, dossier in enumerate(dossiers, 1)]
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            stories=stories,
            problems=problems,
            title=_title(stories),
            policy=_policy(style, script),
            style=style,
            script=script,
            blocks=blocks,
        )
    )


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _read(name: str) -> str:
    return _TEMPLATES.joinpath(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _title(stories: Sequence[StoryView]) -> str:
    if len(stories) == 1:
        return stories[0].title
    reports = sum(len(story.sources) for story in stories)
    return f"{len(stories)} stories from {reports} report{'' if reports == 1 else 's'}"
