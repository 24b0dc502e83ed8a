"""Which times can be when something happened: not "since 1945", which only says how far back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accord.records import Time

if TYPE_CHECKING:
    from accord.extract.parsed import Parsed

_BOUNDS = frozenset({"since", "until", "till"})
_BETWEEN = frozenset({"the", "at", "least", "early", "late", "about", "around"})


def datable(parsed: Parsed, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """The times without those that only bound how long something was or was not so."""
    return tuple(time for time in times if not _is_bound(parsed, time))


def _is_bound(parsed: Parsed, time: Time) -> bool:
    before = parsed.text[max(0, time.start - 24) : time.start].lower().split()
    while before and before[-1] in _BETWEEN:
        before.pop()
    return bool(before) and before[-1] in _BOUNDS
