"""Reports that mean harm: what they hold is text, and their shape costs no more than their size."""

from __future__ import annotations

from hashlib import sha256

import pytest

from accord.extraction.extractor import Extractor
from accord.intake.days import DayFinder
from accord.intake.jsonl import read_jsonl
from accord.ledger.ledger import Ledger
from accord.ledger.tables import table
from accord.present.renderers import renderer
from accord.records import Dossier, Report, Story
from accord.steps import reconcile
from invariants import dossier_faults, reading_faults

LINE = "LIMA (The Harbour Gazette) — Peru recalled its ambassador to Chile on Monday, officials said."
ATTACKS = {
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{ 7 * 7 }} {% include '/etc/passwd' %} ${7*7} #{7*7}",
    "markdown": "[click](javascript:alert(1)) ![x](http://a.example/x.png) <iframe src=//a.example>",
    "formula": "=HYPERLINK(\"http://a.example\") @SUM(1) +1 -1",
    "escape": "\x1b]0;owned\x07\x1b[2J\x1b[31m\x00",
    "direction": "\u202e\u2066\u200f\u061c",
}  # fmt: skip
SIZE = 6_000
MONOTONES = (
    '"', "“", "”", "'", "«", "‘a ", "(", "[", "a", "1,", "1 ", ". ", "-", "_", "*", "=", "|",
    "\t", "\r", "\r\n", "a\n", "- a\n", "# a\n", "> a\n", "A. ", "January ", "on Monday ",
    "Zorba ", "ABC ", "Peru and ", "of the ", "he said that ", "said ", "after the attack ",
    "million ", "Minister of ", "😀", "e\u0301", "\u202ea ", "<b>",
)  # fmt: skip


def report(id: str, text: str, title: str | None = None) -> Report:
    return Report(id, text, sha256(text.encode()).hexdigest(), title=title, published="2021-05-03")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture(scope="module")
def dossier(extractor: Extractor) -> Dossier:
    """Reports that carry every attack in their text, title and id."""
    reports = [
        report(
            f"{attack}{name}",
            f"{LINE}\n\nIt was “{attack}”, the minister said. {attack} attacked Peru.",
            attack,
        )
        for name, attack in ATTACKS.items()
    ]
    readings = tuple(extractor.extract(one) for one in reports)
    assert [reading_faults(reading) for reading in readings] == [[]] * len(readings)
    return reconcile(Story("<b>story</b>", readings))


def test_a_dossier_of_attacks_is_sound(dossier: Dossier) -> None:
    assert dossier_faults(dossier) == []
    assert any(event.act for event in dossier.events)


def test_a_page_runs_and_loads_nothing_of_a_report(dossier: Dossier) -> None:
    page = renderer(".html")((dossier,), ()).decode()
    for harm in ("<script>alert", "<img src=x", "<iframe", "<b>story", 'href="javascript'):
        assert harm not in page
    assert "{{ 7 * 7 }}" in page
    assert "{% include" in page


def test_no_cell_of_a_table_begins_a_formula(dossier: Dossier) -> None:
    import csv

    rows = csv.reader(table(".csv")(Ledger().post_all([dossier]).view()).decode().splitlines())
    cells = [cell for row in rows for cell in row]
    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("unit", MONOTONES)
def test_endless_repetition_is_read(extractor: Extractor, unit: str) -> None:
    text = LINE + "\n\n" + unit * (SIZE // len(unit)) + "\n\n" + LINE
    reading = extractor.extract(report("r", text))
    assert reading_faults(reading) == []
    assert reading.events


def test_very_many_actors_are_reconciled(extractor: Extractor) -> None:
    letters = "bcdfglmnprst"
    names = [f"{a.upper()}a{b}o{c}a" for a in letters for b in letters for c in letters[:3]]
    texts = [" ".join(f"John {name} accused Peru of lying." for name in names[at::2]) for at in range(2)]
    readings = tuple(extractor.extract(report(str(at), text)) for at, text in enumerate(texts))
    assert [reading_faults(reading) for reading in readings] == [[], []]
    assert dossier_faults(reconcile(Story("s", readings))) == []


def test_json_nested_without_end_is_a_problem() -> None:
    from io import BytesIO

    (problem,) = read_jsonl(
        BytesIO(b'{"id":' + b"[" * 100_000 + b"\n"), "deep.jsonl", 5_000_000, DayFinder.load()
    )
    assert "not" in getattr(problem, "reason", "")
