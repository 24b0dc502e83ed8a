"""What is near what in the index is what it would be if all texts were weighed at once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlalchemy import Connection, func, select

from accord.grouping import terms
from accord.grouping.clusters import Neighbours, stand, weigher
from accord.grouping.terms import Weigher, sketch
from accord.intake.report_draft import ReportDraft
from accord.settings import Settings
from accord.store import reading, receiving
from accord.store.index import Index, noted_weigher
from accord.store.reports import load_readings
from accord.store.rows import queued
from accord.store.schema import likenesses, sketches
from accord.store.schema import telling as telling_terms
from store.conftest import draft, read_quickly
from store.news import CHESS, FERRY, FERRY_2, news

NOW = "2031-05-01T12:00:00.000000Z"
FERRY_3 = "Fog held the ferry off Skerra Island, where helicopters of the coast guard winched passengers."


@pytest.fixture
def base() -> Weigher:
    return Weigher.load()


def take(connection: Connection, *drafts: ReportDraft) -> dict[str, int]:
    """Receive and read drafts; returns the keys of their texts by their ids."""
    receiving.receive(connection, drafts, NOW)
    waiting = reading.sort_out(connection, queued(connection, "read"), "basis", NOW)
    outcomes = read_quickly([each.report for each in waiting], Settings())
    reading.put(connection, zip(waiting, outcomes, strict=True), "basis", NOW)
    return {each.report.id: each.key for each in waiting}


def put(connection: Connection, base: Weigher, keys: Mapping[str, int]) -> Index:
    """Put texts into the index as one change does."""
    index = Index(connection, base)
    added = index.add(set(keys.values()))
    if index.recount(added):
        index.rebuild()
    else:
        index.join(index.find(added))
    return index


def all_near(index: Index, keys: Mapping[str, int]) -> dict[str, dict[str, float]]:
    """What is near each text, by ids."""
    ids = {str(key): id for id, key in keys.items()}
    return {
        id: {ids[other]: alike for other, alike in sorted(index.near(str(key)).items())}
        for id, key in keys.items()
    }


def test_texts_of_one_happening_are_near_from_either_side(connection: Connection, base: Weigher) -> None:
    keys = take(connection, draft("a", FERRY), draft("b", FERRY_2), draft("c", CHESS))
    near = all_near(put(connection, base, keys), keys)
    assert {id: set(others) for id, others in near.items()} == {"a": {"b"}, "b": {"a"}, "c": set()}
    assert near["a"]["b"] == near["b"]["a"] > 0.1


@pytest.mark.parametrize("counted", [1024, 6, 0])
def test_what_came_bit_by_bit_is_near_as_what_came_at_once(
    connection: Connection, base: Weigher, monkeypatch: pytest.MonkeyPatch, counted: int
) -> None:
    """Whether all texts, the first or none of them tell how common terms are."""
    monkeypatch.setattr(terms, "_COUNTED_AT_MOST", counted)
    keys: dict[str, int] = {}
    for each in (*news(3, 3), *news(2, 2, seed=8, dated=False)[::-1], draft("a", FERRY)):
        come = take(connection, each) if each.id not in keys else {}
        keys |= come
        put(connection, base, come)
    found = all_near(Index(connection, base), keys)
    assert found == near_at_once(connection, base, keys)
    assert sum(map(len, found.values())) > 8


def near_at_once(
    connection: Connection, base: Weigher, keys: Mapping[str, int]
) -> dict[str, dict[str, float]]:
    """What is near each text where all are weighed together, without an index."""
    sketched = {id: sketch(load_readings(connection, [key])[key]) for id, key in keys.items()}
    stream = sorted(sketched, key=lambda id: sketched[id].order)
    weigh = weigher([sketched[id] for id in stream], base)
    neighbours = Neighbours()
    for id in stream:
        neighbours.add(id, stand(sketched[id], weigh))
    return {id: dict(sorted(neighbours.near(id).items())) for id in keys}


def test_a_text_without_a_day_is_near_those_of_any_day(
    connection: Connection, base: Weigher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "_COUNTED_AT_MOST", 0)
    keys: dict[str, int] = {}
    for each in (
        draft("c", FERRY_3, published="2031-09-01"),
        draft("a", FERRY),
        draft("b", FERRY_2, published="2031-04-01"),
    ):
        come = take(connection, each)
        keys |= come
        near = all_near(put(connection, base, come), keys)
    assert {id: set(others) for id, others in near.items()} == {"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}


def test_a_text_that_is_forgotten_is_near_nothing(connection: Connection, base: Weigher) -> None:
    keys = take(connection, draft("a", FERRY), draft("b", FERRY_2), draft("c", FERRY_3))
    index = put(connection, base, keys)
    first, middle, last = sorted(keys.values())
    assert set(index.near(str(middle))) == {str(first), str(last)}
    index.forget([middle])
    assert index.holding(set(keys.values())) == [first, last]
    assert [set(index.near(str(key))) for key in (first, middle, last)] == [{str(last)}, set(), {str(first)}]
    index.forget(list(keys.values()))
    for table in (sketches, telling_terms, likenesses):
        assert connection.execute(select(func.count()).select_from(table)).scalar_one() == 0


def test_what_is_joined_is_near_at_once(connection: Connection, base: Weigher) -> None:
    keys = take(connection, draft("a", FERRY), draft("c", CHESS))
    index = put(connection, base, keys)
    assert all_near(index, keys) == {"a": {}, "c": {}}
    one, other = sorted(keys.values())
    index.join([(one, other, 0.5)])
    assert all_near(index, keys) == {"a": {"c": 0.5}, "c": {"a": 0.5}}


def test_how_common_terms_are_is_noted_for_who_reads(connection: Connection, base: Weigher) -> None:
    assert noted_weigher(connection, base) == base
    keys = take(connection, *news(2, 3))
    put(connection, base, keys)
    readings = load_readings(connection, keys.values()).values()
    assert noted_weigher(connection, base) == base.counting(sketch(each).counts for each in readings)


def test_a_text_after_those_that_are_counted_changes_no_weight(
    connection: Connection, base: Weigher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "_COUNTED_AT_MOST", 2)
    first = (draft("a", FERRY, published="2031-04-01"), draft("b", FERRY_2, published="2031-04-02"))
    put(connection, base, take(connection, *first, draft("c", CHESS, published="2031-04-03")))
    index = Index(connection, base)
    later = index.add(set(take(connection, draft("d", FERRY_3, published="2031-04-04")).values()))
    assert not index.recount(later)
    index = Index(connection, base)
    earlier = index.add(set(take(connection, draft("e", f"{CHESS} Again.", published="2031-03-31")).values()))
    assert index.recount(earlier)


def test_sketches_come_in_the_order_of_hashes_and_orders_by_day(
    connection: Connection, base: Weigher
) -> None:
    drafts = (draft("a", FERRY), draft("b", FERRY_2, published="2031-04-01"), draft("c", CHESS))
    keys: dict[str, int] = {}
    for each in sorted(drafts, key=lambda each: each.report().sha256, reverse=True):
        keys |= take(connection, each)
    index = put(connection, base, keys)
    hashes = {str(key): each.sha256 for key, each in load_readings(connection, keys.values()).items()}
    kept = index.sketches(frozenset(hashes))
    assert list(kept) == sorted(hashes, key=hashes.__getitem__)
    assert {key: each.sha256 for key, each in kept.items()} == hashes
    assert kept[str(keys["c"])].counts["grandmaster"] > 0
    orders = index.orders(set(keys.values()))
    assert min(orders, key=orders.__getitem__) == keys["b"]
    assert orders[keys["a"]] == (True, "", hashes[str(keys["a"])])
