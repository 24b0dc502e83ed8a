"""Pairing of quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.extraction.statements.quotation_marks import find_quotations

SOUP = st.text(alphabet="ab sS.,!?\n“”\"'‘’«»„`()—-", max_size=60)


def _texts(text: str, depth: int = 0) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text) if q.depth == depth]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said “go” twice.", ["“go”"]),
        ('She said "go" and "stay".', ['"go"', '"stay"']),
        ("She said ``go'' loudly.", ["``go''"]),
        ("''Go,'' she said. ''Now.''", ["''Go,''", "''Now.''"]),
        ("« Partez », dit-elle.", ["« Partez »"]),
        ("„Geht,“ sagte sie.", ["„Geht,“"]),
        ("‘It’s the boys’ turn,’ she said.", ["‘It’s the boys’ turn,’"]),
        ("The boys' toys aren't here.", []),
        ("It measures 6' by 4'.", []),
    ],
)
def test_styles(text: str, quoted: list[str]) -> None:
    assert _texts(text) == quoted


def test_quotations_nest() -> None:
    text = "“He told me ‘never again’ and left,” she said."
    assert _texts(text) == ["“He told me ‘never again’ and left,”"]
    assert _texts(text, depth=1) == ["‘never again’"]


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_with_its_mark() -> None:
    first, second = find_quotations("“One.\n\n“Two.”")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    text = "He said: “We go.\n\nNobody went."
    (quotation,) = find_quotations(text)
    assert text[quotation.start : quotation.end] == "“We go."
    assert not quotation.closed


def test_a_paragraph_without_the_mark_does_not_go_on() -> None:
    text = "He said: “We go.\n\nThen “they” stayed."
    assert [q.continues for q in find_quotations(text)] == [False, False]


@given(SOUP)
def test_quotations_lie_in_the_text_and_nest_or_are_disjoint(text: str) -> None:
    found = find_quotations(text)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    for q in found:
        assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        holders = [h for h in found if h is not q and h.start <= q.start and q.end <= h.end]
        assert q.depth == len(holders)


@given(SOUP)
def test_two_quotations_never_cross(text: str) -> None:
    found = find_quotations(text)
    for a in found:
        for b in found:
            assert not a.start < b.start < a.end < b.end


@given(st.lists(st.sampled_from(["“a b.”", "c d", '"e"', "‘f’"]), max_size=8))
def test_balanced_marks_are_all_paired(parts: list[str]) -> None:
    text = " ".join(parts)
    assert len(find_quotations(text)) == sum(part[0] in '“"‘' for part in parts)


def test_a_caption_may_stand_between_two_paragraphs_of_a_quotation() -> None:
    text = "“The tide is in.\n\nA ferry at the quay\n\n“We sail.”"
    first, second = find_quotations(text)
    assert not first.closed
    assert second.continues


def test_many_paragraphs_without_a_mark_end_a_quotation() -> None:
    text = "“The tide is in.\n\n" + "It rained.\n\n" * 3 + "“We sail.”"
    assert [q.continues for q in find_quotations(text)] == [False, False]


def test_a_single_mark_that_opens_paragraphs_need_not_be_closed() -> None:
    text = "'The tide is in.\n'We sail.'"
    first, second = find_quotations(text)
    assert text[first.start : first.end] == "'The tide is in."
    assert second.continues


def test_an_apostrophe_opens_nothing() -> None:
    assert find_quotations("The lads' ferry sank in the '90s.\n\nIt rained.") == ()
