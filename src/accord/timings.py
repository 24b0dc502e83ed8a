"""Seconds and items a stage of a run took, for whoever passes a record to be filled."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct, field

T = TypeVar("T")


class Timings(Struct):
    """Seconds and items by stage, in the order in which stages were first met.

    Seconds are wall-clock time in the stage itself: what stages within it took is theirs.  Add up the
    records of several processes with `add`.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)

    def measure(self, stage: str, run: Callable[[], T]) -> T:
        """Run `run` as one item of `stage`."""
        within, begun = self.total, time.perf_counter()
        try:
            return run()
        finally:
            self._note(stage, time.perf_counter() - begun - (self.total - within), 1)

    def watch(self, stage: str, items: Iterable[T]) -> Iterator[T]:
        """Yield `items`; what it takes to make each counts as `stage`."""
        source = iter(items)
        while True:
            within, begun = self.total, time.perf_counter()
            try:
                item = next(source)
            except StopIteration:
                self._note(stage, time.perf_counter() - begun - (self.total - within), 0)
                return
            self._note(stage, time.perf_counter() - begun - (self.total - within), 1)
            yield item

    def add(self, other: Timings) -> None:
        """Add what another process took."""
        for stage, seconds in other.seconds.items():
            self._note(stage, seconds, other.items[stage])

    @property
    def total(self) -> float:
        """Seconds of all stages together."""
        return sum(self.seconds.values())

    def table(self) -> str:
        """Lines of stage, seconds and items, in columns, with their sum."""
        rows = [(stage, seconds, str(self.items[stage])) for stage, seconds in self.seconds.items()]
        rows.append(("all stages", self.total, ""))
        width = max(len(stage) for stage, _, _ in rows)
        lines = [f"{'stage':{width}}  seconds  items"]
        lines += [f"{stage:{width}}  {seconds:7.2f}  {items:>5}".rstrip() for stage, seconds, items in rows]
        return "\n".join(lines)

    def _note(self, stage: str, seconds: float, items: int) -> None:
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds
        self.items[stage] = self.items.get(stage, 0) + items
