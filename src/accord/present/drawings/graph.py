"""The relations of a story as a drawing: the busiest actor amid the others, an arrow a pair that acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import hypot

from msgspec import Struct

from accord.records import Dossier, Relation

WIDTH = 400
_NODE_WIDTH, _NODE_HEIGHT, _ROW = 98, 38, 76
_LINE = 14
# A drawing of more actors than this tells less than the list beside it.
_MOST_NODES = 10
# How far an arrow bends aside, so that the way there and the way back do not cover each other.
_BEND = 14.0  # How far an arrow bends to pass a box between its ends.
_AROUND = 130.0

Point = tuple[float, float]
Seat = tuple[int, int, int]
"""Side (0 left, 1 right), row, and how many rows its side has."""


class Node(Struct, frozen=True):
    """An actor, centred at `x`, `y`, its name in one or two lines."""

    x: float
    y: float
    lines: tuple[str, ...]


class Arrow(Struct, frozen=True):
    """From one actor to another; `numbers` are those of the listed relations, written at `x`, `y`."""

    path: str
    x: float
    y: float
    numbers: str


class Graph(Struct, frozen=True):
    """The drawing, `height` high; boxes are `node_width` by `node_height`."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    height: int
    width: int = WIDTH
    node_width: int = _NODE_WIDTH
    node_height: int = _NODE_HEIGHT


def by_reports(relations: Sequence[Relation]) -> list[Relation]:
    """`relations` with those that more reports tell first."""
    return sorted(relations, key=lambda relation: -len({one.report for one in relation.evidence}))


def graph(dossier: Dossier) -> Graph | None:
    """The drawing of the relations of `dossier`; None where there are none or too many actors."""
    degrees: Counter[str] = Counter()
    pairs: dict[tuple[str, str], list[int]] = {}
    for number, relation in enumerate(by_reports(dossier.relations), 1):
        degrees.update((relation.from_, relation.to))
        pairs.setdefault((relation.from_, relation.to), []).append(number)
    if not 2 <= len(degrees) <= _MOST_NODES:
        return None
    hub, *others = [actor for actor, _ in degrees.most_common()]
    seats = _untangled(others, list(pairs))
    height = max(2, (len(seats) + 1) // 2) * _ROW
    places = {hub: (WIDTH / 2, height / 2), **{actor: _place(*seat, height) for actor, seat in seats.items()}}
    names = {actor.id: actor.name for actor in dossier.actors}
    return Graph(
        nodes=tuple(Node(*places[actor], _lines(names.get(actor, actor))) for actor in places),
        arrows=tuple(
            _arrow(places[one], places[other], numbers)
            for (one, other), numbers in pairs.items()
            if one != other
        ),
        height=height,
    )


def _untangled(actors: list[str], pairs: list[tuple[str, str]]) -> dict[str, Seat]:
    """A side and a row for each of `actors`, so that those in `pairs` stand next to each other."""
    rows = (len(actors) + 1) // 2
    seats = [(index // rows, index % rows, rows) for index in range(len(actors))]
    order, least = actors, _tangle(actors, seats, pairs)
    for one in range(len(actors)):
        for other in range(one + 1, len(actors)):
            swapped = list(order)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            tangle = _tangle(swapped, seats, pairs)
            if tangle < least:
                order, least = swapped, tangle
    left = sum(side == 0 for side, _, _ in seats)
    return {
        actor: (side, row, left if side == 0 else len(actors) - left)
        for actor, (side, row, _) in zip(order, seats, strict=True)
    }


def _tangle(order: list[str], seats: list[Seat], pairs: list[tuple[str, str]]) -> int:
    """How far apart the pairs are that have the middle one in their way."""
    at = dict(zip(order, seats, strict=True))
    tangle = 0
    for one, other in pairs:
        if one in at and other in at:
            (side, row, _), (other_side, other_row, _) = at[one], at[other]
            tangle += abs(row - other_row) + (0 if side == other_side else 3)
    return tangle


def _place(side: int, row: int, rows: int, height: int) -> Point:
    x = _NODE_WIDTH / 2 + 1 if side == 0 else WIDTH - _NODE_WIDTH / 2 - 1
    return x, round(height / rows * (row + 0.5), 1)


def _arrow(start: Point, end: Point, numbers: list[int]) -> Arrow:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    if dx:
        aside = (-dy / length * _BEND, dx / length * _BEND)
    else:
        inward = 1.0 if start[0] < WIDTH / 2 else -1.0
        aside = (inward * (_AROUND if length > 1.5 * _ROW else 0.0) + dy / length * _BEND, 0.0)
    middle = ((start[0] + end[0]) / 2 + aside[0], (start[1] + end[1]) / 2 + aside[1])
    x1, y1 = _edge(start, middle)
    x2, y2 = _edge(end, middle)
    path = f"M{x1:.1f} {y1:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {x2:.1f} {y2:.1f}"
    # The numbers of an arrow around a box stand near its start, away from those that cross it.
    t = 0.5 if dx or length <= 1.5 * _ROW else 0.25
    x = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * middle[0] + t * t * x2
    y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * middle[1] + t * t * y2
    return Arrow(path, round(x, 1), round(y, 1), ", ".join(str(number) for number in numbers))


def _edge(node: Point, towards: Point) -> Point:
    """Where the line from the middle of a box towards a point leaves the box."""
    dx, dy = towards[0] - node[0], towards[1] - node[1]
    half_x, half_y = _NODE_WIDTH / 2 + 2, _NODE_HEIGHT / 2 + 2
    scale = min(half_x / abs(dx) if dx else 9e9, half_y / abs(dy) if dy else 9e9, 1.0)
    return node[0] + dx * scale, node[1] + dy * scale


def _lines(name: str) -> tuple[str, ...]:
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    cut = [line if len(line) <= _LINE + 1 else line[:_LINE] + "…" for line in lines]
    return (cut[0],) if len(cut) == 1 else (cut[0], cut[1] if len(cut) == 2 else cut[1][: _LINE - 1] + "…")
