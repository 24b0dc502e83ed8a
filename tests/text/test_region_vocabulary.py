"""The vocabularies of regions, date lines, languages and outlets: no entry is one that never matches."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest


def words(name: str, key: str) -> list[str]:
    found = json.loads(files("accord.vocabulary").joinpath(name).read_text(encoding="utf-8"))[key]
    return list(found)


LISTS = [
    ("en/text/regions.json", key)
    for key in (
        "summary_headings", "summary_labels", "disclaimer_headings", "disclaimer_phrases",
        "disclaimer_starts", "reporting", "tag_labels", "furniture_lines", "furniture_starts",
        "invitations", "byline_openers", "byline_roles", "day_line_words", "months", "dangling",
        "small_words",
    )
]  # fmt: skip


@pytest.mark.parametrize(("name", "key"), [*LISTS, ("en/text/languages.json", "function_words")])
def test_entries_are_lower_case_and_not_doubled(name: str, key: str) -> None:
    entries = words(name, key)
    assert entries == [entry.lower().strip() for entry in entries]
    assert sorted({entry for entry in entries if entries.count(entry) > 1}) == []


@pytest.mark.parametrize("key", ["summary_headings", "disclaimer_headings", "furniture_lines"])
def test_whole_lines_are_compared_without_signs_around_them(key: str) -> None:
    assert [entry for entry in words("en/text/regions.json", key) if re.search(r"^[\W_]|[\W_]$", entry)] == []


@pytest.mark.parametrize("key", ["furniture_starts", "invitations", "disclaimer_starts"])
def test_no_beginning_is_made_useless_by_a_shorter_one(key: str) -> None:
    entries = words("en/text/regions.json", key)
    assert [one for one in entries if any(one != other and one.startswith(other) for other in entries)] == []


@pytest.mark.parametrize("key", ["agencies", "photo_agencies"])
def test_agencies_are_written_as_in_credits(key: str) -> None:
    entries = words("en/text/regions.json", key)
    assert len(set(entries)) == len(entries)
    assert all(entry[0].isupper() for entry in entries)


def test_date_line_cities_and_outlets_are_named_once() -> None:
    for name, key in (
        ("en/text/datelines.json", "cities"),
        ("en/text/datelines.json", "not_places"),
        ("en/text/outlets.json", "names"),
    ):
        entries = [entry.lower() for entry in words(name, key)]
        assert len(set(entries)) == len(entries)


def test_other_names_of_outlets_lead_to_names() -> None:
    table = json.loads(
        files("accord.vocabulary").joinpath("en/text/outlets.json").read_text(encoding="utf-8")
    )
    assert set(table["other_names"].values()) <= set(table["names"])
    assert not set(table["other_names"]) & set(table["names"])
