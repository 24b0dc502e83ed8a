"""Features of what two mentions stand in: words close by, sentences, reports."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accord.reconciliation.coreference.features import context_features as of
from accord.reconciliation.coreference.mention import ActMention
from act_pairs import pair, words

ONE, OTHER = ActMention("a", 0, "raid", sentence=1), ActMention("b", 0, "raid", sentence=1)


def test_words_close_by_are_not_those_of_the_sentence() -> None:
    near = pair(replace(ONE, near=words("quay")), replace(OTHER, near=words("quay")))
    assert of.near(near) == of.rare_near(near) == pytest.approx(1)
    assert of.sentence(near) == of.rare_sentence(near) == 0
    told = pair(replace(ONE, terms=words("quay")), replace(OTHER, terms=words("quay")))
    assert of.near(told) == of.rare_near(told) == 0
    assert of.sentence(told) == of.rare_sentence(told) == pytest.approx(1)


def test_names_of_both_and_of_one() -> None:
    found = pair(replace(ONE, names=words("falk skerra")), replace(OTHER, names=words("falk tirgu")))
    assert of.other_sentence_names(found) == 0
    assert of.rarest_name(found) == of.names_of_one(found) > 0
    found = pair(replace(ONE, names=words("falk skerra")), replace(OTHER, names=words("falk")))
    assert of.names_of_one(found) == 0
    found = pair(replace(ONE, names=words("falk")), replace(OTHER, names=words("tirgu")))
    assert (of.other_sentence_names(found), of.rarest_name(found)) == (1, 0)


def test_reports_are_alike_in_names_and_in_those_they_begin_with() -> None:
    one, other = (replace(each, names=words("falk")) for each in (ONE, OTHER))
    late = [
        ActMention("a", 90, "flee", sentence=9, names=words("skerra")),
        ActMention("c", 0, "flee", sentence=1),
    ]
    found = pair(one, other, *late)
    assert 0 < of.names_alike(found) < of.leads_alike(found) == pytest.approx(1)


def test_numbers_and_days_are_apart_only_where_both_sentences_have_some() -> None:
    for measure, field in ((of.other_numbers, "numbers"), (of.other_days, "days")):
        one, other = replace(ONE, **{field: words("3")}), replace(OTHER, **{field: words("4")})
        assert measure(pair(one, other)) == 1
        assert measure(pair(one, one)) == measure(pair(one, OTHER)) == 0


def test_reports_more_alike_than_others_of_the_story_stand_out() -> None:
    third = ActMention("c", 0, "raid", sentence=1)
    found = pair(ONE, OTHER, third, alike=lambda one, other: 0.9 if {one, other} == {"a", "b"} else 0.3)
    assert of.reports_alike(found) == 0.9
    assert of.more_alike(found) == pytest.approx(0.4)


def test_one_report_is_told_from_two() -> None:
    assert of.same_report(pair(ONE, replace(ONE, start=40))) == 1
    assert of.same_report(pair(ONE, OTHER)) == 0


@pytest.mark.parametrize(
    ("here", "there", "earlier", "later", "titles"),
    [(0, 0, 0, 0, (1, 0)), (0, 6, 0, 0.5, (0, 1)), (3, 6, 0.25, 0.5, (0, 0)), (12, 40, 1, 1, (0, 0))],
)
def test_how_far_down_they_stand(
    here: int, there: int, earlier: float, later: float, titles: tuple[float, float]
) -> None:
    for low, high in ((here, there), (there, here)):
        found = pair(replace(ONE, sentence=low), replace(OTHER, sentence=high))
        assert (of.earlier(found), of.later(found)) == (earlier, later)
        assert (of.two_titles(found), of.one_title(found)) == titles
