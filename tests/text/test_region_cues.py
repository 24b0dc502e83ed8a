"""What the words and the shape of one block say of it."""

from __future__ import annotations

import pytest

from accord.text.region_cues import HEAD_BLOCKS, RegionCues

CUES = RegionCues.load()
FAR = HEAD_BLOCKS + 1


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#ferry #harbour", True),
        ("#ferry ran aground", False),
        ("Tags: ferry, harbour", True),
        ("Tags: all ferries carry one.", False),
        ("Captain: ferry, harbour", False),
    ],
)
def test_tags(text: str, tags: bool) -> None:
    assert CUES.is_tags(text) == tags


@pytest.mark.parametrize(
    "text",
    [
        "Share this article",
        "* * *",
        "https://ferry.example/news",
        "desk@ferry.example",
        "5 min read",
        "Home > News > Harbour",
        "Editing by Ann Karst",
        "<div>",
        "Bela Orlo/Reuters",
    ],
)
def test_furniture_wherever_it_stands(text: str) -> None:
    assert CUES.is_furniture(text, FAR)


def test_a_byline_is_furniture_only_at_the_head() -> None:
    assert CUES.is_furniture("By Ann Karst", 1)
    assert CUES.is_furniture("Harbour Post Correspondent", 1)
    assert not CUES.is_furniture("By Ann Karst", FAR)


def test_an_invitation_is_none_at_the_very_head_nor_where_somebody_says_it() -> None:
    assert CUES.is_furniture("Watch: the ferry leaves", 1)
    assert not CUES.is_furniture("Watch: the ferry leaves", 0)
    assert not CUES.is_furniture("Watch the ferry leave, the mayor said", 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published: 4 May 2021, 10:30", True),
        ("Monday, May 4, 2021", True),
        ("4 May", False),
        ("The ferry left on 4 May 2021", False),
        ("12 34", False),
    ],
)
def test_a_day_line(text: str, day: bool) -> None:
    assert CUES.is_day_line(text) == day


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("© 2021 Harbour Post", True),
        ("All rights reserved.", True),
        ("The mayor said all rights reserved to the ferry were sold.", False),
        ("The ferry left the pier.", False),
    ],
)
def test_a_disclaimer(text: str, legal: bool) -> None:
    assert CUES.is_disclaimer(text) == legal


def test_under_a_heading_that_announces_it_one_phrase_is_a_disclaimer() -> None:
    assert CUES.is_disclaimer_heading("** Disclaimer **")
    assert not CUES.is_disclaimer_heading("Disclaimer of the ferry")
    assert CUES.may_be_disclaimer("So it goes: all rights reserved, the mayor said.")
    assert not CUES.may_be_disclaimer("The ferry left the pier.")


def test_a_summary_by_its_heading_or_label() -> None:
    assert CUES.is_summary_heading("Key points:")
    assert not CUES.is_summary_heading("Points of view")
    assert CUES.is_summary_label("TL;DR:")
    assert not CUES.is_summary_label("Captain:")
    assert CUES.starts_summary("TL;DR: the ferry is late.")
    assert not CUES.starts_summary("Captain: the ferry is late.")


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("Alamy Crews work below the span of the ferry", True),
        ("Getty - Contributor Crews work below the span", True),
        ("Reuters Crews worked below the span, the owner said", False),
        ("Reuters Crews work below the span.", False),
        ("The ferry Hide Caption 3 of 9 Crews look on. Hide Caption 4 of 9 A boat waits.", True),
        ("The caption of the picture was hidden from view.", False),
        ("JUST WATCHED Ferry sinks Replay More Videos ... MUST WATCH Ferry sinks 01:12", True),
        (
            "This report was corrected on 3 May. An earlier version said that the ferry had sunk in April.",
            True,
        ),
        (
            "This report was handed to the ministry on 3 May, and said that the ferry had sunk in April.",
            False,
        ),
    ],
)
def test_what_surrounds_pictures_and_corrections_is_furniture(text: str, furniture: bool) -> None:
    assert CUES.is_furniture(text, FAR) == furniture
