"""Which act a verb with its objects tells, and which it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.guides.mission_acts import MissionAct

Acts = Callable[..., tuple[MissionAct, ...]]
DAY = "on May 1, 1905"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"Congress declared war on Norway {DAY}.", ("war", None)),
        (f"The Legation was replaced by an Embassy {DAY}.", ("raise", "Embassy")),
        (f"Ada Brook was appointed Minister to Norway {DAY}.", ("appoint", "Legation")),
        (f"Consul Ada Brook arrived {DAY}.", ("arrive", "Consulate")),
        (f"The American Minister was received by the King {DAY}.", ("present", "Legation")),
        (f"The Embassy was closed {DAY} and moved to Stockholm.", ("close", "Embassy")),
        (f"The new government was recognized by the United States {DAY}.", ("recognize", None)),
    ],
)
def test_an_act_is_told(acts: Acts, text: str, act: tuple[str, str | None]) -> None:
    assert act in {(one.kind, one.level) for one in acts(text)}


@pytest.mark.parametrize(
    "text",
    [
        f"Congress declared war on Sweden {DAY}.",
        f"Sweden opened its Legation in Oslo {DAY}.",
        f"The new government was recognized by Sweden {DAY}.",
        f"Minister Ada Brook presented her credentials to the King of Sweden {DAY}.",
        f"The Embassy was closed and moved to Bergen {DAY}.",
        f"The ministers presented their credentials {DAY}.",
    ],
)
def test_what_is_of_others_or_no_end_is_no_act(acts: Acts, text: str) -> None:
    assert acts(text) == ()
