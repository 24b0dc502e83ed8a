"""Agencies that reports credit."""

from __future__ import annotations

import pytest

from accord.errors import VocabularyError
from accord.grouping.witnesses import WireFinder
from readings import ReadingBuilder
from vocabularies import Replaced


def credited(text: str, source: str | None = None) -> set[str]:
    return set(WireFinder.load().find(ReadingBuilder("a", text, source=source).build()))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PORT ELIN, May 4 (Reuters) - Cranes fell.", "Reuters"),
        ("PORT ELIN (AP) — Cranes fell.", "Associated Press"),
        ("PORT ELIN [AFP]: Cranes fell.", "Agence France-Presse"),
        ("Cranes fell in the port. (With AFP)", "Agence France-Presse"),
        ("Cranes fell in the port.\n— Anadolu Agency", "Anadolu"),
    ],
)
def test_credits_at_the_head_and_the_end(text: str, agency: str) -> None:
    assert credited(text) == {agency}


def test_the_source_of_a_report_may_be_an_agency() -> None:
    assert credited("Cranes fell.", source="Reuters") == {"Reuters"}


@pytest.mark.parametrize(
    "text",
    [
        "Cranes fell, as Reuters saw in the port (of Elin).",
        "Cranes fell. " * 30 + "They told (Reuters) so. " + "Ships waited. " * 30,
        "",
    ],
)
def test_what_credits_nobody(text: str) -> None:
    assert credited(text) == set()


def test_one_form_for_two_agencies_is_refused() -> None:
    file = {"Reuters": ["wire"], "EFE": ["wire"]}
    with pytest.raises(VocabularyError, match="credits two agencies"):
        WireFinder.load(Replaced(file="en/text/wires.json", data=file))


def test_forms_are_written_as_they_are_compared() -> None:
    assert all(form == " ".join(form.casefold().split()) for form in WireFinder.load().agencies)
