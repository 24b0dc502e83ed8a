"""How near two reports are, by what they tell and the days between them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accord.grouping.nearness import Stand, is_promising, nearness, window
from accord.grouping.portraits import Portrait, portrait

WORDS = {"reef": 0.6, "ferry": 0.8}
# As alike as news is whatever it is of, so that words alone count.
USUAL = bytes([50] * 55 + [0] * 329)
BARE = Portrait(WORDS)
KNOWN = portrait(WORDS, bytes([100] * 25 + [0] * 359))


def apart(one: Portrait, other: Portrait, days: str | None) -> tuple[Stand, Stand]:
    return Stand("2031-05-01", one), Stand(days, other)


def test_reports_of_one_day_or_of_none_are_as_near_as_they_are_alike() -> None:
    for day in ("2031-05-01", None):
        assert nearness(*apart(BARE, BARE, day)) == pytest.approx(1.0)


@pytest.mark.parametrize("each", [BARE, KNOWN])
def test_after_twenty_days_reports_must_be_twice_as_alike(each: Portrait) -> None:
    now, later = (nearness(*apart(each, each, day)) for day in ("2031-05-01", "2031-05-21"))
    assert later == pytest.approx(now / 2)


def test_with_their_meaning_known_that_is_enough_ever_after() -> None:
    soon, late = (nearness(*apart(KNOWN, KNOWN, day)) for day in ("2031-05-21", "2032-05-21"))
    assert soon == late


def test_after_a_silence_only_reports_whose_meaning_is_known_are_compared() -> None:
    for one, other, compared in ((KNOWN, KNOWN, True), (BARE, BARE, False), (KNOWN, BARE, False)):
        assert is_promising(1.0, *apart(one, other, "2031-05-30"))
        assert is_promising(1.0, *apart(one, other, "2031-07-01")) is compared
        assert not is_promising(1.0, *apart(one, other, "2034-07-01"))


def test_after_a_silence_telling_terms_must_promise_more() -> None:
    for promise, soon, late in ((0.005, False, False), (0.012, True, False), (0.02, True, True)):
        assert is_promising(promise, *apart(KNOWN, KNOWN, "2031-05-30")) is soon
        assert is_promising(promise, *apart(KNOWN, KNOWN, "2031-07-01")) is late


def test_whatever_can_be_near_lies_in_the_window() -> None:
    for each in (BARE, KNOWN):
        one = Stand("2031-05-01", each)
        first, last = window(one)
        for day in ("2029-04-01", "2031-03-01", "2031-04-01", "2031-05-31", "2031-06-01", "2033-06-01"):
            assert (first <= day <= last) == is_promising(1.0, one, replace(one, day=day))


def test_a_report_without_a_day_can_be_near_those_of_any() -> None:
    first, last = window(Stand(None, BARE))
    assert first <= "0001-01-01" <= "9999-12-31" <= last


def test_only_reports_whose_meaning_is_known_can_be_faintly_near() -> None:
    for alike, bare, known in ((0.08, True, True), (0.06, False, True), (0.05, False, False)):
        words = {"reef": alike**0.5}
        for meaning, near in ((b"", bare), (USUAL, known)):
            stands = apart(portrait(words, meaning), portrait(words, meaning), "2031-05-01")
            assert (nearness(*stands) > 0) is near
