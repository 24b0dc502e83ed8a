"""What is found by words and filters, and in which order."""

from __future__ import annotations

import pytest

from accord.store import searching
from accord.store.searching import Query
from accord.store.store import Store
from store.conftest import Add, draft
from store.news import CHESS, FERRY


def test_search_filters(store: Store, add: Add) -> None:
    add(
        draft("a", FERRY, source="The Gull", published="2031-04-01"),
        draft("b", "Norway recognised Chile on Monday.", source="The Tern", published="2031-04-02"),
        draft("c", CHESS),
    )
    asked = {
        "ferry": Query(words="FERRIES"),
        "phrase": Query(words='"queen sacrifice"'),
        "no phrase": Query(words='"sacrifice queen"'),
        "both": Query(words="queen ferry"),
        "code": Query(actor="nor", kind="report"),
        "name": Query(actor=" Norway ", kind="report"),
        "act": Query(act="recognise-state", kind="report"),
        "source": Query(source="the gull", kind="report"),
        "from": Query(first="2031-04-02", kind="report"),
        "to": Query(last="2031-04-01", kind="report"),
        "signs": Query(words='?! "'),
        "operators": Query(words="ferry OR NOT chess*"),
    }
    with store.view() as view:
        found = {name: {hit.report for hit in view.search(query)} for name, query in asked.items()}
        assert [hit.report for hit in view.search(Query(kind="report"))] == ["b", "a", "c"]
        assert len(view.search(Query(most=2))) == 2
    assert found == {
        "ferry": {"a"}, "phrase": {"c"}, "no phrase": set(), "both": set(), "code": {"b"}, "name": {"b"},
        "act": {"b"}, "source": {"a"}, "from": {"b"}, "to": {"a"}, "signs": set(), "operators": set(),
    }  # fmt: skip


@pytest.mark.parametrize("query", [Query(words="ferry"), Query(words="ferry", most=2), Query(words="report")])
def test_many_finds_come_as_few_do(
    store: Store, add: Add, monkeypatch: pytest.MonkeyPatch, query: Query
) -> None:
    days = ("2031-04-03", None, "2031-04-01", "2031-04-02")
    add(
        *(draft(f"r{n}", f"{FERRY} Report {n}.", published=day) for n, day in enumerate(days)),
        draft("c", CHESS),
    )
    with store.view() as view:
        sorted_ = view.search(query)
        monkeypatch.setattr(searching, "_MANY", 1)
        by_day = view.search(query)
    assert by_day == sorted_ != []
    told = [hit.day or "" for hit in by_day]
    assert told == sorted(told, reverse=True)
