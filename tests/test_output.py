"""Data is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.errors import AccordError
from accord.output import check, write


def test_a_file_is_written(tmp_path: Path) -> None:
    write(tmp_path / "out.md", [b"one ", b"two"])
    assert (tmp_path / "out.md").read_bytes() == b"one two"


def test_what_fails_halfway_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    target.write_bytes(b"old")

    def chunks() -> Iterator[bytes]:
        yield b"new"
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        write(target, chunks())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(AccordError, match=r"cannot write .*nowhere.*--output"):
        write(tmp_path / "nowhere" / "out.md", [b""])


def test_standard_output_gets_the_bytes(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(None, ["é".encode()])
    assert capfdbinary.readouterr().out == "é".encode()


def test_a_link_is_followed_and_permissions_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "out.md", tmp_path / "link.md"
    target.write_bytes(b"old")
    target.chmod(0o600)
    link.symlink_to(target)
    write(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere" / "out.md"):
        with pytest.raises(AccordError, match="cannot write"):
            check(path)
    check(tmp_path / "out.md")
    assert list(tmp_path.iterdir()) == []
