"""A report as its file gives it, or why it gives none; and drafts laid aside until copies are joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from tempfile import SpooledTemporaryFile

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from accord.records import Problem, Provenance, Report

# Up to this many bytes the spool stays in memory; beyond it goes to a temporary file.
_IN_MEMORY = 64_000_000
_METADATA = ("source", "title", "published", "url")


class InputError(Exception):
    """One input, or one line of one, cannot be used: what was wrong and what to do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def problem(self, name: str) -> Problem:
        """The error as a record; `name` is the input it was found in."""
        return Problem(input=name, reason=self.reason, advice=self.advice)


class ReportDraft(Struct, frozen=True, array_like=True):
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

    def stating(self, values: Mapping[str, str | None], origin: str) -> ReportDraft:
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


class Spool:
    """Keeps drafts on disk and of each only its digest, id and position in memory."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (closed by `__exit__`)
        self._copies: dict[bytes, list[tuple[str, int, int]]] = defaultdict(list)
        self._decoder = msgspec.msgpack.Decoder(ReportDraft)

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def add(self, draft: ReportDraft) -> None:
        """Lay `draft` aside."""
        packed = msgspec.msgpack.encode(draft)
        digest = sha256(draft.text.encode()).digest()
        self._copies[digest].append((draft.id, self._file.tell(), len(packed)))
        self._file.write(packed)

    def reports(self) -> Iterator[Report]:
        """One report a text, sorted by id.

        An id that different texts share is made unique by the first digits of the text's hash,
        so that it does not depend on which came first.
        """
        ids = unique_ids({digest: min(copies)[0] for digest, copies in self._copies.items()})
        texts = Counter(id for copies in self._copies.values() for id in {id for id, _, _ in copies})
        taken = frozenset(ids.values()) | {id for id, count in texts.items() if count > 1}
        for id, digest in sorted((id, digest) for digest, id in ids.items()):
            drafts = [self._load(at, size) for _, at, size in self._copies[digest]]
            yield join_drafts(id, sorted(drafts, key=lambda draft: (draft.id, draft.place)), taken)

    def _load(self, at: int, size: int) -> ReportDraft:
        self._file.seek(at)
        return self._decoder.decode(self._file.read(size))


def unique_ids(wanted: dict[bytes, str]) -> dict[bytes, str]:
    """Ids by digest, each once: what several texts want gets the first digits of their digests."""
    ids = dict(wanted)
    for digits in range(8, 65, 8):
        holders: dict[str, list[bytes]] = defaultdict(list)
        for digest, id in ids.items():
            holders[id].append(digest)
        shared = [digest for same in holders.values() if len(same) > 1 for digest in same]
        if not shared:
            break
        ids.update({digest: f"{wanted[digest]}-{digest.hex()[:digits]}" for digest in shared})
    return ids


def join_drafts(id: str, drafts: Sequence[ReportDraft], taken: frozenset[str]) -> Report:
    """One report of drafts with the same text: each value from the first draft that states it.

    Records (JSONL) keep their own ids beside the report's, unless another text has that id.
    """
    values: dict[str, str] = {}
    origins: dict[str, str] = {}
    for name in _METADATA:
        for draft in drafts:
            if (value := getattr(draft, name)) is not None:
                values[name], origins[name] = value, getattr(draft.provenance, name)
                break
    places = tuple(sorted({draft.place for draft in drafts}))
    stated = {draft.id for draft in drafts if draft.stem is None}
    return replace(
        drafts[0].report(),
        id=id,
        places=places,
        other_ids=tuple(sorted(stated - taken)),
        provenance=Provenance(**origins),
        **values,
    )
