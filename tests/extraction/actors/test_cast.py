"""A cast tells which mention or collective lies over a word, and what lies within a passage."""

from __future__ import annotations

from collections.abc import Callable

from accord.extraction.actors.cast import Cast
from accord.extraction.actors.finder import ActorFinder
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention, Entity


def test_a_collective_covers_its_words_and_is_no_mention(
    finder: ActorFinder, parse: Callable[..., Parsed]
) -> None:
    parsed = parse("Peru met Chile. Both nations agreed.")
    found = finder.find(parsed)
    nations = next(t for t in parsed.doc if t.text == "nations")
    assert [m.actor for m in found.members(nations)] == ["PER", "CHL"]
    assert found.covering(nations) is None
    assert found.members(parsed.doc[0]) == ()


def test_a_mention_covers_its_words_and_no_others(parse: Callable[..., Parsed]) -> None:
    doc = parse("Peru wrote to South Korea in May.").doc
    peru, korea = ActorMention(0, 4, "Peru", "PER", "PER"), ActorMention(14, 25, "South Korea", "KOR", "KOR")
    found = Cast((Entity("PER", "Peru", "state"), Entity("KOR", "South Korea", "state")), (peru, korea))
    covering = {token.text: found.covering(token) for token in doc}
    assert covering["Peru"] == peru
    assert covering["South"] == covering["Korea"] == korea
    assert covering["wrote"] is covering["to"] is covering["in"] is None


def test_what_lies_within_a_passage_lies_wholly_in_it() -> None:
    peru, korea = ActorMention(0, 4, "Peru", "PER", "PER"), ActorMention(14, 25, "South Korea", "KOR", "KOR")
    found = Cast((), (peru, korea))
    assert found.within(0, 25) == (peru, korea)
    assert found.within(0, 24) == (peru,)
    assert found.within(1, 25) == (korea,)


def test_entities_are_found_by_their_identifier() -> None:
    peru = Entity("PER", "Peru", "state")
    assert Cast((peru,), ()).by_id == {"PER": peru}
