"""What most reports tell comes first; then what they tell again or in full, and what they tell first."""

from __future__ import annotations

from accord.reconciliation.facts.alignment import FactGroup
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.facts.weight import weightiest
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder, story

LOSS = "The ferry Orlo sank off Karst with 3100 sheep aboard."
PRICE = "Tickets cost nine crowns apiece."
WIND = "Gales blew hard from northern hills."


def told(*builders: ReadingBuilder, groups: list[list[tuple[str, int]]]) -> list[str]:
    made = [FactGroup(tuple(SentenceAt(*at) for at in group), (1.0,) * len(group)) for group in groups]
    ordered = weightiest(made, Sources(story(*builders).readings))
    return [f"{group.sentences[0].report}{group.sentences[0].index}" for group in ordered]


def test_number_of_reports_counts_before_place() -> None:
    one, other = ReadingBuilder("a", f"{PRICE} {LOSS}"), ReadingBuilder("b", f"{WIND} {LOSS}")
    assert told(one, other, groups=[[("a", 0)], [("b", 0)], [("a", 1), ("b", 1)]])[0] == "a1"


def test_what_a_report_comes_back_to_weighs_more_than_what_it_tells_once() -> None:
    one = ReadingBuilder("a", f"{PRICE} {WIND} {WIND}")
    assert told(one, groups=[[("a", 0)], [("a", 1), ("a", 2)]]) == ["a1", "a0"]


def test_what_is_told_in_full_weighs_more_than_an_aside() -> None:
    one = ReadingBuilder("a", f"{PRICE} {LOSS}")
    assert told(one, groups=[[("a", 0)], [("a", 1)]]) == ["a1", "a0"]


def test_of_like_weight_the_earlier_comes_first() -> None:
    one = ReadingBuilder("a", f"{PRICE} {WIND} {PRICE}")
    assert told(one, groups=[[("a", 2)], [("a", 0)]]) == ["a0", "a2"]
