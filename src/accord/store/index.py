"""What texts are grouped by: what each makes of its terms, how common terms are, and who is near whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from sqlalchemy import CompoundSelect, Connection, Select, delete, func, or_, select, union_all

from accord.grouping.clusters import Neighbours, stand
from accord.grouping.meaning.encoder import Encoding
from accord.grouping.nearness import PROMISING, Stand, is_promising, nearness, window
from accord.grouping.portraits import sketches as sketched
from accord.grouping.terms import Counts, Sketch, Weigher, counted, order, telling
from accord.store.reports import load_readings
from accord.store.rows import append, clean, pack, parts, unpack
from accord.store.schema import likenesses, sketches, state
from accord.store.schema import telling as telling_table

Edge = tuple[int, int, float]
"""Two texts, the one with the lower key first, and how near they are."""


class _Counted(Struct, frozen=True):
    """How common terms are: in how many of `total` texts, the last of which stands at `last`.

    `beyond` says that there are more texts than those.
    """

    holders: dict[str, int] = {}
    total: int = 0
    last: tuple[bool, str, str] = (False, "", "")
    beyond: bool = False


def noted_weigher(connection: Connection, base: Weigher) -> Weigher:
    """What the texts in the store are weighed with; `base` weighs them by all news alone."""
    return _weighing(base, _noted(connection))


class Index:
    """The index as one change of what is grouped finds and leaves it.

    `base` weighs by all news alone; `encoding` gives what texts mean, where that is to count.
    """

    def __init__(self, connection: Connection, base: Weigher, encoding: Encoding | None = None) -> None:
        self._connection, self._base, self._encoding = connection, base, encoding
        self._counted = _noted(connection)
        self.weigher = _weighing(base, self._counted)
        self._known: dict[int, Stand] = {}
        self._near: dict[int, dict[str, float]] = {}
        self._gone_orders: list[tuple[bool, str, str]] = []

    def near(self, key: str) -> Mapping[str, float]:
        """What is near a text, with how near."""
        number = int(key)
        if number not in self._near:
            self.look_around({number})
        return self._near[number]

    def look_around(self, keys: set[int]) -> None:
        """Load what is near `keys`, and what is near that: mostly all of their blocks, at once."""
        for _ in range(2):
            wanted = sorted(keys - self._near.keys())
            for part in parts(wanted):
                for key in part:
                    self._near[key] = {}
                for one, other in (
                    (likenesses.c.one, likenesses.c.other),
                    (likenesses.c.other, likenesses.c.one),
                ):
                    query = select(one, other, likenesses.c.value).where(one.in_(part))
                    for key, near, value in self._connection.execute(query):
                        self._near[key][str(near)] = value
            keys = {int(near) for key in wanted for near in self._near[key]}

    def holding(self, keys: set[int]) -> list[int]:
        """Those of the texts `keys` that are in the index."""
        found: list[int] = []
        for part in parts(sorted(keys)):
            query = select(sketches.c.text_key).where(sketches.c.text_key.in_(part))
            found.extend(self._connection.execute(query).scalars())
        return found

    def sketches(self, block: frozenset[str]) -> dict[str, Sketch]:
        """What is kept of the texts of a block, in the order of their hashes.

        A key tells when a text came, on which nothing must depend.
        """
        found = {str(key): each for key, each in self._sketches(map(int, block))}
        return dict(sorted(found.items(), key=lambda one: one[1].sha256))

    def orders(self, keys: set[int]) -> dict[int, tuple[bool, str, str]]:
        """Where texts stand in the stream."""
        found = {}
        for part in parts(sorted(keys)):
            query = select(sketches.c.text_key, sketches.c.day, sketches.c.sha256).where(
                sketches.c.text_key.in_(part)
            )
            found.update({key: order(day, sha) for key, day, sha in self._connection.execute(query)})
        return found

    def forget(self, keys: list[int]) -> None:
        """Take texts out."""
        for part in parts(keys):
            query = select(sketches.c.day, sketches.c.sha256).where(sketches.c.text_key.in_(part))
            self._gone_orders += [order(day, sha) for day, sha in self._connection.execute(query)]
            where = or_(likenesses.c.one.in_(part), likenesses.c.other.in_(part))
            self._connection.execute(delete(likenesses).where(where))
            for table in (telling_table, sketches):
                self._connection.execute(delete(table).where(table.c.text_key.in_(part)))
        self._near.clear()

    def add(self, keys: set[int]) -> dict[int, Sketch]:
        """Sketch the texts `keys`; nothing is near them yet."""
        readings = load_readings(self._connection, keys)
        found = dict(zip(readings, sketched(readings.values(), self._encoding), strict=True))
        append(self._connection, sketches, [_sketch_row(key, each) for key, each in sorted(found.items())])
        return found

    def recount(self, added: Mapping[int, Sketch]) -> bool:
        """Count how common terms are, where other texts tell it than before; whether that changes weights.

        Where it does, nothing is known any more of who is near whom: see `rebuild`.
        """
        total = self._connection.execute(select(func.count()).select_from(sketches)).scalar_one()
        wanted = counted(total)
        moved = [s.order for s in added.values()] + self._gone_orders
        beyond = total > wanted
        was = self._counted
        if (wanted, beyond) == (was.total, was.beyond) and all(each > was.last for each in moved):
            return False
        query = (
            select(sketches.c.sha256, sketches.c.day, sketches.c.counts)
            .order_by(sketches.c.day.is_(None), sketches.c.day, sketches.c.sha256)
            .limit(wanted)
        )
        rows = self._connection.execute(query).all()
        counting = self.weigher.counting(_counts(row.counts) for row in rows)
        last = order(rows[-1].day, rows[-1].sha256) if rows else (False, "", "")
        new = _Counted(dict(sorted(counting.holders.items())), wanted, last, beyond)
        self._connection.execute(delete(state).where(state.c.name == "counted"))
        append(self._connection, state, [{"name": "counted", "value": pack(new)}])
        before = self.weigher
        self._counted, self.weigher = new, _weighing(self._base, new)
        return self.weigher != before

    def find(self, added: Mapping[int, Sketch]) -> list[Edge]:
        """What is near the texts added, and their telling terms on record."""
        edges = []
        for key in sorted(added):
            self._known[key] = one = stand(added[key], self.weigher)
            promising = self._promise(one)
            self._load(promising)
            for other, promise in promising.items():
                theirs = self._known[other]
                if is_promising(promise, one, theirs) and (alike := nearness(one, theirs)) > 0:
                    edges.append((min(key, other), max(key, other), alike))
            append(self._connection, telling_table, _telling_rows(key, one))
        return edges

    def join(self, edges: Iterable[Edge]) -> None:
        """Note who is near whom."""
        self._near.clear()
        append(self._connection, likenesses, _edge_rows(edges))

    def rebuild(self) -> Neighbours:
        """Weigh all texts anew, and find who is near whom."""
        self._known.clear()
        self._near.clear()
        for table in (likenesses, telling_table):
            self._connection.execute(delete(table))
        neighbours = Neighbours()
        keys = self._connection.execute(select(sketches.c.text_key).order_by(sketches.c.text_key)).scalars()
        for key, each in self._sketches(keys.all()):
            one = stand(each, self.weigher)
            neighbours.add(str(key), one)
            append(self._connection, telling_table, _telling_rows(key, one))
        for text in neighbours.stands:
            near = ((int(text), int(other), alike) for other, alike in neighbours.near(text).items())
            append(self._connection, likenesses, _edge_rows(edge for edge in near if edge[0] < edge[1]))
        return neighbours

    def _promise(self, one: Stand) -> dict[int, float]:
        """What their telling terms add to the likeness of a text and of those that can be near it."""
        shared: dict[int, float] = defaultdict(float)
        terms = sorted(telling(one.portrait.terms))
        table = telling_table.c
        rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
        holders = select(table.term, table.text_key, table.weight).where(
            table.term.in_([clean(term) for term in terms])
        )
        wanted: Select[tuple[str, int, float]] | CompoundSelect[str, int, float] = holders
        if one.day is not None:
            # Two queries, each of which the index answers, instead of one that it cannot.
            wanted = union_all(
                holders.where(table.day.between(*window(one))), holders.where(table.day.is_(None))
            )
        for term, other, weight in self._connection.execute(wanted):
            rows[term].append((other, weight))
        for term in terms:
            for other, weight in rows[clean(term)]:
                shared[other] += one.portrait.terms[term] * weight
        return {other: promise for other, promise in shared.items() if promise >= PROMISING}

    def _load(self, keys: Iterable[int]) -> None:
        for key, each in self._sketches(key for key in keys if key not in self._known):
            self._known[key] = stand(each, self.weigher)

    def _sketches(self, keys: Iterable[int]) -> Iterator[tuple[int, Sketch]]:
        """What is kept of texts, with their keys."""
        columns = sketches.c
        for part in parts(keys):
            query = select(columns.text_key, columns.sha256, columns.day, columns.counts, columns.meaning)
            for row in self._connection.execute(query.where(columns.text_key.in_(part))).all():
                yield row.text_key, Sketch(row.sha256, row.day, _counts(row.counts), row.meaning or b"")


def read_sketches(connection: Connection) -> Iterator[Counts]:
    """What is kept of every text.

    Raises:
        DamageError: it is not what was stored.
    """
    _noted(connection)
    for packed in connection.execute(select(sketches.c.counts)).scalars():
        yield _counts(packed)


def _noted(connection: Connection) -> _Counted:
    row = connection.execute(select(state.c.value).where(state.c.name == "counted")).scalar()
    return unpack(row, _Counted) if row else _Counted()


def _weighing(base: Weigher, told: _Counted) -> Weigher:
    return Weigher(base.common, told.holders, told.total, told.beyond)


def _counts(packed: bytes) -> Counts:
    return unpack(packed, dict[str, float])


def _sketch_row(key: int, one: Sketch) -> dict[str, object]:
    counts, meaning = pack(dict(one.counts)), one.meaning or None
    return {
        "text_key": key, "sha256": one.sha256, "day": one.published, "counts": counts, "meaning": meaning,
    }  # fmt: skip


def _telling_rows(key: int, one: Stand) -> list[dict[str, object]]:
    weights = one.portrait.terms
    return [{"term": t, "text_key": key, "day": one.day, "weight": weights[t]} for t in telling(weights)]


def _edge_rows(edges: Iterable[Edge]) -> list[dict[str, object]]:
    return [{"one": one, "other": other, "value": value} for one, other, value in edges]
