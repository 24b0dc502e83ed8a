"""Who recognises whom as a drawing: a line an entry, each party once on its side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from accord.countries import Countries
from accord.present.drawings.recognition import Recognition, recognition
from accord.records import Evidence, LedgerEntry, Verdict

COUNTRIES = Countries.load()
QUOTE = Evidence("guide", 0, 12, "It is known.")


def entry(
    from_: str, to: str, level: str, verdict: Verdict = "single source", aspect: str = "recognition"
) -> LedgerEntry:
    return LedgerEntry(from_, to, aspect, level, None, None, None, verdict, (QUOTE,))


def recognised(entries: Sequence[LedgerEntry]) -> Recognition | None:
    anchors = {each: f"row-{number}" for number, each in enumerate(entries)}
    return recognition(entries, anchors, COUNTRIES)


def drawn(*entries: LedgerEntry) -> Recognition:
    drawing = recognised(entries)
    assert drawing is not None
    return drawing


def test_only_entries_on_recognition_are_drawn() -> None:
    mission = entry("NOR", "CHL", "Embassy", aspect="mission")
    assert recognised([mission]) is None
    assert [line.anchor for line in drawn(mission, entry("NOR", "CHL", "recognised")).lines] == ["row-1"]


def test_a_party_stands_once_on_each_side_it_is_on() -> None:
    pairs = (("NOR", "CHL"), ("NOR", "PER"), ("PER", "CHL"))
    drawing = drawn(*(entry(one, other, "recognised") for one, other in pairs))
    parties = sorted((party.side, party.name) for party in drawing.parties)
    assert parties == [("from", "Norway"), ("from", "Peru"), ("to", "Chile"), ("to", "Peru")]


def test_a_line_runs_from_the_one_party_to_the_other() -> None:
    drawing = drawn(entry("NOR", "CHL", "recognised"), entry("PER", "NOR", "recognised"))
    places = {(party.side, party.name): (party.x, party.y) for party in drawing.parties}
    ends = {((line.x1, line.y1), (line.x2, line.y2)) for line in drawing.lines}
    assert ends == {
        (places["from", "Norway"], places["to", "Chile"]),
        (places["from", "Peru"], places["to", "Norway"]),
    }
    assert {line.words for line in drawing.lines} == {"Norway: Chile recognised", "Peru: Norway recognised"}


def test_those_who_withhold_it_stand_below_those_who_do_not() -> None:
    drawing = drawn(entry("CHL", "PER", "not recognised"), entry("NOR", "PER", "recognised"))
    down = sorted(drawing.parties, key=lambda party: party.y)
    assert [party.name for party in down if party.side == "from"] == ["Norway", "Chile"]


@pytest.mark.parametrize(
    ("level", "manner"),
    [
        ("recognised", "recognised"),
        ("implied", "implied"),
        ("not recognised", "withheld"),
        ("withdrawn", "withheld"),
    ],
)
def test_the_level_tells_the_manner(level: str, manner: str) -> None:
    assert [line.manner for line in drawn(entry("NOR", "CHL", level)).lines] == [manner]


def test_a_dispute_is_told_apart() -> None:
    verdicts: tuple[Verdict, ...] = ("contested", "inconsistent", "corroborated", "echoed", "single source")
    states = ("CHL", "FRA", "KEN", "PER", "SWE")
    drawing = drawn(
        *(entry("NOR", to, "recognised", told) for to, told in zip(states, verdicts, strict=True))
    )
    assert [line.disputed for line in drawing.lines] == [True, True, False, False, False]


def test_the_shorter_side_is_spread_over_the_height() -> None:
    drawing = drawn(*(entry(one, "CHL", "recognised") for one in ("NOR", "PER", "KEN", "SWE")))
    (chile,) = [party for party in drawing.parties if party.side == "to"]
    assert chile.y == drawing.height / 2
    assert all(0 < party.y < drawing.height for party in drawing.parties)
