"""An error of a step, told as a Problem of one input."""

from __future__ import annotations

import logging

import pytest

from accord.errors import FAULT
from accord.faults import fault


def test_a_fault_names_input_step_and_error() -> None:
    problem = fault("ferry.txt", "reading", KeyError("fog"))
    assert problem.input == "ferry.txt"
    assert problem.reason == "reading failed: KeyError: 'fog'"
    assert problem.advice == FAULT


def test_an_error_that_repeats_a_whole_text_is_cut() -> None:
    assert len(fault("a.txt", "reading", ValueError("x" * 100_000)).reason) < 400


def test_where_it_arose_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="accord"):
        fault("a.txt", "reading", ValueError("no"))
    assert caplog.records[0].exc_info is not None
