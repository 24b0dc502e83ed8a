"""Mentions of acts joined to happenings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.reconciliation.coreference.join import Coreference, candidates
from accord.reconciliation.coreference.mention import ActMention, Words

COREFERENCE = Coreference.load()
REPORTS = tuple("abcdefghij")


def words(text: str) -> Words:
    return frozenset(text.split())


def act(report: str, lemma: str, doer: str, object_: str, rest: str = "", **told: object) -> ActMention:
    """A mention with the words of its sentence; those with a capital are names."""
    everything = words(f"{doer} {object_} {rest}".lower())
    mention = ActMention(
        report=report,
        start=10,
        lemma=lemma,
        doers=words(doer.lower()),
        objects=words(object_.lower()),
        near=everything,
        terms=everything,
        names=words(
            " ".join(word for word in f"{doer} {object_} {rest}".split() if word[0].isupper()).lower()
        ),
        sentence=1,
    )
    return replace(mention, **told)


def join(mentions: Sequence[ActMention], alike: float = 0.4) -> list[list[int]]:
    def likeness(one: str, other: str) -> float:
        return 1.0 if one == other else alike

    return COREFERENCE.join(mentions, lambda word: 0.0, likeness)


def together(mentions: Sequence[ActMention], one: int, other: int) -> bool:
    return any({one, other} <= set(members) for members in join(mentions))


def test_one_act_told_in_the_same_words_is_one_happening() -> None:
    told = [act(report, "arrest", "police", "Falk", "harbour smuggling") for report in REPORTS[:3]]
    assert join(told) == [[0, 1, 2]]


def test_what_was_done_to_others_is_another_happening() -> None:
    told = [
        *(act(report, "arrest", "police", "Falk", "harbour smuggling") for report in "abc"),
        *(act(report, "arrest", "troops", "Orsolya", "airport forgery", start=90) for report in "abc"),
    ]
    found = join(told)
    assert all(
        not {one, other} <= set(members) for members in found for one in range(3) for other in (3, 4, 5)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("explode", "explosion"), ("arrest", "detain"), ("resign", "resignation"), ("acquire", "takeover")],
)
def test_a_derived_word_or_a_synonym_with_the_same_arguments_is_the_same_act(one: str, other: str) -> None:
    said = ("Falk", "Skerra", "harbour morning")
    told = [
        *(act(report, one, *said) for report in "abc"),
        *(act(report, other, *said) for report in "def"),
    ]
    assert together(told, 0, 3)


def test_words_that_are_not_akin_are_not_joined_whatever_they_share() -> None:
    told = [act("a", "applaud", "Falk", "Orsolya"), act("b", "inundate", "Falk", "Orsolya")]
    assert join(told) == [[0], [1]]


def test_what_stands_side_by_side_in_sentences_is_two_acts() -> None:
    told = [act(r, "arrest", "police", "Falk", "market") for r in "abc"]
    apart = [*told, *(act(r, "detain", "police", "Falk", "market", start=40) for r in "abc")]
    alone = [*told, *(act(r, "detain", "police", "Falk", "market", start=40) for r in "def")]
    rows = {
        name: COREFERENCE.features(sorted(m, key=lambda x: x.place), lambda w: 0.0, lambda a, b: 0.4)
        for name, m in (("apart", apart), ("alone", alone))
    }
    for name, expected in (("apart", 1.0), ("alone", 0.0)):
        found = [s["side by side"] for s in rows[name].values() if s["same family"]]
        assert found
        assert set(found) == {expected}


def test_no_mentions_make_no_happenings() -> None:
    assert join([]) == []


def test_a_pronoun_is_looked_for_only_just_before() -> None:
    told = [
        act("a", "fire", "", "warehouse", start=1, sentence=1),
        act("a", "it", "", "", start=2, sentence=2, pronoun=True),
        act("a", "it", "", "", start=3, sentence=9, pronoun=True),
        act("b", "it", "", "", start=1, sentence=2, pronoun=True),
    ]
    senses = [COREFERENCE.words.sense(mention) for mention in told]
    assert candidates(told, senses) == [(0, 1)]


def test_what_is_called_by_several_words_is_compared_by_each_of_them() -> None:
    told = [
        act("a", "stage", "town", "quay", phrases=frozenset({"stage regatta", "regatta"})),
        act("b", "regatta", "town", "quay"),
        act("c", "stage", "town", "quay"),
    ]
    senses = [COREFERENCE.words.sense(mention) for mention in told]
    assert candidates(told, senses) == [(0, 1), (0, 2)]


def test_candidates_grow_with_the_mentions_and_not_with_their_pairs() -> None:
    def count(size: int) -> int:
        told = [act(f"{i:04}", "strike", "worker", f"port{i % 7}") for i in range(size)]
        return len(candidates(told, [COREFERENCE.words.sense(mention) for mention in told]))

    assert count(800) - count(400) == count(1200) - count(800)


def test_an_act_that_more_report_than_are_compared_is_one_happening() -> None:
    told = [act(f"{i:03}", "arrest", "police", "Falk", "harbour smuggling") for i in range(200)]
    assert len(join(told)) == 1


mentions = st.lists(
    st.builds(
        act,
        st.sampled_from(REPORTS[:4]),
        st.sampled_from(["win", "victory", "beat", "say", "shoot", "kill", "it"]),
        st.sampled_from(["Falk", "Orsolya", "police", ""]),
        st.sampled_from(["Skerra", "two people", ""]),
        st.sampled_from(["market", "final Tirgu", ""]),
        start=st.integers(0, 500),
        sentence=st.integers(0, 9),
        verb=st.booleans(),
    ),
    max_size=14,
    unique_by=lambda mention: mention.place,
)


@given(mentions, st.randoms())
def test_every_mention_is_in_one_happening_whatever_the_order(told: list[ActMention], random: object) -> None:
    found = join(told)
    assert sorted(index for members in found for index in members) == list(range(len(told)))
    order = list(range(len(told)))
    shuffle: Callable[[list[int]], None] = random.shuffle  # type: ignore[attr-defined]
    shuffle(order)
    again = join([told[index] for index in order])
    assert sorted(sorted(order[index] for index in members) for members in again) == found
