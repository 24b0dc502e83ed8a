"""The ledger entries that the history of a mission makes: one for each of its levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from accord.countries import Countries
from accord.edtf import agree, one_of
from accord.guides.contradictions import GuideContradiction
from accord.guides.history import MissionHistory
from accord.guides.mission_acts import LevelChange, MissionAct
from accord.records import Evidence, LedgerEntry, Origin, Verdict
from accord.verdict import verdict


class _Telling(Struct, frozen=True):
    """What reports tell alike of a change, with where they do."""

    evidence: tuple[Evidence, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports that tell it."""
        return tuple(dict.fromkeys(item.report for item in self.evidence))


def entries(history: MissionHistory, countries: Countries) -> Iterator[LedgerEntry]:
    """One entry for each level of the mission, with no recorded day; the last has no end.

    `countries` give the code of the host; a host that is none of them stands under its name.
    """
    for change, later in pairwise((*history.changes, None)):
        if change is None:
            continue
        disputes = [c for c in history.contradictions if _is_of(change, c)]
        quoted = _quoted(change, history.acts)
        contested = sorted({date for dispute in disputes for date in dispute.dates})
        yield LedgerEntry(
            from_=history.sender,
            to=countries.code_of(history.host) or history.host,
            aspect="mission",
            level=change.level,
            valid_from=one_of(contested) if len(contested) > 1 else change.date,
            valid_to=later.date if later is not None else None,
            recorded=None,
            verdict=_verdict(disputes, quoted, history.origins),
            evidence=tuple(dict.fromkeys((*quoted, *_sides(disputes)))),
            note=_note(change, disputes, contested),
        )


def _is_of(change: LevelChange, contradiction: GuideContradiction) -> bool:
    return change.act == contradiction.kind and change.date in contradiction.dates


def _quoted(change: LevelChange, acts: Sequence[MissionAct]) -> tuple[Evidence, ...]:
    """The words for a change: those of its act, and of every act told alike of the day."""
    alike = [act.evidence for act in acts if act.kind == change.act and agree(act.date, change.date)]
    return tuple(dict.fromkeys((*change.evidence, *alike)))


def _sides(disputes: Sequence[GuideContradiction]) -> Iterator[Evidence]:
    for dispute in disputes:
        yield from (side.evidence for side in dispute.sides)


def _verdict(
    disputes: Sequence[GuideContradiction], quoted: tuple[Evidence, ...], origins: Sequence[Origin]
) -> Verdict:
    """The verdict on a change: the sides of each dispute clash, and without one the quotations agree."""
    if not disputes:
        return verdict([_Telling(quoted)], (), (), origins)
    sides = [_Telling((evidence,)) for evidence in _sides(disputes)]
    clashes = [(place, place + 1) for place in range(0, len(sides), 2)]
    return verdict(sides, clashes, (), origins)


def _note(change: LevelChange, disputes: Sequence[GuideContradiction], contested: Sequence[str]) -> str:
    told: list[str] = [change.act]
    if len(contested) > 1:
        told.append(f"date contested: {' or '.join(contested)}; reckoned from {change.date}")
    if levels := sorted({level for dispute in disputes for level in dispute.levels}):
        told.append(f"level contested: {' or '.join(levels)}")
    return "; ".join(told)
