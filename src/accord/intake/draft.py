"""A report as its file gives it, before ids are made unique and identical texts are joined."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct

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
