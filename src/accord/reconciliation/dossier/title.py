"""The title of a story: an act of record between states, or the headline that the others are most like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.events.join import Happening
from accord.reconciliation.wording.event_wordings import Wordings
from accord.records import Reading
from accord.set_likeness import jaccard

_WORD = re.compile(r"\w{3,}")
_CUT_OFF = ("...", "…")


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
    return _most_central([reading.title for reading in readings if reading.title])


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


def _most_central(titles: Sequence[str]) -> str | None:
    """The headline that shares most words with the others; a cut-off one only where there is no other."""
    whole = [title for title in titles if not title.rstrip().endswith(_CUT_OFF)] or list(titles)
    words = {title: frozenset(_WORD.findall(title.casefold())) for title in titles}

    def likeness(title: str) -> float:
        return sum(jaccard(words[title], words[other]) for other in titles)

    return max(sorted(set(whole)), key=likeness, default=None)
