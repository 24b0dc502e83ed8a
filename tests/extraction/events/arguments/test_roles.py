"""From the name of a role to the nouns that may fill it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.events.arguments.roles import Site, tokens
from accord.extraction.parse.grammar import Grammar
from accord.extraction.parse.parsed import Parsed


@pytest.mark.parametrize(
    ("text", "trigger", "role", "nouns"),
    [
        ("Peru recalled its envoy.", "recalled", "subject", ["Peru"]),
        ("Peru recalled its envoy.", "recalled", "object", ["envoy"]),
        ("The envoy was recalled by Peru.", "recalled", "topic", ["envoy"]),
        ("Peru gave Chile aid.", "gave", "dative", ["Chile"]),
        ("Peru signed a pact with Chile.", "signed", "with", ["Chile"]),
        ("Peru's recall of the envoy was news.", "recall", "poss", ["Peru"]),
        ("Peru recalled the envoy of Chile.", "recalled", "object.of", ["Chile"]),
        ("Peru warned that Chile would leave.", "warned", "comp.subject", ["Chile"]),
        ("Peru will attack unless Chile withdraws.", "attack", "condition", ["Chile"]),
        ("Peru took measures to punish Chile.", "took", "aim", ["Chile"]),
        ("In Chile, where Peru opened an embassy, it rained.", "opened", "where", ["Chile"]),
        ("Peru waited.", "waited", "object", []),
        ("Peru waited.", "waited", "against", []),
    ],
)
def test_what_a_role_names(
    parse: Callable[..., Parsed], text: str, trigger: str, role: str, nouns: list[str]
) -> None:
    token = next(t for t in parse(text).doc if t.text == trigger)
    assert [t.text for t in tokens(Site(token, Grammar.load()), role)] == nouns


def test_a_referent_counts_among_the_objects(parse: Callable[..., Parsed]) -> None:
    doc = parse("Peru praised its ties with Chile and then cut them.").doc
    ties, cut = (next(t for t in doc if t.text == text) for text in ("ties", "cut"))
    site = Site(cut, Grammar.load(), referent=ties)
    assert ties in site.objects
    assert [t.text for t in tokens(site, "with")] == ["Chile"]
