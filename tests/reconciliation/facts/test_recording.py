"""Facts of a dossier: who tells them, what they name, and how sure they are."""

from __future__ import annotations

from accord.records import Fact
from accord.steps import reconcile
from readings import ReadingBuilder, story


def report(id: str, text: str, *, day: str | None = None, guests: float | None = None) -> ReadingBuilder:
    builder = ReadingBuilder(id, text, source=id)
    builder.actor("Norway", "NOR")
    if day is not None:
        builder.time("3 May 2031", day)
    if guests is not None:
        builder.quantity(f"{guests:g} guests", guests, guests, "guest")
    return builder


ONE = "Norway opened the harbour bridge before 40 guests on 3 May 2031."
OTHER = "Before 40 guests, Norway opened the new harbour bridge."
ALONE = " The lamps along the quay were painted green."


def facts(*builders: ReadingBuilder) -> tuple[Fact, ...]:
    return reconcile(story(*builders)).facts


def test_a_fact_tells_who_when_and_where_it_stands() -> None:
    first, second = facts(
        report("a", ONE + ALONE, day="2031-05-03", guests=40), report("b", OTHER, guests=40)
    )
    assert (first.id, first.rank, first.text, first.verdict) == ("fact-1", 1, ONE, "corroborated")
    assert (first.who, first.when, first.reports) == (("NOR",), "2031-05-03", ("a", "b"))
    assert [(value.kind, value.value, len(value.evidence)) for value in first.values] == [
        ("quantity", "40 guests", 2),
        ("time", "2031-05-03", 1),
    ]
    assert (second.text, second.verdict, second.who) == (ALONE.strip(), "single source", ())


def test_a_day_that_another_report_gives_otherwise_is_none() -> None:
    later = OTHER.replace("bridge.", "bridge on 3 May 2031.")
    first, *_ = facts(report("a", ONE, day="2031-05-03"), report("b", later, day="2031-05-04"))
    assert first.when is None


def test_figures_that_contradict_make_it_contested() -> None:
    one = report("a", ONE, guests=40)
    other = report("b", ONE.replace("40", "90"), guests=90)
    dossier = reconcile(story(one, other))
    (conflict,) = (each for each in dossier.conflicts if each.kind == "quantity")
    assert dossier.facts[0].verdict == "contested"
    assert conflict.fact == dossier.facts[0].id


def test_the_coded_events_of_its_sentences_are_named() -> None:
    builder = report("a", "Norway recognised Chile on the quay of the harbour.")
    builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    (fact,) = facts(builder)
    assert fact.events == ("event-1",)
    assert set(fact.who) == {"NOR", "CHL"}
