"""Front matter of text files."""

from __future__ import annotations

import pytest

from accord.intake.days import DayFinder
from accord.intake.plain_text import read_text
from accord.intake.report_draft import InputError


def test_front_matter_is_metadata() -> None:
    data = b'---\nheadline: "Mill burns"\ndate: 2 May 2031\nsite: The Fen\n---\nIt burned down.\n'
    draft = read_text(data, "id", "a.md", "a", DayFinder.load())
    assert (draft.title, draft.published, draft.source) == ("Mill burns", "2031-05-02", "The Fen")


def test_front_matter_alone_is_no_report() -> None:
    with pytest.raises(InputError, match="empty"):
        read_text(b"---\ntitle: x\n---\n", "id", "a.md", "a", DayFinder.load())
