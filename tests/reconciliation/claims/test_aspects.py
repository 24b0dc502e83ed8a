"""Claims about when, who, where and in what standing: what differs, what contradicts, what only refines."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story
from stories import calm, only, recognition


def test_two_dates_of_one_recognition_contradict_and_an_open_year_takes_no_side() -> None:
    dossier = reconcile(
        story(
            recognition("a", "2020-04", " in April 2020"),
            recognition("b", "2021-04", " in April 2021"),
            recognition("c", "XXXX-04", " in April"),
        )
    )
    conflict = only(dossier, "time")
    assert conflict.nature == "contradiction"
    assert [(s.value, [e.report for e in s.evidence]) for s in conflict.sides] == [
        ("2020-04", ["a"]),
        ("2021-04", ["b"]),
    ]
    assert conflict.explanation.endswith(": a says April 2020; b says April 2021.")
    assert len(dossier.events) == 1
    claim = next(c for c in dossier.claims if c.id == conflict.claim)
    assert claim.verdict == "contested"
    assert [value.value for value in claim.values] == ["2020-04", "2021-04", "XXXX-04"]
    assert dossier.timeline[0].contested
    assert {a.value for a in dossier.timeline[0].alternatives} == {"2020-04", "2021-04"}


def test_dates_that_only_refine_each_other_do_not_contradict() -> None:
    dossier = calm(
        recognition("a", "2020-04", " in April 2020"),
        recognition("b", "2020-04-03", " in the morning of 3 April 2020"),
        recognition("c", "XXXX-04", " in April"),
        recognition("d"),
    )
    assert dossier.events[0].edtf == "2020-04-03"
    assert dossier.events[0].verdict == "corroborated"
    assert dossier.events[0].text == "Norway recognised Chile on 3 April 2020"


def test_a_report_that_contradicts_itself_is_inconsistent() -> None:
    text = "Norway recognised Chile in April 2020. The envoy said Norway recognised Chile in May 2020."
    builder = ReadingBuilder("a", text)
    for nth, (words, edtf) in enumerate((("April 2020", "2020-04"), ("May 2020", "2020-05"))):
        builder.event(
            "recognised", "recognise", nth=nth, actors=[builder.actor("Norway", "NOR", nth)],
            recipients=[builder.actor("Chile", "CHL", nth)], time=builder.time(words, edtf),
        )  # fmt: skip
    dossier = reconcile(story(builder, recognition("b")))
    conflict = only(dossier, "time")
    assert next(c for c in dossier.claims if c.id == conflict.claim).verdict == "inconsistent"
    assert conflict.explanation.startswith("One report")


def test_first_country_and_first_major_power_differ_in_scope() -> None:
    dossier = reconcile(
        story(
            recognition("a", scope="first country"),
            recognition("b", scope="first major power"),
            recognition("c", scope="first nation"),
        )
    )
    conflict = only(dossier, "scope")
    assert conflict.nature == "difference"
    assert [sorted({e.report for e in s.evidence}) for s in conflict.sides] == [["a", "c"], ["b"]]


def test_a_difference_is_no_corroboration() -> None:
    one, other = recognition("a", scope="first country"), recognition("b", scope="first major power")
    (claim,) = [c for c in reconcile(story(one, other)).claims if c.kind == "scope"]
    assert claim.verdict == "single source"


def test_a_headline_that_claims_more_than_its_text_differs_in_scope() -> None:
    title = "Norway becomes first nation to recognise Chile"
    builder = ReadingBuilder(
        "a", f"{title}\nNorway recognised Chile, becoming the first Arab state to do so.", title=title
    )
    norway, chile = builder.actor("Norway", "NOR"), builder.actor("Chile", "CHL")
    for verb, scope in (("recognise", "first nation"), ("recognised", "first Arab state")):
        nth = 1 if verb == "recognise" and title.count(verb) > 1 else 0
        builder.event(verb if verb == "recognise" else "recognised", "recognise", nth=nth, actors=[norway],
                      recipients=[chile], scope=scope)  # fmt: skip
    conflict = only(reconcile(story(builder)), "scope")
    assert conflict.nature == "difference"
    assert [side.value for side in conflict.sides] == ["first Arab state", "first nation"]
    assert all(e.report == "a" for side in conflict.sides for e in side.evidence)
