"""The same facts in many wordings: guides of one country that differ in their words tell the same levels.

`wordings.jsonl` has sentences with the act that each tells of a mission in Norway (null: none), or with
whether the envoy in it resides elsewhere; `guides.json` has made-up guides, several wordings of each.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accord.guides.history import MissionHistory
from accord.guides.mission_acts import MissionAct

HERE = Path(__file__).parent
TOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "wordings.jsonl").read_text(encoding="utf-8").splitlines()
]
ACTS = [(row["text"], tuple(row["act"])) for row in TOLD if row.get("act")]
NONE = [row["text"] for row in TOLD if "act" in row and row["act"] is None]
AWAY = [(row["text"], row["away"]) for row in TOLD if "away" in row]
GUIDES = [
    (guide["host"], [tuple(level) for level in guide["levels"]], text)
    for guide in json.loads((HERE / "guides.json").read_text(encoding="utf-8"))
    for text in guide["texts"]
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_an_act_is_read_in_these_words(
    acts: Callable[..., tuple[MissionAct, ...]], text: str, act: tuple[str, str | None, str]
) -> None:
    assert act in {(found.kind, found.level, found.date) for found in acts(text)}


@pytest.mark.parametrize("text", NONE)
def test_these_words_tell_of_no_mission_there(history: Callable[..., MissionHistory], text: str) -> None:
    assert history(text).changes == ()


@pytest.mark.parametrize(("text", "away"), AWAY)
def test_where_an_envoy_resides(acts: Callable[..., tuple[MissionAct, ...]], text: str, away: bool) -> None:
    assert [act.away for act in acts(text) if act.kind == "present"] == [away]


@pytest.mark.parametrize(("host", "levels", "text"), GUIDES)
def test_the_wording_of_a_guide_makes_no_difference(
    history: Callable[..., MissionHistory], host: str, levels: list[tuple[str, str]], text: str
) -> None:
    assert [(change.level, change.date) for change in history(text, host=host).changes] == levels
