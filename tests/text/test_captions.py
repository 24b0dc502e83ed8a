"""Captions, slides and bracketed links are told from prose by their shape."""

from __future__ import annotations

import pytest

from accord.text.captions import CaptionCues

CUES = CaptionCues.load()


@pytest.mark.parametrize(
    "text",
    [
        "3/12 Harbour at dusk The ferry Orlo lies at the quay of Karst on Tuesday",
        "Photos: Ferries of the north The Orlo at its launch in 1988. Hide Caption 4 of 17",
        "Sheep are led off the ferry at Karst. (Ann Karst/Reuters)",
        "The mayor of Karst waves from the quay (Getty)",
        "What the cook saw of the fire. (Courtesy of Bela Orlo)",
        "The ferry before its last crossing. Photograph: Bela Orlo/AP",
        "FILE - In this May 3, 2019, photo the ferry Orlo leaves the harbour of Karst",
        "EPA Divers went down to the wreck for a third time",
        "Cook Bela Orlo (pictured) was the last to leave the ship",
        "[Five ferries that were lost off Karst]",
        "Scroll down for video",
        "Facebook Twitter Pinterest Divers at the wreck of the Orlo",
        "Alamy Crews work below the span of the ferry",
        "Getty - Contributor Crews work below the span",
        "JUST WATCHED Ferry sinks Replay More Videos ... MUST WATCH Ferry sinks 01:12",
        "This report was corrected on 3 May. An earlier version said that the ferry had sunk in April.",
    ],
)
def test_what_belongs_to_a_picture_or_leads_elsewhere(text: str) -> None:
    assert CUES.is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Orlo sank off Karst on Tuesday with 3100 sheep aboard.",
        "KARST (Reuters) - The ferry Orlo sank on Tuesday.",
        "AP reporters saw divers go down to the wreck.",
        "Reuters Crews worked below the span, the owner said",
        "The caption of the picture was hidden from view.",
        "This report was handed to the ministry on 3 May, and said that the ferry had sunk in April.",
        "The Orlo (left in the dock for years) sank within the hour.",
        "The cook (Bela Orlo) was the last to leave the ship.",
        "Votes were split 5/4 on the matter, the court said.",
        "“We saw it go down,” she said (and wept).",
        "[The ministry] said nothing of the sheep, and would not be drawn on the fire.",
        "It sank in 20 minutes (or less)",
    ],
)
def test_prose_is_left(text: str) -> None:
    assert not CUES.is_caption(text)


def test_a_long_paragraph_is_prose_even_if_it_ends_in_a_credit() -> None:
    assert not CUES.is_caption("The ferry sank, and nobody knows why it did. " * 20 + "(Ann Karst/Reuters)")
