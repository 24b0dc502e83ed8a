"""Facts in their lines: those of several reports by weight, what one report alone tells under it."""

from __future__ import annotations

from msgspec.structs import replace

from dossiers import made_dossier
from story_views import viewed


def test_facts_stand_by_weight_with_their_day_and_where_they_are_told() -> None:
    first, *others = viewed(made_dossier()).facts
    assert (first.anchor, first.day, first.shared) == ("s1-f1", "3 June 2027", True)
    assert [len(group) for group in first.by_report] == [1, 1]
    assert [(view.day, view.shared) for view in others] == [("", False), ("", False)]


def test_the_brief_tells_the_weightiest() -> None:
    story = viewed(made_dossier())
    assert story.brief == story.facts[:5]


def test_what_one_report_alone_tells_stands_under_it_in_the_order_it_is_told() -> None:
    dossier = made_dossier()
    story = viewed(dossier)
    alone = {one.source.letter: [view.fact.id for view in one.facts] for one in story.only_here}
    assert {fact for told in alone.values() for fact in told} == {"fact-2", "fact-3"}
    turned = viewed(replace(dossier, facts=dossier.facts[::-1]))
    assert [one.facts for one in turned.only_here] == [one.facts for one in story.only_here]


def test_a_fact_knows_the_conflicts_about_it() -> None:
    dossier = made_dossier()
    conflicts = tuple(replace(one, fact="fact-1") for one in dossier.conflicts[:2])
    first, *others = viewed(replace(dossier, conflicts=conflicts)).facts
    assert len(first.disputes) == 2
    assert not any(view.disputes for view in others)
