"""A ledger as one self-contained HTML page: tables by pair and aspect, charts, rows with their evidence."""

from __future__ import annotations

from collections.abc import Sequence

from accord.ledger.missions.sides import name_of
from accord.present.levels import LANE, WIDTH, by_pair, level_chart
from accord.present.page import policy
from accord.records import LedgerEntry


def render_ledger(entries: Sequence[LedgerEntry]) -> bytes:
    """The page of `entries`, in UTF-8.

    What comes out of reports is escaped, and the page's policy lets nothing load or run.
    """
    from accord.present import templating

    style = templating.read("ledger.css")
    pairs = []
    number = 0
    for pair, aspects in by_pair(entries).items():
        shown = []
        for aspect, listed in aspects.items():
            anchors = {entry: f"row-{number + place}" for place, entry in enumerate(listed)}
            number += len(listed)
            shown.append((aspect, level_chart(listed, anchors), [(anchors[e], e) for e in listed]))
        pairs.append((tuple(map(name_of, pair)), shown))
    page = (
        templating.environment()
        .get_template("ledger.html.j2")
        .render(pairs=pairs, style=style, policy=policy(style), width=WIDTH, lane=LANE)
    )
    return page.encode()
