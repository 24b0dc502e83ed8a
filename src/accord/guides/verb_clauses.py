"""A sentence as the verbs of acts in it, each with its clause and its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from accord.guides.act_wordings import (
    About,
    Form,
    Words,
)
from accord.records import Time

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DAY = re.compile(r"(\d{4}|XXXX)(-\d\d(?:-\d\d)?)\Z")
_FULL = re.compile(r"\d{4}-\d\d-\d\d\Z")
_COUNTS = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip
_SAME = r"(?:the|that)\s+(?:very\s+)?same|that|this"
_FROM_ANOTHER = re.compile(
    rf"\b(?P<same>(?:{_SAME})\s+(?:day|date))\b(?!\s+(?:that|as|the)\b)"
    r"|\b(?P<next>(?:the\s+)?(?:following|next)\s+day|the\s+day\s+after)\b"
    rf"|\b(?P<count>{'|'.join(_COUNTS)}|\d+)\s+(?P<unit>day|week)s?\s+(?:later|afterwards?)\b",
    re.IGNORECASE,
)


def dated(text: str, start: int, end: int, times: Iterable[Time], told: str | None = None) -> list[Time]:
    """The times of `text[start:end]` that are dates, in order; `told` is the day told last before.

    "Appointed on 8 March 1930, arrived on 24 May and served until 1932" dates the arrival by the
    year before it, and not by the one after; "the same day" and "two days later" go by the day told last.
    """
    others = list(_from_another(text, start, end))
    inside = [
        t for t in times
        if start <= t.start and t.end <= end and not any(t.start < o.end and o.start < t.end for o in others)
    ]  # fmt: skip
    found: list[Time] = []
    last: str | None = None
    for time in sorted((*inside, *others), key=lambda time: time.start):
        day = _DAY.match(time.edtf or "")
        if time in others:
            if told is None:
                continue
            date_of = (date.fromisoformat(told) + timedelta(days=int(time.value))).isoformat()
            time = replace(time, value=date_of, edtf=date_of, earliest=date_of, latest=date_of)
        elif time.type not in {"DATE", "TIME"} or time.edtf is None:
            continue
        elif day is not None and last is not None and _YEAR.search(time.text) is None:
            time = replace(time, edtf=f"{int(last[:4]) + (day[2] < last[4:]):04}{day[2]}")
        elif time.earliest is None:
            continue
        found.append(time)
        plain = (time.edtf or "").rstrip("?~%")
        last = plain if _DAY.match(plain) else None
        told = plain if _FULL.match(plain) else told
    return found


def _from_another(text: str, start: int, end: int) -> Iterator[Time]:
    """What is told by another date: `value` is the number of days after it."""
    for match in _FROM_ANOTHER.finditer(text, start, end):
        days = 0 if match["same"] else 1
        if match["count"]:
            count = match["count"].casefold()
            days = _COUNTS[count] if count in _COUNTS else int(count)
            days *= 7 if match["unit"].casefold() == "week" else 1
        yield Time(*match.span(), match[0], "DATE", str(days), how="from another date")


_BOUNDARY = re.compile(
    r";|,?\s+\b(?:when|while|whereupon|although|because|whose|until|upon|so that|that(?!\s+of)"
    r"|after|before|following)\b|(?<![Rr]elations)(?<![Tt]ies)(?<!war),?\s+with\b|,\s+(?:and|but)\s+"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+|first\s+|again\s+|also\s+)*\Z")
_TOLD_AS_PURPOSE = frozenset({"open", "reopen", "close", "suspend", "sever", "raise", "present"})
_LEAD = re.compile(
    r"\W*(?:and\s+|but\s+)?(?:(?:on|in|by|effective|as of|since|from|about|around|early|late|mid)\W+){0,3}",
    re.IGNORECASE,
)
# "Presented credentials on 3 May, to take effect on 5 May".
_EFFECT = re.compile(
    r"\b(?:to\s+take\s+effect|taking\s+effect|effective|with\s+effect)\s+(?:on\s+|from\s+|the\s+)?\Z"
)
# "The question of opening", "was opening": not yet done.
_ONGOING = re.compile(r"\b(?:of|is|are|was|were|be|been)\s+(?:\w+ly\s+)?\Z")
_JOINED = re.compile(
    r"(?:\A|,|\b(?:and|but|or|which|who))\s*"
    r"(?:(?:then|later|again|subsequently|soon|was|were|it|finally|also)\s+)*\Z"
)


class Verb(Struct, frozen=True):
    """A verb of an act, with the stretches of its clause on either side and its date.

    `joined` says that it shares the subject of the verb before it; `real` that nothing before it
    ("agreed to", "not") makes it tell of no act.
    """

    about: About
    verb: str
    shape: str
    start: int
    end: int
    left: tuple[int, int]
    right: tuple[int, int]
    passive: bool
    joined: bool
    real: bool
    time: Time | None = None


def verbs(text: str, start: int, end: int, times: Sequence[Time], words: Words) -> list[Verb]:
    """The verbs of the sentence `text[start:end]`, in order; `times` are those inside it."""
    found = [match for match in words.verb.finditer(text, start, end) if _cuts(words.form(match[0]))]
    bounds = [(m.start(), m.end()) for m in _BOUNDARY.finditer(text, start, end)]
    made: list[Verb] = []
    for place, match in enumerate(found):
        floor = found[place - 1].end() if place else start
        ceiling = found[place + 1].start() if place + 1 < len(found) else end
        left = max([floor, *(b for _, b in bounds if floor <= b <= match.start())])
        right = min([ceiling, *(a for a, _ in bounds if match.end() <= a <= ceiling)])
        before = text[start : match.start()]
        form = words.form(match[0])
        between = _without(text, left, match.start(), times)
        made.append(
            Verb(
                about=form.about,
                verb=form.verb,
                shape=form.shape,
                start=match.start(),
                end=match.end(),
                left=(left, match.start()),
                right=(match.end(), right),
                passive=form.shape == "finite" and _PASSIVE.search(before) is not None,
                joined=_JOINED.search(between) is not None,
                real=_is_real(form.shape, before, text[match.end() : end], words),
            )
        )
    return _dated(text, made, times)


def _cuts(form: Form) -> bool:
    """Whether a verb opens a clause: "arrived to assume his duties on" dates the arrival."""
    return form.shape != "infinitive" or form.about in _TOLD_AS_PURPOSE


def _is_real(shape: str, before: str, after: str, words: Words) -> bool:
    """Whether nothing before it, or after a noun, makes it tell of no act."""
    if shape == "infinitive" or words.irreal.search(before):
        return False
    if shape == "finite":
        return True
    if shape == "noun" and words.undone.match(after):
        return False
    return words.unsure.search(before) is None and not (shape == "-ing" and _ONGOING.search(before))


def _without(text: str, start: int, end: int, times: Sequence[Time]) -> str:
    """`text[start:end]` without its times and the prepositions before them."""
    inside = [t for t in times if start <= t.start and t.end <= end]
    for time in reversed(inside):
        text = text[: time.start] + text[time.end :]
        end -= time.end - time.start
    return re.sub(r"\b(?:on|in|from|by|since)\s+(?=,|and|\s|\Z)", "", text[start:end])


def _dated(text: str, made: list[Verb], times: Sequence[Time]) -> list[Verb]:
    """Each verb with the time that stands after it, or opens its clause, or dates what it hangs on."""
    own: list[Time | None] = [None] * len(made)
    by_the_way: set[int] = set()
    for time in times:
        after = [i for i, verb in enumerate(made) if verb.end <= time.start]
        last = after[-1] if after else None
        following = next((i for i, verb in enumerate(made) if verb.start >= time.end), None)
        if (
            last is not None
            and (own[last] is None or last in by_the_way)
            and not _opens(text, made, last, following, time)
        ):
            own[last] = time
            by_the_way.discard(last)
        elif last is not None and _EFFECT.search(text, made[last].end, time.start):
            own[last] = time
        elif following is not None and (
            own[following] is None or not _first(text, made, following, own[following])
        ):
            own[following] = time
            if not _leads(text, made[following], time):
                by_the_way.add(following)
    dated = []
    for place, verb in enumerate(made):
        before = (own[i] for i in range(place - 1, -1, -1))
        later = own[place + 1 :]
        told = (when for when in (own[place], *before, *later) if when is not None)
        dated.append(replace(verb, time=next(told, None)))
    return dated


def _first(text: str, made: Sequence[Verb], place: int, time: Time | None) -> bool:
    """Whether `time` opens the sentence, and so dates what follows whatever stands between."""
    return place == 0 and time is not None and _leads(text, made[0], time)


def _leads(text: str, verb: Verb, time: Time) -> bool:
    """Whether `time` opens the clause of the verb: "Effective 3 May 1942, the Legation was"."""
    return verb.left[0] <= time.start and _LEAD.fullmatch(text, verb.left[0], time.start) is not None


def _opens(text: str, made: Sequence[Verb], last: int, following: int | None, time: Time) -> bool:
    """Whether `time` opens the clause of the verb that follows, rather than closing the one before."""
    if following is None:
        return False
    between = text[made[last].end : time.start]
    if re.search(r"[;,]\s+(?:and|but)\s+(?:on|in|by)\s+\Z", between, re.IGNORECASE):
        return True
    return bool(re.search(r"[;,]\s+(?:on|in|by)\s+\Z", between, re.IGNORECASE)) and bool(
        re.match(r"\s*,", text[time.end :])
    )
