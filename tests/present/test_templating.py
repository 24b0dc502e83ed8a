"""Compiled templates are kept, and nothing goes wrong where they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from accord.present.templating import CompiledTemplates, environment


def render(folder: Path, source: str = "{{ 6 * 7 }}") -> str:
    loader = DictLoader({"one": source})
    return Environment(loader=loader, bytecode_cache=CompiledTemplates(folder)).get_template("one").render()


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.jinja"))


def test_compiled_form_is_kept_and_used(tmp_path: Path) -> None:
    assert render(tmp_path) == "42"
    (place,) = kept(tmp_path)
    before = place.stat().st_mtime_ns
    assert render(tmp_path) == "42"
    assert kept(tmp_path) == [place]
    assert place.stat().st_mtime_ns == before


def test_changed_source_is_compiled_again(tmp_path: Path) -> None:
    render(tmp_path)
    assert render(tmp_path, "{{ 6 * 8 }}") == "48"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"j2" * 40])
def test_broken_file_is_compiled_over(tmp_path: Path, content: bytes) -> None:
    render(tmp_path)
    (place,) = kept(tmp_path)
    place.write_bytes(content)
    assert render(tmp_path) == "42"
    assert place.read_bytes() != content


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert render(blocked) == "42"


def test_everything_is_escaped_and_unknown_names_are_errors() -> None:
    from jinja2 import UndefinedError

    made = environment()
    assert made.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        made.from_string("{{ y }}").render()
