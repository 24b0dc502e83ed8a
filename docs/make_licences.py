"""Writes licences.md: every package that is locked, with its licence.

Usage: python docs/make_licences.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

_LOCK = Path(__file__).parents[1] / "requirements.lock"
PAGE = Path(__file__).parent / "licences.md"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_HEAD = """# Licences

What `requirements.lock` pins, with the licence that each package states. Accord is under Apache-2.0;
packages are installed beside it, not copied into it, and each of these licences allows that.
`python docs/make_licences.py` writes this page.

| package | version | licence |
| --- | --- | --- |
"""


def locked() -> list[tuple[str, str]]:
    """Every package in the lock, with its version."""
    return _PINNED.findall(_LOCK.read_text(encoding="utf-8"))


def licence(package: str) -> str | None:
    """The licence of an installed package, "" where it states none; None where it is not installed."""
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return None
    if "License-Expression" in told:
        return str(told["License-Expression"])
    classes = told.get_all("Classifier") or []
    kinds = [each.rpartition(" :: ")[2] for each in classes if each.startswith("License")]
    named = str(told["License"]).strip() if "License" in told else ""
    short = named if len(named) < 80 and "\n" not in named else ""
    return short or " and ".join(sorted(kinds))


def rows() -> Iterator[str]:
    """A row for each package that is installed."""
    for package, version in locked():
        told = licence(package)
        if told is not None:
            yield f"| {package} | {version} | {told or 'not stated'} |\n"


if __name__ == "__main__":
    PAGE.write_text(_HEAD + "".join(rows()), encoding="utf-8")
