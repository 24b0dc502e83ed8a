"""The options of reading, which commands take as their settings."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

import pytest

from accord import commands, store_commands
from accord.errors import VocabularyError
from accord.options import leaving_out, reading_settings, with_settings
from accord.settings import Settings


def test_a_command_gets_the_settings_that_its_options_make() -> None:
    told: list[tuple[str, Settings]] = []

    @with_settings
    def command(name: str = "a", *, settings: Settings) -> None:
        """Do something."""
        told.append((name, settings))

    assert command.__doc__ == "Do something."
    assert list(signature(command).parameters) == ["name", *signature(reading_settings).parameters]
    command(name="b", pipeline="p", vocabulary="words", max_bytes=5, workers=0, vectors=False)
    wanted = Settings(pipeline="p", vocabulary="words", max_bytes=5, workers=0, vectors=False)
    assert told == [("b", wanted)]


def test_every_command_that_reads_takes_every_option_of_reading() -> None:
    reading = set(signature(reading_settings).parameters)
    for command in (
        *(commands.dossier, commands.extract, commands.stories, commands.ledger),
        *(store_commands.add, store_commands.watch, store_commands.withdraw),
    ):
        assert reading <= set(signature(command).parameters), command


def test_a_run_reads_neither_its_outputs_nor_its_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "wires.json").write_text("{}")
    settings = leaving_out(Settings(vocabulary=tmp_path), [None, Path("a.json"), "accord.db"])
    assert settings == Settings(
        vocabulary=tmp_path, left_out=("a.json", "accord.db", str(tmp_path / "wires.json"))
    )


def test_a_vocabulary_that_fits_none_is_told_before_the_work_begins(tmp_path: Path) -> None:
    (tmp_path / "wire.json").write_text("{}")
    with pytest.raises(VocabularyError, match=r"did you mean wires.json\?"):
        leaving_out(Settings(vocabulary=tmp_path), [])
