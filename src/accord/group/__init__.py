"""Which reports share words, and which tell the same story."""

from accord.group.copies import find_copies
from accord.group.stories import group
from accord.group.witnesses import count_origins

__all__ = ["count_origins", "find_copies", "group"]
