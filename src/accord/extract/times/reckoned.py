"""Order by times reckoned from another event: "two days later, X", "on the same day, X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.extract.times.clauses import Clauses
from accord.extract.times.distance import Distances, turned
from accord.records import Event, Order, Time

# So many sentences back "the same day" may point.
_NEAR = 5


def by_times(
    clauses: Clauses, distances: Distances, events: Sequence[Event], times: Sequence[Time]
) -> Iterator[Order]:
    """Each event with such a time, against what happened at the time that it was reckoned from."""
    for event in events:
        if event.time is None or event.id not in clauses.first_token:
            continue
        gap = distances.signed(event.time.text)
        if gap is None:
            continue
        token = clauses.token(event)
        other = clauses.joined(token)
        if event.time.anchor and event.time.anchor.startswith("time:"):
            other = _at_anchor(event.time, clauses, events, times)
        elif other is None:
            other = clauses.before(token, _NEAR)
        sentence = clauses.parsed.spans[event.sentence]
        first, last = sentence[0], sentence[-1]
        low, high = gap
        if (low or 0) < 0 or (high is not None and high < 0):
            yield from clauses.order(event, other, turned(gap), first, last)
        else:
            yield from clauses.order(other, event, gap, first, last)


def _at_anchor(time: Time, clauses: Clauses, events: Sequence[Event], times: Sequence[Time]) -> Event | None:
    """The event that happened at the time which `time` was reckoned from."""
    anchor = times[int((time.anchor or "").removeprefix("time:"))]
    return next((event for event in events if event.time == anchor and event.id in clauses.first_token), None)
