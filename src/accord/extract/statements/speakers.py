"""Resolves a source to an entity of the cast."""

from __future__ import annotations

from accord.extract.actors.cast import Cast
from accord.extract.statements.cue import Source
from accord.extract.statements.tree import Tree


def speaker_of(tree: Tree, source: Source, cast: Cast) -> str | None:
    """The identifier of the entity that `source` names, or None."""
    if source.head is None or not cast.mentions:
        return None
    start = tree.start[source.head]
    for mention in cast.within(tree.start[tree.left[source.head]], tree.end[tree.right[source.head] - 1]):
        if mention.start <= start < mention.end:
            return mention.actor
    return None
