"""Words that look like names or nouns of the gazetteer are not always."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.cast import Cast
from casts import actor_of, actors


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Join us for dinner, and bring turkey on fine china.", {"USA", "TUR", "CHN"}),
        ("Basketball star Michael Jordan met the team.", {"JOR"}),
        ("Chad Walters of Lebanon, Pa., bought a house.", {"TCD", "LBN"}),
        ("The Lebanon County police met in Peru, Indiana.", {"LBN", "PER"}),
        ("Ranchers of New Mexico sued the Niger Delta fund.", {"MEX", "NER"}),
        ("Kenya Falk and Denzel Washington met the team.", {"KEN", "USA"}),
        ("Army forces the company to close.", {"business-of"}),
        ("The scorer, M. Jordan, met the team.", {"JOR"}),
        ("It was a general strike of major importance.", {"general"}),
    ],
)
def test_words_that_look_like_actors(cast: Callable[[str], Cast], text: str, absent: set[str]) -> None:
    assert not absent & {m.actor for m in cast(text).mentions}


def test_common_nouns_that_name_a_body_need_to_be_definite(cast: Callable[[str], Cast]) -> None:
    assert actor_of(cast("The world body objected."), "world body") == "UNO"
    assert actors(cast("It was not backed by any world body.")) == []


def test_a_noun_must_be_one_where_it_stands(cast: Callable[[str], Cast]) -> None:
    assert actor_of(cast("Kenya sent forces."), "forces") == "KEN/army"
    assert "forces" not in [m.text for m in cast("Kenya forces them out.").mentions]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Members of the Refugee Council left the hall.", "Refugee"),
        ("Members of the Northern Star Council left the hall.", "Star Council"),
    ],
)
def test_a_noun_inside_the_name_of_a_body_is_no_mention(
    cast: Callable[[str], Cast], text: str, part: str
) -> None:
    assert part not in [m.text for m in cast(text).mentions]
