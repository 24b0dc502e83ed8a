"""A reconciler is loaded once from a vocabulary, and goes by that vocabulary alone."""

from __future__ import annotations

from itertools import permutations
from typing import TypeVar

import msgspec
import pytest

from accord.reconciliation.pipeline import Reconciler
from accord.records import Story
from accord.steps import StoryReconciler, reconcile
from accord.vocabulary import Vocabulary
from readings import ReadingBuilder, story
from stories import calm, credentials, spoken
from stories import recognition as told_recognition
from vocabularies import Replaced

T = TypeVar("T")


def recognition(id: str) -> ReadingBuilder:
    builder = ReadingBuilder(id, "Norway recognised Chile on the quay.")
    builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    return builder


def test_one_reconciler_serves_many_stories_as_a_new_one_does() -> None:
    stories = [story(recognition("a")), story(recognition("a"), recognition("b"))]
    reconciler = StoryReconciler.load()
    assert [reconciler.reconcile(told) for told in stories] == [reconcile(told) for told in stories]
    assert reconciler.reconcile(stories[0]) == reconcile(stories[0])


def test_relations_are_the_ledgers_to_add() -> None:
    told = story(recognition("a"))
    assert Reconciler.load().reconcile(told).relations == ()
    assert StoryReconciler.load().reconcile(told).relations


class Noting(Vocabulary, frozen=True, kw_only=True):
    """The vocabulary as it is shipped, which notes each file that is read."""

    files: list[str]

    def read(self, name: str, shape: type[T]) -> T:
        """As the vocabulary does."""
        self.files.append(name)
        return super().read(name, shape)


def test_what_is_costly_to_read_is_read_once_and_from_the_vocabulary_given() -> None:
    vocabulary = Noting(files=[])
    Reconciler.load(vocabulary)
    costly = ("models/coreference.json", "en/events/act_words.json", "en/text/common_terms.json")
    assert [vocabulary.files.count(name) for name in costly] == [1, 1, 1]


def test_nothing_is_read_while_a_story_is_reconciled(monkeypatch: pytest.MonkeyPatch) -> None:
    reconciler = Reconciler.load()

    def refuse(*_: object) -> None:
        raise AssertionError("a file is read")

    monkeypatch.setattr(Vocabulary, "read", refuse)
    assert reconciler.reconcile(story(recognition("a"), recognition("b"))).events


def test_a_vocabulary_given_is_what_is_gone_by() -> None:
    articles = {"names": ["Norway"], "last_words": [], "bare": []}
    reconciler = Reconciler.load(Replaced(file="en/text/articles.json", data=articles))
    (event,) = reconciler.reconcile(story(recognition("a"))).events
    assert event.text == "The Norway recognised Chile"


def test_the_order_of_input_changes_nothing() -> None:
    readings = story(
        told_recognition("a", "2020-04", " in April 2020", scope="first country"),
        told_recognition("b", "2021-04", " in April 2021", scope="first major power"),
        credentials("c", "On the same day", 0, 0, False),
        spoken("d", "We have waited a long time for this harbour to open"),
    ).readings
    outputs = {msgspec.json.encode(reconcile(Story("s", order))) for order in permutations(readings)}
    assert len(outputs) == 1


def test_a_story_without_anything_read_is_an_empty_dossier() -> None:
    dossier = calm(ReadingBuilder("a", "Nothing."), ReadingBuilder("b", "Nothing more."))
    assert dossier.events == ()
    assert dossier.title
