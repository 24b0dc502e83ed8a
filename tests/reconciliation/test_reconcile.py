"""A story of hand-made Readings reconciled: every kind of conflict, and what must not be one."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from accord.records import (
    Conflict,
    Dossier,
    Factuality,
    Polarity,
    Story,
)
from accord.steps import reconcile
from readings import ReadingBuilder, story


def recognition(
    id: str, edtf: str | None = None, words: str = "", *, polarity: Polarity = "positive",
    scope: str | None = None, factuality: Factuality = "asserted", source: str | None = None,
) -> ReadingBuilder:  # fmt: skip
    """Norway recognises Chile, with a time and a scope in the words that follow."""
    verb = "recognised" if polarity == "positive" else "has not recognised"
    tail = ", becoming the " + scope + " to do so" if scope else ""
    builder = ReadingBuilder(
        id, f"Envoys met in report {id}. Norway {verb} Chile{words}{tail}.", source=source
    )
    time = builder.time(words.removeprefix(" in "), edtf) if edtf else None
    builder.event(
        verb, "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")], time=time, polarity=polarity,
        factuality=factuality, scope=scope,
    )  # fmt: skip
    return builder


def only(dossier: Dossier, kind: str) -> Conflict:
    found = [conflict for conflict in dossier.conflicts if conflict.kind == kind]
    assert len(found) == 1, [c.explanation for c in dossier.conflicts]
    check(dossier)
    return found[0]


def calm(*builders: ReadingBuilder) -> Dossier:
    dossier = reconcile(story(*builders))
    assert dossier.conflicts == (), [c.explanation for c in dossier.conflicts]
    check(dossier)
    return dossier


def check(dossier: Dossier) -> None:
    """Every quotation is literal; every conflict has two sides and every claim a value."""
    texts = {report.id: report.text for report in dossier.reports}
    quoted = [e for c in dossier.conflicts for side in c.sides for e in side.evidence]
    quoted += [e for c in dossier.claims for value in c.values for e in value.evidence]
    quoted += [e for event in dossier.events for m in event.mentions for e in (m.evidence, m.trigger)]
    assert all(e.text == texts[e.report][e.start : e.end] and e.text for e in quoted)
    assert all(len(c.sides) > 1 and all(s.evidence for s in c.sides) for c in dossier.conflicts)
    assert all(c.values for c in dossier.claims)
    assert all(event.text for event in dossier.events)
    ids = {event.id for event in dossier.events}
    assert {c.event for c in dossier.claims} | {c.event for c in dossier.conflicts} <= ids | {None}
    assert [entry.event for entry in dossier.timeline] == [event.id for event in dossier.events]


def test_a_report_is_not_said_to_give_a_day_when_it_gives_the_month() -> None:
    dossier = reconcile(
        story(
            recognition("a", "2020-05-29", " on 29 May 2020"),
            recognition("b", "2020-05", " in May 2020"),
            recognition("c", "2020-04", " in April 2020"),
        )
    )
    conflict = only(dossier, "time")
    assert [side.value for side in conflict.sides] == ["2020-05-29", "2020-04"]
    assert conflict.explanation.endswith(": a says 29 May 2020, b says May 2020; c says April 2020.")


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


def credentials(
    id: str, clause: str, low: int | None, high: int | None, credentials_first: bool
) -> ReadingBuilder:
    """The same two happenings, ordered by a clause, and told from one side or the other."""
    text = f"Norway recognised Chile. {clause} Norway accepted the envoy's credentials."
    builder = ReadingBuilder(id, text)
    first = builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    second = builder.event("accepted", "accept-credentials", actors=[builder.actor("Norway", "NOR", 1)])
    earlier, later = (second, first) if credentials_first else (first, second)
    builder.order(clause, earlier, later, low, high)
    return builder


def test_clauses_of_order_that_cannot_all_hold_are_one_conflict() -> None:
    dossier = reconcile(
        story(
            credentials("a", "On the same day", 0, 0, False),
            credentials("b", "Before that", 0, None, True),
            credentials("c", "Later", 0, None, False),
            credentials("d", "Two days before", 2, 2, True),
        )
    )
    conflict = only(dossier, "order")
    assert {e.report for s in conflict.sides for e in s.evidence} == {"a", "b", "c", "d"}
    assert len(conflict.sides) == 4
    assert len(dossier.events) == 2


def test_clauses_of_order_that_can_all_hold_are_no_conflict() -> None:
    calm(
        credentials("a", "On the same day", 0, 0, False),
        credentials("b", "Before that", 0, None, True),
    )


def test_presenting_and_accepting_credentials_are_one_happening() -> None:
    other = ReadingBuilder("b", "The Chilean envoy handed over his papers to Norway.")
    other.event(
        "handed over", "present-credentials",
        actors=[other.person("Chilean envoy", "Pablo Reyes", "CHL")],
        recipients=[other.actor("Norway", "NOR")],
    )  # fmt: skip
    dossier = reconcile(story(credentials("a", "Later", 0, None, False), other))
    acts = [event for event in dossier.events if "credentials" in (event.act or "")]
    assert [event.reports for event in acts] == [("a", "b")]
    assert acts[0].recipients == ("NOR",)


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


def test_done_in_one_report_and_not_done_in_another_contradict() -> None:
    dossier = reconcile(story(recognition("a"), recognition("b", polarity="negative")))
    conflict = only(dossier, "polarity")
    assert conflict.nature == "contradiction"
    assert {event.status for event in dossier.events} == {"happened", "not happened"}
    assert {event.verdict for event in dossier.events} == {"contested"}


def test_what_others_have_not_done_denies_nothing() -> None:
    other = ReadingBuilder("b", "Peru has not recognised Chile.")
    other.event(
        "has not recognised", "recognise", actors=[other.actor("Peru", "PER")],
        recipients=[other.actor("Chile", "CHL")], polarity="negative",
    )  # fmt: skip
    nobody = ReadingBuilder("c", "No one has recognised Chile.")
    nobody.event(
        "has recognised", "recognise", recipients=[nobody.actor("Chile", "CHL")], polarity="negative"
    )
    dossier = calm(recognition("a"), other, nobody)
    assert sum(event.status == "not happened" for event in dossier.events) == 2


def test_not_done_until_then_denies_nothing() -> None:
    builder = recognition("b", words=" before the harbour opened", polarity="negative")
    calm(recognition("a"), builder)


def test_not_done_when_it_was_printed_denies_nothing_that_was_done_later() -> None:
    told = recognition("a", "2031-05-06", words=" on 6 May")
    early, late = (recognition(id, polarity="negative") for id in ("b", "c"))
    told.published, early.published, late.published = "2031-05-07", "2031-05-05", "2031-05-08"
    calm(told, early)
    assert only(reconcile(story(told, late)), "polarity").nature == "contradiction"


def test_planned_then_done_does_not_contradict() -> None:
    dossier = calm(recognition("a"), recognition("b", factuality="planned"))
    assert [event.status for event in dossier.events] == ["happened", "foreseen"]


def test_attacks_of_different_years_are_two_happenings() -> None:
    builders = []
    for id_, text, year in (
        ("a", "Harbour Front attacked a barracks in Peru in 2019.", "2019"),
        (
            "b",
            "A bomb with which Harbour Front attacked the fish market of Lima, Peru, killed three in 2021.",
            "2021",
        ),
    ):
        builder = ReadingBuilder(id_, text)
        builder.event(
            "attacked", "attack", actors=[builder.actor("Harbour Front", "harbour-front")],
            recipients=[builder.actor("Peru", "PER")], time=builder.time(year, year), type="ASSAULT",
        )  # fmt: skip
        builders.append(builder)
    assert len(calm(*builders).events) == 2


def test_what_happens_once_may_have_happened_before_long_ago() -> None:
    old = ReadingBuilder("b", "Decades earlier, in 1952, Chile had won the kingdom of Norway over as well.")
    old.event(
        "won", "recognise", actors=[old.actor("Norway", "NOR")], recipients=[old.actor("Chile", "CHL")],
        time=old.time("1952", "1952"),
    )  # fmt: skip
    assert len(calm(recognition("a", "2020-04", " in April 2020"), old).events) == 2


def met(id: str, city: str, code: str, act: str = "talks") -> ReadingBuilder:
    builder = ReadingBuilder(id, f"Norway held talks with Chile in {city} on 4 May 2020.")
    builder.event(
        "held talks", act, actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")], time=builder.time("4 May 2020", "2020-05-04"),
        place=(city, code),
    )  # fmt: skip
    return builder


def test_an_act_that_happens_once_in_two_countries_contradicts() -> None:
    acts = met("a", "Nairobi", "KEN", "present-credentials"), met("b", "Lima", "PER", "present-credentials")
    conflict = only(reconcile(story(*acts)), "place")
    assert [side.value for side in conflict.sides] == ["Nairobi", "Lima"]


def test_talks_in_two_countries_are_two_and_a_recognition_has_no_place() -> None:
    assert len(calm(met("a", "Nairobi", "KEN"), met("b", "Lima", "PER")).events) == 2
    calm(met("a", "Nairobi", "KEN", "recognise"), met("b", "Lima", "PER", "recognise"))


def struck(id: str, actor: tuple[str, str], rest: str, day: str | None) -> ReadingBuilder:
    """An attack on Peru by somebody on a day."""
    builder = ReadingBuilder(id, f"{actor[0]} shelled the naval base in Peru {rest}.")
    builder.event(
        "shelled", "attack", actors=[builder.actor(*actor)], recipients=[builder.actor("Peru", "PER")],
        time=builder.time(rest, day) if day else None, type="ASSAULT",
    )  # fmt: skip
    return builder


def test_another_actor_for_the_same_act_on_the_same_day_contradicts() -> None:
    dossier = reconcile(
        story(
            struck("a", ("Norway", "NOR"), "on 4 May 2020", "2020-05-04"),
            struck("b", ("Kenya", "KEN"), "on 4 May 2020", "2020-05-04"),
        )
    )
    assert [side.value for side in only(dossier, "actor").sides] == ["Norway", "Kenya"]


def test_another_actor_at_another_or_unknown_time_does_not() -> None:
    calm(
        struck("a", ("Norway", "NOR"), "on 4 May 2020", "2020-05-04"),
        struck("b", ("Kenya", "KEN"), "in the morning", None),
    )


@pytest.mark.parametrize(("low", "high"), [(7, 7), (0, None)])
def test_clauses_of_three_happenings_that_run_in_a_circle_are_a_conflict(low: int, high: int | None) -> None:
    acts = {"visited": "visit", "recognised": "recognise", "sanctioned": "impose-sanctions"}
    text = "Norway recognised Chile. Norway visited Chile. Norway sanctioned Chile."
    builders = []
    for id_, before, after in (
        ("a", "recognised", "visited"), ("b", "visited", "sanctioned"), ("c", "sanctioned", "recognised"),
    ):  # fmt: skip
        builder = ReadingBuilder(id_, f"{text} It came a week later, says report {id_}.")
        ids = {
            word: builder.event(
                word, act, actors=[builder.actor("Norway", "NOR", nth)],
                recipients=[builder.actor("Chile", "CHL", nth)],
            )
            for nth, (word, act) in enumerate(acts.items())
        }  # fmt: skip
        builder.order("a week later", ids[before], ids[after], low, high)
        builders.append(builder)
    conflict = only(reconcile(story(*builders)), "order")
    assert [[e.report for e in side.evidence] for side in conflict.sides] == [["a"], ["b"], ["c"]]
    calm(*builders[:2])


def test_a_date_that_a_clause_of_another_report_rules_out_is_a_conflict() -> None:
    dated = ReadingBuilder("a", "Norway recognised Chile on 3 May 2021.")
    dated.event(
        "recognised", "recognise", actors=[dated.actor("Norway", "NOR")],
        recipients=[dated.actor("Chile", "CHL")], time=dated.time("3 May 2021", "2021-05-03"),
    )  # fmt: skip
    bounds = []
    for id_, year in (("b", 2020), ("c", 2022)):
        builder = ReadingBuilder(id_, f"Before {year}, Norway recognised Chile, says report {id_}.")
        builder.time(str(year), str(year), earliest=f"{year}-01-01", latest=f"{year}-12-31")
        recognised = builder.event(
            "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
            recipients=[builder.actor("Chile", "CHL")],
        )  # fmt: skip
        builder.order(f"Before {year}, Norway recognised Chile", recognised, "time:0", 1, None)
        bounds.append(builder)
    conflict = only(reconcile(story(dated, bounds[0])), "order")
    assert sorted((side.value.split()[-2:], side.evidence[0].report) for side in conflict.sides) == [
        (["May", "2021"], "a"),
        (["before", "2020"], "b"),
    ]
    calm(dated, bounds[1])


def counted(
    id: str, text: str, words: str, low: float, high: float | None, unit: str = "guest"
) -> ReadingBuilder:
    builder = ReadingBuilder(id, text)
    builder.quantity(words, low, high, unit)
    return builder


def test_different_figures_in_the_same_place_of_like_sentences_contradict() -> None:
    dossier = reconcile(
        story(
            counted("a", "The minister raised the flag before 500 guests at the embassy.", "500", 500, 500),
            counted("b", "At the embassy the minister raised the flag before 700 guests.", "700", 700, 700),
        )
    )
    conflict = only(dossier, "quantity")
    assert [side.value for side in conflict.sides] == ["500", "700"]


def test_a_figure_that_two_reports_give_is_a_corroborated_claim() -> None:
    told = reconcile(
        story(
            counted("a", "The minister raised the flag before 500 guests at the embassy.", "500", 500, 500),
            counted("b", "At the embassy the minister raised the flag before 500 guests.", "500", 500, 500),
            counted("c", "Heavy rain kept 90 guests of the harbour inn awake.", "90", 90, 90),
        )
    )
    (claim,) = (claim for claim in told.claims if claim.kind == "quantity")
    assert claim.verdict == "corroborated"
    assert [(value.value, value.reports) for value in claim.values] == [("500", ("a", "b"))]


def test_how_many_are_known_already_is_no_claim() -> None:
    told = reconcile(
        story(
            counted("a", "At the embassy the two ministers raised the flag.", "two", 2, 2, "minister"),
            counted("b", "The two ministers raised the flag at the embassy.", "two", 2, 2, "minister"),
        )
    )
    assert [claim for claim in told.claims if claim.kind == "quantity"] == []


def test_figures_that_may_both_hold_or_count_other_things_do_not_contradict() -> None:
    calm(
        counted("a", "The minister raised the flag before 700 guests at the embassy.", "700", 700, 700),
        counted(
            "b", "The minister raised the flag before over 500 guests at the embassy.", "over 500", 500, None
        ),
        counted("c", "The police said 90 guests left early because of the heavy rain.", "90", 90, 90),
        counted("d", "The minister raised the flag before 12 trucks at the embassy.", "12", 12, 12, "truck"),
    )


def spoken(id: str, quote: str) -> ReadingBuilder:
    builder = ReadingBuilder(id, f"“{quote},” President Ana Rojas said in report {id}.")
    builder.person("President Ana Rojas", "Ana Rojas", "CHL", "president")
    builder.statement(quote, source="President Ana Rojas", cue="said", speaker="ana-rojas")
    return builder


def tallied(id: str, *sentences: tuple[str, str, float, str], title: str | None = None) -> ReadingBuilder:
    """A report of sentences, each with one figure: its words, number and unit."""
    lines = [title] if title else []
    text = "\n".join([*lines, " ".join(sentence for sentence, *_ in sentences if sentence != title)])
    builder = ReadingBuilder(id, text, title=title)
    for _, words, number, unit in sentences:
        builder.quantity(words, number, number, unit)
    return builder


def test_who_gives_both_figures_tells_of_two_things() -> None:
    spring = "Fishermen landed {} tonnes of herring at the northern harbour during spring."
    season = "Fishermen landed {} tonnes of herring at the northern harbour during last season."
    both = tallied(
        "a",
        (spring.format(40), "40 tonnes", 40, "tonne"),
        (season.format(90), "90 tonnes", 90, "tonne"),
    )
    one = tallied("b", ("Crews landed 90 tonnes of herring near the harbour.", "90 tonnes", 90, "tonne"))
    calm(both, one)


def test_a_copied_sentence_with_another_figure_contradicts_whatever_else_is_told() -> None:
    told = "Fishermen landed {} tonnes of herring at the northern harbour during the spring season."
    again = "The catch of 90 tonnes was sold to a cannery in Peru within days."
    changed = tallied("a", (told.format(40), "40 tonnes", 40, "tonne"), (again, "90 tonnes", 90, "tonne"))
    one = tallied("b", (told.format(90), "90 tonnes", 90, "tonne"))
    assert only(reconcile(story(changed, one)), "quantity").nature == "contradiction"


def test_a_figure_that_modifies_another_word_is_of_another_thing() -> None:
    ferry = tallied(
        "a", ("The harbour board bought a 30-year-old ferry from Peru on credit.", "30-year-old", 30, "year")
    )
    dispute = tallied(
        "b",
        ("The harbour board ended a 12-year-old dispute with Peru over credit.", "12-year-old", 12, "year"),
    )
    calm(ferry, dispute)


def test_a_headline_that_gives_another_figure_than_its_text_is_inconsistent() -> None:
    title = "Storm floods 300 houses in the northern harbour"
    body = "A storm flooded 200 houses in the northern harbour."
    report = tallied(
        "a", (title, "300 houses", 300, "house"), (body, "200 houses", 200, "house"), title=title
    )
    dossier = reconcile(story(report))
    conflict = only(dossier, "quantity")
    assert {side.value for side in conflict.sides} == {"300 houses", "200 houses"}
    assert next(c for c in dossier.claims if c.id == conflict.claim).verdict == "inconsistent"
    assert conflict.explanation.startswith("One report gives different figures")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Fishermen say the northern ferry sank on Tuesday with a load of coal.", 1),
        ("On Tuesday the traders buy coal where the old ferry lies.", 0),
    ],
)
def test_days_of_loosely_like_sentences_are_of_one_act(told: str, found: int) -> None:
    one = ReadingBuilder("a", "The northern ferry, which was being repaired, sank on Monday with traders.")
    one.time("Monday", None, value="XXXX-WXX-1")
    other = ReadingBuilder("b", told)
    other.time("Tuesday", None, value="XXXX-WXX-2")
    dossier = reconcile(story(one, other))
    assert len([c for c in dossier.conflicts if c.kind == "time"]) == found


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


def test_one_utterance_quoted_in_different_words() -> None:
    dossier = reconcile(
        story(
            spoken("a", "We have waited a long time for this harbour to open"),
            spoken("b", "We have waited a very long time for this harbour to open"),
        )
    )
    conflict = only(dossier, "wording")
    assert conflict.nature == "difference"
    assert len(dossier.statements) == 1
    assert len(dossier.statements[0].wordings) == 2


def test_shortening_a_quotation_is_no_conflict() -> None:
    dossier = calm(
        spoken("a", "We have waited a long time for this harbour to open to all of us"),
        spoken("b", "We have waited a long time for this harbour to open"),
    )
    assert len(dossier.statements) == 1


def test_a_report_with_only_a_headline_counts_but_a_headline_is_no_second_witness() -> None:
    title = "Norway recognised Chile"
    text = f"{title}\n{title}\nNorway recognised Chile on Monday after long talks between both sides."
    builder = ReadingBuilder("a", text, title=title)
    for nth in range(3):
        builder.event(
            "recognised", "recognise", nth=nth, actors=[builder.actor("Norway", "NOR", nth)],
            recipients=[builder.actor("Chile", "CHL", nth)],
        )  # fmt: skip
    event = reconcile(story(builder)).events[0]
    assert event.verdict == "single source"
    assert len(event.mentions) == 2


def test_persons_are_one_under_fuller_names_and_spellings() -> None:
    builders = []
    for id_, name in (
        ("a", "Gamal Hassan"),
        ("b", "Gamal Hassan Hassan"),
        ("c", "Jamal Farouk"),
        ("d", "Hassan"),
    ):
        builder = ReadingBuilder(id_, f"The envoy {name} spoke.")
        builder.person(name, name, "CHL")
        builders.append(builder)
    actors = reconcile(story(*builders)).actors
    assert [actor.name for actor in actors] == ["Gamal Hassan Hassan", "Jamal Farouk"]
    assert [report for report, _ in actors[0].ids] == ["a", "b", "d"]


def test_persons_of_different_states_stay_apart() -> None:
    one, other = ReadingBuilder("a", "Ana Rojas spoke."), ReadingBuilder("b", "Ana Rojas spoke too.")
    one.person("Ana Rojas", "Ana Rojas", "CHL")
    other.person("Ana Rojas", "Ana Rojas Diaz", "PER")
    assert len(reconcile(story(one, other)).actors) == 2


def test_the_order_of_input_changes_nothing() -> None:
    readings = story(
        recognition("a", "2020-04", " in April 2020", scope="first country"),
        recognition("b", "2021-04", " in April 2021", scope="first major power"),
        credentials("c", "On the same day", 0, 0, False),
        spoken("d", "We have waited a long time for this harbour to open"),
    ).readings
    outputs = {msgspec.json.encode(reconcile(Story("s", order))) for order in permutations(readings)}
    assert len(outputs) == 1


def test_a_story_without_anything_read_is_an_empty_dossier() -> None:
    dossier = calm(ReadingBuilder("a", "Nothing."), ReadingBuilder("b", "Nothing more."))
    assert dossier.events == ()
    assert dossier.title


@pytest.mark.parametrize("source", ["Northern Wire", None])
def test_sources_are_named_but_judge_nothing(source: str | None) -> None:
    dossier = reconcile(
        story(
            recognition("a", "2020-04", " in April 2020", source=source),
            recognition("b", "2021-04", " in April 2021"),
        )
    )
    conflict = only(dossier, "time")
    assert f"{source or 'a'} says April 2020" in conflict.explanation
    assert len(conflict.sides) == 2
