"""Time expressions, the order of events, and networks of days."""

from accord.extract.times.attachment import time_of
from accord.extract.times.finder import TimeFinder

__all__ = ["TimeFinder", "time_of"]
