"""Facts in their lines: those of several reports by weight, what one report alone tells under it."""

from __future__ import annotations

from msgspec.structs import replace

from accord.present.view.facts import FactView
from accord.records import Evidence, Fact, FactValue, ReportView
from dossiers import empty_dossier, made_dossier, quote
from story_views import viewed

BANS = (
    ("r-one", "Talmark lifted its ban on Norvian airlines in March 2031, two months before the ceremony."),
    ("r-two", "Talmark lifted its ban on Norvian airlines in March 2030."),
)


def test_facts_stand_by_weight_with_their_day_and_where_they_are_told() -> None:
    first, *others = viewed(made_dossier()).facts
    assert (first.anchor, first.day, first.shared) == ("s1-f1", "3 June 2027", True)
    assert [(column.source.letter, len(column.quotes)) for column in first.columns] == [("A", 1), ("D", 1)]
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


def valued(*told: tuple[str, str, str]) -> FactView:
    """A fact of reports that give a value each: its kind, the value, and the words it stands in."""
    reports = tuple(ReportView(f"r{n}", None, None, None, text) for n, (_, _, text) in enumerate(told))
    evidence = tuple(Evidence(one.id, 0, len(one.text), one.text) for one in reports)
    words = [text.partition("|")[2].partition("|")[0] for _, _, text in told]
    values = tuple(
        FactValue(kind, value, (Evidence(one.id, one.text.index("|") + 1, one.text.rindex("|"), word),))  # type: ignore[arg-type]
        for (kind, value, _), one, word in zip(told, reports, words, strict=True)
    )
    fact = Fact("f", evidence[0].text, 1, "corroborated", (), None, None, values, (), evidence)
    (view,) = viewed(replace(empty_dossier(), reports=reports, facts=(fact,))).facts
    return view


def marked(view: FactView) -> list[str]:
    return [text for column in view.columns for quote in column.quotes for text, mark in quote.runs if mark]


def test_figures_are_marked_where_another_report_has_another_of_the_same() -> None:
    ferry = "The ferry took |{}| over the strait."
    differing = valued(*(("quantity", told, ferry.format(told)) for told in ("12 carts", "fourteen carts")))
    assert marked(differing) == ["12 carts", "fourteen carts"]
    assert [value.differs for value in differing.values] == [True, True]
    for other in ("twelve carts", "about 12 carts", "nine goats"):
        alike = valued(*(("quantity", told, ferry.format(told)) for told in ("12 carts", other)))
        assert marked(alike) == []


def test_days_are_marked_where_they_exclude_each_other() -> None:
    ferry = "The ferry sailed |{}| at dawn."
    told = (
        ("time", "2031-05-09", ferry.format("on 9 May")),
        ("time", "2031-05-11", ferry.format("on 11 May")),
    )
    assert marked(valued(*told)) == ["on 9 May", "on 11 May"]
    finer = (told[0], ("time", "2031-05", ferry.format("in May 2031")))
    assert marked(valued(*finer)) == []


def test_the_sides_of_a_disagreement_are_marked_in_the_quotations() -> None:
    dossier = made_dossier()
    fact = replace(dossier.facts[0], evidence=tuple(quote(r, t) for r, t in BANS), values=())
    conflict = replace(dossier.conflicts[0], fact=fact.id)
    (view,) = viewed(replace(dossier, facts=(fact,), conflicts=(conflict,))).facts
    assert marked(view) == ["March 2031", "March 2030"]
