"""Stories in the database: which ones reports join, and what that does to the stories beside them.

The stories are those that all reports give when grouped at once (`accord.group.clusters`).  Only
the blocks of what is new, changed or gone are grouped anew, unless how common terms are has to be
counted again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from sqlalchemy import CompoundSelect, Connection, Select, delete, func, or_, select, union_all

from accord.group.blocks import LIKE, Near, all_blocks, blocks, prominent
from accord.group.clusters import PROMISING, Neighbours, faded, split, story_id, window
from accord.group.terms import Counts, Sketch, Vector, Weigher, counted, order, product, sketch, telling
from accord.store.reports import load_readings
from accord.store.rows import append, clean, done, enqueue, holds, pack, parts, queued, retract, unpack
from accord.store.schema import changes, likenesses, members, sketches, state
from accord.store.schema import telling as telling_table

_AT_ONCE = 5000


class _Counted(Struct, frozen=True):
    """How common terms are: in how many of `total` texts, the last of which stands at `last`.

    `beyond` says that there are more texts than those.
    """

    holders: dict[str, int] = {}
    total: int = 0
    last: tuple[bool, str, str] = (False, "", "")
    beyond: bool = False


def place(connection: Connection, now: str) -> int:
    """Group what waits to be placed; returns how many texts that were."""
    total = 0
    while names := queued(connection, "place", _AT_ONCE):
        keys = {int(name) for name in names}
        _Placing(connection, now).place(keys)
        done(connection, "place", names)
        total += len(names)
    return total


def place_again(connection: Connection, now: str) -> None:
    """Group all texts anew, as after a change of the program."""
    query = select(sketches.c.text_key)
    keys = set(connection.execute(query).scalars())
    _Placing(connection, now).place(keys)


def noted_weigher(connection: Connection) -> Weigher:
    """What the texts in the store are weighed with."""
    return _weighing(_noted(connection))


def _noted(connection: Connection) -> _Counted:
    row = connection.execute(select(state.c.value).where(state.c.name == "counted")).scalar()
    return unpack(row, _Counted) if row else _Counted()


def _weighing(told: _Counted) -> Weigher:
    return Weigher(Weigher.load().common, told.holders, told.total, told.beyond)


class _Placing:
    """One change of what is grouped."""

    def __init__(self, connection: Connection, now: str) -> None:
        self._connection, self._now = connection, now
        self._known: dict[int, tuple[str | None, Vector]] = {}
        self._near: dict[int, dict[str, float]] = {}
        self._weigher = Weigher.load()
        self._gone_orders: list[tuple[bool, str, str]] = []

    def place(self, keys: set[int]) -> None:
        old = _noted(self._connection)
        self._weigher = _weighing(old)
        there = self._holding(keys)
        beside, ends = self._beside(there)
        seeds = self._blocks({*there, *beside, *ends}, prominent(self._nearby))
        self._forget(there)
        added = self._sketch(keys)
        new = self._count(old, there, added)
        if (weigher := _weighing(new)) != self._weigher:
            self._weigher = weigher
            self._regroup(keys)
            return
        edges = self._find(added)
        beside |= {key for one, other, _ in edges for key in (one, other)}
        beside -= keys
        # Neither the old texts nor the new are there: blocks change from what was to this, and to what comes.
        between = prominent(self._nearby)
        self._look_around(beside | (ends - keys))
        ends = (ends - keys) | {int(other) for key in beside for other in between(str(key))}
        seeds |= self._blocks(beside | ends, between)
        self._near.clear()
        append(self._connection, likenesses, _edge_rows(edges))
        seeds = (seeds - keys) | added.keys()
        self._look_around(seeds)
        near = prominent(self._nearby)
        self._record(blocks(map(str, seeds), near), near, keys)

    def _beside(self, keys: list[int]) -> tuple[set[int], set[int]]:
        """What is near the texts `keys`, and what is near that: all that can be prominent without them."""
        self._look_around(set(keys))
        beside = {int(other) for key in keys for other in self._nearby(str(key))}
        return beside, {int(other) for key in beside for other in self._nearby(str(key))}

    def _blocks(self, keys: set[int], near: Near) -> set[int]:
        """The texts in the blocks of `keys`."""
        return {int(key) for block in blocks(map(str, keys), near) for key in block}

    def _regroup(self, keys: set[int]) -> None:
        """Group everything: what terms tell is not what it was."""
        self._known.clear()
        self._near.clear()
        for table in (likenesses, telling_table):
            self._connection.execute(delete(table))
        neighbours = Neighbours()
        query = select(sketches.c.text_key, sketches.c.day, sketches.c.counts).order_by(sketches.c.text_key)
        for key, day, counts in self._connection.execute(query).all():
            vector = self._weigher.vector(_counts(counts))
            neighbours.add(str(key), day, vector)
            append(self._connection, telling_table, _telling_rows(key, day, vector))
        for key in neighbours.vectors:
            near = ((int(key), int(other), alike) for other, alike in neighbours.near(key).items())
            append(self._connection, likenesses, _edge_rows(edge for edge in near if edge[0] < edge[1]))
        near_pairs = prominent(neighbours.near)
        self._record(all_blocks(neighbours.vectors, near_pairs), near_pairs, keys)

    def _nearby(self, key: str) -> Mapping[str, float]:
        number = int(key)
        if number not in self._near:
            self._look_around({number})
        return self._near[number]

    def _look_around(self, keys: set[int]) -> None:
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

    def _holding(self, keys: set[int]) -> list[int]:
        found: list[int] = []
        for part in parts(sorted(keys)):
            query = select(sketches.c.text_key).where(sketches.c.text_key.in_(part))
            found.extend(self._connection.execute(query).scalars())
        return found

    def _forget(self, keys: list[int]) -> None:
        for part in parts(keys):
            query = select(sketches.c.day, sketches.c.sha256).where(sketches.c.text_key.in_(part))
            self._gone_orders += [order(day, sha) for day, sha in self._connection.execute(query)]
            where = or_(likenesses.c.one.in_(part), likenesses.c.other.in_(part))
            self._connection.execute(delete(likenesses).where(where))
            for table in (telling_table, sketches):
                self._connection.execute(delete(table).where(table.c.text_key.in_(part)))
        self._near.clear()

    def _sketch(self, keys: set[int]) -> dict[int, Sketch]:
        found = {key: sketch(reading) for key, reading in load_readings(self._connection, keys).items()}
        rows = [
            {"text_key": key, "sha256": s.sha256, "day": s.published, "counts": pack(dict(s.counts))}
            for key, s in sorted(found.items())
        ]
        append(self._connection, sketches, rows)
        return found

    def _count(self, old: _Counted, gone: list[int], added: Mapping[int, Sketch]) -> _Counted:
        """How common terms are now; counted only where the texts that tell it are others than before."""
        total = self._connection.execute(select(func.count()).select_from(sketches)).scalar_one()
        wanted = counted(total)
        moved = [s.order for s in added.values()] + self._gone_orders
        beyond = total > wanted
        if (wanted, beyond) == (old.total, old.beyond) and all(each > old.last for each in moved):
            return old
        query = (
            select(sketches.c.sha256, sketches.c.day, sketches.c.counts)
            .order_by(sketches.c.day.is_(None), sketches.c.day, sketches.c.sha256)
            .limit(wanted)
        )
        rows = self._connection.execute(query).all()
        weigher = self._weigher.counting(_counts(row.counts) for row in rows)
        last = order(rows[-1].day, rows[-1].sha256) if rows else (False, "", "")
        new = _Counted(dict(sorted(weigher.holders.items())), wanted, last, beyond)
        self._connection.execute(delete(state).where(state.c.name == "counted"))
        append(self._connection, state, [{"name": "counted", "value": pack(new)}])
        return new

    def _find(self, added: Mapping[int, Sketch]) -> list[tuple[int, int, float]]:
        """What is near the texts added, and their telling terms on record."""
        edges = []
        for key in sorted(added):
            day, vector = added[key].published, self._weigher.vector(added[key].counts)
            self._known[key] = day, vector
            others = self._promising(vector, telling(vector), day)
            self._load(others)
            for other in others:
                theirs, other_vector = self._known[other]
                if (alike := faded(product(vector, other_vector), day, theirs)) >= LIKE:
                    edges.append((min(key, other), max(key, other), alike))
            append(self._connection, telling_table, _telling_rows(key, day, vector))
        return edges

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
                self._known[key] = day, self._weigher.vector(_counts(counts))

    def _block(self, block: frozenset[str]) -> dict[str, Counts]:
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

    def _record(self, affected: Sequence[frozenset[str]], near: Near, keys: set[int]) -> None:
        """Write down who is in which story now, and which stories took the place of which."""
        orders = self._orders({int(key) for block in affected for key in block})
        new: dict[int, str] = {}
        for block in affected:
            for cluster in split(self._block(block), self._weigher, near):
                first = min(orders[int(key)] for key in cluster)
                new.update(dict.fromkeys(map(int, cluster), story_id(first[2])))
        old: dict[int, str] = {}
        rows: dict[int, int] = {}
        for part in parts(sorted(new.keys() | keys)):
            query = select(members.c.key, members.c.text_key, members.c.story).where(
                members.c.text_key.in_(part), holds(members)
            )
            for row, key, story in self._connection.execute(query):
                old[key], rows[key] = story, row
        moved = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
        retract(self._connection, members, sorted(rows[key] for key in moved if key in old), self._now)
        append(
            self._connection, members,
            [
                {"story": new[key], "text_key": key, "recorded": self._now}
                for key in sorted(moved & new.keys())
            ],
        )  # fmt: skip
        touched = moved | (keys & new.keys())
        stories = {s for key in touched for s in (old.get(key), new.get(key)) if s is not None}
        enqueue(self._connection, "tell", stories)
        self._record_changes(old, new)

    def _record_changes(self, old: Mapping[int, str], new: Mapping[int, str]) -> None:
        targets: dict[str, set[str]] = defaultdict(set)
        for key, story in old.items():
            if key in new:
                targets[story].add(new[key])
        was = set(old.values())
        from_where: dict[str, set[str]] = defaultdict(set)
        for story, goals in targets.items():
            for goal in goals:
                from_where[goal].add(story)
        rows = []
        for story, goals in sorted(targets.items()):
            for goal in sorted(goals - {story}):
                if len(goals) > 1:
                    kind = "split"
                elif len(from_where[goal]) > 1 or goal in was:
                    kind = "merged"
                else:
                    kind = "renamed"
                rows.append({"kind": kind, "old": story, "new": goal, "recorded": self._now})
        append(self._connection, changes, rows)

    def _orders(self, keys: set[int]) -> dict[int, tuple[bool, str, str]]:
        found = {}
        for part in parts(sorted(keys)):
            query = select(sketches.c.text_key, sketches.c.day, sketches.c.sha256).where(
                sketches.c.text_key.in_(part)
            )
            found.update({key: order(day, sha) for key, day, sha in self._connection.execute(query)})
        return found


def _counts(packed: bytes) -> Counts:
    return unpack(packed, dict[str, float])


def _telling_rows(key: int, day: str | None, vector: Vector) -> list[dict[str, object]]:
    return [{"term": term, "text_key": key, "day": day, "weight": vector[term]} for term in telling(vector)]


def _edge_rows(edges: Iterable[tuple[int, int, float]]) -> list[dict[str, object]]:
    return [{"one": one, "other": other, "value": value} for one, other, value in edges]
