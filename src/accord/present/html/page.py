"""Dossiers as one self-contained HTML page that loads nothing and runs its script alone; its templates."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket

from accord.inert import without_controls
from accord.present.drawings.chart import anchor
from accord.present.view.citations import by_report
from accord.present.view.claims import SIGNS
from accord.present.view.highlight import blocks
from accord.present.view.story import StoryView, story_view
from accord.present.view.view_words import ViewWords
from accord.records import Dossier, Problem

_FOLDER = files(__package__).joinpath("templates")


def render_page(
    dossiers: Sequence[Dossier], problems: Sequence[Problem], words: ViewWords | None = None
) -> str:
    """The HTML page of `dossiers`, one section a story, with the inputs that could not be used.

    Whatever comes out of reports is escaped; the page's policy lets nothing run or load but the
    style and script it carries.  `words` are what they are worded by, where that is not as shipped.

    >>> accord.render_page([dossier], intake.problems)[:15]
    '<!doctype html>'
    """
    words = words or ViewWords.load()
    style, script = read("page.css"), read("page.js")
    stories = [story_view(dossier, number, words) for number, dossier in enumerate(dossiers, 1)]
    return without_controls(
        environment()
        .get_template("page.html.j2")
        .render(
            stories=stories,
            problems=problems,
            title=_title(stories),
            policy=policy(style, script),
            style=style,
            script=script,
            blocks=blocks,
            anchor=anchor,
            by_report=by_report,
            signs=SIGNS,
        )
    )


def _title(stories: Sequence[StoryView]) -> str:
    if not stories:
        return "Nothing to tell"
    if len(stories) == 1:
        return stories[0].title
    reports = sum(len(story.sources) for story in stories)
    return f"{len(stories)} stories from {reports} report{'' if reports == 1 else 's'}"


def read(name: str) -> str:
    """The text of the template, style or script file `name`."""
    return _FOLDER.joinpath(name).read_text("utf-8")


def environment() -> Environment:
    """Where templates are looked up; all they write is escaped, and an unknown name is an error."""
    return Environment(
        loader=FunctionLoader(read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(_FOLDER) if isinstance(_FOLDER, Path) else None,
    )


def policy(style: str, script: str | None = None) -> str:
    """The content policy of a page: nothing loads or runs but the style and script it carries."""
    scripts = f" script-src '{_hash(script)}';" if script is not None else ""
    return f"default-src 'none'; style-src '{_hash(style)}';{scripts} base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class CompiledTemplates(BytecodeCache):
    """Compiled templates in the `__pycache__` of a folder; compiling takes longer than all else here.

    As with modules, a folder that cannot be written to only costs the time, and what was compiled
    of another text or by another Python is not used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` from its file, if that is there and fits."""
        with suppress(OSError, EOFError, ValueError, TypeError), self._place(bucket).open("rb") as stream:
            bucket.load_bytecode(stream)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the file of `bucket`, whole or not at all."""
        place = self._place(bucket)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, partial = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
            try:
                with os.fdopen(handle, "wb") as stream:
                    bucket.write_bytecode(stream)
                Path(partial).replace(place)
            except BaseException:
                Path(partial).unlink(missing_ok=True)
                raise

    def _place(self, bucket: Bucket) -> Path:
        return Path(cache_from_source(str(self._folder / f"{bucket.key}.py"))).with_suffix(".jinja")
