"""The ledger over valid time and recorded time."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from accord.ledger.ledger import Ledger
from accord.records import Dossier, DossierEvent, Evidence, LedgerEntry

Act = Callable[..., DossierEvent]
Make = Callable[..., Dossier]
QUOTE = Evidence("guide", 0, 10, "It opened.")


def levels(entries: tuple[LedgerEntry, ...]) -> list[str]:
    return [entry.level for entry in entries]


def test_posting_gives_a_new_ledger_and_the_same_again_changes_nothing(act: Act, dossier: Make) -> None:
    empty, told = Ledger(), dossier(act("recognise", "NOR", "PER", "2031-07-03"), published="2031-07-05")
    posted = empty.post(told)
    assert empty.entries == ()
    assert [e.recorded for e in posted.entries] == ["2031-07-05"]
    assert posted.post(told) == posted


def test_posting_many_is_posting_one_by_one(act: Act, dossier: Make) -> None:
    told = [dossier(act("recognise", "NOR", "PER", str(year))) for year in (1931, 1931, 1940)]
    one_by_one = Ledger()
    for one in told:
        one_by_one = one_by_one.post(one, known="1950-01-01")
    assert Ledger().post_all(told, known="1950-01-01") == one_by_one
    assert len(one_by_one.entries) == 3


def test_a_state_ends_when_one_that_ends_it_begins(act: Act, dossier: Make) -> None:
    book = Ledger().post(
        dossier(
            act("designate", "NOR", "harbour-front", "2003-02"),
            act("delist", "NOR", "harbour-front", "2031-04-17"),
        )
    )
    assert [(e.level, e.valid_from, e.valid_to) for e in book.view()] == [
        ("designated", "2003-02", "2031-04-17"),
        ("delisted", "2031-04-17", None),
    ]
    assert levels(book.view(on="2002-01-01")) == []
    assert levels(book.view(on="2010-01-01")) == ["designated"]
    assert levels(book.view(on="2031-04-17")) == ["delisted"]


def test_the_end_is_found_whichever_dossier_came_first(act: Act, dossier: Make) -> None:
    opened = dossier(act("open-mission", "NOR", "PER", "1990", told="It <opened> an embassy."))
    closed = dossier(act("close-mission", "NOR", "PER", "2001", told="It <closed> its embassy."))
    one, other = Ledger().post(opened).post(closed), Ledger().post(closed).post(opened)
    assert one.view() == other.view()
    assert [e.valid_to for e in one.view()] == ["2001", None]


def test_a_state_of_another_pair_or_aspect_ends_nothing(act: Act, dossier: Make) -> None:
    book = Ledger().post(
        dossier(
            act("designate", "NOR", "harbour-front", "2003"),
            act("delist", "CHL", "harbour-front", "2010"),
            act("lift-sanctions", "NOR", "harbour-front", "2011"),
        )
    )
    assert {e.valid_to for e in book.view()} == {None}


def test_relations_are_mutual_and_recognition_is_not(act: Act, dossier: Make) -> None:
    book = Ledger().post(
        dossier(
            act("establish-relations", "NOR", "PER", "1950"),
            act("sever-relations", "PER", "NOR", "1960"),
            act("recognise", "NOR", "PER", "1940"),
            act("withdraw-recognition", "PER", "NOR", "1961"),
        )
    )
    ends = {(e.aspect, e.level): e.valid_to for e in book.view()}
    assert ends["relations", "established"] == "1960"
    assert ends["recognition", "recognised"] is None


def test_what_was_known_on_a_day(act: Act, dossier: Make) -> None:
    book = (
        Ledger()
        .post(dossier(act("freeze-assets", "NOR", "PER", "2030-01")), known="2030-02-01")
        .post(dossier(act("release-assets", "NOR", "PER", "2030-06")), known="2031-01-01")
        .post(dossier(act("recognise", "NOR", "PER", "2020")))
    )
    assert levels(book.view(known="2030-01-31")) == []
    assert [(e.level, e.valid_to) for e in book.view(known="2030-12-31")] == [("frozen", None)]
    assert [(e.level, e.valid_to) for e in book.view(known="2031-01-01")] == [
        ("frozen", "2030-06"),
        ("released", None),
    ]
    assert len(book.view()) == 3


def test_an_undated_state_had_begun_when_it_was_reported(act: Act, dossier: Make) -> None:
    book = Ledger().post(dossier(act("freeze-assets", "NOR", "PER"), published="2031-07-05"))
    assert levels(book.view(on="2031-07-04")) == []
    assert levels(book.view(on="2031-07-05")) == ["frozen"]


def test_a_state_without_any_date_is_shown_with_the_doubt(act: Act, dossier: Make) -> None:
    (entry,) = Ledger().post(dossier(act("recognise", "NOR", "PER", "XXXX-07-03"))).view(on="2031-07-05")
    assert (entry.valid_from, entry.note) == ("XXXX-07-03", "may not have begun by 2031-07-05")


def test_a_state_that_may_not_have_begun_is_shown_with_the_doubt(act: Act, dossier: Make) -> None:
    book = Ledger().post(dossier(act("delist", "NOR", "harbour-front", "2031-04")))
    (entry,) = book.view(on="2031-04-10")
    assert entry.note == "may not have begun by 2031-04-10"
    assert book.view(on="2031-05-01")[0].note == ""


def test_the_same_state_from_two_dossiers_is_one_with_all_its_evidence(act: Act, dossier: Make) -> None:
    book = (
        Ledger()
        .post(dossier(act("recognise", "NOR", "PER", "2031-07"), published="2031-07-09"))
        .post(dossier(act("recognise", "NOR", "PER", "2031-07-03", reports="r2"), published="2031-07-04"))
    )
    (entry,) = book.view()
    assert (entry.valid_from, entry.recorded) == ("2031-07-03", "2031-07-04")
    assert {e.report for e in entry.evidence} == {"r1", "r2"}
    assert len(book.entries) == 2


def test_the_history_of_two_parties(act: Act, dossier: Make) -> None:
    book = Ledger().post(
        dossier(
            act("interrupt-relations", "NOR", "PER", "1960"),
            act("resume-relations", "PER", "NOR", "1970"),
            act("recognise", "NOR", "PER", "1940"),
            act("recognise", "NOR", "CHL", "1941"),
        )
    )
    history = book.history("PER", "NOR", "relations")
    assert sorted((e.valid_from, e.valid_to, e.level) for e in history) == [
        ("1960", "1970", "interrupted"),
        ("1970", None, "resumed"),
    ]
    assert len(book.history("NOR", "PER")) == 3


STATES = st.builds(
    lambda level, year, recorded: LedgerEntry(
        "NOR", "PER", "assets", level, year, None, recorded, "single source", (Evidence("r", 0, 1, "x"),)
    ),
    st.sampled_from(["frozen", "released"]),
    st.none() | st.integers(1990, 1999).map(str),
    st.none() | st.integers(1990, 1999).map(lambda year: f"{year}-06-01"),
)


@given(st.lists(STATES, max_size=7), st.randoms())
def test_a_view_never_depends_on_the_order_of_posting(entries: list[LedgerEntry], random: Random) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)
    days = ("1993-03-03", None)
    for on in days:
        for known in days:
            first = Ledger(tuple(entries)).view(on, known)
            assert first == Ledger(tuple(shuffled)).view(on, known)
            assert all(entry.evidence for entry in first)


@given(st.lists(STATES, max_size=7), st.integers(1990, 1999))
def test_no_state_is_shown_after_its_end(entries: list[LedgerEntry], year: int) -> None:
    for entry in Ledger(tuple(entries)).view(on=f"{year}-12-31"):
        assert entry.valid_to is None or int(entry.valid_to) > year - 1
        assert entry.valid_from is None or int(entry.valid_from) <= year


def test_severed_relations_close_the_missions_of_both_sides(act: Act, dossier: Make) -> None:
    opened = [
        act("open-mission", "NOR", "CHL", "1931-05-01", told="Norway <opened> an embassy."),
        act("open-mission", "CHL", "NOR", "1932-05-01", told="Chile <opened> a legation."),
        act("open-mission", "NOR", "PER", "1931-05-01", told="Norway <opened> an embassy in Peru."),
    ]
    book = Ledger().post(dossier(*opened, act("sever-relations", "CHL", "NOR", "1940-02-03")))
    ends = {(e.from_, e.to, e.level): e.valid_to for e in book.view() if e.aspect == "mission"}
    assert ends == {
        ("NOR", "CHL", "Embassy"): "1940-02-03",
        ("CHL", "NOR", "Legation"): "1940-02-03",
        ("NOR", "PER", "Embassy"): None,
    }


def test_a_mission_opened_after_the_break_is_not_closed_by_it(act: Act, dossier: Make) -> None:
    told = dossier(
        act("sever-relations", "CHL", "NOR", "1940-02-03"),
        act("open-mission", "NOR", "CHL", "1945-05-01", told="Norway <opened> an embassy."),
    )
    (mission,) = (e for e in Ledger().post(told).view() if e.aspect == "mission")
    assert mission.valid_to is None


def test_an_elevation_ends_the_lower_level(act: Act, dossier: Make) -> None:
    told = dossier(
        act("open-mission", "NOR", "CHL", "1931-05-01", told="Norway <opened> a legation."),
        act("elevate-mission", "NOR", "CHL", "1942-05-13", told="Norway <raised> it to an embassy."),
    )
    held = [(e.level, e.valid_to) for e in Ledger().post(told).view() if e.aspect == "mission"]
    assert held == [("Legation", "1942-05-13"), ("Embassy", None)]


def test_entries_from_elsewhere_keep_their_day_or_are_recorded_on_the_one_given() -> None:
    bare = LedgerEntry("NOR", "PER", "mission", "Embassy", "1931", None, None, "single source", (QUOTE,))
    dated = LedgerEntry("NOR", "CHL", "mission", "Embassy", "1931", None, "1931-05-01", "echoed", (QUOTE,))
    book = Ledger().post_entries([bare, dated], known="1950-01-01")
    assert [(e.to, e.recorded) for e in book.entries] == [("PER", "1950-01-01"), ("CHL", "1931-05-01")]
    assert [e.recorded for e in Ledger().post_entries([bare]).entries] == [None]
    assert book.post_entries([bare, dated], known="1950-01-01") == book


def test_a_state_that_two_entries_tell_has_the_stronger_verdict() -> None:
    one = LedgerEntry("NOR", "PER", "mission", "Embassy", "1931", None, None, "single source", (QUOTE,))
    told = [one, replace(one, verdict="corroborated"), replace(one, valid_from="1931-05", verdict="echoed")]
    assert [e.verdict for e in Ledger().post_entries(told).view()] == ["corroborated"]
    contested = [*told, replace(one, verdict="contested")]
    assert [e.verdict for e in Ledger().post_entries(contested).view()] == ["contested"]
