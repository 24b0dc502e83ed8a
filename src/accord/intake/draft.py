"""A report as its file gives it, before ids are made unique and identical texts are joined."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from accord.records import Provenance, Report


class Draft(Struct, frozen=True, array_like=True):
    """A decoded text with the metadata that its own file or record states.

    `place` is the input it was found in, `stem` the file's name without its ending (None for
    JSONL records and standard input, whose names say nothing).  A value that is not stated is None.
    """

    id: str
    text: str
    place: str
    stem: str | None = None
    source: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    provenance: Provenance = Provenance()
    raw: bytes | None = None

    def stating(self, values: Mapping[str, str | None], origin: str) -> Draft:
        """This draft with the metadata that is told in `values`, all of it from `origin`."""
        known = {name: value.strip() for name, value in values.items() if value and value.strip()}
        return replace(self, **known, provenance=Provenance(**dict.fromkeys(known, origin)))

    def report(self) -> Report:
        """The report of this draft, found in one place."""
        return Report(
            id=self.id,
            text=self.text,
            sha256=sha256(self.text.encode()).hexdigest(),
            source=self.source,
            title=self.title,
            published=self.published,
            url=self.url,
            places=(self.place,),
            provenance=self.provenance,
            raw=self.raw,
        )
