"""Inputs as they are named on a command line: which files they stand for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from accord.intake.kinds import ENDINGS
from accord.intake.report_draft import InputError
from accord.records import Problem

STDIN = "-"

_NO_FILE = InputError("it leads to a device or a pipe, not to a file", "leave it out, or name it itself")
_NOT_REPORTS = frozenset({"desktop.ini", "thumbs.db"})
_SAVED_RESOURCES = (".css", ".js", ".download")
_RESOURCES = (*_SAVED_RESOURCES, ".woff", ".woff2", ".map")
# Browsers call the folder of a page by its name and a word of their language ("Page_files").
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_LAST_PART = re.compile(r"(.*)[_-][^\W\d_]+\Z", re.DOTALL)


class InputFile(Struct, frozen=True):
    """A file to read, and the name that messages and `Report.places` give it; "-" is standard input."""

    path: str
    name: str


def gather(
    inputs: Iterable[str | Path], left_out: Iterable[str] = ()
) -> tuple[list[InputFile], list[Problem]]:
    """The files that `inputs` stand for, each once, in the order of their names, and what is amiss.

    A folder stands for the files in it and below it, without hidden ones, without the folder of
    images and styles that a browser saves beside a page, and without those `left_out`.  A file that
    is named twice, or reached over two paths, is read once, under the name that sorts first.
    """
    passed_over = {os.path.realpath(path) for path in left_out}
    names: dict[str, str] = {}
    problems: list[Problem] = []
    for name in sorted({str(one) for one in inputs}):
        try:
            for path in _files(name):
                if isinstance(path, Problem):
                    problems.append(path)
                    continue
                real = path if path == STDIN else os.path.realpath(path)
                if real in passed_over and path != name:
                    continue
                names[real] = min(names.get(real, path), path)
        except InputError as error:
            problems.append(error.problem(_shown(name)))
        except (OSError, ValueError) as error:
            problems.append(unreadable(error).problem(_shown(name)))
    found = [InputFile(path=name, name=_shown(name)) for name in names.values()]
    return sorted(found, key=lambda source: source.name), problems


def _shown(path: str) -> str:
    """`path` as it can be printed; bytes of a file name that are not UTF-8 are written out."""
    if path == STDIN:
        return "standard input"
    if not path.strip():
        return repr(path)
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def unreadable(error: OSError | ValueError) -> InputError:
    """What an operating system error means for the one who named the file."""
    if isinstance(error, FileNotFoundError):
        return InputError("there is no such file or folder", "check the name; quote it if it has spaces")
    if isinstance(error, PermissionError):
        return InputError("it may not be read", "give yourself permission to read it, or leave it out")
    if isinstance(error, ValueError):
        return InputError("it cannot be the name of a file", "check the name")
    reason = error.strerror or type(error).__name__
    return InputError(f"it cannot be read ({reason})", "check that the file is whole and its disk is there")


def _files(name: str) -> Iterator[str | Problem]:
    if not name.strip():
        raise InputError(
            "it is no name of a file or folder", "name one; a variable of the shell may be empty"
        )
    if _ADDRESS.match(name):
        raise InputError(
            "it is an address, and pages are not fetched here",
            "save the page and give that, or follow the feed of its site with accord watch",
        )
    path = Path(name)
    if name == STDIN or not path.is_dir():
        if name != STDIN:
            path.stat()
        yield name
        return
    empty = True
    for one in _walk(path, frozenset()):
        empty = False
        yield one
    if empty:
        raise InputError("the folder has no files to read", f"put reports into it: {', '.join(ENDINGS)}")


def _walk(folder: Path, above: frozenset[str]) -> Iterator[str | Problem]:
    """Files below `folder`; a link back to one of the folders `above` it (real paths) is not followed."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted((entry for entry in entries if _is_shown(entry)), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(error).problem(_shown(str(folder)))
        return
    pages = {
        Path(entry.name).stem for entry in listed if ENDINGS.get(Path(entry.name).suffix.lower()) == "html"
    }
    for entry in listed:
        try:
            is_folder, is_file = entry.is_dir(), entry.is_file()
        except OSError as error:
            yield unreadable(error).problem(_shown(entry.path))
            continue
        if is_folder:
            if not _is_beside_page(Path(entry.path), pages):
                yield from _walk(Path(entry.path), above | {real})
        elif is_file:
            yield entry.path
        elif entry.is_symlink():
            # Read to its end, a device that a link leads to would never end.
            leads_on = Path(entry.path).exists()
            yield _NO_FILE.problem(_shown(entry.path)) if leads_on else entry.path


def _is_shown(entry: os.DirEntry[str]) -> bool:
    name = entry.name.lower()
    return not name.startswith(".") and name not in _NOT_REPORTS and not name.endswith(_RESOURCES)


def _is_beside_page(folder: Path, pages: set[str]) -> bool:
    """Whether a browser put what a page shows into `folder`: named after the page, or full of that."""
    named = _LAST_PART.match(folder.name)
    if named is None:
        return False
    if named[1] in pages:
        return True
    try:
        return any(path.name.lower().endswith(_SAVED_RESOURCES) for path in folder.iterdir())
    except OSError:
        return False
