"""The first tables, and the full text of what can be searched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None

_FULL_TEXT_SQLITE = (
    "CREATE VIRTUAL TABLE passage_words USING fts5("
    "text, content='passages', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passage_words_added AFTER INSERT ON passages BEGIN "
    "INSERT INTO passage_words(rowid, text) VALUES (new.key, new.text); END",
)
# A tsvector holds less than a megabyte; a longer text is found by what it begins with.
_FULL_TEXT_POSTGRESQL = (
    "ALTER TABLE passages ADD COLUMN words tsvector "
    "GENERATED ALWAYS AS (to_tsvector('english', left(text, 200000))) STORED",
    "CREATE INDEX passages_words ON passages USING gin (words)",
)


def upgrade() -> None:
    """Make the tables."""
    _records()
    _index()
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _FULL_TEXT_SQLITE if sqlite else _FULL_TEXT_POSTGRESQL:
        op.execute(statement)


def _records() -> None:
    op.create_table("texts", _key(), _text("sha256", 64, unique=True), _bytes("body"), _text("recorded", 32))
    op.create_table(
        "copies", _key(), _text_key(), _text("id"), _text("place"), _maybe("url"), _text("fingerprint", 64),
        _bytes("body"), *_lasting(), _maybe("why"),
    )  # fmt: skip
    _indexes("copies", "text_key", "id", "place", "url")
    op.create_table("readings", _key(), _text_key(), _text("basis", 64), _bytes("body"), *_lasting())
    _indexes("readings", "text_key")
    op.create_table(
        "problems", _key(), sa.Column("text_key", sa.Integer, sa.ForeignKey("texts.key")), _text("input"),
        _text("reason"), _text("advice"), _maybe("basis", 64), *_lasting(),
    )  # fmt: skip
    _indexes("problems", "input", "text_key")
    op.create_table("members", _key(), _text("story", 32), _text_key(), *_lasting())
    _indexes("members", "story", "text_key")
    op.create_table(
        "changes", _key(), _text("kind", 16), _text("old", 32), _text("new", 32), _text("recorded", 32)
    )
    _indexes("changes", "old")
    op.create_table(
        "dossiers", _key(), _text("story", 32), _text("title"), _maybe("day", 10), _bytes("body"),
        sa.Column("relations", sa.LargeBinary), *_lasting(),
    )  # fmt: skip
    _indexes("dossiers", "story")
    op.create_table(
        "passages", _key(), _text("kind", 16), _text("story", 32), _text("report"), _maybe("source"),
        _maybe("day", 10), _text("text"), *_lasting(),
    )  # fmt: skip
    _indexes("passages", "story")
    op.create_table(
        "tags",
        _text("kind", 8, primary_key=True),
        _text("value", primary_key=True),
        sa.Column("passage", sa.Integer, sa.ForeignKey("passages.key"), primary_key=True),
    )
    _indexes("tags", "passage")
    op.create_table(
        "visits", _key(), _text("feed"), _maybe("etag"), _maybe("modified"), _text("outcome"),
        _text("recorded", 32),
    )  # fmt: skip
    _indexes("visits", "feed")


def _index() -> None:
    op.create_table(
        "sketches", _text_key(primary_key=True), _text("sha256", 64), _maybe("day", 10), _bytes("counts")
    )
    op.create_index("sketches_order", "sketches", ["day", "sha256"])
    op.create_table(
        "telling",
        _text("term", primary_key=True),
        _text_key(primary_key=True),
        _maybe("day", 10),
        sa.Column("weight", sa.Float, nullable=False),
    )
    op.create_index("telling_term", "telling", ["term", "day"])
    op.create_index("telling_text", "telling", ["text_key"])
    op.create_table(
        "likenesses",
        sa.Column("one", sa.Integer, sa.ForeignKey("texts.key"), primary_key=True),
        sa.Column("other", sa.Integer, sa.ForeignKey("texts.key"), primary_key=True),
        sa.Column("value", sa.Float, nullable=False),
    )
    _indexes("likenesses", "other")
    op.create_table(
        "queue", _key(), _text("task", 8), _text("name", 32),
        sa.UniqueConstraint("task", "name", name="queue_once"),
    )  # fmt: skip
    op.create_table("state", _text("name", 32, primary_key=True), _bytes("value"))


def _key() -> SchemaItem:
    return sa.Column("key", sa.Integer, primary_key=True, autoincrement=True)


def _text(
    name: str, length: int | None = None, unique: bool | None = None, primary_key: bool = False
) -> SchemaItem:
    kind = sa.String(length) if length else sa.Text()
    return sa.Column(name, kind, nullable=False, unique=unique, primary_key=primary_key)


def _maybe(name: str, length: int | None = None) -> SchemaItem:
    return sa.Column(name, sa.String(length) if length else sa.Text)


def _bytes(name: str) -> SchemaItem:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _text_key(primary_key: bool = False) -> SchemaItem:
    key = sa.ForeignKey("texts.key")
    return sa.Column("text_key", sa.Integer, key, nullable=False, primary_key=primary_key)


def _lasting() -> tuple[SchemaItem, SchemaItem]:
    return _text("recorded", 32), _maybe("retracted", 32)


def _indexes(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"{table}_{column.removesuffix('_key')}", table, [column])
