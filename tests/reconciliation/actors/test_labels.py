"""Labels of actors."""

from __future__ import annotations

from accord.steps import reconcile
from readings import ReadingBuilder, story


def test_labels_are_counted_by_actor_and_report() -> None:
    builder = ReadingBuilder("a", "The regime spoke. The regime left. The government stayed.")
    actor = builder.actor("regime", "CHL")
    for nth, words in ((0, "regime"), (1, "regime"), (0, "government")):
        builder.label(words, actor.actor, words, nth)
    labels = reconcile(story(builder)).labels
    assert [(label.label, label.count, len(label.evidence)) for label in labels] == [
        ("regime", 2, 2),
        ("government", 1, 1),
    ]
