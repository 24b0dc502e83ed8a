"""Reports that mean harm: what they hold is text, and their shape costs no more than their size."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from msgspec.structs import replace

from accord.countries import Countries
from accord.extraction.extractor import Extractor
from accord.intake.days import DayFinder
from accord.intake.jsonl import read_jsonl
from accord.ledger.ledger import Ledger
from accord.ledger.tables import table
from accord.present.html.ledger_page import render_ledger
from accord.present.markdown import safe
from accord.present.renderers import renderer
from accord.records import Dossier, Report, Story
from accord.settings import Settings
from accord.steps import StoryReconciler, reconcile
from invariants import dossier_faults, reading_faults
from made_texts import made_text

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
RECONCILER = StoryReconciler.of(Settings(vectors=False))
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


def test_no_output_steers_a_terminal(dossier: Dossier) -> None:
    entries = Ledger().post_all([dossier]).view()
    written = [renderer(ending)((dossier,), ()) for ending in (".html", ".md", ".json")]
    written += [table(ending)(entries) for ending in (".csv", ".json")]
    for data in written:
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", data.decode())
    assert not re.search("[\u061c\u200f\u202e\u2066]", b"".join(written[1:]).decode())


def test_markdown_makes_no_link_of_a_report() -> None:
    from markdown_it import MarkdownIt

    told = "see http://a.example/x?y, WWW.a.example or a@a.example <http://b.example> ![i](//c)"
    (paragraph,) = (
        token for token in MarkdownIt("gfm-like", {"linkify": False}).parse(safe(told)) if token.children
    )
    assert {child.type for child in paragraph.children or ()} == {"text"}
    assert "http://" not in safe(told)


def test_a_story_that_cannot_be_written_costs_no_other(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = replace(dossier, id="broken", events=(None,))
    for ending in (".html", ".md"):
        told = renderer(ending)((broken, dossier), ()).decode()
        assert "writing failed" in told
        assert "story broken" in told
        assert len(told) > len(renderer(ending)((), ()))


@pytest.mark.parametrize("seed", range(24))
def test_what_holds_of_every_record_holds_of_made_texts(extractor: Extractor, seed: int) -> None:
    readings = tuple(extractor.extract(report(str(n), made_text(2 * seed + n))) for n in range(2))
    assert [reading_faults(reading) for reading in readings] == [[], []]
    assert dossier_faults(RECONCILER.reconcile(Story("s", readings))) == []


@pytest.mark.parametrize(
    "text",
    [
        "They met on Fri . The talks ended on 5 Nov\xa0. It was over.",
        "On Feb . 7 , 2031 , they met ; it rained until Sat\u202f.",
        "The levy is 0." + "0" * 400 + "1 percent, or 1" + "0" * 400 + " dollars.",
        "Kenya attacked Peru on 9999-12-31, and on 31 December 9999 it left.",
        "Kenya attacked Peru in 123456 BC.",
        "Interior Ministry struck Kenya from list.",
    ],
)
def test_what_no_calendar_or_number_holds_is_read(extractor: Extractor, text: str) -> None:
    reading = extractor.extract(report("r", text))
    assert reading_faults(reading) == []
    dossier = RECONCILER.reconcile(Story("s", (reading,)))
    assert dossier_faults(dossier) == []
    entries = Ledger().post_all([dossier]).view()
    assert b"<html" in render_ledger(entries, Countries.load())


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
