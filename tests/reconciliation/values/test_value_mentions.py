"""A mention of a value has its parts by name."""

from __future__ import annotations

from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.compare.time import Span
from accord.reconciliation.values.value_mentions import MentionContext, MentionPlace, ToldValue, ValueMention


def test_a_bare_mention_counts_nothing_and_dates_no_act() -> None:
    told = ToldValue("quantity None", Range(3, 3, None), "three")
    mention = ValueMention(MentionPlace("a", 0, 4), told, MentionContext({}))
    assert mention.report == "a"
    assert not mention.counted.counts
    assert mention.acts.owner is None
    assert not told.is_time


def test_a_length_of_time_is_no_time() -> None:
    assert ToldValue("time", Span(year="2031"), "2031").is_time
    assert not ToldValue("length", Range(3, 3, "day"), "three days").is_time
