"""The timeline: happenings by date, then by the order reports put them in, then by first mention."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from accord.reconciliation.claims.claim_drafts import ClaimDraft, Said
from accord.reconciliation.claims.orders import OrderClause
from accord.reconciliation.compare import time as times
from accord.reconciliation.events.join import Happening

Key = tuple[int, date, str, int]


class When(Struct, frozen=True):
    """When a happening was, as far as nobody contradicts it; `alternatives` where they do.

    `reckoned` says that the time was reckoned from another time of the report ("two days later").
    """

    edtf: str | None
    earliest: str | None
    latest: str | None
    alternatives: tuple[Said[object], ...] = ()
    reckoned: bool = False


def when(happening: Happening, claim: ClaimDraft) -> When:
    """The narrowest time that no other contradicts."""
    opposed = {index for pair in claim.clashes for index in pair}
    labels = {value.label for index, value in enumerate(claim.values) if index in opposed}
    told = [
        (told.event.time, told.span)
        for told in happening.mentions
        if told.event.time is not None and not told.span.blank
    ]
    open_ = [(time, span) for time, span in told if (time.edtf or time.text) not in labels]
    if not open_:
        return When(None, None, None, claim.sides)
    best, _ = max(open_, key=lambda pair: (_known(pair[1]), pair[0].edtf or "", pair[0].text))
    if claim.sides:
        return When(best.edtf if _known(times.span_of(best)) else None, None, None, claim.sides)
    reckoned = (best.anchor or "").startswith("time:")
    return When(best.edtf, best.earliest, best.latest, (), reckoned)


def _known(span: times.Span) -> int:
    digits = sum(c != "X" for c in span.year + span.month + span.day)
    return digits + (1 if span.earliest or span.latest else 0)


def rank(
    happenings: Sequence[Happening], whens: Sequence[When], clauses: Sequence[OrderClause]
) -> tuple[int, ...]:
    """The indexes of the happenings in the order of the timeline.

    `clauses` are those that no other contradicts.  What is not done and what is foreseen comes
    after what was done.
    """
    before: dict[int, set[int]] = defaultdict(set)
    for clause in clauses:
        if clause.gap.sign == 0:
            continue
        earlier, later = (
            (clause.first, clause.second) if clause.gap.sign > 0 else (clause.second, clause.first)
        )
        before[later].add(earlier)
    keys = [_key(index, happening, whens[index]) for index, happening in enumerate(happenings)]
    return _sorted(len(happenings), before, keys)


def _key(index: int, happening: Happening, when_: When) -> Key:
    """By standing, then by day, by month and day of an unknown year, by mention."""
    groups = {"done": 0, "not done": 1, "foreseen": 2, "ruled out": 3}
    return groups[happening.standing], _day(when_) or date.max, _season(when_.edtf), index


def _season(edtf: str | None) -> str:
    known = edtf is not None and edtf.startswith("XXXX-") and edtf[5:7].isdigit()
    return edtf[5:10] if known and edtf is not None else "99"


def _day(when_: When) -> date | None:
    for text in (when_.earliest, when_.latest):
        if text:
            return date.fromisoformat(text)
    bounds = [
        value.value.earliest or value.value.latest
        for value in when_.alternatives
        if isinstance(value.value, times.Span)
    ]
    return min((day for day in bounds if day), default=None)


def _sorted(count: int, before: dict[int, set[int]], keys: Sequence[Key]) -> tuple[int, ...]:
    """Indexes in an order that keeps what comes before what, by key where that leaves a choice.

    Dated happenings hold back for nobody: where clauses run in a circle, the smallest key goes first.
    """
    after: dict[int, list[int]] = defaultdict(list)
    waiting = {index: len(before.get(index, ())) for index in range(count)}
    for later, earlier in before.items():
        for index in earlier:
            after[index].append(later)
    pulled = _pulled(count, after, keys)
    ready = [(pulled[index], index) for index in range(count) if not waiting[index]]
    heapq.heapify(ready)
    done: list[int] = []
    left = set(range(count))
    while left:
        if not ready:
            index = min(left, key=lambda i: pulled[i])
            heapq.heappush(ready, (pulled[index], index))
        _, index = heapq.heappop(ready)
        if index not in left:
            continue
        left.remove(index)
        done.append(index)
        for later in sorted(after[index]):
            waiting[later] -= 1
            if waiting[later] == 0:
                heapq.heappush(ready, (pulled[later], later))
    return tuple(done)


def _pulled(count: int, after: dict[int, list[int]], keys: Sequence[Key]) -> list[Key]:
    """Each key, or that of the earliest happening it must come before if that is smaller."""
    pulled = list(keys)
    for _ in range(count):
        changed = False
        for index, laters in after.items():
            for later in laters:
                if pulled[later][:3] < pulled[index][:3]:
                    pulled[index] = (*pulled[later][:3], keys[index][3])
                    changed = True
        if not changed:
            break
    return pulled
