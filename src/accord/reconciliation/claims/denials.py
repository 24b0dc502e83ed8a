"""Happenings that one report tells as done and another denies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.compare import time as times
from accord.reconciliation.compare.actor import compare_sides
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import FACTUALITY, POLARITY
from accord.reconciliation.wording.denial_words import DenialWords
from accord.reconciliation.wording.event_wordings import Wordings

# A denial that names no recipient must share this many content words with what it denies.
_FEWEST_SHARED = 3


def denials(
    happenings: Sequence[Happening], sources: Sources, wordings: Wordings, words: DenialWords
) -> Iterator[tuple[int, int, ClaimDraft]]:
    """Happenings that one report tells as done and another as not done, of the same named parties.

    "Had not met before June" denies nothing: what was not done until then was done; nor does a report
    that was printed before it was done.
    Each comes with the index of what is told as done, and of what is told as not done.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, happening in enumerate(happenings):
        blocks[happening.key].append(index)
    for _, block in sorted(blocks.items()):
        done = [i for i in block if happenings[i].standing == "done"]
        undone = [i for i in block if happenings[i].standing == "not done"]
        for i in done:
            for j in undone:
                pairs = _denying(happenings[i], happenings[j], sources, words.ended_by)
                if pairs:
                    yield i, j, _denial(happenings[i], i, pairs, sources, wordings)


def _denying(
    done: Happening, undone: Happening, sources: Sources, ended_by: re.Pattern[str]
) -> list[tuple[Told, Told]]:
    return [
        (one, other)
        for one in done.witnesses
        for other in undone.witnesses
        if not ended_by.search(_after(other, sources))
        if one.report != other.report
        and _same_parties(one, other)
        and not _printed_before(other, one, sources)
        and times.compare(one.span, other.span) != "contradicts"
    ]


def _printed_before(undone: Told, done: Told, sources: Sources) -> bool:
    """The denial was printed before what it denies was done, or was first told: it was true then."""
    printed = sources.reading(undone.report).published
    first = done.span.earliest.isoformat() if done.span.earliest else sources.reading(done.report).published
    return printed is not None and first is not None and printed < first


def _after(told: Told, sources: Sources) -> str:
    """What follows the mention in its sentence."""
    sentence = sources.sentence(told.report, told.event.sentence)
    return sentence.text[told.event.end - sentence.start :].casefold()


def _same_parties(one: Told, other: Told) -> bool:
    """The actors are the same and named; so are the recipients, or one names none but tells much the same."""
    if not other.actors or not all(party.certain for party in other.actors):
        return False
    if compare_sides(one.actors, other.actors) not in {"agrees", "refines"}:
        return False
    if one.recipients and other.recipients:
        return compare_sides(one.recipients, other.recipients) in {"agrees", "refines"}
    if one.recipients or other.recipients:
        return len(one.terms & other.terms) >= _FEWEST_SHARED
    return True


def _denial(
    done: Happening, index: int, pairs: Sequence[tuple[Told, Told]], sources: Sources, wordings: Wordings
) -> ClaimDraft:
    told = list(dict.fromkeys(t for pair in pairs for t in pair))
    denied = any(t.standing == "denied" for t in told)
    words = {"done": "it was done", "not done": "it was not done", "denied": "it is denied"}
    values = gather(
        (t.standing, words[t.standing], (sources.sentence(t.report, t.event.sentence),)) for t in told
    )
    return claim(FACTUALITY if denied else POLARITY, wordings.noun(done), values, index)
