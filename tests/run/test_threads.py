"""The numeric libraries are told to run one thread, unless the environment says otherwise."""

from __future__ import annotations

import os

import pytest

from accord.run.threads import use_one_thread


def test_one_thread_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        monkeypatch.setitem(os.environ, name, "")
        monkeypatch.delitem(os.environ, name)
    use_one_thread()
    assert (os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"]) == ("1", "1")


def test_what_the_environment_says_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    use_one_thread()
    assert os.environ["OMP_NUM_THREADS"] == "3"
