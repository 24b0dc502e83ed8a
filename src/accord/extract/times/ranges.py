"""Stretches between two times: "from 3 May to 5 May", "between 1999 and 2001", "1914-1918"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from accord.records import Time

_DASHES = frozenset({"-", "–", "—"})
_JOINTS = frozenset({"to", "through"})
# Joints that make a stretch only after "from" or "between".
_WITH_FROM, _WITH_BETWEEN = frozenset({"until", "till"}), frozenset({"and"})
_CALENDAR = frozenset({"DATE", "TIME"})
_REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


def linked(times: Sequence[Time], text: str) -> tuple[Time, ...]:
    """The times, each that begins a stretch naming in `until` the one that ends it."""
    found = list(times)
    for index, (first, last) in enumerate(pairwise(times)):
        if _joined(first, last, text) and _in_order(first, last):
            found[index] = replace(first, until=f"time:{index + 1}")
    return tuple(found)


def _joined(first: Time, last: Time, text: str) -> bool:
    if {first.type, last.type} - _CALENDAR or {first.value, last.value} & _REFERENCES:
        return False
    joint = text[first.end : last.start].strip().lower()
    if joint in _DASHES:
        return True
    before = text[max(0, first.start - 12) : first.start].split()
    opening = before[-1].lower() if before else ""
    if joint in _JOINTS:
        return True
    return (joint in _WITH_FROM and opening == "from") or (joint in _WITH_BETWEEN and opening == "between")


def _in_order(first: Time, last: Time) -> bool:
    if first.earliest and last.latest:
        return first.earliest < last.latest
    return first.value != last.value


def stretch(times: Sequence[Time], first: Time, text: str) -> Time:
    """The whole stretch that `first` begins, as one time; `first` itself where it begins none."""
    if first.until is None:
        return first
    last = times[int(first.until.removeprefix("time:"))]
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        value=f"{first.value}/{last.value}",
        edtf=f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None,
        latest=last.latest if first.earliest else None,
        until=None,
    )
