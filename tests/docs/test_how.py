"""The pages on the stages: links and modules exist, and the tables of examples are what the code does."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from accord.extraction.parse.parsed import join
from accord.extraction.parse.pipeline import Parser
from accord.extraction.times.expressions.finder import TimeFinder
from accord.ledger.rules import Rules
from accord.reconciliation.compare import actor, order, place, polarity, quantity, scope, time, wording
from accord.reconciliation.value_kinds import SPEAKER, Kinds, as_spelled
from accord.records import Comparison, Place, Quantity, Report, Time
from accord.settings import DEFAULT_PIPELINE
from accord.text.regions import RegionFinder

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "src" / "accord"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
NUMBER = re.compile(r"-?\d+|-")


def table(page: str, head: str) -> list[list[str]]:
    """The rows of the table of a page whose head starts with the column `head`."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith(f"| {head} |")) + 2
    rows: list[list[str]] = []
    for line in lines[first:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link, heading in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", text):
        target = (page.parent / link).resolve() if link else page
        assert target.is_file(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {name.lower().replace(" ", "-") for name in headings}, heading


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_modules_named_exist(page: Path) -> None:
    for name in re.findall(r"`((?:\w+/)+(?:\w+\.(?:py|jsonl?))?)`", page.read_text(encoding="utf-8")):
        places = (ROOT / name, PACKAGE / name, PACKAGE / "vocabulary" / name, DOCS / name)
        assert any(path.exists() for path in places), name


def test_every_stage_has_a_page_in_the_index() -> None:
    index = (DOCS / "how" / "README.md").read_text(encoding="utf-8")
    assert {page.name for page in (DOCS / "how").glob("*.md")} - {"README.md"} == set(
        re.findall(r"^\| \[(\w+\.md)\]", index, re.MULTILINE)
    )


@pytest.fixture(scope="module")
def time_in() -> Callable[[str, str | None], Time]:
    parser, regions, finder = Parser.load(DEFAULT_PIPELINE), RegionFinder.load(), TimeFinder.load()

    def find(text: str, published: str | None) -> Time:
        report = Report("r", text, sha256(text.encode()).hexdigest(), published=published)
        (found,) = finder.find(join(report, regions.find(text), parser.parse(text)))
        return found

    return find


@pytest.mark.parametrize("row", table("how/times.md", "text"), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_time_is_resolved_as_shown(row: list[str], time_in: Callable[[str, str | None], Time]) -> None:
    text, published, *expected = row
    found = time_in(text, None if published == "-" else published)
    told = [found.value, found.edtf, found.earliest, found.latest]
    assert [value or "-" for value in told] == expected


@pytest.mark.parametrize("row", table("how/reconcile.md", "kind"), ids=lambda row: " | ".join(row[:3]))
def test_values_compare_as_shown(row: list[str]) -> None:
    kind, one, other, answer = row
    assert COMPARE[kind](one, other) == answer
    assert COMPARE[kind](other, one) == answer


def test_every_kind_that_is_compared_has_examples() -> None:
    compared = {kind.name for kind in Kinds.load().values() if kind.disagreement}
    assert {row[0] for row in table("how/reconcile.md", "kind")} == compared


def _time(one: str, other: str) -> Comparison:
    spans = [time.span_of(Time(0, 1, "", "DATE", value, edtf=value)) for value in (one, other)]
    return time.compare(*spans)


def _bounds(text: str) -> tuple[int | None, int | None]:
    low, high = (None if part == "-" else int(part) for part in NUMBER.findall(text)[:2])
    return low, high


def _order(one: str, other: str) -> Comparison:
    return order.compare(_gap(one), _gap(other))


def _gap(text: str) -> order.Gap:
    if text == "on the same day":
        return order.gap(0, 0)
    days = int(text.split()[0]) if text[0].isdigit() else None
    found = order.gap(days or 0, days)
    return found if text.endswith("after") else found.turned()


def _quantity(one: str, other: str) -> Comparison:
    ranges = [
        quantity.range_of(Quantity(0, 1, "", *_bounds(text), text.rsplit(" ", 1)[1])) for text in (one, other)
    ]
    return quantity.compare(*ranges)


def _actor(one: str, other: str) -> Comparison:
    parties = [actor.Party(text.split(" of ")[0], tuple(text.split(" of ")[1:])) for text in (one, other)]
    return actor.compare(*parties)


def _place(one: str, other: str) -> Comparison:
    spots = []
    for text in (one, other):
        name, _, code = text.partition(" in ")
        spots.append(place.spot_of(Place(0, 1, name, code), whole=False))
    return place.compare(*spots)


def _polarity(one: str, other: str) -> Comparison:
    standings = [polarity.standing(*text.split()) for text in (one, other)]  # type: ignore[arg-type]
    return polarity.compare(*standings)


def _scope(one: str, other: str) -> Comparison:
    words = scope.ScopeWords.load()
    return words.compare(words.scope_of(one), words.scope_of(other))


def _wording(one: str, other: str) -> Comparison:
    words = wording.QuotationWords.load().words
    return wording.compare(words(one), words(other))


COMPARE: dict[str, Callable[[str, str], Comparison]] = {
    "time": _time, "order": _order, "quantity": _quantity, "actor": _actor, "place": _place,
    "polarity": _polarity, "factuality": _polarity, "scope": _scope, "wording": _wording,
    "speaker": SPEAKER.compare,
    "spelling": as_spelled,
}  # fmt: skip


def test_every_aspect_and_level_of_relations_is_listed() -> None:
    listed = {aspect: set(levels.split(", ")) for aspect, levels, _ in table("how/ledger.md", "aspect")}
    rules = Rules.load()
    levels: dict[str, set[str]] = {aspect: set() for aspect in listed}
    for found in rules.by_act.values():
        for rule in found:
            levels[rule.aspect].add(rule.level)
    for aspect, words in rules.levels.items():
        levels[aspect].update(word.level for word in words)
    assert listed == levels


def test_aspects_that_hold_both_ways_are_listed() -> None:
    told = {aspect for aspect, _, mutual in table("how/ledger.md", "aspect") if mutual == "yes"}
    assert told == Rules.load().mutual
