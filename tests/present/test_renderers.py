"""Each ending of a file has its renderer."""

from __future__ import annotations

import pytest

from accord.errors import AccordError
from accord.present.json import render_json
from accord.present.markdown import render_markdown
from accord.present.renderers import renderer, screen_renderer
from accord.present.screen import render_screen
from dossiers import made_dossier


def test_endings_tell_the_format_in_any_case() -> None:
    dossiers = [made_dossier()]
    assert renderer(".JSON")(dossiers, ()) == render_json(dossiers, ())
    assert renderer(".markdown")(dossiers, ()).decode() == render_markdown(dossiers, ())
    assert renderer(".htm")(dossiers, ()).startswith(b"<!")


def test_another_ending_is_refused_with_those_there_are() -> None:
    with pytest.raises(AccordError, match=r"'\.doc'.*\.html, \.md or \.json"):
        renderer(".doc")


def test_renderer_is_chosen_by_ending() -> None:
    assert renderer(".HTML")([], []).startswith(b"<!doctype html>")
    assert renderer(".json")([], []).startswith(b"{")
    assert renderer(".md")([], []).startswith(b"#")
    with pytest.raises(AccordError, match=r"\.html, \.md or \.json"):
        renderer(".docx")


def test_a_terminal_has_its_own() -> None:
    assert screen_renderer(60)([made_dossier()], ()).decode() == render_screen([made_dossier()], 60)
