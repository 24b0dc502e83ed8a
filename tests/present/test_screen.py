"""The first screen on a terminal: within its width, and nothing of a report can steer it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from accord.present.screen import render_screen, shown
from dossiers import empty_dossier, made_dossier
from story_views import of_usual_length


def test_it_tells_the_title_the_facts_the_disagreements_and_how_sure() -> None:
    lines = render_screen([made_dossier()], 80).splitlines()
    assert lines[:3] == [
        "Norvia reopens embassy in Talmark",
        "5 reports, May 2031 to 13 May 2031, 1 undated",
        "1 of 3 facts told by several reports; 4 contradictions, 2 differences",
    ]
    told = " ".join(" ".join(lines).split())
    assert "killed 12 soldiers. [A][D] 3 June 2027, echoed" in told
    assert "Contradiction: When?" in told
    assert "March 2031 [A] - March 2030 [B]" in told
    assert "What is new Nothing since 12 May 2031." in told


@pytest.mark.parametrize("width", [10, 20, 40, 80, 300])
def test_lines_keep_to_the_width(width: int) -> None:
    wide = replace(made_dossier(), title="フェリーが港に戻った " * 9 + "x" * 200)
    screen = render_screen([wide, of_usual_length(4, 20), empty_dossier()], width)
    assert max(map(cell_len, screen.splitlines())) <= max(20, min(width, 100))


@given(st.text(), st.sampled_from(["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\u200b", "\r", "\x00"]))
def test_nothing_a_terminal_would_act_on_is_left(text: str, control: str) -> None:
    assert shown(text + control + text).isprintable()


def test_control_characters_of_a_report_are_seen_and_not_obeyed() -> None:
    screen = render_screen([replace(made_dossier(), title="Quay\x1b[2J \u202eclosed")], 80)
    assert screen.startswith("Quay\\x1b[2J closed\n")
    assert all(line.isprintable() for line in screen.split("\n"))


def test_nothing_to_tell_is_said() -> None:
    assert render_screen([], 80) == "Nothing to tell: no report could be read.\n"
