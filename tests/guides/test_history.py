"""The history of a mission from guides in prose and in lists."""

from __future__ import annotations

from collections.abc import Callable

from accord.guides.history import MissionHistory

PROSE = (
    "The American Legation in Oslo opened on June 5, 1905, under Minister Ada Brook.\n\n"
    "The Legation was raised to an Embassy on May 13, 1942.\n\n"
    "The United States severed diplomatic relations with Norway on June 6, 1967."
)
LIST = (
    "Chiefs of Mission: Norway\n\n"
    "Ada Brook, Envoy Extraordinary and Minister Plenipotentiary. Appointed: 1905-03-08. "
    "Credentials presented: 1905-06-09. Left post on 1909-07-01.\n\n"
    "Ben Cole, Ambassador Extraordinary and Plenipotentiary. Appointed: 1974-03-08. "
    "Credentials presented: 1974-06-05. Left Oslo 1976-07-01."
)


def levels(history: MissionHistory) -> list[tuple[str, str]]:
    return [(change.level, change.date) for change in history.changes]


def test_prose_tells_the_levels(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(PROSE)) == [
        ("Legation", "1905-06-05"),
        ("Embassy", "1942-05-13"),
        ("None", "1967-06-06"),
    ]


def test_a_list_tells_the_credentials(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(LIST))[0] == ("Legation", "1905-06-09")


def test_both_together_count_a_step_once_and_fill_gaps(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(PROSE, LIST)) == [
        ("Legation", "1905-06-05"),
        ("Embassy", "1942-05-13"),
        ("None", "1967-06-06"),
        ("Embassy", "1974-06-05"),
    ]


def test_the_order_of_guides_does_not_matter(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(PROSE, LIST)) == levels(history(LIST, PROSE))


def test_who_left_from_a_city_of_another_state_resided_there(history: Callable[..., MissionHistory]) -> None:
    assert levels(history(LIST.replace("Left Oslo", "Left Stockholm")))[-1][0] in {"Embassy", "Legation"}
    only = LIST.replace("Left Oslo", "Left Stockholm").replace("Envoy Extraordinary", "Consul, once Envoy")
    assert levels(history(only.replace("Left post on", "Left Copenhagen on")))[0][0].endswith("Nonresident")


def test_consulates_count_in_the_capital_only(history: Callable[..., MissionHistory]) -> None:
    found = history("A consulate opened in Bergen on May 1, 1809. A consulate opened in Oslo on May 1, 1869.")
    assert levels(found) == [("Consulate", "1869-05-01")]


def test_a_mission_near_a_government_in_exile_goes_home(history: Callable[..., MissionHistory]) -> None:
    found = history(
        "The Embassy in Oslo was opened on May 1, 1942.\n\nThe Embassy in London was closed on May 1, 1945."
    )
    assert levels(found) == [("Embassy", "1942-05-01")]


def test_a_guide_on_another_state_tells_of_the_host_where_it_names_it(
    history: Callable[..., MissionHistory],
) -> None:
    text = (
        "The Legation to Sweden opened on May 1, 1818. Sweden was at peace. Sweden grew. Sweden traded.\n\n"
        "The Embassy in Norway opened on May 1, 1906."
    )
    assert levels(history(text)) == [("Embassy", "1906-05-01")]


def test_what_guides_share_is_kept_with_the_history(history: Callable[..., MissionHistory]) -> None:
    shared = (
        "The Legation in Oslo opened on June 5, 1905, in a wooden house beside the old harbour that a rich "
        "merchant had furnished."
    )
    found = history(shared, f"{shared} It rained.")
    assert [origin.reports for origin in found.origins] == [("guide-0", "guide-1")]
    assert history(shared).origins == ()
