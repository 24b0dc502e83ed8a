"""Mentions of one kind put together: who and whom, when and where must fit."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accord.reconciliation.compare.actor import Party
from accord.reconciliation.compare.polarity import Standing
from accord.reconciliation.compare.time import Span
from accord.reconciliation.events.clusters import Cluster, cluster
from accord.reconciliation.events.event_mention import Told
from accord.records import Place
from accord.vocabulary.acts import EventKind
from readings import ReadingBuilder
from stories import calm, recognition

KIND = EventKind("toast", "the toast to {recipient}", "toast {recipient}", "toasted {recipient}")
ONCE, MUTUAL, LOCATED = replace(KIND, once=True), replace(KIND, mutual=True), replace(KIND, located=True)


def told(
    report: str, actors: str = "", recipients: str = "", terms: str = "", *, year: str = "XXXX",
    place: tuple[str, str] | None = None, standing: Standing = "done", start: int = 0,
) -> Told:  # fmt: skip
    """A mention; parties and content words are parted by blanks."""
    builder = ReadingBuilder(report, "Toasted again.")
    builder.event("Toasted")
    (event,) = builder.build().events
    where = Place(0, 7, *place) if place else None
    ones, others = (tuple(Party(name) for name in side.split()) for side in (actors, recipients))
    return Told(
        report, replace(event, place=where, start=start), ones, others, standing, Span(year), True,
        frozenset(terms.split()),
    )  # fmt: skip


def together(kind: EventKind | None, *mentions: Told, akin: bool = False) -> list[list[tuple[str, int]]]:
    """The places of the mentions of each cluster."""
    return sorted([each.place for each in members] for members in cluster(mentions, kind, akin))


def test_attacks_of_different_years_are_two_happenings() -> None:
    builders = []
    for id_, text, year in (
        ("a", "Harbour Front attacked a barracks in Peru in 2019.", "2019"),
        (
            "b",
            "A bomb with which Harbour Front attacked the fish market of Lima, Peru, killed three in 2021.",
            "2021",
        ),
    ):
        builder = ReadingBuilder(id_, text)
        builder.event(
            "attacked", "attack", actors=[builder.actor("Harbour Front", "harbour-front")],
            recipients=[builder.actor("Peru", "PER")], time=builder.time(year, year), type="ASSAULT",
        )  # fmt: skip
        builders.append(builder)
    assert len(calm(*builders).events) == 2


def test_what_happens_once_may_have_happened_before_long_ago() -> None:
    old = ReadingBuilder("b", "Decades earlier, in 1952, Chile had won the kingdom of Norway over as well.")
    old.event(
        "won", "recognise", actors=[old.actor("Norway", "NOR")], recipients=[old.actor("Chile", "CHL")],
        time=old.time("1952", "1952"),
    )  # fmt: skip
    assert len(calm(recognition("a", "2020-04", " in April 2020"), old).events) == 2


def test_the_same_two_sides_are_one_and_another_side_is_not() -> None:
    one, other, apart = told("a", "NOR", "CHL"), told("b", "NOR", "CHL"), told("c", "NOR", "PER")
    assert together(KIND, one, other, apart) == [[("a", 0), ("b", 0)], [("c", 0)]]


def test_one_side_alone_needs_a_like_sentence() -> None:
    full = told("a", "NOR", "CHL", "quay toast dawn")
    assert len(together(KIND, full, told("b", "NOR", "", "fog reef gull"))) == 2
    assert len(together(KIND, full, told("b", "NOR", "", "quay toast reef"))) == 1
    assert len(together(KIND, full, told("b", "NOR", "", "fog reef gull"), akin=True)) == 1


def test_the_likest_sentence_of_a_happening_tells() -> None:
    mentions = told("a", "NOR", "CHL", "fog reef gull"), told("b", "NOR", "CHL", "quay toast dawn")
    assert len(together(KIND, *mentions, told("c", "NOR", "", "quay toast reef"))) == 1


def test_other_years_are_another_happening_unless_it_happens_once() -> None:
    early, late = told("a", "NOR", "CHL", year="2029"), told("b", "NOR", "CHL", year="2030")
    assert len(together(KIND, early, late)) == 2
    assert len(together(ONCE, early, late)) == 1


def test_what_happens_once_happens_again_after_years_unless_told_alike() -> None:
    words = "quay toast dawn"
    early = told("a", "NOR", "CHL", words, year="2019")
    assert len(together(ONCE, early, told("b", "NOR", "CHL", "fog reef gull", year="2031"))) == 2
    assert len(together(ONCE, early, told("b", "NOR", "CHL", words, year="2031"))) == 1


def test_equal_sides_may_be_told_either_way_round() -> None:
    one, other = told("a", "NOR", "CHL"), told("b", "CHL", "NOR")
    assert len(together(KIND, one, other)) == 2
    assert len(together(MUTUAL, one, other)) == 1
    assert len(together(MUTUAL, one, told("b", "CHL", "PER"))) == 2
    assert len(together(MUTUAL, one, told("a", start=9), told("b"))) == 2


def test_places_in_two_countries_keep_apart_what_happens_in_one_place() -> None:
    one = told("a", "NOR", "CHL", place=("Orlo", "NOR"))
    other = told("b", "NOR", "CHL", place=("Tirgu", "CHL"))
    assert len(together(LOCATED, one, other)) == 2
    assert len(together(KIND, one, other)) == 1


def test_a_bare_mention_goes_to_the_happening_of_its_report() -> None:
    full, bare = told("a", "NOR", "CHL"), told("a", start=9)
    assert together(KIND, bare, full, told("b", "PER", "KEN")) == [[("a", 0), ("a", 9)], [("b", 0)]]


def test_a_bare_mention_that_fits_two_alike_stays_alone() -> None:
    bare = told("a", start=90)
    mentions = (told("a", "NOR", "CHL"), told("a", "PER", "KEN", start=40), bare)
    assert together(KIND, *mentions) == [[("a", 0)], [("a", 40)], [("a", 90)]]


@pytest.mark.parametrize("standing", ["not done", "denied", "ruled out"])
def test_what_nobody_named_did_not_do_does_not_join_what_somebody_did_not_do(standing: Standing) -> None:
    one, other = told("a", "NOR", "CHL", standing=standing), told("b", "", "CHL", standing=standing)
    assert len(together(ONCE, one, other)) == 2
    assert len(together(ONCE, replace(one, standing="done"), replace(other, standing="done"))) == 1


def test_a_cluster_keeps_what_its_mentions_have_said_once() -> None:
    held = Cluster(told("a", "NOR", "CHL", year="2031", place=("Orlo", "NOR")))
    held.add(told("b", "NOR PER", "CHL", year="2031", place=("Orlo", "NOR")))
    assert [party.id for party in (*held.actors, *held.recipients)] == ["NOR", "PER", "CHL"]
    assert (len(held.spans), len(held.places), held.reports) == (1, 1, {"a", "b"})
