"""What is shown of a dossier, by the words as they are shipped."""

from __future__ import annotations

from accord.present.view.story import StoryView, story_view
from accord.present.view.view_words import ViewWords
from accord.records import Dossier

WORDS = ViewWords.load()


def viewed(dossier: Dossier, number: int = 1) -> StoryView:
    """The view of `dossier` as the `number`th story of a page."""
    return story_view(dossier, number, WORDS)
