"""What was named before tells which state, group or country a noun stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.discourse_model import DiscourseModel, only
from accord.extraction.parse.parsed import Parsed
from accord.records import Entity
from casts import actor_of, last_actor


def test_the_group_is_the_group_named_last(cast: Callable[[str], Cast]) -> None:
    found = cast("Boko Haram attacked Hamas supporters' rivals. Later the group fled.")
    assert actor_of(cast("Nigeria bombed Boko Haram. The group fled."), "group") == "boko-haram"
    assert actor_of(found, "group") == "hamas"


def test_the_country_is_not_the_one_that_leaves_it(cast: Callable[[str], Cast]) -> None:
    found = cast("Fighting spread in Angola as Cuban troops withdrew from the country.")
    assert [p.code for p in found.places if p.text == "country"] == ["AGO"]


def test_institutions_without_an_owner_belong_to_the_state_in_view(cast: Callable[[str], Cast]) -> None:
    found = cast("Police in Nairobi arrested protesters.")
    assert actor_of(found, "Police") == "KEN/police"


def test_the_date_line_tells_whose_minister_it_is(cast: Callable[[str], Cast]) -> None:
    found = cast(
        "WELLINGTON, New Zealand (AP) — Foreign Minister Ruth Calder said that the talks had failed."
    )
    assert found.by_id["ruth-calder"].code == "NZL"


@pytest.mark.parametrize(
    ("text", "noun", "actor"),
    [
        ("Taiwan held a drill. China says the island is its own.", "island", "TWN"),
        ("Qatar met Norway. Later the emirate sent gas.", "emirate", "QAT"),
        ("Tonga thanked Peru. Then the kingdom sent a gift.", "kingdom", "TON"),
        ("Saudi Arabia arrested a man. Amman sought word from the kingdom.", "kingdom", "SAU"),
    ],
)
def test_a_sort_of_state_is_a_state_of_that_sort(
    cast: Callable[[str], Cast], text: str, noun: str, actor: str
) -> None:
    assert last_actor(cast(text), noun) == actor


def test_a_sort_of_state_is_left_open_where_none_was_named(cast: Callable[[str], Cast]) -> None:
    assert last_actor(cast("Austria met Hungary. Then the island sent a gift."), "island") is None


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Boko Haram raided a village. The insurgents fled.", "insurgents", "boko-haram"),
        ("Boko Haram fought Hamas. The rebels fled.", "rebels", "rebel"),
        ("Colombia met the ELN. Guerrilla commanders agreed.", "Guerrilla commanders", "eln/rebel-leader"),
    ],
)
def test_the_rebels_are_the_one_armed_group_in_view(
    cast: Callable[[str], Cast], text: str, noun: str, expected: str
) -> None:
    assert str(last_actor(cast(text), noun)).endswith(expected)


PERU, CHILE = Entity("PER", "Peru", "state", "PER"), Entity("CHL", "Chile", "state", "CHL")
ELN = Entity("eln", "ELN", "group", sector="REB")


def test_of_several_entities_none_is_the_only_one() -> None:
    assert only([PERU, PERU]) == PERU
    assert only([PERU, CHILE]) is None
    assert only([]) is None


def test_the_state_of_an_office_is_that_of_the_place_in_the_sentence_then_the_one_named_last(
    parse: Callable[..., Parsed],
) -> None:
    peru, _, chile, *_ = parse("Peru and Chile met.").doc
    memory = DiscourseModel(home="NOR")
    assert memory.default_state(0) == "NOR"
    memory.note(PERU, 0, peru)
    memory.note(CHILE, 0, chile)
    assert memory.default_state(0) == "CHL"
    assert memory.default_state(0, host="CHL") == "PER"
    assert memory.default_state(1) == "NOR"
    memory.note_place(PERU, 0, peru)
    assert memory.default_state(0) == "PER"


def test_the_state_named_most_is_the_first_of_equals(parse: Callable[..., Parsed]) -> None:
    peru, _, chile, *_ = parse("Peru and Chile met.").doc
    memory = DiscourseModel()
    assert memory.most_named() is None
    memory.note(CHILE, 0, chile)
    memory.note(PERU, 0, peru)
    assert memory.most_named() == "CHL"
    memory.note(PERU, 1, peru)
    assert memory.most_named() == "PER"


def test_an_armed_group_is_forgotten_after_two_sentences(parse: Callable[..., Parsed]) -> None:
    memory = DiscourseModel()
    memory.note(ELN, 3, parse("Rebels fled.").doc[0])
    assert memory.armed_group(5) == ELN
    assert memory.armed_group(6) is None
    assert memory.latest_group() == ELN
