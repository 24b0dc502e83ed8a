"""The drawing of relations: boxes that do not overlap, and an arrow for each pair that acts."""

from __future__ import annotations

import re
from itertools import combinations

import msgspec
import pytest

from accord.present.drawings.graph import Arrow, Point, by_reports, graph
from accord.records import Dossier, DossierActor, Relation
from dossiers import empty_dossier, made_dossier, quote


def related(count: int) -> Dossier:
    """A dossier in which one actor has a relation to each of `count` others, and they among themselves."""
    evidence = (quote("r-one", "Norvia"),)
    pairs = [("hub", f"actor {number}") for number in range(count)]
    pairs += [(f"actor {number}", f"actor {(number + 2) % count}") for number in range(count)]
    relations = tuple(
        Relation(one, other, "relations", "established", None, None, "single source", evidence)
        for one, other in pairs
    )
    return msgspec.structs.replace(made_dossier(), relations=relations)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_boxes_of_the_drawing_do_not_overlap_and_stay_inside(count: int) -> None:
    drawing = graph(related(count))
    assert drawing is not None
    assert len(drawing.nodes) == count + 1
    for one, other in combinations(drawing.nodes, 2):
        apart = abs(one.x - other.x) >= drawing.node_width or abs(one.y - other.y) >= drawing.node_height
        assert apart
    for node in drawing.nodes:
        assert drawing.node_width / 2 <= node.x <= drawing.width - drawing.node_width / 2
        assert drawing.node_height / 2 <= node.y <= drawing.height - drawing.node_height / 2


def test_no_drawing_of_nothing_or_of_too_much() -> None:
    assert graph(made_dossier()) is not None
    assert graph(empty_dossier()) is None
    assert graph(related(30)) is None


def test_relations_of_one_pair_are_one_arrow_with_their_numbers() -> None:
    drawing = graph(made_dossier())
    assert drawing is not None
    assert len(drawing.nodes) == 3
    assert sorted(arrow.numbers for arrow in drawing.arrows) == ["1, 2", "3", "4"]


def test_the_way_there_and_the_way_back_do_not_cover_each_other() -> None:
    drawing = graph(made_dossier())
    assert drawing is not None
    places = [(arrow.x, arrow.y) for arrow in drawing.arrows]
    assert len(set(places)) == len(places)


def ends_of(arrow: Arrow) -> tuple[Point, Point]:
    """Where an arrow begins and where it ends."""
    x1, y1, *_, x2, y2 = map(float, re.findall(r"-?\d+\.\d", arrow.path))
    return (x1, y1), (x2, y2)


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_arrows_run_from_the_edge_of_one_box_to_that_of_another(count: int) -> None:
    drawing = graph(related(count))
    assert drawing is not None
    wide, high = drawing.node_width / 2 + 2, drawing.node_height / 2 + 2
    for arrow in drawing.arrows:
        ends = []
        for x, y in ends_of(arrow):
            reach = [max(abs(x - node.x) / wide, abs(y - node.y) / high) for node in drawing.nodes]
            assert min(reach) == pytest.approx(1, abs=0.01)
            ends.append(reach.index(min(reach)))
        assert ends[0] != ends[1]


def test_numbers_stand_to_the_right_of_the_way_of_their_arrow() -> None:
    drawing = graph(made_dossier())
    assert drawing is not None
    for arrow in drawing.arrows:
        (x1, y1), (x2, y2) = ends_of(arrow)
        assert (x2 - x1) * (arrow.y - y1) > (y2 - y1) * (arrow.x - x1)


def test_the_busiest_actor_stands_in_the_middle() -> None:
    drawing = graph(related(5))
    assert drawing is not None
    assert [node.lines for node in drawing.nodes if node.x == drawing.width / 2] == [("hub",)]


def test_who_acts_on_itself_has_no_arrow() -> None:
    dossier = related(3)
    itself = msgspec.structs.replace(dossier.relations[0], to="hub")
    with_it, without = (
        graph(msgspec.structs.replace(dossier, relations=relations))
        for relations in ((*dossier.relations, itself), dossier.relations)
    )
    assert with_it is not None
    assert without is not None
    assert len(with_it.arrows) == len(without.arrows)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Norvia", ("Norvia",)),
        ("Coastal Provinces", ("Coastal", "Provinces")),
        ("Coastal Provinces and Inland Dependencies", ("Coastal", "Provinces and…")),
        ("Ruiz-Okonkwo-Featherstonehaugh", ("Ruiz-Okonkwo-F…",)),
    ],
)
def test_a_name_has_two_lines_at_most(name: str, lines: tuple[str, ...]) -> None:
    hub = DossierActor("hub", name, "state", None, None, None, (name,), ())
    dossier = msgspec.structs.replace(related(1), actors=(hub,))
    drawing = graph(dossier)
    assert drawing is not None
    assert lines in [node.lines for node in drawing.nodes]


def test_relations_that_more_reports_tell_come_first_and_others_keep_their_order() -> None:
    one, two, three = made_dossier().relations[:3]
    told = msgspec.structs.replace(two, evidence=(quote("r-one", "Norvia"), quote("r-two", "Norvia")))
    assert by_reports([one, told, three]) == [told, one, three]
