"""Who recognises whom, as a drawing: those who do or withhold it on the left, the recognised on the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from accord.countries import Countries
from accord.records import LedgerEntry

WIDTH = 720.0
_ROW = 30.0
# Where the names of either side end and begin, and so do the lines between them.
_LEFT, _RIGHT = 230.0, 490.0
_WITHHELD = frozenset({"not recognised", "withdrawn"})
Manner = Literal["recognised", "implied", "withheld"]


class RecognitionParty(Struct, frozen=True):
    """A party by its name, on one side."""

    name: str
    x: float
    y: float
    side: Literal["from", "to"]


class RecognitionLine(Struct, frozen=True):
    """From one party to another: in what manner, whether disputed, and the row that tells it."""

    y1: float
    y2: float
    manner: Manner
    disputed: bool
    words: str
    anchor: str
    x1: float = _LEFT
    x2: float = _RIGHT


class Recognition(Struct, frozen=True):
    """The drawing, `height` high."""

    parties: tuple[RecognitionParty, ...]
    lines: tuple[RecognitionLine, ...]
    height: float
    width: float = WIDTH


def recognition(
    entries: Sequence[LedgerEntry], anchors: Mapping[LedgerEntry, str], countries: Countries
) -> Recognition | None:
    """The drawing of the entries on recognition; None where there are none."""
    name_of = countries.name_of
    told = sorted(
        (entry for entry in entries if entry.aspect == "recognition"),
        key=lambda entry: (entry.to, _manner(entry) == "withheld", entry.from_, entry.level),
    )
    if not told:
        return None
    ones = _spread(dict.fromkeys(entry.from_ for entry in told))
    others = _spread(dict.fromkeys(entry.to for entry in told))
    height = _ROW * max(len(ones), len(others))
    others = {party: y * height / (_ROW * len(others)) for party, y in others.items()}
    ones = {party: y * height / (_ROW * len(ones)) for party, y in ones.items()}
    parties = [RecognitionParty(name_of(party), _LEFT, y, "from") for party, y in ones.items()]
    parties += [RecognitionParty(name_of(party), _RIGHT, y, "to") for party, y in others.items()]
    lines = tuple(
        RecognitionLine(
            y1=ones[entry.from_],
            y2=others[entry.to],
            manner=_manner(entry),
            disputed=entry.verdict in {"contested", "inconsistent"},
            words=f"{name_of(entry.from_)}: {name_of(entry.to)} {entry.level}",
            anchor=anchors[entry],
        )
        for entry in told
    )
    return Recognition(tuple(parties), lines, height)


def _manner(entry: LedgerEntry) -> Manner:
    if entry.level in _WITHHELD:
        return "withheld"
    return "implied" if entry.level == "implied" else "recognised"


def _spread(parties: Mapping[str, None]) -> dict[str, float]:
    """A height for each party, in the order given."""
    return {party: round(_ROW * (place + 0.5), 1) for place, party in enumerate(parties)}
