"""Of the texts that one address gave, the fullest counts; one that changes words corrects it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select

from accord.store.receiving import receive
from accord.store.rows import holds
from accord.store.schema import copies
from accord.store.versions import Version, compare_versions
from store.conftest import draft

NOW, LATER, LAST = (f"2031-05-0{day}T12:00:00.000000Z" for day in (1, 2, 3))
URL = "https://one.example/mill"
WHOLE = (
    "The old mill at Brack burned down on Monday. Nobody was hurt. The owner, Ada Fenn, said she would build "
    "it again before the winter. Fire crews from three towns fought the flames until noon."
)
EXCERPT = "The old mill at Brack burned down on Monday. Nobody was hurt. The owner, Ada Fe…"
CORRECTION = WHOLE.replace("three towns", "four towns")


@pytest.mark.parametrize(
    ("new", "version"),
    [
        (EXCERPT, Version.PART),
        ("A mill burned down, and its owner means to build it again.", Version.PART),
        (WHOLE.replace(". ", ".\n\n"), Version.PART),
        (f"{WHOLE} The cause is not known yet.", Version.FULLER),
        (CORRECTION, Version.CORRECTED),
        (CORRECTION.replace("on Monday", "Sunday"), Version.CORRECTED),
    ],
    ids=["excerpt", "summary", "other lines", "fuller", "changed", "changed and shorter by a word"],
)
def test_what_a_text_is_to_an_earlier_one(new: str, version: Version) -> None:
    assert compare_versions(new, WHOLE) is version


@given(st.text(alphabet="ab ."), st.text(alphabet="ab ."))
def test_two_texts_are_never_each_fuller_than_the_other(one: str, other: str) -> None:
    assert (compare_versions(one, other), compare_versions(other, one)) != (Version.FULLER, Version.FULLER)


def held(connection: Connection) -> list[str | None]:
    return list(connection.execute(select(copies.c.id).where(holds(copies)).order_by(copies.c.key)).scalars())


def test_an_excerpt_does_not_take_the_place_of_the_whole(connection: Connection) -> None:
    page = draft("page", WHOLE, url=URL, place="page.html", stem="page")
    assert receive(connection, [page], NOW) == 1
    assert receive(connection, [draft("feed", EXCERPT, url=URL, place="feed.xml")], LATER) == 0
    assert held(connection) == ["page"]


def test_the_whole_takes_the_place_of_an_excerpt(connection: Connection) -> None:
    receive(connection, [draft("feed", EXCERPT, url=URL, place="feed.xml")], NOW)
    assert receive(connection, [draft("page", WHOLE, url=URL, place="page.html", stem="page")], LATER) == 1
    assert held(connection) == ["page"]
    why = connection.execute(select(copies.c.why).where(copies.c.retracted.is_not(None))).scalars().all()
    assert why == [Version.FULLER.value]


def test_feeds_that_disagree_settle(connection: Connection) -> None:
    """One feed was corrected and the other was not: asked in turns, they change nothing any more."""
    first = draft("first", WHOLE, url=URL, place="first.xml")
    second = draft("second", CORRECTION, url=URL, place="second.xml")
    assert [receive(connection, [one], NOW) for one in (first, second)] == [1, 1]
    assert [receive(connection, [one], LATER) for one in (first, second, first, second)] == [0, 0, 0, 0]
    assert held(connection) == ["second"]


def test_a_feed_that_takes_its_correction_back_is_believed(connection: Connection) -> None:
    told = [draft("mill", text, url=URL, place="feed.xml") for text in (WHOLE, CORRECTION, WHOLE)]
    assert [receive(connection, [one], now) for one, now in zip(told, (NOW, LATER, LAST), strict=True)] == [
        1,
        1,
        1,
    ]
    assert held(connection) == ["mill"]


def test_the_same_text_from_two_feeds_is_one_report_with_two_places(connection: Connection) -> None:
    drafts = [draft("mill", WHOLE, url=URL, place=place) for place in ("a.xml", "b.xml")]
    assert [receive(connection, [one], NOW) for one in drafts] == [1, 1]
    assert [receive(connection, [one], LATER) for one in drafts] == [0, 0]
    assert len(held(connection)) == 2
    assert connection.execute(select(func.count(copies.c.text_key.distinct()))).scalar_one() == 1


def test_of_what_comes_together_an_excerpt_is_left_out(connection: Connection) -> None:
    together = [draft("a", EXCERPT, url=URL, place="f.xml"), draft("b", WHOLE, url=URL, place="f.xml")]
    assert receive(connection, together, NOW) == 1
    assert held(connection) == ["b"]
