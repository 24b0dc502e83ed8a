"""Errors that a caller is meant to catch: of one kind, and whole when they come from another process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from accord.errors import AccordError, VocabularyError
from accord.intake.report_draft import InputError
from accord.settings import Settings


def test_who_catches_the_errors_of_accord_catches_those_of_a_vocabulary(tmp_path: Path) -> None:
    with pytest.raises(AccordError) as told:
        Settings(vocabulary=tmp_path / "gone").load_vocabulary()
    assert type(told.value) is VocabularyError


def test_one_input_that_cannot_be_used_does_not_end_a_run() -> None:
    assert not isinstance(InputError("it is empty", "leave it out"), AccordError)


@pytest.mark.parametrize("kind", [AccordError, VocabularyError])
def test_an_error_of_a_worker_process_comes_back_as_it_was(kind: type[AccordError]) -> None:
    again = pickle.loads(pickle.dumps(kind("no pipeline 'x'; install it")))
    assert type(again) is kind
    assert str(again) == "no pipeline 'x'; install it"
