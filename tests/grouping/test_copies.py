"""Shared passages: what is copied, what only sounds alike, and where exactly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.grouping.copies import find_copies
from accord.grouping.witnesses import WireFinder
from accord.records import Origin, Reading, Sentence
from readings import ReadingBuilder

COPIED = "The port authority dredged the channel, repaired two broken cranes and reopened the grain terminal."
EDITED = (
    "The port authority has dredged a channel, repaired two broken cranes, and reopened its grain terminal."
)

WIRES = WireFinder.load()


def copies(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    return find_copies(readings, WIRES)


def reading(id: str, text: str, title: str | None = None) -> Reading:
    return ReadingBuilder(id, text, title=title).build()


def one(*readings: Reading) -> Origin:
    origins = copies(readings)
    assert len(origins) == 1, origins
    return origins[0]


@pytest.mark.parametrize("told", [COPIED, EDITED], ids=["word for word", "edited"])
def test_a_passage_is_found_word_for_word_and_edited(told: str) -> None:
    left = reading("a", f"Storms closed the harbour in spring. {COPIED} Ships are queuing.")
    right = reading("b", f"Farmers had complained for months. {told} Prices fell at once.")
    origin = one(left, right)
    assert origin.kind == "passage"
    assert origin.reports == ("a", "b")
    for evidence, source in zip(origin.evidence, (left, right), strict=True):
        assert evidence.text == source.text[evidence.start : evidence.end]
        assert "port authority" in evidence.text
        assert evidence.text.endswith("grain terminal")


def test_a_shared_list_inside_different_sentences_is_a_passage() -> None:
    left = reading(
        "a", "Editors saw the pact as a step to cheaper transport, cleaner rivers, and safer mountain roads."
    )
    right = reading(
        "b", "The ministry promised cheaper transport, cleaner rivers, and safer mountain roads to all."
    )
    origin = one(left, right)
    assert [e.text for e in origin.evidence] == [
        "cheaper transport, cleaner rivers, and safer mountain roads"
    ] * 2


def test_names_titles_and_dates_are_no_passage() -> None:
    names = "Foreign Minister Anna Maria Oyelaran Brandt of the Ministry of External Relations of Norvia"
    left = reading("a", f"On 4 May 2031, {names} flew home early.")
    right = reading("b", f"Nobody saw why, on 4 May 2031, {names} cancelled dinner.")
    assert copies([left, right]) == ()


def test_the_same_news_in_other_words_is_no_passage() -> None:
    left = reading(
        "a", "The fishing fleet returned to harbour after the coast guard lifted its long winter blockade."
    )
    right = reading(
        "b", "Once the blockade that the coast guard had kept all winter was over, boats sailed home again."
    )
    assert copies([left, right]) == ()


def test_a_report_that_repeats_itself_is_no_origin() -> None:
    assert copies([reading("a", f"{COPIED} {EDITED}"), reading("b", "Nothing of the kind was told.")]) == ()


def test_words_in_quotation_marks_are_a_quotation() -> None:
    left = reading(
        "a", "Brandt said the truce was “a fragile beginning that patient neighbours could strengthen.”"
    )
    right = reading(
        "b", "She called it “a fragile beginning that patient neighbours could strengthen,” and left early."
    )
    origin = one(left, right)
    assert origin.kind == "quotation"
    assert {e.text for e in origin.evidence} == {
        "a fragile beginning that patient neighbours could strengthen"
    }


def test_a_short_saying_in_quotation_marks_is_no_quotation() -> None:
    left = reading("a", "The miller wanted “patient honest neighbours” and clean water.")
    right = reading("b", "Voters of the valley are “patient honest neighbours”, the song goes.")
    assert copies([left, right]) == ()


def test_words_said_twice_count_once() -> None:
    told = "Ferry tickets, ferry timetables, ferry tickets and ferry timetables"
    assert copies([reading("a", f"{told} filled drawers."), reading("b", f"He sold {told.lower()}.")]) == ()


def test_a_copied_sentence_around_a_quotation_is_a_passage() -> None:
    told = (
        "Looking tired after the overnight ferry crossing, the negotiator told waiting reporters "
        "“a fragile beginning needs patient neighbours” and climbed into a rented van."
    )
    assert one(reading("a", told), reading("b", told)).kind == "passage"


def test_quoted_words_of_different_speakers_are_not_one_quotation() -> None:
    quoted = "a fragile beginning needs patient neighbours"
    built = []
    for id_, speaker in (("a", "Ilse Brandt"), ("b", "Teo Varga")):
        builder = ReadingBuilder(id_, f"{speaker} spoke of “{quoted}” there.")
        builder.person(speaker, speaker)
        builder.statement(quoted, source=speaker, cue="spoke", speaker="-".join(speaker.casefold().split()))
        built.append(builder.build())
    assert copies(built) == ()
    same = replace(built[1], statements=(), entities=())
    assert one(built[0], same).kind == "quotation"


def test_sentences_that_are_not_read_for_witness_are_ignored() -> None:
    def summary(source: Reading) -> Reading:
        kept = tuple(Sentence(s.start, s.end, "summary", s.terms) for s in source.sentences)
        return replace(source, sentences=kept)

    left, right = reading("a", COPIED), reading("b", COPIED)
    assert copies([summary(left), summary(right)]) == ()
    assert copies([left, right]) != ()


def test_three_reports_of_one_passage_make_one_origin() -> None:
    texts = [f"{opening} {COPIED}" for opening in ("It rained.", "Trade is up.", "Crews cheered on Friday.")]
    origin = one(*(reading(f"r{i}", text) for i, text in enumerate(texts)))
    assert origin.reports == ("r0", "r1", "r2")


def test_one_wire_credited_by_both_makes_a_shorter_passage_a_copy() -> None:
    told = "Crews repaired two broken cranes overnight."
    plain = [
        reading("a", f"PORT ELIN — {told} Rain fell."),
        reading("b", f"PORT ELIN — {told} Snow lay deep."),
    ]
    wired = [
        reading("a", f"PORT ELIN (Reuters) — {told} Rain fell."),
        reading("b", f"PORT ELIN (Reuters) — {told} Snow lay deep."),
    ]
    assert copies(plain) == ()
    assert one(*wired).kind == "passage"


def carried(id: str, *, source: str | None = None, on: str | None = None, credit: str = "") -> Reading:
    return ReadingBuilder(id, f"{credit}{COPIED} Report {id} ends here.", source=source, published=on).build()


@pytest.mark.parametrize(
    ("readings", "first"),
    [
        ((carried("a", on="2031-05-04"), carried("b", on="2031-05-03")), "b"),
        ((carried("a", on="2031-05-03"), carried("b", on="2031-05-03")), None),
        ((carried("a", on="2031-05-03"), carried("b")), None),
        ((carried("a"), carried("b")), None),
        ((carried("a", on="2031-05-03"), carried("b", source="Reuters", on="2031-05-03")), "b"),
        ((carried("a", on="2031-05-03"), carried("b", credit="PORT ELIN (AP) — ")), None),
    ],
    ids=["earlier day", "same day", "one undated", "no days", "the agency's own", "credit is no day"],
)
def test_who_had_a_passage_first_where_days_or_credits_tell(
    readings: tuple[Reading, Reading], first: str | None
) -> None:
    assert one(*readings).first == first


@pytest.mark.parametrize(
    ("credits", "agency"),
    [
        (("PORT ELIN (AP) — ", "PORT ELIN (AP) — "), "Associated Press"),
        (("PORT ELIN (AP) — ", ""), "Associated Press"),
        (("PORT ELIN (AP) — ", "PORT ELIN (Reuters) — "), None),
        (("", ""), None),
    ],
)
def test_the_agency_that_a_passage_is_credited_to(credits: tuple[str, str], agency: str | None) -> None:
    assert one(carried("a", credit=credits[0]), carried("b", credit=credits[1])).agency == agency


def test_quoted_words_have_no_first_report() -> None:
    said = "said: “We counted every crane twice before the harbour opened again to grain ships.”"
    readings = (
        ReadingBuilder("a", f"The mayor {said}", published="2031-05-03").build(),
        ReadingBuilder("b", f"The mayor {said}", published="2031-05-04").build(),
    )
    origin = one(*readings)
    assert (origin.kind, origin.first) == ("quotation", None)


def test_the_order_of_readings_does_not_matter() -> None:
    texts = [f"Gulls circled. {COPIED}", f"{EDITED} Gulls circled.", "Gulls circled over the quay all day."]
    readings = [reading(f"r{i}", text) for i, text in enumerate(texts)]
    assert len({copies(order) for order in permutations(readings)}) == 1


NOUNS = """amber barge cactus dungeon ember falcon garnet hazel indigo jasmine kettle lagoon mustard nickel
orchid pepper quartz ribbon saffron timber umber velvet walnut yarrow zephyr"""
WORDS = st.sampled_from(NOUNS.split())


@given(
    shared=st.lists(WORDS, min_size=6, max_size=15, unique=True),
    before=st.lists(WORDS, max_size=3),
    marks=st.sampled_from([" ", ", ", " and "]),
)
def test_any_shared_run_of_six_content_words_is_found_with_exact_offsets(
    shared: list[str], before: list[str], marks: str
) -> None:
    passage = marks.join(shared)
    texts = {"a": f"people saw {passage}.", "b": f"{' '.join(before)} somewhere else.\nthere was {passage}!"}
    origins = copies([reading(id_, text) for id_, text in texts.items()])
    assert any(all(passage in evidence.text for evidence in origin.evidence) for origin in origins)
    for origin in origins:
        assert len(set(origin.reports)) == len(origin.reports) > 1
        assert [e.report for e in origin.evidence] == list(origin.reports)
        assert all(e.text == texts[e.report][e.start : e.end] for e in origin.evidence)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=14), min_size=2, max_size=4), st.randoms())
def test_origins_never_depend_on_order(sentences: list[list[str]], random: Random) -> None:
    readings = [reading(f"r{i}", f"{' '.join(words)}.") for i, words in enumerate(sentences)]
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert copies(readings) == copies(shuffled)


@given(st.text("aB3 “”\"'’`«»,.-\n\u00a0é", max_size=120), st.text("aB3 “”\"'’`«»,.-\n\u00a0é", max_size=120))
def test_any_text_can_be_compared(left: str, right: str) -> None:
    texts = {"a": f"{left} {COPIED} {right}", "b": f"{right} {EDITED} {left}"}
    origins = copies([reading(id_, text) for id_, text in texts.items()])
    assert {origin.kind for origin in origins} <= {"passage", "quotation"}
    assert all(e.text == texts[e.report][e.start : e.end] for o in origins for e in o.evidence)
    assert all(len(o.evidence) == 2 for o in origins)


def test_short_phrases_shared_over_two_sentences_are_no_passage() -> None:
    left = reading(
        "a", "Norvia left the register of closed ports in May. Both countries then restored ferry traffic."
    )
    right = reading(
        "b", "Norvia left the register of closed ports, and both countries then restored ferry traffic."
    )
    assert copies((left, right)) == ()
