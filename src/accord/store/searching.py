"""Full-text search over the reports, claims and statements of a store."""

from __future__ import annotations

import re

from msgspec import Struct
from sqlalchemy import Connection, Select, and_, column, exists, func, literal_column, select, table, text
from sqlalchemy.sql.elements import TextClause

from accord.store.rows import clean, holds
from accord.store.schema import passages, tags

_TERM = re.compile(r"\"([^\"]*)\"|(\S+)")
_WORD = re.compile(r"\w")
_AROUND = 90
# Of words with so many finds the latest are looked for day by day; fewer are sorted.
_MANY = 500

KINDS = ("report", "claim", "statement")


class Query(Struct, frozen=True, kw_only=True):
    """What is looked for: `words` (all of them; those in double quotes next to each other), and filters.

    `actor` is an identifier or a name, `act` a diplomatic act or a PLOVER type; `first` and `last` are
    days of publication, ISO 8601, both included; `kind` is "report", "claim" or "statement", `source` the
    name of an outlet, and `most` the number of finds that is not exceeded.

    >>> query = accord.Query(words="Kerry", kind="statement", most=1)
    >>> with store.view() as view:
    ...     [hit.report for hit in view.search(query)]
    ['northern-ledger']
    """

    words: str = ""
    kind: str | None = None
    actor: str | None = None
    act: str | None = None
    source: str | None = None
    first: str | None = None
    last: str | None = None
    most: int = 20


class Hit(Struct, frozen=True):
    """A report, claim or statement that was found, as `kind` says.

    `text` is the part of it around the first word; `story` and `report` are ids, `source` the outlet and
    `day` the day of publication, ISO 8601, None where they are not known.

    >>> with store.view() as view:
    ...     [(hit.report, hit.kind) for hit in view.search(accord.Query(words="embassy", most=2))]
    [('northern-ledger', 'claim'), ('northern-ledger', 'report')]
    """

    kind: str
    story: str
    report: str
    source: str | None
    day: str | None
    text: str


def search(connection: Connection, query: Query, until: str | None = None) -> list[Hit]:
    """What is found, the latest day of publication first."""
    terms = [phrase or word for phrase, word in _TERM.findall(clean(query.words))]
    terms = [term for term in terms if _WORD.search(term)]
    wanted = _filtered(select(passages), query, until)
    if terms and connection.dialect.name == "sqlite":
        narrowed = query.actor or query.act or query.source
        wanted = _sqlite(wanted, terms, by_day=not narrowed and _are_many(connection, terms))
    elif terms:
        wanted = _postgresql(wanted, terms)
    elif query.words.strip():
        return []
    found = wanted.order_by(
        passages.c.day.desc().nulls_last(), passages.c.kind, passages.c.report, passages.c.text
    ).limit(query.most)
    return [
        Hit(row.kind, row.story, row.report, row.source, row.day, _around(row.text, terms))
        for row in connection.execute(found)
    ]


def _filtered(
    wanted: Select[tuple[object, ...]], query: Query, until: str | None
) -> Select[tuple[object, ...]]:
    wanted = wanted.where(holds(passages, until))
    if query.kind is not None:
        wanted = wanted.where(passages.c.kind == query.kind)
    if query.source is not None:
        wanted = wanted.where(func.lower(passages.c.source) == query.source.lower())
    if query.first is not None:
        wanted = wanted.where(passages.c.day >= query.first)
    if query.last is not None:
        wanted = wanted.where(passages.c.day <= query.last)
    for kind, value in (("actor", query.actor), ("act", query.act)):
        if value is not None:
            folded = " ".join(value.casefold().split())
            tagged = and_(tags.c.kind == kind, tags.c.value == folded, tags.c.passage == passages.c.key)
            wanted = wanted.where(exists().where(tagged))
    return wanted


_WORDS = table("passage_words", column("rowid"))


def _sqlite(
    wanted: Select[tuple[object, ...]], terms: list[str], *, by_day: bool
) -> Select[tuple[object, ...]]:
    """Only what holds the words; `by_day`, looked for among the passages by day and not by the words."""
    # A sum keeps the database from looking the passages up by their keys, and so from sorting them all.
    key = passages.c.key + 0 if by_day else passages.c.key
    return wanted.where(key.in_(select(_WORDS.c.rowid).where(_matching(terms))))


def _are_many(connection: Connection, terms: list[str]) -> bool:
    """More passages hold the words than are quickly sorted."""
    some = select(_WORDS.c.rowid).where(_matching(terms)).limit(_MANY).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one() >= _MANY


def _matching(terms: list[str]) -> TextClause:
    quoted = " AND ".join('"' + term.replace('"', " ") + '"' for term in terms)
    return text("passage_words MATCH :terms").bindparams(terms=quoted)


def _postgresql(wanted: Select[tuple[object, ...]], terms: list[str]) -> Select[tuple[object, ...]]:
    for term in terms:
        parsed = func.phraseto_tsquery("english", term)
        wanted = wanted.where(literal_column("passages.words").op("@@")(parsed))
    return wanted


def _around(text_: str, terms: list[str]) -> str:
    """The part of a passage around the first of the words, in one line."""
    flat = " ".join(text_.split())
    if len(flat) <= 2 * _AROUND:
        return flat
    folded = flat.lower()
    at = min((place for term in terms if (place := folded.find(term.lower())) >= 0), default=0)
    start, end = max(0, at - _AROUND), at + _AROUND
    if start:
        start = flat.find(" ", start) + 1
    if end < len(flat):
        end = flat.rfind(" ", 0, end)
    return f"{'… ' if start else ''}{flat[start:end]}{' …' if end < len(flat) else ''}"
