"""What the field calls things: data files, the one reader of them, and patterns of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary.overlay import OwnFile, lay_over, own_files

T = TypeVar("T")

_FOLDER = Path(__file__).parent


class Vocabulary(Struct, frozen=True):
    """The vocabulary of a run: the data files of this package, and the user's `own`, laid over them.

    It is passed to whatever is loaded from it; nothing reads a file on its own.

    >>> accord.Vocabulary().read("en/quantities/numbers.json", dict[str, object])["units"]["seven"]
    7
    """

    own: tuple[OwnFile, ...] = ()

    @classmethod
    def over(cls, folder: str | Path) -> Vocabulary:
        """The vocabulary with the files in `folder` laid over it.

        Each has the name of one of the package's files, as "en/acts/acts.json" or just "acts.json".

        Raises:
            VocabularyError: the folder cannot be read, or holds a file that adds to none.
        """
        return cls(own_files(Path(folder), _FOLDER))

    def read(self, name: str, shape: type[T]) -> T:
        """Read the file `name` ("en/acts/acts.json", from this folder) and check it against `shape`.

        Raises:
            VocabularyError: the file is missing or is not of that shape, or the user's own is not.
        """
        try:
            data = (_FOLDER / name).read_bytes()
            for file in self.own:
                if file.name == name:
                    data = lay_over(data, file.data, shape, file.path)
            return msgspec.json.decode(data, type=shape)
        except (OSError, msgspec.MsgspecError) as error:
            raise VocabularyError(f"vocabulary file {name}: {error}; mend the file") from error

    def packaged_bytes(self, name: str) -> bytes:
        """The file `name` of the package as it is, for what no words can be laid over.

        Raises:
            VocabularyError: the file cannot be read.
        """
        try:
            return (_FOLDER / name).read_bytes()
        except OSError as error:
            raise VocabularyError(
                f"vocabulary file {name}: {error.strerror or error}; install Accord again"
            ) from error

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Have what a loader finds amiss in a file name the user's own that is laid over it."""
        try:
            yield
        except VocabularyError as error:
            told = str(error)
            paths = [file.path for file in self.own if file.name.rpartition("/")[2] in told]
            if not paths or paths[0] in told:
                raise
            raise VocabularyError(f"{paths[0]}, laid over it, does not fit: {told}") from error

    def fingerprint(self) -> str:
        """A digest of the user's own files: of the package's, who wants to know asks the package."""
        found = sha256()
        for file in self.own:
            found.update(f"{file.name}\0{len(file.data)}\0".encode())
            found.update(file.data)
        return found.hexdigest()


PACKAGED = Vocabulary()
"""The vocabulary as it is shipped."""


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
