"""Dossiers as one JSON document with every field of every record."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from accord.inert import escaped
from accord.records import Dossier, Problem


class DossierDocument(Struct, frozen=True):
    """The whole output of a run."""

    stories: tuple[Dossier, ...]
    problems: tuple[Problem, ...]


def render_json(dossiers: Sequence[Dossier], problems: Sequence[Problem]) -> bytes:
    """`{"stories": [...], "problems": [...]}` in UTF-8, indented, ending in a line feed.

    Every field of every record is there, reports with their whole text; field order is that of
    the records, so that equal dossiers give equal bytes.

    >>> import json
    >>> json.loads(accord.render_json([dossier], intake.problems))["stories"][0]["title"]
    'Cuba and the United States resumed diplomatic relations'
    """
    document = DossierDocument(tuple(dossiers), tuple(problems))
    return escaped(msgspec.json.format(msgspec.json.encode(document), indent=1)) + b"\n"
