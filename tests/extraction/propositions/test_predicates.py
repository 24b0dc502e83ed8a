"""Which words tell something, in which form."""

from __future__ import annotations

import pytest

from propositions import Tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The firm took over the plant.", [("took over", "verb")]),
        ("They have not been paid.", [("paid", "verb")]),
        ("The owners held secret talks in Genoa.", [("held secret talks", "light verb")]),
        ("An agreement was reached on Friday.", [("agreement was reached", "light verb")]),
        ("Talks with the owners were held on Friday.", [("Talks with the owners were held", "light verb")]),
        ("Monday's crash closed the road.", [("crash", "noun"), ("closed", "verb")]),
        ("The crash closed the road.", [("closed", "verb")]),
        ("The club is in turmoil.", [("is", "copula")]),
        ("She became mayor.", [("became", "copula")]),
        ("The roads remained without snow.", [("remained", "copula")]),
        ("He is likely to resign.", [("resign", "verb")]),
        ("The yard is expected to reopen.", [("reopen", "verb")]),
        ("The firm is going to sell the plant.", [("sell", "verb")]),
        ("Residents have to boil their water.", [("boil", "verb")]),
        ("Ana Ruiz, 34, drowned.", [("34", "apposition"), ("drowned", "verb")]),
        ("The driver, a nurse from Lund, drowned.", [("a nurse", "apposition"), ("drowned", "verb")]),
        ("She flew to Bergen, Norway.", [("flew", "verb")]),
        ("The stolen car burned.", [("burned", "verb")]),
    ],
)
def test_predicates(tell: Tell, text: str, found: list[tuple[str, str]]) -> None:
    assert [(p.text, p.form) for p in tell(text).reading.propositions] == found


def test_the_lemma_of_a_light_verb_is_that_of_its_noun(tell: Tell) -> None:
    assert tell("The owners held talks.")["held talks"].lemma == "talk"
