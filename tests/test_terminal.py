"""Progress never touches the items, and is silent where nobody watches."""

from __future__ import annotations

import io
import sys

import pytest

from accord import terminal


def test_every_item_passes_in_silence_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(terminal.watch(range(5), "Reading")) == [0, 1, 2, 3, 4]
    assert capsys.readouterr() == ("", "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_every_item_passes_once_with_a_bar_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(terminal, "_PATIENCE_SECONDS", -1.0)
    assert list(terminal.watch(range(5), "Reading", total=5)) == [0, 1, 2, 3, 4]
    assert "Reading" in screen.getvalue()


def test_quick_work_shows_nothing_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(terminal, "_PATIENCE_SECONDS", 60.0)
    assert list(terminal.watch([], "Reading")) == []
    assert list(terminal.watch("ab", "Reading")) == ["a", "b"]
    assert screen.getvalue() == ""


def test_only_a_terminal_has_a_width(monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal.width() is None
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "72")
    assert terminal.width() == 72
    monkeypatch.setattr(sys, "stdout", None)
    assert terminal.width() is None
