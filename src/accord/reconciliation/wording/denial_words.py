"""Words that bound a denial, or that leave nobody who did it."""

from __future__ import annotations

from msgspec import Struct


class DenialWords(Struct, frozen=True, forbid_unknown_fields=True):
    """`ended_by` say until when a thing was not done; `nobody` are patterns of subjects that are nobody."""

    ended_by: tuple[str, ...]
    nobody: tuple[str, ...]
