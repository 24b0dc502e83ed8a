"""The public reader of guides: from Readings to entries and contradictions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.errors import AccordError
from accord.guides import GuideReader, read_guides
from accord.guides.reader import by_host
from accord.ledger.ledger import Ledger
from accord.records import Reading

Read = Callable[..., Reading]
OPENED = "The American Legation in Oslo opened on June 5, 1905."
LATER = "The American Legation in Oslo opened on June 15, 1905."
IN_LIMA = "The American Legation in Lima opened on May 1, 1827."


def test_the_title_names_the_host(read: Read) -> None:
    guides = by_host(
        [read("A.", "one", "Heads of Mission: Norway"), read("B.", "two", "Norway"), read("C.", "x/Peru")]
    )
    assert {host: [r.id for r in of_host] for host, of_host in guides.items()} == {
        "Norway": ["one", "two"],
        "Peru": ["x/Peru"],
    }


def test_guides_become_entries_host_by_host(read: Read, guide_reader: GuideReader) -> None:
    guides = [read(IN_LIMA, "one", "Peru"), read(OPENED, "two", "Norway")]
    found = guide_reader.read(guides, "USA")
    assert [(e.from_, e.to, e.level, e.valid_from) for e in found.entries] == [
        ("USA", "NOR", "Legation", "1905-06-05"),
        ("USA", "PER", "Legation", "1827-05-01"),
    ]
    assert found.contradictions == {}
    assert guide_reader.read(guides[::-1], "USA") == found


def test_contradictions_are_told_by_host(read: Read, guide_reader: GuideReader) -> None:
    found = guide_reader.read([read(OPENED, "one", "Norway"), read(LATER, "two", "Norway")], "USA")
    (contradiction,) = found.contradictions["Norway"]
    assert contradiction.dates == ("1905-06-05", "1905-06-15")


def test_the_sender_is_who_it_is_said_to_be(read: Read) -> None:
    guide = read("The Swedish Legation in Oslo opened on June 5, 1905.", "one", "Norway")
    assert [entry.from_ for entry in read_guides([guide], "SWE").entries] == ["SWE"]
    assert read_guides([guide], "USA").entries == ()


def test_an_unknown_sender_is_told(read: Read, guide_reader: GuideReader) -> None:
    with pytest.raises(AccordError, match="'XXX'"):
        guide_reader.read([read("A.", "one", "Norway")], "XXX")


def test_posting_the_entries_again_changes_nothing(read: Read, guide_reader: GuideReader) -> None:
    found = guide_reader.read([read(OPENED, "one", "Norway")], "USA").entries
    book = Ledger().post_entries(found)
    assert book.post_entries(found) == book
