"""What settings say, and the vocabulary that they name."""

from __future__ import annotations

from pathlib import Path

from accord.settings import Settings
from accord.vocabulary import PACKAGED


def test_one_process_works_unless_more_are_asked_for() -> None:
    assert Settings().workers == 1


def test_the_vocabulary_is_that_of_the_package_with_the_folder_over_it(tmp_path: Path) -> None:
    assert Settings().load_vocabulary() == PACKAGED
    (tmp_path / "wires.json").write_text("{}")
    for folder in (tmp_path, str(tmp_path)):
        (own,) = Settings(vocabulary=folder).load_vocabulary().own
        assert (own.name, own.data) == ("en/text/wires.json", b"{}")
