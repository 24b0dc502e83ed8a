"""The same words in two mouths: utterances that reports give to different speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.sources import Sources
from accord.reconciliation.statements.join import Uttered, is_of_others
from accord.reconciliation.value_kinds import SPEAKER

_FEWEST = 3


def speaker_claims(
    groups: Sequence[Sequence[Uttered]], sources: Sources, cast: StoryCast
) -> Iterator[ClaimDraft]:
    """A claim for each quotation that two reports give, in like sentences, to different persons.

    Only persons with a full name count, and none that share a word of it: an office and its holder, or two
    spellings, are no two mouths.
    """
    by_quotation: dict[tuple[str, ...], list[Uttered]] = defaultdict(list)
    for one in (one for group in groups for one in group):
        for quotation in dict.fromkeys(one.quoted):
            if len(quotation) >= _FEWEST and _full_name(one, cast):
                by_quotation[quotation].append(one)
    for quotation in sorted(by_quotation):
        told = by_quotation[quotation]
        apart = [one for one in told if any(_are_two(one, other, cast) for other in told)]
        if apart:
            yield _claim(quotation, apart, sources, cast)


def _full_name(one: Uttered, cast: StoryCast) -> frozenset[str]:
    """The words of the name of the person who speaks; none where it is no full name."""
    if one.speaker is None or not one.statement.source:
        return frozenset()
    words = cast.name(one.speaker).split()
    large = len(words) > 1 and all(word[:1].isupper() for word in words)
    return frozenset(words) if large and "/" not in one.speaker else frozenset()


def _are_two(one: Uttered, other: Uttered, cast: StoryCast) -> bool:
    shared = _full_name(one, cast) & _full_name(other, cast)
    return not shared and is_of_others(one, other, cast)


def _claim(
    quotation: tuple[str, ...], told: Sequence[Uttered], sources: Sources, cast: StoryCast
) -> ClaimDraft:
    values = gather(
        (cast.name(one.speaker), cast.name(one.speaker), (sources.evidence(one.report, *span),))
        for one in told
        if one.speaker is not None
        for span in one.statement.source[:1]
    )
    return claim(SPEAKER, f"“{' '.join(quotation)}”", values, None)
