"""The tables of a store.

Records are appended with the time they were recorded; what no longer holds is marked with the time it
was retracted.  The tables of the index hold nothing that cannot be made again of the records.
Times are UTC, ISO 8601, so that they sort as text.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData()


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True, autoincrement=True)


def _text_key(primary_key: bool = False) -> Column[int]:
    return Column("text_key", Integer, ForeignKey("texts.key"), nullable=False, primary_key=primary_key)


def _lasting() -> tuple[SchemaItem, SchemaItem]:
    """When a record was made, and since when it no longer holds."""
    return Column("recorded", String(32), nullable=False), Column("retracted", String(32))


# --- Records ----------------------------------------------------------------------------------

texts = Table(
    "texts",
    metadata,
    _key(),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
    Column("recorded", String(32), nullable=False),
)

# A text as one input gave it: its id, source, title, day and address, and the bytes it came in.
copies = Table(
    "copies",
    metadata,
    _key(),
    _text_key(),
    Column("id", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("url", Text),
    Column("fingerprint", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    *_lasting(),
    Column("why", Text),
    Index("copies_text", "text_key"),
    Index("copies_id", "id"),
    Index("copies_place", "place"),
    Index("copies_url", "url"),
)

readings = Table(
    "readings",
    metadata,
    _key(),
    _text_key(),
    Column("basis", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    *_lasting(),
    Index("readings_text", "text_key"),
)

problems = Table(
    "problems",
    metadata,
    _key(),
    Column("text_key", Integer, ForeignKey("texts.key")),
    Column("input", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("basis", String(64)),
    *_lasting(),
    Index("problems_input", "input"),
    Index("problems_text", "text_key"),
)

members = Table(
    "members",
    metadata,
    _key(),
    Column("story", String(32), nullable=False),
    _text_key(),
    *_lasting(),
    Index("members_story", "story"),
    Index("members_text", "text_key"),
)

# A story that took the place of another: "renamed", "merged" or "split".
changes = Table(
    "changes",
    metadata,
    _key(),
    Column("kind", String(16), nullable=False),
    Column("old", String(32), nullable=False),
    Column("new", String(32), nullable=False),
    Column("recorded", String(32), nullable=False),
    Index("changes_old", "old"),
)

dossiers = Table(
    "dossiers",
    metadata,
    _key(),
    Column("story", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("day", String(10)),
    Column("body", LargeBinary, nullable=False),
    Column("relations", LargeBinary),
    *_lasting(),
    Index("dossiers_story", "story"),
)

# What can be searched: a report, a claim or a statement.
passages = Table(
    "passages",
    metadata,
    _key(),
    Column("kind", String(16), nullable=False),
    Column("story", String(32), nullable=False),
    Column("report", Text, nullable=False),
    Column("source", Text),
    Column("day", String(10)),
    Column("text", Text, nullable=False),
    *_lasting(),
    Index("passages_story", "story"),
    Index("passages_day", "day", "kind", "report"),
)

tags = Table(
    "tags",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("passage", Integer, ForeignKey("passages.key"), primary_key=True),
    Index("tags_passage", "passage"),
)

# What a feed's server said when it was last asked.
visits = Table(
    "visits",
    metadata,
    _key(),
    Column("feed", Text, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("outcome", Text, nullable=False),
    Column("recorded", String(32), nullable=False),
    Index("visits_feed", "feed"),
)

# --- Index ------------------------------------------------------------------------------------

sketches = Table(
    "sketches",
    metadata,
    _text_key(primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("day", String(10)),
    Column("counts", LargeBinary, nullable=False),
    Column("meaning", LargeBinary),
    Index("sketches_order", "day", "sha256"),
)

telling = Table(
    "telling",
    metadata,
    Column("term", Text, primary_key=True),
    _text_key(primary_key=True),
    Column("day", String(10)),
    Column("weight", Float, nullable=False),
    Index("telling_term", "term", "day"),
    Index("telling_text", "text_key"),
)

likenesses = Table(
    "likenesses",
    metadata,
    Column("one", Integer, ForeignKey("texts.key"), primary_key=True),
    Column("other", Integer, ForeignKey("texts.key"), primary_key=True),
    Column("value", Float, nullable=False),
    Index("likenesses_other", "other"),
)

# Vectors of the sentences of a story, as they were made when it was told last.
vectors = Table(
    "vectors",
    metadata,
    Column("story", String(32), primary_key=True),
    Column("basis", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# What is still to be done: a text to "read" or to "place", a story to "tell".
queue = Table(
    "queue",
    metadata,
    _key(),
    Column("task", String(8), nullable=False),
    Column("name", String(32), nullable=False),
    UniqueConstraint("task", "name", name="queue_once"),
)

# What the index was made with.
state = Table(
    "state",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
