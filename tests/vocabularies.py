"""A vocabulary with one file replaced, to see what its loader refuses."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from accord.errors import VocabularyError
from accord.vocabulary import Vocabulary

T = TypeVar("T")


class Replaced(Vocabulary, frozen=True, kw_only=True):
    """The vocabulary as it is shipped, but for the file `file`, which holds `data`."""

    file: str
    data: object

    def read(self, name: str, shape: type[T]) -> T:
        """As the vocabulary does."""
        if name != self.file:
            return super().read(name, shape)
        try:
            return msgspec.json.decode(msgspec.json.encode(self.data), type=shape)
        except msgspec.MsgspecError as error:
            raise VocabularyError(f"vocabulary file {name}: {error}; mend the file") from error
