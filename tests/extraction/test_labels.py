"""The words a report chooses for an actor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.actors.finder import ActorFinder
from accord.extraction.labels import LabelFinder
from accord.extraction.parse.parsed import Parsed
from accord.records import Label


@pytest.fixture(scope="module")
def labels(parse: Callable[..., Parsed]) -> Callable[[str], tuple[Label, ...]]:
    actors, finder = ActorFinder.load(), LabelFinder.load()

    def find(text: str) -> tuple[Label, ...]:
        parsed = parse(text)
        return finder.find(parsed, actors.find(parsed))

    return find


@pytest.mark.parametrize(
    ("wording", "label"),
    [
        ("Taliban regime", "regime"),
        ("Taliban government", "government"),
        ("Taliban authorities", "authorities"),
        ("Taliban de facto authorities", "de facto authorities"),
        ("Taliban administration", "administration"),
        ("Taliban rulers", "rulers"),
        ("Taliban movement", "movement"),
        ("Taliban group", "group"),
        ("Taliban militants", "militants"),
        ("Taliban insurgents", "insurgents"),
        ("Taliban terrorists", "terrorists"),
        ("Islamic Emirate of Afghanistan", "emirate"),
        ("Taliban", "name"),
    ],
)
def test_each_wording_has_its_label(
    labels: Callable[[str], tuple[Label, ...]], wording: str, label: str
) -> None:
    text = f"The {wording} rejected the offer."
    found = labels(text)
    assert [(x.text, x.label, x.actor) for x in found] == [(wording, label, "taliban")]
    assert text[found[0].start : found[0].end] == wording


def test_the_wording_alone_is_labelled_too(labels: Callable[[str], tuple[Label, ...]]) -> None:
    found = labels("Peru met the Taliban. Few governments recognise the regime.")
    assert [(x.text, x.label) for x in found if x.label == "regime"] == [("regime", "regime")]


def test_persons_parts_and_pronouns_have_no_label(labels: Callable[[str], tuple[Label, ...]]) -> None:
    found = labels("President Omar Diallo told Peru that its police had left.")
    assert [x.text for x in found] == ["Peru"]
