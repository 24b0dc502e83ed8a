"""Whom a source stands for: names, voices, pronouns, and nouns that take up a name."""

from __future__ import annotations

from typing import Any

import pytest

from accord.records import Statement

RUIZ = ("person", "Ana Ruiz")
MARKU = ("person", "Ilir Marku")
PORT = ("institution", "Port Authority")


def _speakers(found: tuple[Statement, ...]) -> list[str | None]:
    return [statement.speaker for statement in found]


def _last_named(text: str, found: tuple[Statement, ...]) -> str | None:
    span = found[-1].named
    return None if span is None else text[slice(*span)]


def test_a_named_speaker(find: Any) -> None:
    found = find("Prime Minister Ana Ruiz said the port was open.", ruiz=RUIZ)
    assert _speakers(found) == ["ruiz"]
    assert found[0].named is None


def test_a_pronoun_is_whoever_spoke_last(find: Any) -> None:
    text = "Ana Ruiz said the port was open. “Ships may enter,” she said."
    found = find(text, ruiz=RUIZ)
    assert _speakers(found) == ["ruiz", "ruiz"]
    assert _last_named(text, found) == "Ana Ruiz"


def test_a_pronoun_is_the_person_just_named(find: Any) -> None:
    text = "Ana Ruiz opened the port on Friday. “Ships may enter,” she said."
    assert _speakers(find(text, ruiz=RUIZ)) == ["ruiz"]


@pytest.mark.parametrize(("pronoun", "speaker"), [("She", "ruiz"), ("He", "marku")])
def test_a_pronoun_is_of_its_gender(find: Any, pronoun: str, speaker: str) -> None:
    for first, second in (("Ana Ruiz", "Ilir Marku"), ("Ilir Marku", "Ana Ruiz")):
        text = (
            f"{first} met Mr. {second} at the port."
            if second == "Ilir Marku"
            else f"Mr. {first} met {second}."
        )
        found = find(f"{text} {pronoun} said ships may enter.", ruiz=RUIZ, marku=MARKU)
        assert _speakers(found) == [speaker]


def test_a_pronoun_is_the_subject_of_the_sentence_before_not_who_spoke_earlier(find: Any) -> None:
    text = "Mr. Ilir Marku said it rained. Ana Ruiz walked to the gate with her dog. “Go home,” she said."
    assert _speakers(find(text, ruiz=RUIZ, marku=MARKU))[-1] == "ruiz"


def test_a_pronoun_may_be_somebody_without_a_name(find: Any) -> None:
    text = "Ana Ruiz said the port was open. A driver said it was shut. “I saw it,” he said."
    found = find(text, ruiz=RUIZ)
    assert _speakers(found) == ["ruiz", None, None]
    assert _last_named(text, found) == "A driver"


def test_a_pronoun_that_may_be_either_of_two_is_nobody(find: Any) -> None:
    text = "The gate was shut by Lee Marsh and Kim Roe. “It was late,” they said. “Very,” she said."
    assert _speakers(find(text, marsh=("person", "Lee Marsh"), roe=("person", "Kim Roe")))[-1] is None


def test_a_person_is_not_it(find: Any) -> None:
    text = "Ana Ruiz said the port was open. It said ships may enter."
    assert _speakers(find(text, ruiz=RUIZ)) == ["ruiz", None]


def test_it_is_the_body_that_spoke_last(find: Any) -> None:
    text = "The Port Authority said the gates were shut. It said ships may enter."
    assert _speakers(find(text, port=PORT)) == ["port", "port"]


def test_it_denies_what_it_is_accused_of(find: Any) -> None:
    text = "Ruritania accused Sylvania of smuggling. It denied the charge."
    found = find(text, rur=("state", "Ruritania"), syl=("state", "Sylvania"))
    assert _speakers(found) == ["rur", "syl"]


def test_the_narrator_is_none_of_those_who_speak(find: Any) -> None:
    text = "Ana Ruiz said the port was open. I said that I doubted it."
    assert _speakers(find(text, ruiz=RUIZ))[-1] is None


def test_a_noun_takes_up_whose_name_it_stood_to(find: Any) -> None:
    text = "Singer Ana Ruiz opened the port. “Ships may enter,” the singer said."
    found = find(text, ruiz=RUIZ)
    assert _speakers(found) == ["ruiz"]
    assert _last_named(text, found) == "Ana Ruiz"


def test_a_noun_that_stood_to_nobody_is_told_as_it_is(find: Any) -> None:
    text = "Singer Ana Ruiz opened the port. “Ships may enter,” the pilot said."
    assert _speakers(find(text, ruiz=RUIZ)) == [None]


def test_a_name_in_apposition_is_the_speaker(find: Any) -> None:
    text = "“Ships may enter,” said a member of the Port Authority, Ana Ruiz."
    assert _speakers(find(text, ruiz=RUIZ, port=PORT)) == ["ruiz"]


def test_a_relative_pronoun_is_its_antecedent(find: Any) -> None:
    text = "Ana Ruiz, who said the port was open, left on Friday."
    assert _speakers(find(text, ruiz=RUIZ)) == ["ruiz"]


def test_a_spokesman_speaks_for_his_institution(find: Any) -> None:
    assert _speakers(find("A spokesman for the Port Authority said the gates were shut.", port=PORT)) == [
        "port"
    ]


def test_a_statement_speaks_for_whose_it_is(find: Any) -> None:
    text = "A statement from the Port Authority said the gates were shut."
    assert _speakers(find(text, port=PORT)) == ["port"]


def test_a_spokesman_is_his_owners_voice_and_a_neighbour_is_not(find: Any) -> None:
    for noun, speaker in (("spokesman", "ruiz"), ("neighbour", None)):
        found = find(f"Ana Ruiz’s {noun} said the gates were shut.", ruiz=RUIZ)
        assert _speakers(found) == [speaker]


def test_a_pronoun_is_nobody_long_after_anybody_spoke(find: Any) -> None:
    rain = "Rain fell on the valley all day. " * 50
    text = f"Ana Ruiz said the port was open. {rain}“Ships may enter,” she said."
    assert _speakers(find(text, ruiz=RUIZ)) == ["ruiz", None]
