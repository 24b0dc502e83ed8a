"""Whether the files of the spaCy pipeline are those that were looked at when it was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from accord.errors import AccordError
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "models/pipeline.json"


class PinnedPipeline(Struct, frozen=True, forbid_unknown_fields=True):
    """The pipeline that is read by default, and the SHA-256 of each of its files by its path."""

    about: str
    pipeline: str
    files: Mapping[str, str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> PinnedPipeline:
        """Read the digests.

        Raises:
            VocabularyError: the file is broken.
        """
        return vocabulary.read(_FILE, cls)

    def check(self, name: str, folder: Path) -> None:
        """Refuse the pipeline called `name` with its files in `folder`, if it is the pinned one and another.

        Raises:
            AccordError: a file is missing, or is not what it was.
        """
        if name != self.pipeline:
            return
        for file, digest in sorted(self.files.items()):
            try:
                found = sha256(folder.joinpath(file).read_bytes()).hexdigest()
            except OSError as error:
                raise AccordError(
                    f"the spaCy pipeline {name!r} lacks {file} ({error.strerror}); install it again"
                ) from error
            if found != digest:
                raise AccordError(
                    f"the spaCy pipeline {name!r} is not the one that was pinned: {file} differs; "
                    "install it again from requirements.lock, or name another with --pipeline"
                )
