"""Who said what in which words, those who are quoted first; and how each report names each actor."""

from __future__ import annotations

import msgspec

from accord.present.view.citations import Citations
from accord.present.view.view_words import StanceWords
from accord.present.view.wordings import SpeakerView, namings, speakers
from accord.records import Dossier, DossierStatement, Wording
from dossiers import made_dossier, quote

STANCES = StanceWords.load()


def spoken(dossier: Dossier) -> tuple[SpeakerView, ...]:
    return speakers(dossier, Citations(dossier, 1), "s1", STANCES)


def test_speakers_with_a_name_come_first() -> None:
    found = spoken(made_dossier())
    assert [speaker.name for speaker in found] == [
        "Ilse Brandt",
        "a spokesman for the Talmari group",
    ]
    assert [source.letter for source in found[0].sources] == ["A", "B"]


def test_paraphrases_stand_behind_quoted_words() -> None:
    dossier = made_dossier()
    told = quote("r-one", "thanked Ostland for its mediation")
    paraphrase = DossierStatement(
        "st3",
        "brandt",
        "Ilse Brandt",
        "single source",
        (Wording("r-one", "indirect", (told,), (), (), told),),
    )
    statements = (paraphrase, *dossier.statements)
    view = spoken(msgspec.structs.replace(dossier, statements=statements))[0]
    assert [one.statement.id for one in view.statements] == ["st1"]
    assert [one.statement.id for one in view.further] == ["st3"]


def told(id: str, cue: str, content: str) -> DossierStatement:
    """What report "r-one" tells of one speaker, its words standing in for cue and content."""
    said = quote("r-one", content)
    wording = Wording("r-one", "indirect", (said,), (), (msgspec.structs.replace(said, text=cue),), said)
    return DossierStatement(id, "brandt", "Ilse Brandt", "single source", (wording,))


def test_what_was_said_comes_before_what_is_wanted_and_a_few_words_stand_behind() -> None:
    long, short = "lifted its ban on Norvian airlines in March 2031", "thanked Ostland"
    statements = (told("wanted", "aims", long), told("slight", "said", short), told("said", "warned", long))
    dossier = msgspec.structs.replace(made_dossier(), statements=statements)
    view = spoken(dossier)[0]
    assert [one.statement.id for one in view.statements] == ["said", "wanted"]
    assert [one.statement.id for one in view.further] == ["slight"]


def test_those_who_are_not_named_are_told_apart_by_their_words() -> None:
    dossier = made_dossier()
    unnamed = dossier.statements[1]
    other = msgspec.structs.replace(unnamed, id="st3", speaker_name="a guard")
    again = msgspec.structs.replace(unnamed, id="st4")
    nobody = msgspec.structs.replace(unnamed, id="st5", speaker_name="")
    changed = msgspec.structs.replace(dossier, statements=(unnamed, other, again, nobody))
    found = {view.name: [one.statement.id for one in view.statements] for view in spoken(changed)}
    assert found == {
        "a spokesman for the Talmari group": ["st2", "st4"], "a guard": ["st3"], "Nobody named": ["st5"],
    }  # fmt: skip
    assert not any(view.known for view in spoken(changed))


def test_a_speaker_of_two_names_is_one() -> None:
    dossier = made_dossier()
    called = msgspec.structs.replace(dossier.statements[0], id="st3", speaker_name="Ms Brandt")
    changed = msgspec.structs.replace(dossier, statements=(dossier.statements[0], called))
    assert [view.name for view in spoken(changed)] == ["Ilse Brandt"]


def test_what_more_reports_have_comes_first() -> None:
    dossier = made_dossier()
    both = dossier.statements[0]
    one = msgspec.structs.replace(both, id="st3", wordings=both.wordings[:1])
    changed = msgspec.structs.replace(dossier, statements=(one, both))
    assert [view.statement.id for view in spoken(changed)[0].statements] == ["st1", "st3"]


def test_a_statement_has_a_wording_of_each_report_with_what_differs_marked() -> None:
    (statement,) = spoken(made_dossier())[0].statements
    assert statement.anchor == "s1-w1"
    assert [(one.source.letter, one.named, one.kind) for one in statement.wordings] == [
        ("A", "Brandt", "partly in the speaker’s words"),
        ("B", "Ms Brandt", "partly in the speaker’s words"),
    ]
    assert [one.occasion for one in statement.wordings] == ["", "after talks with the Talmari government"]
    marked = [[text for text, mark in one.quotes[0].runs if mark] for one in statement.wordings]
    assert marked == [["sober"], []]


def test_an_actor_that_is_named_in_more_ways_comes_first() -> None:
    dossier = made_dossier()
    rows = namings(dossier, Citations(dossier, 1))
    assert [(row.actor, row.varied) for row in rows] == [("Talmark", True), ("Norvia", False)]
    assert [[one.label for one in cell] for cell in rows[0].cells] == [
        ["authorities"], ["government"], ["regime"], ["authorities"], ["group"],
    ]  # fmt: skip
    assert [len(cell) for cell in rows[1].cells] == [1, 0, 0, 0, 0]


def test_a_label_is_told_where_its_forms_do_not_show_it() -> None:
    dossier = made_dossier()
    shown, hidden, name = dossier.labels[0], dossier.labels[1], dossier.labels[5]
    hidden = msgspec.structs.replace(hidden, label="rulers")
    changed = msgspec.structs.replace(dossier, labels=(shown, hidden, name))
    cells = [cell for row in namings(changed, Citations(changed, 1)) for cells in row.cells for cell in cells]
    assert {cell.label: cell.kind for cell in cells} == {"authorities": "", "rulers": "rulers", "name": ""}


def test_a_form_is_shown_once_at_its_first_place() -> None:
    dossier = made_dossier()
    first, again = quote("r-one", "Norvia reopens"), quote("r-one", "Norvia has")
    places = tuple(
        msgspec.structs.replace(each, end=each.start + 6, text="Norvia") for each in (again, first)
    )
    label = msgspec.structs.replace(dossier.labels[5], evidence=places)
    changed = msgspec.structs.replace(dossier, labels=(label,))
    (row,) = namings(changed, Citations(changed, 1))
    ((form, cite),) = row.cells[0][0].forms
    assert (form, cite.start, row.cells[0][0].count) == ("Norvia", first.start, 3)
