"""Actors: who and what acts in a report, and where it is mentioned."""

from accord.extract.actors.cast import Cast
from accord.extract.actors.finder import ActorFinder

__all__ = ["ActorFinder", "Cast"]
