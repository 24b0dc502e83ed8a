"""What a Reading or a Dossier was made with, as a digest: it is made again when that has changed."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import accord
from accord.settings import Settings

# The folders and modules of Accord that each step runs.
_EXTRACTING = ("text", "extraction", "vocabulary", "edtf.py", "temporal_network.py", "records.py")
_RECONCILING = (
    *("reconciliation", "grouping", "ledger", "vocabulary", "verdict.py", "disjoint_sets.py"),
    *("edtf.py", "temporal_network.py", "steps.py", "records.py"),
)
_GROUPING = ("grouping", "disjoint_sets.py", "vocabulary/en/text/common_terms.json")


def extracting(settings: Settings) -> str:
    """What Readings are made with: the modules, the pipeline and spaCy."""
    packages = (settings.pipeline, settings.pipeline.replace("_", "-"), "spacy")
    return _digest(_EXTRACTING, *(f"{name} {_version(name)}" for name in packages))


def reconciling() -> str:
    """What Dossiers are made with."""
    return _digest(_RECONCILING)


def grouping() -> str:
    """What stories are grouped with."""
    return _digest(_GROUPING)


def _digest(parts: tuple[str, ...], *others: str) -> str:
    found = sha256()
    root = Path(accord.__file__).parent
    for part in parts:
        top = root / part
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        for file in files:
            if file.suffix in {".py", ".json"}:
                found.update(f"{file.relative_to(root).as_posix()}\0".encode())
                found.update(file.read_bytes())
    for other in others:
        found.update(f"\0{other}".encode())
    return found.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
