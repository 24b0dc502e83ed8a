"""The pinned pipeline, and one whose files were changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from spacy.util import get_package_path

from accord.errors import AccordError
from accord.extraction.parse.pinned import PinnedPipeline
from accord.settings import DEFAULT_PIPELINE


def test_the_pipeline_that_is_read_by_default_is_pinned_file_by_file() -> None:
    pinned = PinnedPipeline.load()
    assert pinned.pipeline == DEFAULT_PIPELINE
    (folder,) = (path.parent for path in get_package_path(DEFAULT_PIPELINE).glob("*/config.cfg"))
    held = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert held == set(pinned.files)
    pinned.check(DEFAULT_PIPELINE, folder)


def test_a_file_that_differs_or_is_gone_is_named(tmp_path: Path) -> None:
    pinned = PinnedPipeline("", "tern", {"model": sha256(b"weights").hexdigest()})
    with pytest.raises(AccordError, match="lacks model"):
        pinned.check("tern", tmp_path)
    (tmp_path / "model").write_bytes(b"other weights")
    with pytest.raises(AccordError, match="model differs"):
        pinned.check("tern", tmp_path)
    pinned.check("gull", tmp_path)
    (tmp_path / "model").write_bytes(b"weights")
    pinned.check("tern", tmp_path)
