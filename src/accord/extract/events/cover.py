"""Which of many spans of a text holds a character: the shortest, found by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Cover(Generic[T]):
    """An index of half-open spans, which may nest and overlap."""

    def __init__(self, spans: Iterable[tuple[int, int, T]]) -> None:
        """Cut the text at the ends of the spans and note for each piece the shortest span over it."""
        ordered = sorted(
            ((start, end, at, item) for at, (start, end, item) in enumerate(spans) if start < end),
            key=lambda entry: (entry[0] - entry[1], entry[2]),
        )
        cuts = sorted({cut for start, end, _, _ in ordered for cut in (start, end)})
        place = {cut: index for index, cut in enumerate(cuts)}
        pieces: list[T | None] = [None] * len(cuts)
        for start, end, _, item in ordered:  # The longest first, so that shorter ones overwrite it.
            pieces[place[start] : place[end]] = [item] * (place[end] - place[start])
        self._cuts = cuts
        self._pieces = pieces

    def at(self, offset: int) -> T | None:
        """The item of the shortest span that holds the character `offset`."""
        index = bisect_right(self._cuts, offset) - 1
        return self._pieces[index] if index >= 0 else None
