"""Text that steers nothing."""

from __future__ import annotations

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from accord.inert import escaped, visible, without_controls

STEERING = "\x00\x07\x1b\x7f\x80\x9b\x9f\u061c\u200e\u202e\u2066\u2069"
TEXTS = st.text(st.sampled_from(STEERING + "a é\n") | st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_nothing_that_steers_is_left(text: str) -> None:
    assert not set(visible(text)) & set(STEERING)
    assert not set(without_controls(text)) & set("\x00\x07\x1b\x7f\x80\x9b\x9f")


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_other_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == without_controls(text) == text


@given(TEXTS)
def test_json_says_the_same_without_it(text: str) -> None:
    told = escaped(msgspec.json.encode({text: [text]}))
    assert json.loads(told) == {text: [text]}
    assert not set(told.decode()) & set(STEERING)


def test_what_was_there_is_shown() -> None:
    assert visible("a\x1b[2Jb") == "a\\x1b[2Jb"
