"""Features of the words of two mentions: lemmas, families, forms."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from accord.reconciliation.coreference.features import word_features as of
from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.mention_pair import MentionPair
from act_pairs import ACT_WORDS, pair, words

# Few families: one of a phrase, and a word that means more than is counted.
FEW = replace(
    ACT_WORDS,
    families={
        "blow up": frozenset({"explode"}),
        "burst": frozenset({"explode", "break"}),
        "blast": frozenset({"explode", "break"}),
        "strike": frozenset({f"hit {number}" for number in range(9)}),
    },
    sizes={"explode": 3, "break": 2},
)


def told(one: str, other: str) -> MentionPair:
    return pair(ActMention("a", 0, one), ActMention("b", 0, other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("arrest", "arrest", (1, 0, 0)),
        ("explode", "explosion", (0, 1, 0)),
        ("arrest", "detain", (0, 0, 1)),
        ("arrest", "applaud", (0, 0, 0)),
    ],
)
def test_what_brings_two_words_together(one: str, other: str, expected: tuple[int, int, int]) -> None:
    found = told(one, other)
    assert (of.same_word(found), of.derived(found), of.same_family(found)) == expected


def test_the_smallest_family_of_both_tells_how_narrow_they_are() -> None:
    found = told("arrest", "detain")
    assert of.narrow(found) == math.log(min(ACT_WORDS.sizes[name] for name in found.families))
    assert of.families(found) == math.log1p(len(found.families))
    blasts = pair(ActMention("a", 0, "blast"), ActMention("b", 0, "burst"), acts=FEW)
    assert (of.narrow(blasts), of.families(blasts)) == (math.log(2), math.log1p(2))
    apart = told("arrest", "applaud")
    assert (of.narrow(apart), of.families(apart)) == (math.log(30), 0)


def test_a_phrase_may_bring_a_word_to_its_family() -> None:
    one = ActMention("a", 0, "blow", phrases=frozenset({"blow up"}))
    assert of.by_phrase(pair(one, ActMention("b", 0, "burst"), acts=FEW)) == 1
    assert of.by_phrase(pair(ActMention("b", 0, "burst"), one, acts=FEW)) == 1
    assert of.by_phrase(pair(one, replace(one, report="b"), acts=FEW)) == 0
    assert of.by_phrase(pair(replace(one, phrases=frozenset()), ActMention("b", 0, "burst"), acts=FEW)) == 0


def test_verbs_of_reporting_may_have_one_speaker() -> None:
    one, other = (ActMention(report, 0, "say", doers=words("falk minister")) for report in "ab")
    assert of.both_report(pair(one, other)) == of.same_speaker(pair(one, other)) == 1
    assert of.same_speaker(pair(one, replace(other, doers=words("orsolya")))) == 0
    assert of.same_speaker(pair(replace(one, lemma="arrest"), other)) == 0


def test_a_light_verb_on_either_side_counts() -> None:
    light = min(ACT_WORDS.light)
    assert of.light(told("arrest", light)) == of.light(told(light, "arrest")) == 1
    assert of.light(told("arrest", "detain")) == 0


def test_rare_words_add_up_and_a_pronoun_has_none() -> None:
    found = told("arrest", "detain")
    assert of.rare_word(found) == found.story.rare("arrest") + found.story.rare("detain") > 0
    one, it = ActMention("a", 0, "arrest"), ActMention("a", 9, "it", pronoun=True)
    assert (of.rare_word(pair(one, it)), of.pronoun(pair(one, it)), of.pronoun(found)) == (0, 1, 0)


def test_verbs_and_nouns() -> None:
    verb, noun = ActMention("a", 0, "arrest"), ActMention("b", 0, "arrest", verb=False)
    assert [(of.two_verbs(pair(*each)), of.verb_and_noun(pair(*each))) for each in (
        (verb, verb), (verb, noun), (noun, noun),
    )] == [(1, 0), (0, 1), (0, 0)]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "field"),
    [
        (of.modal_of_one, "modal"),
        (of.plural_of_one, "plural"),
        (of.negation_of_one, "negated"),
    ],
)
def test_what_one_only_is(measure: Callable[[MentionPair], float], field: str) -> None:
    plain = ActMention("a", 0, "arrest")
    marked = replace(plain, **{field: True})
    assert measure(pair(plain, marked)) == measure(pair(marked, plain)) == 1
    assert measure(pair(plain, plain)) == measure(pair(marked, marked)) == 0


@pytest.mark.parametrize(
    ("measure", "field"),
    [
        (of.same_form, "form"),
        (of.same_role, "role"),
        (of.same_governor, "governor"),
        (of.same_text, "text"),
    ],
)
def test_what_is_the_same_of_both_or_told_of_neither(
    measure: Callable[[MentionPair], float], field: str
) -> None:
    plain = ActMention("a", 0, "arrest")
    marked = replace(plain, **{field: "x"})
    assert [measure(pair(*each)) for each in ((plain, plain), (plain, marked), (marked, marked))] == [1, 0, 1]


def test_words_that_hang_on_both() -> None:
    one, other = (ActMention("a", 0, "arrest", modifiers=words(each)) for each in ("swift quiet", "quiet"))
    assert (of.modifiers(pair(one, other)), of.other_modifiers(pair(one, other))) == (0.5, 0)
    apart = replace(other, modifiers=words("loud"))
    assert (of.modifiers(pair(one, apart)), of.other_modifiers(pair(one, apart))) == (0, 1)


def test_opposite_particles_make_two_acts_of_one_verb() -> None:
    into, out = ACT_WORDS.opposites[0]
    one, other = (
        ActMention("a", 0, "check", phrases=frozenset({f"check {min(each)}"})) for each in (into, out)
    )
    assert of.opposite(pair(one, other)) == of.opposite(pair(other, one)) == 1
    assert of.opposite(pair(one, one)) == 0


def test_meanings_are_counted_up_to_a_limit() -> None:
    found = pair(ActMention("a", 0, "strike"), ActMention("b", 0, "burst"), acts=FEW)
    assert of.meanings(found) == 8 + 2
