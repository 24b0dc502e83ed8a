"""Which items hang together, directly or through others: union-find over numbers from 0."""

from __future__ import annotations


class Union:
    """Sets of `count` numbers, each a set of its own at first; a set is known by its smallest number."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, number: int) -> int:
        """The smallest number of the set that holds `number`."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one set of those that hold the two numbers."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low

    def sets(self) -> list[list[int]]:
        """The sets, each in order, by their smallest numbers."""
        members: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            members.setdefault(self.root(number), []).append(number)
        return list(members.values())
