"""Figures that reports give in other words: found, told apart, and told as a course where each was right."""

from __future__ import annotations

from accord.grouping.meaning.encoder import SentenceEncoder
from reconciliation.claims.told import shown, told

FERRY = (
    "A ferry capsized off the coast of Larnow on Monday evening. Rescuers said 31 people died when the "
    "vessel rolled over in heavy seas. Divers were searching the hull.",
    "Divers resumed their search of the ferry that went down off Larnow. At least 44 people died when the "
    "ship rolled over, the harbour office said. The captain was questioned by police.",
)
BELL = (
    "Thieves in Oststad took a bronze bell from the church of Saint Anna overnight. The stolen bell weighs "
    "800 kilograms, the priest said.",
    "A church in Oststad has lost its bell to thieves. The bell, cast in 1702, weighs 500 kilograms and hung "
    "in the tower.",
)


def test_a_measure_that_reports_give_otherwise_is_a_contradiction(sentences: SentenceEncoder) -> None:
    assert shown(told(*BELL, encoder=sentences), "quantity") == [
        ("contradiction", ["800 kilograms", "500 kilograms"])
    ]


def test_without_the_meaning_of_words_nothing_is_found_in_other_words() -> None:
    assert shown(told(*FERRY, encoder=None), "quantity") == []


def test_a_toll_that_rises_from_day_to_day_is_an_update(sentences: SentenceEncoder) -> None:
    found = told(*FERRY, encoder=sentences, days=("2031-05-06", "2031-05-07"))
    assert shown(found, "quantity") == [("update", ["31 people", "At least 44 people"])]


def test_a_toll_that_falls_is_none(sentences: SentenceEncoder) -> None:
    found = told(*FERRY, encoder=sentences, days=("2031-05-08", "2031-05-07"))
    assert "update" not in [nature for nature, _ in shown(found, "quantity")]


def test_one_length_in_two_units_is_no_conflict(sentences: SentenceEncoder) -> None:
    found = told(
        "A climber fell 90 metres from the north face of Mount Tellen on Sunday and survived.",
        "A man who fell 295 feet from the north face of Mount Tellen is alive, helicopter crews said.",
        encoder=sentences,
    )
    assert shown(found, "quantity") == []


def test_figures_of_two_things_stay_apart(sentences: SentenceEncoder) -> None:
    found = told(
        "The museum in Karsund sold 900 tickets on its first day. The queue reached the harbour.",
        "The museum in Karsund has lent 12 paintings to a gallery abroad. They will return in the spring.",
        encoder=sentences,
    )
    assert shown(found, "quantity") == []
