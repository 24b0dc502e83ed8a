"""What texts are grouped by: what each makes of its terms, how common terms are, and who is near whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from sqlalchemy import CompoundSelect, Connection, Select, delete, func, or_, select, union_all

from accord.grouping.blocks import LIKE
from accord.grouping.clusters import PROMISING, Neighbours, faded, window
from accord.grouping.terms import Counts, Sketch, Vector, Weigher, counted, order, product, sketch, telling
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
    """The index as one change of what is grouped finds and leaves it; `base` weighs by all news alone."""

    def __init__(self, connection: Connection, base: Weigher) -> None:
        self._connection, self._base = connection, base
        self._counted = _noted(connection)
        self.weigher = _weighing(base, self._counted)
        self._known: dict[int, tuple[str | None, Vector]] = {}
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

    def counts(self, block: frozenset[str]) -> dict[str, Counts]:
        """What the texts of a block make of each term, in the order of their hashes.

        A key tells when a text came, on which nothing must depend.
        """
        found: list[tuple[str, str, bytes]] = []
        for part in parts(map(int, block)):
            query = select(sketches.c.sha256, sketches.c.text_key, sketches.c.counts).where(
                sketches.c.text_key.in_(part)
            )
            found.extend((sha, str(key), counts) for sha, key, counts in self._connection.execute(query))
        return {key: _counts(counts) for _, key, counts in sorted(found)}

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
        found = {key: sketch(reading) for key, reading in load_readings(self._connection, keys).items()}
        rows = [
            {"text_key": key, "sha256": s.sha256, "day": s.published, "counts": pack(dict(s.counts))}
            for key, s in sorted(found.items())
        ]
        append(self._connection, sketches, rows)
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
            day, vector = added[key].published, self.weigher.vector(added[key].counts)
            self._known[key] = day, vector
            others = self._promising(vector, telling(vector), day)
            self._load(others)
            for other in others:
                theirs, other_vector = self._known[other]
                if (alike := faded(product(vector, other_vector), day, theirs)) >= LIKE:
                    edges.append((min(key, other), max(key, other), alike))
            append(self._connection, telling_table, _telling_rows(key, day, vector))
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
        query = select(sketches.c.text_key, sketches.c.day, sketches.c.counts).order_by(sketches.c.text_key)
        for key, day, counts in self._connection.execute(query).all():
            vector = self.weigher.vector(_counts(counts))
            neighbours.add(str(key), day, vector)
            append(self._connection, telling_table, _telling_rows(key, day, vector))
        for key in neighbours.vectors:
            near = ((int(key), int(other), alike) for other, alike in neighbours.near(key).items())
            append(self._connection, likenesses, _edge_rows(edge for edge in near if edge[0] < edge[1]))
        return neighbours

    def _promising(self, vector: Vector, terms: Iterable[str], day: str | None) -> list[int]:
        """The texts that telling terms alone make worth comparing."""
        shared: dict[int, float] = defaultdict(float)
        table = telling_table.c
        rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
        holders = select(table.term, table.text_key, table.weight).where(
            table.term.in_([clean(t) for t in terms])
        )
        wanted: Select[tuple[str, int, float]] | CompoundSelect[str, int, float] = holders
        if day is not None:
            # Two queries, each of which the index answers, instead of one that it cannot.
            wanted = union_all(
                holders.where(table.day.between(*window(day))), holders.where(table.day.is_(None))
            )
        for term, other, weight in self._connection.execute(wanted):
            rows[term].append((other, weight))
        for term in sorted(terms):
            for other, weight in rows[clean(term)]:
                shared[other] += vector[term] * weight
        return [other for other, promise in shared.items() if promise >= PROMISING]

    def _load(self, keys: Iterable[int]) -> None:
        for part in parts(key for key in keys if key not in self._known):
            query = select(sketches.c.text_key, sketches.c.day, sketches.c.counts).where(
                sketches.c.text_key.in_(part)
            )
            for key, day, counts in self._connection.execute(query):
                self._known[key] = day, self.weigher.vector(_counts(counts))


def _noted(connection: Connection) -> _Counted:
    row = connection.execute(select(state.c.value).where(state.c.name == "counted")).scalar()
    return unpack(row, _Counted) if row else _Counted()


def _weighing(base: Weigher, told: _Counted) -> Weigher:
    return Weigher(base.common, told.holders, told.total, told.beyond)


def _counts(packed: bytes) -> Counts:
    return unpack(packed, dict[str, float])


def _telling_rows(key: int, day: str | None, vector: Vector) -> list[dict[str, object]]:
    return [{"term": term, "text_key": key, "day": day, "weight": vector[term]} for term in telling(vector)]


def _edge_rows(edges: Iterable[Edge]) -> list[dict[str, object]]:
    return [{"one": one, "other": other, "value": value} for one, other, value in edges]
