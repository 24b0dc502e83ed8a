"""Dossiers as one self-contained HTML page: no network, no fonts, nothing to run but its own script."""

from __future__ import annotations

from collections.abc import Sequence

from accord.present.chart import anchor
from accord.present.citations import by_report
from accord.present.claims import SIGNS
from accord.present.story import StoryView, story_view
from accord.records import Dossier, Problem


def render_page(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> str:
    """The HTML page of `dossiers`, one section a story, with the inputs that could not be used.

    Whatever comes out of reports is escaped; the page's policy lets nothing run or load but the
    style and script it carries.
    """
    from accord.present import templating
    from accord.present.highlight import blocks

    style, script = templating.read("page.css"), templating.read("page.js")
    stories = [story_view(dossier, number) for number, dossier in enumerate(dossiers, 1)]
    return (
        templating.environment()
        .get_template("page.html.j2")
        .render(
            stories=stories,
            problems=problems,
            title=_title(stories),
            policy=templating.policy(style, script),
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
