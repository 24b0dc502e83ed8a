"""Who a statement is from where no name resolves, and which statements are one."""

from __future__ import annotations

import pytest

from accord.records import Dossier
from accord.steps import reconcile
from readings import ReadingBuilder, story


def speakers(dossier: Dossier) -> list[tuple[str | None, str]]:
    return [(one.speaker, one.speaker_name) for one in dossier.statements]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The bridge plan", (None, "")),
        ("It", (None, "")),
        ("Critics in the port", (None, "Critics in the port")),
        ("A survey of fishermen", (None, "A survey of fishermen")),
        ("The fishing association", (None, "The fishing association")),
    ],
)
def test_things_cannot_speak_but_people_bodies_and_documents_can(
    source: str, expected: tuple[str | None, str]
) -> None:
    builder = ReadingBuilder("a", f"{source} suggests that ferries will run all winter.")
    builder.statement("that ferries will run all winter", source=source, cue="suggests", kind="indirect")
    assert speakers(reconcile(story(builder))) == [expected]


def test_a_relative_pronoun_takes_the_name_before_it() -> None:
    builder = ReadingBuilder("a", "They blame Harbour Front, a movement that wants the port closed.")
    builder.actor("Harbour Front", "harbour-front")
    builder.statement("the port closed", source="that", cue="wants", kind="indirect")
    assert speakers(reconcile(story(builder))) == [("harbour-front", "Harbour Front")]


@pytest.mark.parametrize(
    ("thing", "speaker"), [("Peru’s attitude", "PER"), ("Peru’s location", None), ("The attitude", None)]
)
def test_a_thing_of_the_mind_stands_for_its_owner(thing: str, speaker: str | None) -> None:
    builder = ReadingBuilder("a", f"{thing} towards Chile offers the ferries a second chance.")
    if thing.startswith("Peru"):
        builder.actor("Peru", "PER")
    builder.statement(
        "the ferries a second chance", source=f"{thing} towards Chile", cue="offers", kind="indirect"
    )
    ((found, name),) = speakers(reconcile(story(builder)))
    assert found == speaker
    assert name == ("Peru" if speaker else "")


def stated(id: str, text: str, source: str, cue: str, content: str, speaker: str | None) -> ReadingBuilder:
    builder = ReadingBuilder(id, text)
    if speaker:
        builder.actor(source, speaker)
    builder.statement(content, source=source, cue=cue, speaker=speaker, kind="indirect")
    return builder


@pytest.mark.parametrize(("quoted", "count"), [(False, 2), (True, 1)])
def test_what_nobody_says_joins_what_somebody_says_only_by_quoted_words(quoted: bool, count: int) -> None:
    words = "a careful step toward cheaper ferries and safer harbours"
    content = f"“{words}”" if quoted else words
    named = stated("a", f"Peru called it {content}.", "Peru", "called", content, "PER")
    unnamed = stated("b", f"It is seen as {content}.", "It", "seen as", content, None)
    assert len(reconcile(story(named, unnamed)).statements) == count
