"""Nouns such as "the two countries" and "the bloc" stand for who was named, or are left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import last_actor


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("Peru met Chile in May. The two countries restored relations.", "The two countries", ["PER", "CHL"]),
        ("Peru left the talks with Chile, and both sides blamed the other.", "both sides", ["PER", "CHL"]),
        (
            "Lima wrote to Santiago. President Boric answered. The two governments met.",
            "The two governments",
            ["PER", "CHL"],
        ),
        ("Kenya and Somalia renewed ties. They reopened the border.", "They", ["KEN", "SOM"]),
        ("Kenya fought the Houthi rebels. The two sides then agreed.", "The two sides", ["KEN", "houthis"]),
    ],
)
def test_two_sides_named_before_are_taken_up_together(
    cast: Callable[[str], Cast], text: str, words: str, members: list[str]
) -> None:
    (collective,) = cast(text).collectives
    assert sorted(m.actor for m in collective.members) == sorted(members)
    assert {(m.start, m.end, m.text) for m in collective.members} == {
        (text.index(words), text.index(words) + len(words), words)
    }


@pytest.mark.parametrize(
    "text",
    [
        "The two countries restored relations.",
        "Peru, Chile and Bolivia met. The two countries agreed.",
        "Peru voted. The two countries agreed.",
        "Peru met Chile. Two countries abstained.",
    ],
)
def test_two_sides_that_do_not_stand_out_are_left_open(cast: Callable[[str], Cast], text: str) -> None:
    assert cast(text).collectives == ()


@pytest.mark.parametrize(
    ("text", "noun", "actor"),
    [
        ("The International Monetary Fund lent Ghana money. The Fund set terms.", "Fund", "IMF"),
        ("The IMF lent Ghana money. The fund set terms.", "fund", "IMF"),
        ("ECOWAS met in Abuja. The bloc suspended Guinea.", "bloc", "ECOWAS"),
        ("NATO sent jets. The alliance will stay.", "alliance", "NATO"),
        (
            "The Justice Department's inspector agreed to the probe. The department said nothing of it.",
            "department",
            "USA/justice-department",
        ),
        ("The IAEA wrote to Iran. The agency waits for a reply.", "agency", "IAEA"),
        ("Oxfam left Darfur. The charity had been threatened.", "charity", "OXFAM"),
        ("Gazprom cut supplies. The company gave no reason.", "company", "GAZPROM"),
        ("The International Criminal Court indicted him. The court has no police.", "court", "ICC"),
        ("Peru's supreme court upheld it. The court was split.", "court", "PER/supreme-court"),
        ("The Security Council met. Later the council voted.", "council", "UNO/security-council"),
    ],
)
def test_a_definite_noun_takes_up_the_body_named_before(
    cast: Callable[[str], Cast], text: str, noun: str, actor: str
) -> None:
    assert last_actor(cast(text), noun) == actor


@pytest.mark.parametrize(
    "text",
    [
        "The bloc suspended Guinea.",
        "Oxfam left Darfur. The bloc suspended Guinea.",
        "ECOWAS met in Abuja. A bloc suspended Guinea.",
        "ECOWAS met in Abuja. Years passed. Much changed. Rain fell. Corn grew. The bloc suspended Guinea.",
    ],
)
def test_a_noun_takes_up_no_body_that_does_not_answer_to_it(cast: Callable[[str], Cast], text: str) -> None:
    assert not [m for m in cast(text).mentions if m.text == "bloc" and m.actor in ("ECOWAS", "OXFAM")]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("The Somali premier met the Kenyan president. The two leaders agreed.", ["SOM", "KEN"]),
        ("Gazprom met Moldova's premier. The two governments agreed.", None),
    ],
)
def test_two_leaders_are_two_states_and_a_company_is_none(
    cast: Callable[[str], Cast], text: str, members: list[str] | None
) -> None:
    found = [[m.actor for m in c.members] for c in cast(text).collectives]
    assert found == ([members] if members else [])
