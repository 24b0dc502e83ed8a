"""What reports tell besides happenings and statements: sentences, like ones of several reports joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.events.join import Happening
from accord.reconciliation.passages import Likeness, Passages
from accord.reconciliation.sources import Sources
from accord.reconciliation.statements.join import Uttered
from accord.reconciliation.value_kinds import BACKGROUND
from accord.records import Evidence, Origin

# A report and the index of one of its sentences.
_At = tuple[str, int]

_SAME = 0.5
_FEWEST_WORDS = 4
_FEWEST_SHARED = 3


def background_claims(
    sources: Sources,
    passages: Passages,
    happenings: Sequence[Happening],
    utterances: Sequence[Sequence[Uttered]],
    origins: Sequence[Origin],
) -> Iterator[ClaimDraft]:
    """One claim for each sentence, or like sentences of several reports, that nothing else accounts for.

    Left out are headlines, sentences that tell a happening of a known kind, that hold a statement
    or an outlook, and those of a few words.  A passage that reports share is a claim of its own
    where they put it in different mouths or to different happenings, so that no other claim joins it.
    """
    known = [_sentences_of(happening) for happening in happenings if happening.kind is not None]
    said = [
        _sentences_at(((one.report, item.start) for one in group for item in one.content), sources)
        for group in utterances
    ]
    foreseen = ((reading.id, outlook.start) for reading in sources.readings for outlook in reading.outlooks)
    taken = frozenset().union(*known, *said, _sentences_at(foreseen, sources))
    echoes = [
        echo for echo in (_told_in(origin, sources) for origin in origins) if not _joined(echo, known + said)
    ]
    for echo in echoes:
        yield _background([sources.sentence(*at) for at in sorted(echo)])
    taken = taken.union(*echoes)
    free = {
        at
        for at, passage in enumerate(passages.all)
        if passage.tells
        and len(passage.words) >= _FEWEST_WORDS
        and (passage.report, passage.index) not in taken
    }
    for group in _groups(free, passages):
        told = [passages.all[at] for at in group]
        yield _background([sources.sentence(passage.report, passage.index) for passage in told])


def _background(quotations: Sequence[Evidence]) -> ClaimDraft:
    shortest = min(quotations, key=lambda e: (len(e.text), e.report, e.start))
    text = " ".join(shortest.text.split())
    return claim(BACKGROUND, text, gather([(text, text, quotations)]), None)


def _sentences_of(happening: Happening) -> frozenset[_At]:
    return frozenset((told.report, told.event.sentence) for told in happening.mentions)


def _sentences_at(places: Iterable[tuple[str, int]], sources: Sources) -> frozenset[_At]:
    """The sentences at offsets of reports."""
    found = ((report, sources.sentence_at(report, offset)) for report, offset in places)
    return frozenset((report, index) for report, index in found if index is not None)


def _told_in(origin: Origin, sources: Sources) -> frozenset[_At]:
    """The sentences that tell with the words of a shared passage, most of each being of the passage."""
    found = set()
    for item in origin.evidence if origin.kind == "passage" else ():
        for index, sentence in enumerate(sources.reading(item.report).sentences):
            common = min(item.end, sentence.end) - max(item.start, sentence.start)
            if 2 * common > sentence.end - sentence.start and sources.is_witness(item.report, index):
                found.add((item.report, index))
    return frozenset(found)


def _joined(echo: frozenset[_At], claims: Sequence[frozenset[_At]]) -> bool:
    """The sentences are of one report only, or a claim has those of two reports or more."""
    return (
        any(len({report for report, _ in echo & one}) > 1 for one in claims)
        or len({report for report, _ in echo}) < 2
    )


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
