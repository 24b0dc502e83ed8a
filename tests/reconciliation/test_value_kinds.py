"""A kind of value is one record: all that depends on it is read from there."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from accord.present.renderers import renderer
from accord.present.view.view_words import ViewWords
from accord.reconciliation.claims.claim_drafts import claim, gather
from accord.reconciliation.conflicts.explanations import Explainer
from accord.reconciliation.conflicts.ranking import of_claims, ranked
from accord.reconciliation.dossier.numbering import number_claims, number_conflicts
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import POLARITY, REASON, Disagreement, Kind, Kinds
from accord.records import Comparison, Dossier
from accord.steps import reconcile
from readings import ReadingBuilder, story

_LOUDER = ("whisper", "murmur", "roar")


def compare_loudness(one: str, other: str) -> Comparison:
    """Two sounds are the same, near each other, or far from it."""
    apart = abs(_LOUDER.index(one) - _LOUDER.index(other))
    answers: tuple[Comparison, ...] = ("agrees", "refines", "contradicts")
    return answers[apart]


LOUDNESS = Kind(
    "loudness",
    "how loud",
    "How loud",
    compare_loudness,
    disagreement=Disagreement(
        rank=0,
        heading="How loud was it?",
        noun="loudness",
        explained="Reports hear {about} differently",
        said=str.upper,
    ),
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Two reports that differ in how loud a horn was, told in a kind that Accord has not."""
    told = story(
        ReadingBuilder("a", "The horn of the ferry was a whisper.", source="Tide"),
        ReadingBuilder("b", "The horn of the ferry was a roar.", source="Gull"),
    )
    sources = Sources(told.readings)
    values = gather(
        (word, word, (sources.sentence(report, 0),)) for report, word in (("a", "whisper"), ("b", "roar"))
    )
    drafts = [claim(LOUDNESS, "the horn", values, None)]
    conflicts = ranked(list(of_claims(drafts, Explainer(sources))))
    return replace(
        reconcile(told),
        claims=number_claims(drafts, {}, ()),
        conflicts=number_conflicts(conflicts, drafts, {}),
    )


def test_a_kind_of_ones_own_is_compared_and_explained(dossier: Dossier) -> None:
    (told,), (conflict,) = dossier.claims, dossier.conflicts
    assert (told.kind, told.question, told.subject, told.text) == (
        "loudness",
        "How loud",
        "the horn",
        "How loud: the horn",
    )
    assert told.verdict == "contested"
    assert (conflict.kind, conflict.nature) == ("loudness", "contradiction")
    assert conflict.explanation == "Reports hear the horn differently: Tide says WHISPER; Gull says ROAR."


def test_a_kind_of_ones_own_is_shown_on_the_page_and_in_markdown(dossier: Dossier) -> None:
    words = ViewWords.load(kinds=Kinds.load().extended(LOUDNESS))
    page, text = (renderer(suffix, words)([dossier], ()).decode() for suffix in (".html", ".md"))
    assert re.search(r">How loud was it\?</span> <bdi>the horn</bdi>", page)
    assert "1. Contradiction: How loud was it? the horn" in text


def test_a_kind_that_is_not_registered_is_told_by_its_name(dossier: Dossier) -> None:
    assert "1. Contradiction: loudness? the horn" in renderer(".md")([dossier], ()).decode()


def test_nothing_changes_the_kinds_but_a_new_registry() -> None:
    kinds = Kinds.load()
    more = kinds.extended(LOUDNESS)
    assert set(more) - set(kinds) == {"loudness"}
    assert "loudness" not in Kinds.load()
    with pytest.raises(TypeError):
        kinds["loudness"] = LOUDNESS  # type: ignore[index]
    with pytest.raises(ValueError, match="one name"):
        more.extended(LOUDNESS)


def test_the_weight_of_every_disagreement_is_its_own() -> None:
    ranks = [kind.disagreement.rank for kind in Kinds.load().values() if kind.disagreement]
    assert len(set(ranks)) == len(ranks)
    assert POLARITY.disagreement is not None
    assert POLARITY.disagreement.rank == min(ranks)


def test_every_explanation_says_what_it_is_about() -> None:
    for kind in Kinds.load().values():
        for reports in (1, 2) if kind.disagreement else ():
            assert kind.disagreement is not None
            assert kind.disagreement.opening(reports).count("{about}") == 1, kind.name


def test_several_reasons_stand_side_by_side() -> None:
    assert REASON.compare("the storm", "the strike") == "cannot tell"
    assert REASON.compare("the storm", "the storm") == "agrees"


def test_quotations_exclude_each_other_only_by_a_number_or_a_negation() -> None:
    told = Kinds.load()["wording"].disagreement
    assert told is not None
    assert told.excludes("we will sail", "we won't sail")
    assert told.excludes("we will sail", "we will sail 40 miles")
    assert not told.excludes("we will sail soon", "we will sail shortly")
