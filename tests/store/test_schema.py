"""The tables are those that the migrations make."""

from __future__ import annotations

from sqlalchemy import inspect

from accord.store.database import connect
from accord.store.schema import metadata


def test_the_tables_are_those_of_the_newest_migration(place: str) -> None:
    engine = connect(place)
    there = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in there.get_columns(table.name)}
        columns.pop("words", None)  # the full text of PostgreSQL
        assert columns == {column.name: bool(column.nullable) for column in table.columns}
        indexes = {index["name"] for index in there.get_indexes(table.name)}
        assert {index.name for index in table.indexes} <= indexes
        targets = {key["referred_table"] for key in there.get_foreign_keys(table.name)}
        assert targets == {key.column.table.name for key in table.foreign_keys}
    engine.dispose()
