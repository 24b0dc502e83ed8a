"""A progress bar on standard error for work of over a second, and none where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_PATIENCE_SECONDS = 1.0


def watch(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Yield `items`; from the first one after a second on, show how many have passed.

    `total` of None shows a count without a bar.  Nothing is shown, and nothing imported, when
    standard error is not a terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    begun = time.monotonic()
    iterator = iter(items)
    passed = 0
    for item in iterator:
        passed += 1
        yield item
        if time.monotonic() - begun > _PATIENCE_SECONDS:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, completed=passed)
        for item in iterator:
            progress.advance(task)
            yield item
