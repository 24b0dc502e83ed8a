"""An event mention as reconciliation sees it: its parties by side, and where it stands."""

from __future__ import annotations

import pytest

from accord.reconciliation.compare.actor import Party
from accord.reconciliation.compare.time import Span
from accord.reconciliation.events.event_mention import Told
from readings import ReadingBuilder


def told(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> Told:
    builder = ReadingBuilder("a", "Envoys met there.")
    builder.event("met")
    (event,) = builder.build().events
    return Told("a", event, actors, recipients, "done", Span(), True, frozenset())


NORWAY, CHILE = Party("NOR"), Party("CHL")


def test_a_mention_stands_in_its_report_at_its_first_character() -> None:
    assert told((), ()).place == ("a", 7)


@pytest.mark.parametrize(
    ("side", "expected"),
    [("actors", (NORWAY,)), ("recipients", (NORWAY, CHILE)), ("both", (CHILE, NORWAY))],
)
def test_the_parties_of_a_side_and_of_both_by_identifier(side: str, expected: tuple[Party, ...]) -> None:
    assert told((NORWAY,), (NORWAY, CHILE)).side(side) == expected


def test_on_both_sides_the_actor_is_told_as_the_actor() -> None:
    described = Party("NOR", (), False)
    assert told((NORWAY,), (described,)).both == (NORWAY,)
    assert told((described,), (NORWAY,)).both == (described,)
