"""A mention of an act: where it stands, and all words of its arguments."""

from __future__ import annotations

from accord.reconciliation.coreference.mention import ActMention


def test_a_mention_stands_in_its_report_at_its_first_character() -> None:
    told = [ActMention("b", 3, "raid"), ActMention("a", 40, "raid"), ActMention("a", 5, "sweep")]
    assert [each.place for each in sorted(told, key=lambda each: each.place)] == [
        ("a", 5),
        ("a", 40),
        ("b", 3),
    ]


def test_arguments_are_doers_objects_and_others_and_not_what_stands_near() -> None:
    told = ActMention(
        "a", 0, "raid", doers=frozenset({"police"}), objects=frozenset({"quay"}),
        others=frozenset({"dawn", "quay"}), near=frozenset({"fog"}), terms=frozenset({"gull"}),
    )  # fmt: skip
    assert told.arguments == {"police", "quay", "dawn"}
    assert ActMention("a", 0, "raid").arguments == frozenset()
