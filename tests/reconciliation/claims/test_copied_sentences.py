"""Sentences that reports share word for word but for a name or a "not"."""

from __future__ import annotations

import pytest

from accord.records import Conflict
from accord.steps import reconcile
from readings import ReadingBuilder, story

TOLD = "The harbour board {} the contract for the second pier to engineer {} of {} after a meeting on Monday."


def report(
    id: str, done: str = "gave", who: str = "Ada Brandt", where: str = "Orlo", more: str = ""
) -> ReadingBuilder:
    return ReadingBuilder(id, f"{TOLD.format(done, who, where)} {more}".strip())


def conflicts(*builders: ReadingBuilder) -> tuple[Conflict, ...]:
    return reconcile(story(*builders)).conflicts


@pytest.mark.parametrize(
    ("change", "kind", "values"),
    [
        ({"who": "Karl Moen"}, "actor", {"Ada Brandt", "Karl Moen"}),
        ({"done": "never gave"}, "polarity", {"it was done", "it was not done"}),
    ],
)
def test_one_name_or_one_not_in_a_copied_sentence_contradicts(
    change: dict[str, str], kind: str, values: set[str]
) -> None:
    (conflict,) = conflicts(report("a"), report("b", **change))
    assert (conflict.kind, conflict.nature) == (kind, "contradiction")
    assert {side.value for side in conflict.sides} == values
    assert {e.report for side in conflict.sides for e in side.evidence} == {"a", "b"}


def test_a_name_behind_a_preposition_of_place_is_a_place() -> None:
    told = "A cargo ship with twelve sailors aboard ran aground near {} in heavy fog on Monday morning."
    (conflict,) = conflicts(
        ReadingBuilder("a", told.format("Orlo")), ReadingBuilder("b", told.format("Karst"))
    )
    assert conflict.kind == "place"


def test_reports_that_agree_stand_together() -> None:
    (conflict,) = conflicts(report("a"), report("b"), report("c", who="Karl Moen"))
    assert {side.value: {e.report for e in side.evidence} for side in conflict.sides} == {
        "Ada Brandt": {"a", "b"},
        "Karl Moen": {"c"},
    }


@pytest.mark.parametrize(
    "other",
    [
        report("b", who="Ada Brand"),
        report("b", who="A. B."),
        report("b", who="Karl Moen", more="Ada Brandt lost."),
        report("b", who="Karl Moen", where="Karst"),
        report("b", who="an outsider"),
    ],
)
def test_spellings_short_forms_known_names_and_other_changes_contradict_nothing(
    other: ReadingBuilder,
) -> None:
    assert conflicts(report("a"), other) == ()


def test_two_names_of_one_state_are_one() -> None:
    told = "{} said on Monday that it would send twelve engineers to the second pier of the harbour."
    one, other = (
        ReadingBuilder(id, f"Then {told.format(name)}") for id, name in (("a", "Norway"), ("b", "Oslo"))
    )
    one.actor("Norway", "NOR")
    other.actor("Oslo", "NOR")
    assert conflicts(one, other) == ()
