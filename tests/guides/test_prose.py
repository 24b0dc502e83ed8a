"""The acts of missions that prose tells, whose they are, and what is told without being done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides.mission_acts import MissionAct

Acts = Callable[..., tuple[MissionAct, ...]]


def told(acts: tuple[MissionAct, ...]) -> set[tuple[str, str | None, str]]:
    return {(act.kind, act.level, act.date) for act in acts if act.kind not in {"establish", "appoint"}}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The Legation became an Embassy on May 13, 1942.", ("raise", "Embassy", "1942-05-13")),
        (
            "On May 13, 1942, the American Legation was upgraded to an Embassy.",
            ("raise", "Embassy", "1942-05-13"),
        ),
        (
            "The status of the Legation was raised to that of Embassy on May 13, 1942.",
            ("raise", "Embassy", "1942-05-13"),
        ),
        (
            "The Consulate General at Oslo was elevated to Legation status on June 5, 1905.",
            ("raise", "Legation", "1905-06-05"),
        ),
        (
            "The United States closed its Legation in Oslo on July 15, 1940.",
            ("close", "Legation", "1940-07-15"),
        ),
        ("The Legation at Oslo closed on July 15, 1940.", ("close", "Legation", "1940-07-15")),
        ("The Legation was discontinued on June 30, 1867.", ("close", "Legation", "1867-06-30")),
        (
            "On July 15, 1940, the U.S. Legation in Oslo ceased operations.",
            ("close", "Legation", "1940-07-15"),
        ),
        (
            "The Embassy was reopened on March 1, 1991, with Ada Brook as Chargé d'Affaires ad interim.",
            ("open", "Embassy", "1991-03-01"),
        ),
        (
            "On September 1, 1977, the United States opened an Interests Section in the Embassy of Sweden.",
            ("open", "Interests", "1977-09-01"),
        ),
        (
            "An American Interests Section opened in the Swedish Embassy in Oslo on September 1, 1977.",
            ("open", "Interests", "1977-09-01"),
        ),
        (
            "The United States broke diplomatic relations with Norway on February 3, 1917.",
            ("sever", None, "1917-02-03"),
        ),
        ("Diplomatic relations were suspended on February 3, 1917.", ("interrupt", None, "1917-02-03")),
        ("On April 6, 1917, Congress declared war against Norway.", ("war", None, "1917-04-06")),
        ("Relations were restored on November 10, 1921.", ("resume", None, "1921-11-10")),
        (
            "Ada Brook, the first U.S. Minister to Norway, presented her credentials on November 10, 1921.",
            ("present", "Legation", "1921-11-10"),
        ),
        (
            "On November 10, 1981, Ambassador Ada Brook presented her letter of credence to King Olav.",
            ("present", "Embassy", "1981-11-10"),
        ),
        (
            "The United States did not open a Legation until June 5, 1905.",
            ("open", "Legation", "1905-06-05"),
        ),
        (
            "Ada Brook was the first envoy to present her credentials, which she did on June 5, 1905.",
            ("present", "Legation", "1905-06-05"),
        ),
        (
            "The first U.S. consul, Ada Brook, arrived in Oslo on May 1, 1809.",
            ("arrive", "Consulate", "1809-05-01"),
        ),
        (
            "Minister Ada Brook was promoted to the rank of Ambassador on May 13, 1942.",
            ("promote", "Embassy", "1942-05-13"),
        ),
    ],
)
def test_an_act_is_read(acts: Acts, sentence: str, act: tuple[str, str | None, str]) -> None:
    assert act in told(acts(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The United States will open an Embassy in Oslo on May 13, 2042.",
        "The United States refused to open an Embassy in Oslo on May 13, 1942.",
        "The Legation was not closed on May 13, 1942.",
        "Both sides agreed to resume diplomatic relations on May 13, 1942.",
        "Diplomatic relations have not been severed since May 13, 1942.",
        "On May 13, 1942, Ada Brook left without having presented her credentials.",
    ],
)
def test_what_is_planned_or_denied_is_no_act(acts: Acts, sentence: str) -> None:
    assert told(acts(sentence)) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "On May 13, 1942, Nils Aas presented his credentials as Norwegian Ambassador to the United States.",
        "Norway's first Minister to the United States, Nils Aas, presented his credentials on May 13, 1921.",
        "On May 13, 1921, Nils Aas presented his credentials to President Harding.",
        "The Norwegian Legation in Washington was raised to an Embassy on May 13, 1942.",
        "On May 13, 1942, the Swedish Embassy in Oslo was closed.",
        "Norwegian Legation Opened in the United States, 1905.\n\nThe Legation was opened on June 5, 1905.",
    ],
)
def test_the_missions_of_others_are_left_out(acts: Acts, sentence: str) -> None:
    assert told(acts(sentence)) == set()


def test_relations_with_a_third_state_are_left_out(acts: Acts) -> None:
    assert told(acts("Norway broke relations with Sweden on February 3, 1917.")) == set()


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("On May 1, 1981, Ambassador Ada Brook presented her credentials.", False),
        ("On May 1, 1981, Ambassador Ada Brook, resident at Stockholm, presented her credentials.", True),
        ("On May 1, 1981, Ambassador Ada Brook, resident at Oslo, presented her credentials.", False),
        ("On May 1, 1981, Ambassador Ada Brook presented her credentials. She resided in Stockholm.", True),
        (
            "On May 1, 1981, the U.S. Ambassador to Sweden, Ada Brook, presented her credentials to Norway.",
            True,
        ),
    ],
)
def test_envoys_who_reside_elsewhere_are_told_apart(acts: Acts, text: str, away: bool) -> None:
    (act,) = (act for act in acts(text) if act.kind == "present")
    assert act.away is away


def test_every_act_quotes_its_sentence(acts: Acts) -> None:
    text = "Relations were restored in 1921.\n\nThe Legation in Oslo was closed on July 15, 1940."
    for act in acts(text):
        assert text[act.evidence.start : act.evidence.end] == act.evidence.text
        assert act.date[:4] in act.evidence.text


def test_it_stands_for_the_mission_just_told_of(acts: Acts) -> None:
    found = told(
        acts("The first consular post was a Consulate in Oslo. It opened in 1871 and closed in 1917.")
    )
    assert found == {("open", "Consulate", "1871"), ("close", "Consulate", "1917")}


def test_a_date_in_brackets_is_of_somebodys_term(acts: Acts) -> None:
    assert told(acts("Minister Ada Brook (1907-09) presented her credentials.")) == set()


def test_a_day_without_a_year_belongs_to_the_year_told_before(acts: Acts) -> None:
    text = (
        "Ada Brook was appointed Minister on March 8, 1930, presented her credentials on May 24, "
        "and served until May 30, 1932."
    )
    assert ("present", "Legation", "1930-05-24") in told(acts(text))


def test_a_mission_closed_for_a_time_reopens_at_its_end(acts: Acts) -> None:
    found = told(acts("The Consulate at Oslo was closed from July 25, 1812 until July 3, 1815."))
    assert found == {("close", "Consulate", "1812-07-25"), ("open", "Consulate", "1815-07-03")}


def test_lists_of_other_posts_are_left_out(acts: Acts) -> None:
    text = "There were consulates at the following posts:\n\nBergen. The Consulate opened June 1, 1850."
    assert told(acts(text)) == set()
