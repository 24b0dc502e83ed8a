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


def test_a_find_shows_the_words_with_what_is_around_them_whole(store: Store, add: Add) -> None:
    long = f"{'The quay was quiet. ' * 20}A walrus slept there. {'Gulls went about their ways. ' * 20}"
    add(draft("a", long))
    with store.view() as view:
        (found,) = view.search(Query(words="WALRUS", kind="report"))
        (whole,) = view.search(Query(kind="report"))
    assert "A walrus slept there." in found.text
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")
    shown = found.text.removeprefix("… ").removesuffix(" …")
    assert len(shown) < 200
    assert f" {shown} " in f" {' '.join(long.split())} "
    assert set(shown.split()) <= set(long.split()), "no word is cut"
    assert whole.text.startswith("The quay was quiet.")


def test_reports_without_a_day_come_last(store: Store, add: Add) -> None:
    add(draft("a", FERRY), draft("b", CHESS, published="2031-04-01"))
    with store.view() as view:
        assert [hit.report for hit in view.search(Query(kind="report"))] == ["b", "a"]
