"""The words around a value: which they are, and how near each stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accord.reconciliation.values.context_window import ContentWord, ContextWindow, words_of
from accord.records import Sentence

TEXT = "Fishermen from Orlo landed 40 tonnes of herring in May."
SENTENCE = Sentence(0, len(TEXT), "body", ("fisherman", "land", "tonne", "herring"))
AT, END = TEXT.index("40"), TEXT.index("40") + 2


def near() -> ContextWindow:
    return ContextWindow.of(words_of(TEXT, SENTENCE, frozenset({"may"})), AT, END)


def test_content_words_and_names_stand_in_order_of_distance() -> None:
    assert [word.lemma for word in near().before] == ["land", "orlo", "fisherman"]
    assert [word.lemma for word in near().after] == ["tonne", "herring"]
    assert near().named() == {"orlo"}
    assert near().next_to(1) == {"landed", "tonnes"}


def test_a_capital_alone_makes_no_name_of_a_month() -> None:
    sentence = Sentence(0, len(TEXT), "body", ("may",))
    assert [word.stem for word in words_of(TEXT, sentence, frozenset()) if word.is_name] == ["orlo", "may"]
    assert [word.stem for word in words_of(TEXT, sentence, frozenset({"may"})) if word.is_name] == ["orlo"]


def test_the_nearer_a_word_the_more_it_counts_and_a_name_counts_more() -> None:
    around = near().around()
    assert around["tonnes"] > around["herrin"]
    assert around["orlo"] > around["herrin"]


def test_the_nearest_act_and_the_class_of_what_follows() -> None:
    families = {"land": frozenset({"arrive"}), "herring": frozenset({"fish"})}
    assert near().nearest(families) == {"arrive"}
    assert near().akin(families) == {"arrive", "fish"}
    assert near().nearest({}) == frozenset()
    assert near().classes_after({"herring": frozenset({"animals"})}) == {"animals"}


@given(st.lists(st.integers(0, 200), unique=True), st.integers(0, 200), st.integers(0, 9))
def test_every_word_outside_the_value_stands_on_one_side(starts: list[int], at: int, length: int) -> None:
    words = [ContentWord(start, f"w{start}", False, f"w{start}") for start in sorted(starts)]
    found = ContextWindow.of(words, at, at + length)
    outside = [word for word in words if not at <= word.start < at + length]
    assert sorted((*found.before, *found.after), key=lambda word: word.start) == outside
    assert [*found.before][::-1] == [word for word in outside if word.start < at]
