"""The ledger's page: charts of levels over time, rows with their evidence, nothing that runs or loads."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from accord.countries import Countries
from accord.present.html.ledger_page import WIDTH, by_pair, level_chart, render_ledger
from accord.records import Evidence, LedgerEntry, Verdict

COUNTRIES = Countries.load()
QUOTE = Evidence("guide", 0, 11, "It <opened>.")


def entry(
    level: str, start: str | None, end: str | None = None, verdict: Verdict = "single source", to: str = "NOR"
) -> LedgerEntry:
    return LedgerEntry("USA", to, "mission", level, start, end, None, verdict, (QUOTE,))


ENTRIES = (
    entry("Legation", "1905-06-05", "1942-05-13"),
    entry("Embassy", "1942-05-13", None, "contested"),
    entry("Embassy", "1950", None, to="SWE"),
)


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value:
                self.links.append(value)


def read(page: bytes) -> _Ids:
    parser = _Ids()
    parser.feed(page.decode())
    return parser


def test_every_cell_of_the_chart_opens_its_row() -> None:
    found = read(render_ledger(ENTRIES, COUNTRIES))
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    in_force = [entry for entry in ENTRIES if entry.valid_to is None]
    assert sum(link.startswith("#row-") for link in found.links) == len(ENTRIES) + len(in_force)


def test_what_reports_say_is_escaped_and_nothing_runs() -> None:
    page = render_ledger(ENTRIES, COUNTRIES)
    assert b"It &lt;opened&gt;." in page
    assert not {"script", "link", "img", "iframe"} & read(page).tags
    assert b"default-src &#39;none&#39;" in page
    assert b"style=" not in page


def test_an_empty_ledger_says_so() -> None:
    assert b"tell of no state of relations" in render_ledger((), COUNTRIES)


def test_contested_rows_are_marked() -> None:
    assert b'class="disputed">contested' in render_ledger(ENTRIES, COUNTRIES)


def test_the_order_of_entries_does_not_matter() -> None:
    assert render_ledger(ENTRIES, COUNTRIES) == render_ledger(ENTRIES[::-1], COUNTRIES)


def test_a_pair_without_dates_has_a_table_but_no_chart() -> None:
    assert level_chart([entry("Embassy", None)], {entry("Embassy", None): "row-0"}) is None
    assert b"not told" in render_ledger((entry("Embassy", None),), COUNTRIES)


@given(
    years=st.lists(st.integers(1600, 2030), min_size=1, max_size=6, unique=True).map(sorted),
)
def test_bars_lie_on_the_scale_in_order(years: list[int]) -> None:
    ends = [*map(str, years[1:]), None]
    entries = [entry("Embassy", str(year), end) for year, end in zip(years, ends, strict=True)]
    chart = level_chart(entries, {e: f"row-{n}" for n, e in enumerate(entries)})
    assert chart is not None
    assert all(0 <= bar.x <= WIDTH and bar.x + bar.width <= WIDTH + 3 for bar in chart.bars)
    assert [bar.x for bar in chart.bars] == sorted(bar.x for bar in chart.bars)
    assert [bar.open for bar in chart.bars] == [end is None for end in ends]
    assert all(0 <= tick.x <= WIDTH for tick in chart.ticks)


def test_entries_are_kept_by_pair_and_aspect() -> None:
    assert {pair: sorted(aspects) for pair, aspects in by_pair(ENTRIES).items()} == {
        ("USA", "NOR"): ["mission"],
        ("USA", "SWE"): ["mission"],
    }
    assert re.search(r"United States – Sweden", render_ledger(ENTRIES, COUNTRIES).decode())


def recognises(
    one: str, level: str, verdict: Verdict = "single source", end: str | None = None
) -> LedgerEntry:
    return LedgerEntry(one, "FIN", "recognition", level, "1917-12-06", end, None, verdict, (QUOTE,))


def test_the_drawing_has_a_line_for_each_who_recognises_or_does_not() -> None:
    told = (
        recognises("SWE", "recognised as a state"),
        recognises("USA", "not recognised"),
        recognises("NOR", "implied"),
        recognises("RUS", "recognised", "contested"),
    )
    page = render_ledger(told, COUNTRIES).decode()
    for manner in ("recognised", "withheld", "implied", "recognised disputed"):
        assert f'<line class="{manner}"' in page
    found = read(render_ledger(told, COUNTRIES))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)


def test_what_has_ended_is_drawn_only_on_a_day_asked_for() -> None:
    ended = (recognises("SWE", "recognised", end="1920"),)
    assert b'class="recognised"' not in render_ledger(ended, COUNTRIES)
    page = render_ledger(ended, COUNTRIES, on="1918-01-01").decode()
    assert "Who recognises whom on 1918-01-01" in page
    assert '<line class="recognised"' in page
