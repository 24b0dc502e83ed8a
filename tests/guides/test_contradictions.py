"""Where guides contradict each other on a mission, or one guide itself."""

from __future__ import annotations

from collections.abc import Callable

from accord.guides.history import MissionHistory

LIST = (
    "Chiefs of Mission: Norway\n\n"
    "Ada Brook, Envoy Extraordinary and Minister Plenipotentiary. Appointed: 1905-03-08. "
    "Credentials presented: 1905-06-09. Left post on 1909-07-01.\n\n"
    "Ben Cole, Ambassador Extraordinary and Plenipotentiary. Appointed: 1974-03-08. "
    "Credentials presented: 1974-06-05. Left Oslo 1976-07-01."
)

Histories = Callable[..., MissionHistory]


def dates(history: MissionHistory) -> list[tuple[str, tuple[str, str]]]:
    return [(found.kind, found.dates) for found in history.contradictions]


def test_the_credentials_of_one_envoy_told_on_two_days(history: Histories) -> None:
    prose = "Ambassador Ben Cole presented his credentials on June 5, 1975."
    assert dates(history(prose, LIST)) == [("present", ("1974-06-05", "1975-06-05"))]


def test_the_credentials_of_two_envoys_contradict_nothing(history: Histories) -> None:
    prose = "Ambassador Cora Dale presented her credentials on September 1, 1976."
    assert dates(history(prose, LIST)) == []


def test_an_envoy_sent_again_contradicts_nothing(history: Histories) -> None:
    again = LIST + (
        "\n\nBen Cole, Ambassador Extraordinary and Plenipotentiary. Appointed: 1975-03-08. "
        "Credentials presented: 1975-06-08."
    )
    prose = "Ambassador Ben Cole presented new credentials on June 8, 1975."
    assert dates(history(prose, again)) == []


def test_one_day_at_two_levels(history: Histories) -> None:
    prose = "Minister Ben Cole presented his credentials on June 5, 1974."
    found = history(prose, "Chiefs of Mission: Norway\n\n" + LIST[LIST.index("Ben Cole") :])
    (contradiction,) = found.contradictions
    assert contradiction.levels == ("Embassy", "Legation")


def test_what_was_opened_twice_and_never_closed(history: Histories) -> None:
    first = "The American Legation in Oslo was established on June 5, 1905."
    second = "The American Legation in Oslo was established on March 2, 1907."
    assert dates(history(first, second)) == [("open", ("1905-06-05", "1907-03-02"))]
    closed = first + " It was closed on July 1, 1906."
    assert dates(history(closed, second)) == []


def test_relations_established_twice_in_one_guide(history: Histories) -> None:
    text = (
        "Norway and the United States established diplomatic relations in 1904.\n\n"
        "Diplomatic relations were established on June 5, 1905, when Ada Brook presented her credentials."
    )
    (contradiction,) = history(text).contradictions
    assert contradiction.within
    assert contradiction.dates == ("1904", "1905-06-05")
