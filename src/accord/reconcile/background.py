"""What reports tell besides happenings and statements: sentences, like ones of several reports joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.reconcile.drafts import ClaimDraft, claim, gather
from accord.reconcile.events import Happening
from accord.reconcile.passages import Likeness, Passages
from accord.reconcile.sources import Sources
from accord.records import Comparison

_SAME = 0.5
_FEWEST_WORDS = 4
_FEWEST_SHARED = 3


def background_claims(
    sources: Sources, passages: Passages, happenings: Sequence[Happening]
) -> Iterator[ClaimDraft]:
    """One claim for each sentence, or like sentences of several reports, that nothing else accounts for.

    Left out are headlines, sentences that tell a happening of a known kind, that hold a statement
    or an outlook, and those of a few words.
    """
    taken = _taken(sources, happenings)
    free = {
        at
        for at, passage in enumerate(passages.all)
        if passage.tells
        and len(passage.words) >= _FEWEST_WORDS
        and (passage.report, passage.index) not in taken
    }
    for group in _groups(free, passages):
        told = [passages.all[at] for at in group]
        quotations = [sources.sentence(passage.report, passage.index) for passage in told]
        shortest = min(quotations, key=lambda e: (len(e.text), e.report, e.start))
        text = " ".join(shortest.text.split())
        yield claim("background", text, gather([(text, text, quotations)]), _never, None)


def _taken(sources: Sources, happenings: Sequence[Happening]) -> set[tuple[str, int]]:
    taken = {
        (told.report, told.event.sentence)
        for happening in happenings
        if happening.kind is not None
        for told in happening.mentions
    }
    for reading in sources.readings:
        starts = [start for s in reading.statements for start, _ in s.content]
        starts += [outlook.start for outlook in reading.outlooks]
        for start in starts:
            index = sources.sentence_at(reading.id, start)
            if index is not None:
                taken.add((reading.id, index))
    return taken


def _groups(free: set[int], passages: Passages) -> list[list[int]]:
    """Passages joined where each is the other's likeness in its report, in order of the first."""
    best: dict[tuple[int, str], Likeness] = {}
    close = [
        like
        for like in passages.alike
        if like.score >= _SAME
        and {like.first, like.second} <= free
        and len(passages.all[like.first].words & passages.all[like.second].words) >= _FEWEST_SHARED
    ]
    for like in close:
        for here, there in ((like.first, like.second), (like.second, like.first)):
            key = (here, passages.all[there].report)
            if key not in best or like.score > best[key].score:
                best[key] = like
    joined: dict[int, int] = {}
    for like in close:
        one, other = passages.all[like.first].report, passages.all[like.second].report
        if best[like.first, other] is like and best[like.second, one] is like:
            joined[like.second] = min(joined.get(like.second, like.first), joined.get(like.first, like.first))
    groups: dict[int, list[int]] = defaultdict(list)
    for at in sorted(free):
        groups[joined.get(at, at)].append(at)
    return [groups[key] for key in sorted(groups)]


def _never(one: object, other: object) -> Comparison:
    return "cannot tell"
