"""The page of licences has every package that is locked, under a licence that goes with Accord's."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

_MADE = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "make_licences.py"))
_PAGE, _LICENCE = _MADE["PAGE"].read_text(encoding="utf-8"), _MADE["licence"]
_LOCKED = {name: version for name, version in _MADE["locked"]() if _LICENCE(name) is not None}
_ROW = re.compile(r"^\| ([\w.-]+) \| (\S+) \| (.+) \|$", re.MULTILINE)
# Licences under which a package may be installed beside one under Apache-2.0.
_KNOWN = re.compile(r"MIT|BSD|Apache|PSF|MPL|LGPL|ISC|Mozilla Public", re.IGNORECASE)


def test_every_locked_package_has_its_row() -> None:
    told = {name: version for name, version, _ in _ROW.findall(_PAGE)}
    assert _LOCKED.items() <= told.items(), "run python docs/make_licences.py"


def test_every_licence_is_known() -> None:
    rows = [(name, stated) for name, _, stated in _ROW.findall(_PAGE) if name not in ("package", "---")]
    assert [row for row in rows if not _KNOWN.search(row[1])] == []
