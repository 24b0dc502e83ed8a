"""Outlooks of all reports, the same one told twice joined."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz import fuzz

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.compare.wording import QuotationWords
from accord.reconciliation.sources import Sources, in_order
from accord.records import DossierOutlook, Evidence, Outlook

_SAME = 85.0
_COMMON = 40


def join_outlooks(
    sources: Sources, cast: StoryCast, quotations: QuotationWords
) -> tuple[DossierOutlook, ...]:
    """The outlooks in order of report and character; each keeps the words of its first telling."""
    groups: list[list[tuple[str, Outlook, str]]] = []
    postings: dict[str, list[int]] = defaultdict(list)
    for reading in sources.readings:
        for outlook in sorted(reading.outlooks, key=lambda o: (o.start, o.end)):
            said = quotations.words(outlook.text)
            plain = " ".join(said)
            keys = sorted({word for word in said if len(word) > 4})
            near = sorted({group for key in keys for group in postings[key]})
            same = [g for g in near if fuzz.token_sort_ratio(plain, groups[g][0][2]) >= _SAME]
            if same:
                groups[same[0]].append((reading.id, outlook, plain))
                continue
            groups.append([(reading.id, outlook, plain)])
            for key in keys:
                if len(postings[key]) < _COMMON:
                    postings[key].append(len(groups) - 1)
    return tuple(_joined(group, sources, cast) for group in groups)


def _joined(group: list[tuple[str, Outlook, str]], sources: Sources, cast: StoryCast) -> DossierOutlook:
    _, first, _ = group[0]
    evidence: list[Evidence] = [sources.evidence(r, o.start, o.end) for r, o, _ in group]
    speaker = next((cast.actor(r, o.speaker) for r, o, _ in group if o.speaker), None)
    return DossierOutlook(
        text=" ".join(first.text.split()),
        hedge=first.hedge,
        horizon=next((o.horizon for _, o, _ in group if o.horizon), None),
        speaker=speaker,
        reports=tuple(sorted({r for r, _, _ in group})),
        evidence=in_order(evidence),
    )
