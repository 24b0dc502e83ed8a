"""What can be searched of a story, and what it is filtered by."""

from __future__ import annotations

from accord.records import Entity, Story
from accord.steps import reconcile
from accord.store.passages import SearchPassage, of_dossier, of_reading
from readings import ReadingBuilder, story


def recognised(id: str, published: str | None, source: str, title: str | None = None) -> ReadingBuilder:
    text = f"Norway recognised Chile in spring. Report {id} of {source} ends here."
    builder = ReadingBuilder(id, text, published=published, source=source, title=title)
    builder.event(
        "recognised", "recognise-state", type="CONSULT",
        actors=[builder.actor("Norway", "NOR")], recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    return builder


def passages(told: Story) -> list[SearchPassage]:
    return list(of_dossier(reconcile(told), told.readings))


def test_a_report_is_found_by_its_actors_and_acts_and_their_names_in_lower_case() -> None:
    found = of_reading(recognised("a", "2031-04-02", "The Gull").build())
    assert (found.kind, found.report, found.source, found.day) == ("report", "a", "The Gull", "2031-04-02")
    assert found.actors == {"nor", "norway", "chl", "chile"}
    assert found.acts == {"recognise-state", "consult"}


def test_names_are_folded_and_their_spaces_are_one() -> None:
    builder = ReadingBuilder("a", "The STRASSE Board met.")
    board = Entity("board", "STRASSE  Board", "group", names=("Straße\nBoard", ""))
    builder.actor("STRASSE Board", "board", entity=board)
    assert of_reading(builder.build()).actors == {"board", "strasse board"}


def test_a_title_that_is_not_in_the_text_can_be_searched_too() -> None:
    apart = of_reading(recognised("a", None, "The Gull", title="A new friend in the south").build())
    assert apart.text.startswith("A new friend in the south\nNorway recognised")
    inside = of_reading(recognised("a", None, "The Gull", title="Norway recognised Chile").build())
    assert inside.text.count("recognised") == 1


def test_a_claim_has_the_actors_and_acts_of_its_event_and_the_report_that_told_it_first() -> None:
    told = story(
        recognised("a", None, "The Gull"),
        recognised("b", "2031-04-03", "The Tern"),
        recognised("c", "2031-04-02", "The Auk"),
    )
    claims = [passage for passage in passages(told) if passage.actors]
    assert claims
    for claim in claims:
        assert claim.kind == "claim"
        assert (claim.report, claim.source, claim.day) == ("c", "The Auk", "2031-04-02")
        assert claim.actors == {"nor", "norway", "chl", "chile"}
        assert claim.acts == {"recognise-state", "consult"}


def test_each_wording_of_a_statement_is_found_by_its_speaker() -> None:
    builder = ReadingBuilder("a", "“We shall wait for the ice,” President Ana Rojas said.")
    builder.person("President Ana Rojas", "Ana Rojas", "CHL", "president")
    builder.statement(
        "We shall wait for the ice", source="President Ana Rojas", cue="said", speaker="ana-rojas"
    )
    (said,) = (passage for passage in passages(story(builder)) if passage.kind == "statement")
    assert said.text == "Ana Rojas: We shall wait for the ice"
    assert "ana rojas" in said.actors
    assert said.acts == frozenset()


def test_a_speaker_who_is_nobody_known_is_found_by_the_words_for_them() -> None:
    builder = ReadingBuilder("a", "“We shall wait for the ice,” harbour pilots said.")
    builder.statement("We shall wait for the ice", source="harbour pilots", cue="said")
    (said,) = (passage for passage in passages(story(builder)) if passage.kind == "statement")
    assert said.actors == {"harbour pilots"}
