"""Order by times reckoned from another event: "two days later, X", "on the same day, X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.extract.times.clauses import Clauses
from accord.extract.times.distance import Distances, Gap, turned
from accord.records import Event, Order, Time

# So many sentences back "the same day" may point.
_NEAR = 5


def by_times(
    clauses: Clauses, distances: Distances, events: Sequence[Event], times: Sequence[Time]
) -> Iterator[Order]:
    """Each event with such a time, against what happened at the time that it was reckoned from."""
    for event in events:
        if event.time is None or event.recalled or event.id not in clauses.first_token:
            continue
        gap = distances.signed(event.time.text)
        if gap is None:
            continue
        other = _reckoned_from(event, event.time, gap, clauses, events, times)
        sentence = clauses.parsed.spans[event.sentence]
        first, last = sentence[0], sentence[-1]
        low, high = gap
        if (low or 0) < 0 or (high is not None and high < 0):
            yield from clauses.order(event, other, turned(gap), first, last)
        else:
            yield from clauses.order(other, event, gap, first, last)


def _reckoned_from(
    event: Event, time: Time, gap: Gap, clauses: Clauses, events: Sequence[Event], times: Sequence[Time]
) -> Event | None:
    """The event that the time of `event` is reckoned from."""
    token = clauses.token(event)
    following = clauses.parsed.text[time.end :].split(maxsplit=1)[:1]
    if gap == (0, 0) and following in (["that"], ["as"], ["when"]):
        return _at_the_same(event, time, clauses)
    if time.anchor and time.anchor.startswith("time:"):
        return _at_anchor(time, clauses, events, times)
    if token.dep_ in ("relcl", "acl", "advcl"):
        # Within a sentence, only what the clause hangs on can be meant.
        return clauses.governing(token)
    return clauses.joined(token) or clauses.before(token, _NEAR)


def _at_the_same(event: Event, time: Time, clauses: Clauses) -> Event | None:
    """What follows "the same day that" and "the same day as", where `event` comes before it."""
    if event.start > time.start:
        return None
    told = sorted(clauses.by_sentence.get(event.sentence, ()), key=lambda pair: pair[0])
    return next((other for _, other in told if other.start > time.end), None)


def _at_anchor(time: Time, clauses: Clauses, events: Sequence[Event], times: Sequence[Time]) -> Event | None:
    """The event that happened at the time which `time` was reckoned from."""
    anchor = times[int((time.anchor or "").removeprefix("time:"))]
    return next(
        (
            event
            for event in events
            if event.time is not None and event.time.start == anchor.start and event.id in clauses.first_token
        ),
        None,
    )
