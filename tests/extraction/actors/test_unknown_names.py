"""Names of persons joined within a report."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.actors.unknown_names import Registry, slug


def test_a_name_stands_for_the_longest_that_holds_it() -> None:
    registry = Registry([("Ana", "Ruiz"), ("Ana", "Maria", "Ruiz")], [])
    assert registry.find(("Ana", "Ruiz")) == "ana-maria-ruiz"
    assert registry.find(("Ruiz",)) == "ana-maria-ruiz"


def test_a_word_that_two_names_share_stands_for_neither() -> None:
    registry = Registry([("Ana", "Ruiz"), ("Pablo", "Ruiz")], [])
    assert registry.find(("Ruiz",)) is None
    assert registry.find(("Pablo",)) == "pablo-ruiz"


def test_a_surname_is_preferred_to_a_first_name() -> None:
    registry = Registry([("James", "Cruz"), ("Ana", "James")], [])
    assert registry.find(("James",)) == "ana-james"


def test_listed_persons_keep_their_identifier() -> None:
    registry = Registry([("Olav", "Berg")], [("Olav Kristian Berg", "olav-berg-1950")])
    assert registry.find(("Olav", "Berg")) == "olav-berg-1950"


def test_case_does_not_matter() -> None:
    assert Registry([("Ana", "Ruiz")], []).find(("RUIZ",)) == "ana-ruiz"


@given(st.text(min_size=1, max_size=30))
def test_a_slug_is_never_empty_and_always_plain(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


def test_accents_fall_away() -> None:
    assert slug("María José O’Neill") == "maria-jose-oneill"
