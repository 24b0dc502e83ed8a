"""What the field calls things: data files, the one reader of them, and patterns of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct

from accord.errors import VocabularyError

T = TypeVar("T")


class Vocabulary(Struct, frozen=True):
    """The vocabulary of a run: the data files of this package.

    It is passed to whatever is loaded from it; nothing reads a file on its own.

    >>> accord.Vocabulary().read("en/quantities/numbers.json", dict[str, object])["units"]["seven"]
    7
    """

    def read(self, name: str, shape: type[T]) -> T:
        """Read the file `name` ("en/acts/acts.json", from this folder) and check it against `shape`.

        Raises:
            VocabularyError: the file is missing or is not of that shape.
        """
        try:
            return msgspec.json.decode(files(__package__).joinpath(name).read_bytes(), type=shape)
        except (OSError, msgspec.MsgspecError) as error:
            raise VocabularyError(f"vocabulary file {name}: {error}; mend the file") from error


PACKAGED = Vocabulary()
"""The vocabulary as it is shipped."""


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
