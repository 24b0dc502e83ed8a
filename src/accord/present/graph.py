"""The relations of a story as a drawing: actors on an oval, an arrow for each pair that acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from accord.records import Dossier

WIDTH, HEIGHT = 360, 260
_NODE_WIDTH, _NODE_HEIGHT = 104, 36
_RADIUS_X, _RADIUS_Y = 122, 98
_LINE = 15
# A drawing of more actors than this tells less than the list beside it.
_MOST_NODES = 10
# How far an arrow bends aside, so that the way there and the way back do not cover each other.
_BEND = 22.0


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
    """The drawing; boxes are `node_width` by `node_height`."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    width: int = WIDTH
    height: int = HEIGHT
    node_width: int = _NODE_WIDTH
    node_height: int = _NODE_HEIGHT


def graph(dossier: Dossier) -> Graph | None:
    """The drawing of the relations of `dossier`; None where there are none or too many actors."""
    degrees: Counter[str] = Counter()
    pairs: dict[tuple[str, str], list[int]] = {}
    for number, relation in enumerate(dossier.relations, 1):
        degrees.update((relation.from_, relation.to))
        pairs.setdefault((relation.from_, relation.to), []).append(number)
    actors = [actor for actor, _ in degrees.most_common()]
    if not 2 <= len(actors) <= _MOST_NODES:
        return None
    places = {actor: _place(index, len(actors)) for index, actor in enumerate(actors)}
    names = {actor.id: actor.name for actor in dossier.actors}
    return Graph(
        nodes=tuple(Node(*places[actor], _lines(names.get(actor, actor))) for actor in actors),
        arrows=tuple(
            _arrow(places[one], places[other], numbers)
            for (one, other), numbers in pairs.items()
            if one != other
        ),
    )


def _place(index: int, count: int) -> tuple[float, float]:
    angle = pi + 2 * pi * index / count
    return round(WIDTH / 2 + _RADIUS_X * cos(angle), 1), round(HEIGHT / 2 + _RADIUS_Y * sin(angle), 1)


def _arrow(start: tuple[float, float], end: tuple[float, float], numbers: list[int]) -> Arrow:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    bend = (-dy / length * _BEND, dx / length * _BEND)
    middle = ((start[0] + end[0]) / 2 + bend[0], (start[1] + end[1]) / 2 + bend[1])
    x1, y1 = _edge(start, middle)
    x2, y2 = _edge(end, middle)
    cx, cy = middle[0] + bend[0] * 0.3, middle[1] + bend[1] * 0.3
    path = f"M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}"
    x, y = (x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4
    return Arrow(path, round(x, 1), round(y, 1), ", ".join(str(number) for number in numbers))


def _edge(node: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Where the line from the middle of a box towards a point leaves the box."""
    dx, dy = towards[0] - node[0], towards[1] - node[1]
    half_x, half_y = _NODE_WIDTH / 2 + 3, _NODE_HEIGHT / 2 + 3
    scale = min(half_x / abs(dx) if dx else 9e9, half_y / abs(dy) if dy else 9e9, 1.0)
    return node[0] + dx * scale, node[1] + dy * scale


def _lines(name: str) -> tuple[str, ...]:
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    cut = [line if len(line) <= _LINE + 1 else line[:_LINE] + "…" for line in lines]
    return (cut[0],) if len(cut) == 1 else (cut[0], cut[1] if len(cut) == 2 else cut[1][:_LINE] + "…")
