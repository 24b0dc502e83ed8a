"""Quotations are shown in their sentence, with the telling words marked."""

from __future__ import annotations

import pytest

from accord.present.view.citations import Citations
from accord.present.view.quotes import Quote, compared, hedged, opposed, ordered
from accord.present.view.quotes import quote as shown
from accord.present.view.view_words import ViewWords
from dossiers import made_dossier, quote


def marked(quote: Quote) -> list[str]:
    return [text for text, mark in quote.runs if mark]


def test_a_short_quotation_stands_in_its_sentence() -> None:
    (cite,) = Citations(made_dossier(), 1).cite([quote("r-one", "in March 2031")])
    view = shown(cite)
    assert view.before == "Talmark lifted its ban on Norvian airlines "
    assert "".join(text for text, _ in view.runs) == "in March 2031"
    assert view.after == ", two months before the ceremony."


def test_a_quotation_does_not_reach_into_the_next_region() -> None:
    (cite,) = Citations(made_dossier(), 1).cite([quote("r-four", "A consulate might open")])
    view = shown(cite)
    assert view.after == " in Karst."
    assert "Legal" not in view.before + view.after


def test_words_that_differ_are_marked() -> None:
    one, two = Citations(made_dossier(), 1).cite(
        [quote("r-one", '"a sober, necessary beginning"'), quote("r-two", '"a necessary beginning"')]
    )
    assert marked(compared([one], [two])[0]) == ["sober"]
    assert marked(compared([two], [one])[0]) == []


def test_sentences_unlike_each_other_are_not_marked() -> None:
    one, two = Citations(made_dossier(), 1).cite(
        [
            quote("r-one", "About 40 diplomats will return"),
            quote("r-five", "Ostland, which mediated, welcomed"),
        ]
    )
    assert marked(compared([one], [two])[0]) == []


def test_the_value_is_marked_where_the_text_has_it() -> None:
    sentence = "Talmark lifted its ban on Norvian airlines in March 2030."
    (cite,) = Citations(made_dossier(), 1).cite([quote("r-two", sentence)])
    assert marked(opposed([cite], [], "2030-03")[0]) == ["March 2030"]


def test_the_hedge_is_marked_as_a_word() -> None:
    (cite,) = Citations(made_dossier(), 1).cite([quote("r-four", "A consulate might open in Karst.")])
    assert marked(hedged(cite, "might")) == ["might"]
    assert marked(hedged(cite, "mig")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norvia reopened its embassy after Talmark freed the two pilots.", ["after"]),
        ("had presented her credentials two days earlier", ["two days earlier"]),
    ],
)
def test_words_that_tell_an_order_are_marked(text: str, words: list[str]) -> None:
    cites = Citations(made_dossier(), 1).cite([quote("r-four", text)])
    assert marked(ordered(cites, ViewWords.load().order_pattern)[0]) == words
