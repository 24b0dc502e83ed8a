"""What a Reading or a Dossier was made with, as a digest: it is made again when that has changed."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from accord.settings import Settings

_ROOT = Path(__file__).parents[1]

_AT_THE_EDGES = frozenset(
    ("__init__.py", "cli.py", "commands.py", "store_commands.py", "options.py", "output.py", "terminal.py")
)
_VALUES = tuple(
    sorted(file.name for file in _ROOT.glob("*.py") if file.name not in {*_AT_THE_EDGES, "steps.py"})
)
# The rooms of Accord that each step runs, with all that those import; a test follows the imports.
EXTRACTING = (*_VALUES, "vocabulary", "text", "extraction")
GROUPING = (*_VALUES, "vocabulary", "grouping")
RECONCILING = (
    *(*_VALUES, "steps.py", "vocabulary", "text", "grouping"),
    *("reconciliation", "ledger", "guides", "store/passages.py"),
)

ENCODING = ("grouping/meaning", "vocabulary/models/meaning.json", "vocabulary/models/wordpieces.json")


def extracting(settings: Settings) -> str:
    """What Readings are made with: the modules, the vocabulary, the pipeline and spaCy."""
    packages = (settings.pipeline, settings.pipeline.replace("_", "-"), "spacy")
    return _digest(EXTRACTING, settings, *(f"{name} {_version(name)}" for name in packages))


def grouping(settings: Settings) -> str:
    """What stories are grouped with."""
    return _digest(GROUPING, settings, f"vectors {settings.vectors}")


def reconciling(settings: Settings) -> str:
    """What Dossiers are made with."""
    return _digest(RECONCILING, settings, f"vectors {settings.vectors}")


def encoding(settings: Settings) -> str:
    """What vectors of meaning are made with."""
    return _digest(ENCODING, settings)


def _digest(parts: tuple[str, ...], settings: Settings, *others: str) -> str:
    found = sha256()
    for part in parts:
        top = _ROOT / part
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if file.suffix in {".py", ".json"}:
                found.update(f"{file.relative_to(_ROOT).as_posix()}\0".encode())
                found.update(file.read_bytes())
    for other in (*others, settings.load_vocabulary().fingerprint()):
        found.update(f"\0{other}".encode())
    return found.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
