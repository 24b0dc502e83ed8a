"""The title of a story: an act of record between states, or the headline that the others are most like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.events.join import Happening
from accord.reconciliation.wording.event_wordings import Wordings
from accord.records import Reading
from accord.set_likeness import jaccard

_WORD = re.compile(r"\w{3,}")
_WORD_OR_FIGURE = re.compile(r"\d{2,}|\w{3,}")
# Headlines are often spelt with capitals throughout; within a sentence only names are.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w{2,}")
# A headline that ends so is cut off, or asks what the reports tell.
_TELLS_NOTHING = ("...", "…", "?")
_STEM = 5
# About as many characters as tell what happened, before what else there is to say.
_BEGINNING = 1500


def story_title(
    readings: Sequence[Reading], happenings: Sequence[Happening], cast: StoryCast, wordings: Wordings
) -> str | None:
    """The title of a story; None where no report has a headline and no act of record is told.

    A sentence is made only of what is done once between known sides and told by half of the reports or
    more (a recognition, relations resumed): what else reports tell is theirs to word.
    """
    acts = [one for one in happenings if _is_of_record(one, cast)]
    if acts:
        most = max(acts, key=lambda one: (len(one.reports), len(one.mentions)))
        if 2 * len(most.reports) >= len(readings):
            return wordings.sentence(most, None)
    return _most_central(readings)


def _is_of_record(happening: Happening, cast: StoryCast) -> bool:
    """Whether a happening is done, once for all, between sides that are states or their like."""
    if happening.standing != "done" or happening.kind is None or not happening.kind.once:
        return False
    sides = [happening.parties("both")] if happening.kind.mutual else []
    sides = sides or [happening.parties("actors"), happening.parties("recipients")]
    known = [[party for party in side if _has_code(party.id, cast)] for side in sides]
    return all(known) and len({party.id for side in known for party in side}) > 1


def _has_code(actor: str, cast: StoryCast) -> bool:
    known = cast.by_id.get(actor)
    return known is not None and known.code is not None


def _most_central(readings: Sequence[Reading]) -> str | None:
    """The headline that shares most words with the others, and with what all the reports begin with.

    A headline about an aside is like others in what it names, but its other words stand in no other report; a
    name or a figure that few others have is an aside, out of date, or wrong.  One that is cut off, or
    a question, is taken only where there is no other.
    """
    titled = [reading.title for reading in readings if reading.title]
    whole = [title for title in titled if not title.rstrip().endswith(_TELLS_NOTHING)] or titled
    words = {title: frozenset(_WORD.findall(title.casefold())) for title in titled}
    begins = [f"{reading.title or ''} {reading.text[:_BEGINNING]}" for reading in readings]
    names = frozenset(_stem(name) for begin in begins for name in _NAME.findall(begin))
    holders = Counter(stem for begin in begins for stem in _stems(begin))
    others = max(1, len(readings) - 1)

    def told(title: str) -> float:
        shares = {stem: (holders[stem] - 1) / others for stem in _stems(title)}
        turning = [min(1, 2 * share) for stem, share in shares.items() if stem in names or stem.isdigit()]
        return fmean(shares.values()) * min(turning, default=1) if shares else 0

    def centrality(title: str) -> tuple[float, float]:
        likeness = sum(jaccard(words[title], words[other]) for other in titled)
        return round(likeness * told(title), 9), round(likeness, 9)

    return max(sorted(set(whole)), key=centrality, default=None)


def _stems(text: str) -> frozenset[str]:
    """The words of a text that are longer than two letters, and its figures; one digit some write out."""
    return frozenset(map(_stem, _WORD_OR_FIGURE.findall(text)))


def _stem(word: str) -> str:
    """A word by its first letters, as its ending differs with the tense; a figure whole."""
    return word if word.isdigit() else word[:_STEM].casefold()
