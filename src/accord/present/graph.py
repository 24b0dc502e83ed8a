"""The relations of a story as a drawing: actors on an oval, an arrow for each pair that acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from accord.records import Dossier, Relation

WIDTH = 400
_NODE_WIDTH, _NODE_HEIGHT = 98, 38
_LINE = 14
# A drawing of more actors than this tells less than the list beside it.
_MOST_NODES = 10
# How far an arrow bends aside, so that the way there and the way back do not cover each other.
_BEND = 16.0
Point = tuple[float, float]


@dataclass(frozen=True)
class Node:
    """An actor, centred at `x`, `y`, its name in one or two lines."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Arrow:
    """From one actor to another; `numbers` are those of the listed relations, written at `x`, `y`."""

    path: str
    x: float
    y: float
    numbers: str


@dataclass(frozen=True)
class Graph:
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
    ring = _untangled([actor for actor, _ in degrees.most_common()], list(pairs))
    height = _height(len(ring))
    places = {actor: _place(index, len(ring), height) for index, actor in enumerate(ring)}
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


def _untangled(actors: list[str], pairs: list[tuple[str, str]]) -> list[str]:
    """`actors` in an order around the oval in which few lines between `pairs` cross."""
    ring = list(actors)
    least = _tangle(ring, pairs)
    for one in range(1, len(ring)):
        for other in range(one + 1, len(ring)):
            swapped = list(ring)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            tangle = _tangle(swapped, pairs)
            if tangle < least:
                ring, least = swapped, tangle
    return ring


def _tangle(ring: list[str], pairs: list[tuple[str, str]]) -> tuple[int, int]:
    """How many lines cross, and how far they reach around the ring."""
    at = {actor: index for index, actor in enumerate(ring)}
    lines = sorted({(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs if a != b})
    crossings = sum(a < c < b < d for a, b in lines for c, d in lines)
    return crossings, sum(min(b - a, len(ring) - b + a) for a, b in lines)


def _height(count: int) -> int:
    return 96 if count == 2 else 2 * _NODE_HEIGHT + 52 * ((count + 1) // 2)


def _place(index: int, count: int, height: int) -> Point:
    angle = pi + 2 * pi * index / count
    x = WIDTH / 2 + (WIDTH - _NODE_WIDTH - 4) / 2 * cos(angle)
    y = height / 2 + (height - _NODE_HEIGHT - 4) / 2 * sin(angle)
    return round(x, 1), round(y, 1)


def _arrow(start: Point, end: Point, numbers: list[int]) -> Arrow:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    aside = (-dy / length * _BEND, dx / length * _BEND)
    middle = ((start[0] + end[0]) / 2 + aside[0], (start[1] + end[1]) / 2 + aside[1])
    x1, y1 = _edge(start, middle)
    x2, y2 = _edge(end, middle)
    path = f"M{x1:.1f} {y1:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {x2:.1f} {y2:.1f}"
    x, y = (x1 + 2 * middle[0] + x2) / 4, (y1 + 2 * middle[1] + y2) / 4
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
