"""Events: who did what to whom, and how it is told."""

from accord.extract.events.finder import EventFinder

__all__ = ["EventFinder"]
