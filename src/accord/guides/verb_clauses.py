"""A sentence as the verbs of acts in it, each with its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from accord.guides.act_wordings import About, GuideWords, VerbForm
from accord.records import Time

_TOLD_AS_PURPOSE = frozenset({"open", "reopen", "close", "suspend", "sever", "raise", "present"})
_PREPOSITION = re.compile(r"\b(?:on|in|from|by|since)\s+(?=,|and|\s|\Z)")


class ActVerb(Struct, frozen=True):
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


def verbs(text: str, start: int, end: int, times: Sequence[Time], words: GuideWords) -> list[ActVerb]:
    """The verbs of the sentence `text[start:end]`, in order, not yet dated; `times` are those inside it."""
    found = [match for match in words.verb.finditer(text, start, end) if _cuts(words.form(match[0]))]
    breaks = [match.span() for match in words.phrases.clauses.boundary.finditer(text, start, end)]
    made: list[ActVerb] = []
    for place, match in enumerate(found):
        floor = found[place - 1].end() if place else start
        ceiling = found[place + 1].start() if place + 1 < len(found) else end
        left = max([floor, *(b for _, b in breaks if floor <= b <= match.start())])
        right = min([ceiling, *(a for a, _ in breaks if match.end() <= a <= ceiling)])
        made.append(_verb(text, (start, end), match, (left, right), times, words))
    return made


def _verb(
    text: str,
    sentence: tuple[int, int],
    match: re.Match[str],
    clause: tuple[int, int],
    times: Sequence[Time],
    words: GuideWords,
) -> ActVerb:
    start, end = match.span()
    before, form, clauses = text[sentence[0] : start], words.form(match[0]), words.phrases.clauses
    return ActVerb(
        about=form.about,
        verb=form.verb,
        shape=form.shape,
        start=start,
        end=end,
        left=(clause[0], start),
        right=(end, clause[1]),
        passive=form.shape == "finite" and clauses.passive.search(before) is not None,
        joined=clauses.joined.search(_without(text, clause[0], start, times)) is not None,
        real=_is_real(form.shape, before, text[end : sentence[1]], words),
    )


def _cuts(form: VerbForm) -> bool:
    """Whether a verb opens a clause: "arrived to assume his duties on" dates the arrival."""
    return form.shape != "infinitive" or form.about in _TOLD_AS_PURPOSE


def _is_real(shape: str, before: str, after: str, words: GuideWords) -> bool:
    """Whether nothing before it, or after a noun, makes it tell of no act."""
    if shape == "infinitive" or words.irreal.search(before):
        return False
    if shape == "finite":
        return True
    if shape == "noun" and words.undone.match(after):
        return False
    # "The question of opening", "was opening": not yet done.
    ongoing = shape == "-ing" and words.phrases.clauses.ongoing.search(before) is not None
    return words.unsure.search(before) is None and not ongoing


def _without(text: str, start: int, end: int, times: Sequence[Time]) -> str:
    """`text[start:end]` without its times and the prepositions before them."""
    inside = [t for t in times if start <= t.start and t.end <= end]
    for time in reversed(inside):
        text = text[: time.start] + text[time.end :]
        end -= time.end - time.start
    return _PREPOSITION.sub("", text[start:end])
