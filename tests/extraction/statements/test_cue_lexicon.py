"""The vocabulary of cues."""

from __future__ import annotations

import msgspec
import pytest

from accord.errors import VocabularyError
from accord.extraction.statements.circumstances import load_occasions
from accord.extraction.statements.cue_lexicon import CueLexicon, CueWords
from accord.vocabulary import PACKAGED
from vocabularies import Replaced

SWITCHES = {
    "quote",
    "clause",
    "infinitive",
    "gerund",
    "object",
    "naming",
    "as",
    "addressee",
    "raising",
    "mind",
}
PREPOSITIONS = {
    "about", "after", "against", "at", "between", "by", "for", "from", "in", "into", "of", "on", "over", "to",
    "toward", "towards", "upon", "with",
}  # fmt: skip


@pytest.fixture(scope="module")
def raw() -> CueWords:
    return PACKAGED.read("en/statements/cues.json", CueWords)


@pytest.fixture(scope="module")
def lexicon() -> CueLexicon:
    return CueLexicon.load()


def test_every_frame_is_a_known_one(raw: CueWords) -> None:
    for words in (raw.verbs, raw.adjectives, raw.nouns):
        for word, frames in words.items():
            assert word == word.lower()
            assert frames.split(), word
            assert set(frames.split()) <= SWITCHES | PREPOSITIONS, word


def test_irregular_forms_belong_to_verbs_of_the_file(raw: CueWords) -> None:
    bases = {verb.split()[0] for verb in raw.verbs} | set(raw.light) | set(raw.catenative)
    assert set(raw.forms.values()) <= bases


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("said", "say"), ("denies", "deny"), ("denied", "deny"), ("urging", "urge"), ("stresses", "stress"),
     ("told", "tell"), ("admitted", "admit"), ("agreeing", "agree"), ("wrote", "write"),
     ("slammed", "slam"), ("begging", "beg")],
)  # fmt: skip
def test_forms(lexicon: CueLexicon, form: str, lemma: str) -> None:
    assert lexicon.verbs[form][0] == lemma


def test_verbs_that_only_cue_with_a_particle_have_no_frames_alone(lexicon: CueLexicon) -> None:
    assert lexicon.verbs["weighed"][1] == frozenset()
    assert "quote" in lexicon.phrasal["weigh in"]


def test_acts_are_no_cues(lexicon: CueLexicon) -> None:
    assert "object" not in lexicon.verbs["recognised"][1]
    assert not any(lexicon.verbs.get(act, ("", frozenset()))[1] for act in ("signed", "opened", "arrested"))


def test_an_attack_may_be_one_with_arms(lexicon: CueLexicon) -> None:
    assert "object" not in lexicon.verbs["attacked"][1]
    assert "attack" not in lexicon.nouns


def test_plurals_of_nouns(lexicon: CueLexicon) -> None:
    assert lexicon.nouns["worries"] == lexicon.nouns["worry"]
    assert lexicon.nouns["claims"] == lexicon.nouns["claim"]


def test_occasions_are_lower_case() -> None:
    words = load_occasions(PACKAGED)
    for group in msgspec.structs.astuple(words):
        assert all(word == word.lower() for word in group)


@pytest.mark.parametrize("name", [
        "asides", "additions", "controlling", "days", "held", "noun_owners", "relatives", "empty", "asking",
        "conditions", "links", "openers", "afterthoughts", "after_object", "after_object_always",
        "after_preposition",
    ],
)  # fmt: skip
def test_lists_of_forms_are_in_lower_case(raw: CueWords, name: str) -> None:
    forms: frozenset[str] = getattr(raw, name)
    assert forms
    assert all(form == form.lower() for form in forms)


def test_what_goes_on_with_a_speech_is_a_participle(lexicon: CueLexicon) -> None:
    assert all(form.endswith("ing") for form in lexicon.words.asides)


def test_an_aside_that_is_a_form_of_no_verb_is_refused(raw: CueWords) -> None:
    broken = msgspec.structs.replace(raw, asides=frozenset({"adding", "zzing"}))
    with pytest.raises(VocabularyError, match="zzing"):
        CueLexicon.load(Replaced(file="en/statements/cues.json", data=broken))


@pytest.mark.parametrize(
    ("name", "words"), [("after_object_always", frozenset({"zz"})), ("held", frozenset({"zzing"}))]
)
def test_lists_that_disagree_are_refused(raw: CueWords, name: str, words: frozenset[str]) -> None:
    broken = msgspec.structs.replace(raw, **{name: words})
    with pytest.raises(VocabularyError, match=f"{min(words)} in `{name}`"):
        CueLexicon.load(Replaced(file="en/statements/cues.json", data=broken))


def test_a_file_of_another_shape_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"occasions\.json"):
        PACKAGED.read("en/statements/occasions.json", CueWords)
