"""A ledger as one self-contained HTML page: an overview, who recognises whom, charts, rows with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accord.ledger.missions.sides import name_of
from accord.present.levels import LANE, WIDTH, by_pair, level_chart
from accord.present.page import policy
from accord.present.recognition import recognition
from accord.records import LedgerEntry

Overview = tuple[
    tuple[str, ...], tuple[tuple[tuple[str, str], tuple[tuple[tuple[str, LedgerEntry], ...], ...]], ...]
]
"""The aspects, and for each pair by name what is in the cell of each aspect: rows and their entries."""


def render_ledger(entries: Sequence[LedgerEntry], on: str | None = None) -> bytes:
    """The page of `entries`, in UTF-8; `on` is the day that they were viewed on.

    Without a day, the overview and the drawing of recognition leave out what has ended.
    What comes out of reports is escaped, and the page's policy lets nothing load or run.
    """
    from accord.present import templating

    style = templating.read("ledger.css")
    pairs = []
    rows: dict[LedgerEntry, str] = {}
    number = 0
    for pair, aspects in by_pair(entries).items():
        shown = []
        for aspect, listed in aspects.items():
            anchors = {entry: f"row-{number + place}" for place, entry in enumerate(listed)}
            rows.update(anchors)
            number += len(listed)
            shown.append((aspect, level_chart(listed, anchors), [(anchors[e], e) for e in listed]))
        pairs.append((tuple(map(name_of, pair)), shown))
    held = entries if on is not None else [entry for entry in entries if entry.valid_to is None]
    page = (
        templating.environment()
        .get_template("ledger.html.j2")
        .render(
            pairs=pairs,
            overview=_overview(held, rows),
            recognition=recognition(held, rows),
            on=on,
            style=style,
            policy=policy(style),
            width=WIDTH,
            lane=LANE,
        )
    )
    return page.encode()


def _overview(entries: Sequence[LedgerEntry], rows: Mapping[LedgerEntry, str]) -> Overview:
    """Pair by aspect, the levels in each cell with the rows that tell them."""
    aspects = tuple(dict.fromkeys(sorted(entry.aspect for entry in entries)))
    return aspects, tuple(
        (
            (name_of(one), name_of(other)),
            tuple(tuple((rows[entry], entry) for entry in listed.get(aspect, ())) for aspect in aspects),
        )
        for (one, other), listed in by_pair(entries).items()
    )
