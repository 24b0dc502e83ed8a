"""The course of a story: by the day things happened, and by the day they were first told."""

from __future__ import annotations

from msgspec.structs import replace

from accord.present.view.facts import FactView
from dossiers import made_dossier
from story_views import of_usual_length, viewed


def test_facts_stand_under_the_day_they_happened_from_the_earliest() -> None:
    story = viewed(of_usual_length(reports=2, told=30))
    days = story.course.days
    assert [day.day for day in days] == ["1 May 2031", "4 May 2031", "7 May 2031"]
    dated = [view for day in days for view in day.facts]
    assert len(dated) == sum(view.fact.when is not None for view in story.facts)
    for day in days:
        assert [view.fact.rank for view in day.facts] == sorted(view.fact.rank for view in day.facts)


def test_a_fact_is_new_on_the_first_day_that_a_report_tells_it() -> None:
    story = viewed(of_usual_length(reports=3, told=20))
    first, second, third = story.course.told
    assert (first.day, [source.letter for source in first.sources]) == ("10 May 2031", ["A"])
    assert all(view in first.facts for view in story.facts if view.shared)
    assert {letter(view) for view in second.facts} == {"B"}
    assert {letter(view) for view in third.facts} == {"C"}
    assert story.course.since == (third, second)


def letter(view: FactView) -> str:
    (source,) = view.sources
    return source.letter


def test_reports_of_one_day_have_no_days_to_tell_apart() -> None:
    dossier = of_usual_length(reports=2, told=20)
    reports = tuple(replace(report, published="2031-05-10") for report in dossier.reports)
    story = viewed(replace(dossier, reports=reports))
    assert story.course.told == ()
    assert story.news == ()


def test_reports_without_a_full_day_are_named_and_date_nothing() -> None:
    course = viewed(made_dossier()).course
    assert [source.letter for source in course.undated] == ["B", "D"]
    assert [day.day for day in course.told] == ["12 May 2031", "13 May 2031"]
    assert course.since == ()


def test_what_a_report_without_a_day_tells_too_is_not_new() -> None:
    dossier = of_usual_length(reports=3, told=20)
    first, second, third = dossier.reports
    reports = (first, second, replace(third, published=None))
    both = replace(dossier.facts[0], evidence=dossier.facts[0].evidence[1:])
    _, day = viewed(replace(dossier, reports=reports, facts=(both, *dossier.facts[1:]))).course.told
    assert day.facts
    assert {letter(view) for view in day.facts} == {"B"}
