"""Stories in the database: which ones reports join, and what that does to the stories beside them.

The stories are those that all reports give when grouped at once (`accord.grouping.clusters`).  Only
the blocks of what is new, changed or gone are grouped anew, unless how common terms are has to be
counted again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from accord.grouping.blocks import Near, all_blocks, blocks, prominent
from accord.grouping.clusters import split, story_id
from accord.grouping.meaning.encoder import Encoding
from accord.grouping.terms import Weigher
from accord.store.index import Index
from accord.store.rows import append, done, enqueue, holds, parts, queued, retract
from accord.store.schema import changes, members, sketches

_AT_ONCE = 5000


def place(connection: Connection, base: Weigher, now: str, encoding: Encoding | None = None) -> int:
    """Group what waits to be placed; returns how many texts that were.

    `base` weighs terms by how common they are in all news; `encoding` gives what texts mean, where that is
    to count.
    """
    total = 0
    while names := queued(connection, "place", _AT_ONCE):
        keys = {int(name) for name in names}
        _Placing(connection, base, now, encoding).place(keys)
        done(connection, "place", names)
        total += len(names)
    return total


def place_again(connection: Connection, base: Weigher, now: str, encoding: Encoding | None = None) -> None:
    """Group all texts anew, as after a change of the program."""
    query = select(sketches.c.text_key)
    keys = set(connection.execute(query).scalars())
    _Placing(connection, base, now, encoding).place(keys)


class _Placing:
    """One change of what is grouped."""

    def __init__(self, connection: Connection, base: Weigher, now: str, encoding: Encoding | None) -> None:
        self._connection, self._now = connection, now
        self._index = Index(connection, base, encoding)

    def place(self, keys: set[int]) -> None:
        index = self._index
        there = index.holding(keys)
        beside, ends = self._beside(there)
        seeds = self._blocks({*there, *beside, *ends}, prominent(index.near))
        index.forget(there)
        added = index.add(keys)
        if index.recount(added):
            neighbours = index.rebuild()
            near = prominent(neighbours.near)
            self._record(all_blocks(neighbours.stands, near), near, keys)
            return
        edges = index.find(added)
        beside |= {key for one, other, _ in edges for key in (one, other)}
        beside -= keys
        # Neither the old texts nor the new are there: blocks change from what was to this, and to what comes.
        between = prominent(index.near)
        index.look_around(beside | (ends - keys))
        ends = (ends - keys) | {int(other) for key in beside for other in between(str(key))}
        seeds |= self._blocks(beside | ends, between)
        index.join(edges)
        seeds = (seeds - keys) | added.keys()
        index.look_around(seeds)
        near = prominent(index.near)
        self._record(blocks(map(str, seeds), near), near, keys)

    def _beside(self, keys: list[int]) -> tuple[set[int], set[int]]:
        """What is near the texts `keys`, and what is near that: all that can be prominent without them."""
        self._index.look_around(set(keys))
        beside = {int(other) for key in keys for other in self._index.near(str(key))}
        return beside, {int(other) for key in beside for other in self._index.near(str(key))}

    def _blocks(self, keys: set[int], near: Near) -> set[int]:
        """The texts in the blocks of `keys`."""
        return {int(key) for block in blocks(map(str, keys), near) for key in block}

    def _record(self, affected: Sequence[frozenset[str]], near: Near, keys: set[int]) -> None:
        """Write down who is in which story now, and which stories took the place of which."""
        orders = self._index.orders({int(key) for block in affected for key in block})
        new: dict[int, str] = {}
        for block in affected:
            for cluster in split(self._index.sketches(block), self._index.weigher, near):
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
