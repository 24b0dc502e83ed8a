"""The history of a mission as entries of the ledger: from when to when at which level, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.ledger.dates import agree, one_of
from accord.ledger.missions.contradictions import Contradiction
from accord.ledger.missions.history import History
from accord.ledger.missions.records import Act, Change
from accord.ledger.missions.sides import country_of
from accord.records import Evidence, LedgerEntry, Verdict


def entries(history: History, known: str | None = None) -> Iterator[LedgerEntry]:
    """One entry for each level of the mission, recorded on the day `known`; the last has no end."""
    for change, later in pairwise((*history.changes, None)):
        if change is None:
            continue
        disputes = [c for c in history.contradictions if _is_of(change, c)]
        quoted = _quoted(change, history.acts)
        contested = sorted({date for dispute in disputes for date in dispute.dates})
        yield LedgerEntry(
            from_=history.sender,
            to=country_of(history.host) or history.host,
            aspect="mission",
            level=change.level,
            valid_from=one_of(contested) if contested else change.date,
            valid_to=later.date if later is not None else None,
            recorded=known,
            verdict=_verdict(disputes, quoted),
            evidence=tuple(dict.fromkeys((*quoted, *_sides(disputes)))),
            note=_note(change, contested),
        )


def _is_of(change: Change, contradiction: Contradiction) -> bool:
    return change.act == contradiction.kind and change.date in contradiction.dates


def _quoted(change: Change, acts: Sequence[Act]) -> tuple[Evidence, ...]:
    """The words for a change: those of its act, and of every act told alike of the day."""
    alike = [act.evidence for act in acts if act.kind == change.act and agree(act.date, change.date)]
    return tuple(dict.fromkeys((*change.evidence, *alike)))


def _sides(disputes: Sequence[Contradiction]) -> Iterator[Evidence]:
    for dispute in disputes:
        yield from (side.evidence for side in dispute.sides)


def _verdict(disputes: Sequence[Contradiction], quoted: Sequence[Evidence]) -> Verdict:
    if disputes:
        return "inconsistent" if all(dispute.within for dispute in disputes) else "contested"
    return "corroborated" if len({item.report for item in quoted}) > 1 else "single source"


def _note(change: Change, contested: Sequence[str]) -> str:
    if not contested:
        return change.act
    return f"{change.act}; date contested: {' or '.join(contested)}; reckoned from {change.date}"
