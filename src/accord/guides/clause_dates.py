"""Which date of a sentence is of which verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.guides.phrase_patterns import ClausePatterns
from accord.guides.verb_clauses import ActVerb
from accord.records import Time

_AND_ON = re.compile(r"[;,]\s+(?:and|but)\s+(?:on|in|by)\s+\Z", re.IGNORECASE)
_ON = re.compile(r"[;,]\s+(?:on|in|by)\s+\Z", re.IGNORECASE)
_COMMA = re.compile(r"\s*,")


def with_dates(
    text: str, verbs: Sequence[ActVerb], times: Sequence[Time], words: ClausePatterns
) -> list[ActVerb]:
    """Each verb of a sentence with the time that stands after it or opens its clause.

    Where none does, what the verb hangs on dates it: the verb before it, else the one after.
    """
    own = _ClauseDates(text, verbs, words).own(times)
    dated = []
    for place, verb in enumerate(verbs):
        before = (own[at] for at in range(place - 1, -1, -1))
        told = (when for when in (own[place], *before, *own[place + 1 :]) if when is not None)
        dated.append(replace(verb, time=next(told, None)))
    return dated


class _ClauseDates(Struct, frozen=True):
    """The verbs of a sentence, to be dated."""

    text: str
    verbs: Sequence[ActVerb]
    words: ClausePatterns

    def own(self, times: Sequence[Time]) -> list[Time | None]:
        """The time of each verb's own clause."""
        own: list[Time | None] = [None] * len(self.verbs)
        by_the_way: set[int] = set()
        for time in times:
            after = [at for at, verb in enumerate(self.verbs) if verb.end <= time.start]
            last = after[-1] if after else None
            following = next((at for at, verb in enumerate(self.verbs) if verb.start >= time.end), None)
            if (
                last is not None
                and (own[last] is None or last in by_the_way)
                and not self._opens(last, following, time)
            ):
                own[last] = time
                by_the_way.discard(last)
            elif last is not None and self._takes_effect(last, time):
                own[last] = time
            elif following is not None and (
                own[following] is None or not self._opens_sentence(following, own[following])
            ):
                own[following] = time
                if not self._leads(following, time):
                    by_the_way.add(following)
        return own

    def _takes_effect(self, last: int, time: Time) -> bool:
        """Whether an act holds from then on: "presented credentials on 3 May, to take effect on 5 May"."""
        return self.words.effect.search(self.text, self.verbs[last].end, time.start) is not None

    def _opens_sentence(self, place: int, time: Time | None) -> bool:
        """Whether `time` opens the sentence, and so dates what follows whatever stands between."""
        return place == 0 and time is not None and self._leads(0, time)

    def _leads(self, place: int, time: Time) -> bool:
        """Whether `time` opens the clause of a verb: "Effective 3 May 1942, the Legation was"."""
        left = self.verbs[place].left[0]
        return left <= time.start and self.words.lead.fullmatch(self.text, left, time.start) is not None

    def _opens(self, last: int, following: int | None, time: Time) -> bool:
        """Whether `time` opens the clause of the verb that follows, rather than closing the one before."""
        if following is None:
            return False
        between = self.text[self.verbs[last].end : time.start]
        return _AND_ON.search(between) is not None or (
            _ON.search(between) is not None and _COMMA.match(self.text[time.end :]) is not None
        )
