"""The flat lists say what the parse says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree

Parse = Callable[..., Parsed]
TEXT = "The mayor’s clerk said that it had rained. The ferry, which was old, was sunk by the storm."


def _tree(parse: Parse, text: str = TEXT) -> tuple[TokenTree, dict[str, int]]:
    doc = parse(text).doc
    return TokenTree.of(doc), {token.text: token.i for token in doc}


def test_every_list_holds_what_the_tokens_hold(parse: Parse) -> None:
    doc = parse(TEXT).doc
    tree = TokenTree.of(doc)
    assert len(tree) == len(doc)
    for token in doc:
        i = token.i
        assert TEXT[tree.start[i] : tree.end[i]] == token.text
        assert (tree.tag[i], tree.dep[i], tree.head[i]) == (token.tag_, token.dep_, token.head.i)
        assert (tree.left[i], tree.right[i]) == (token.left_edge.i, token.right_edge.i + 1)
        assert tree.kids[i] == [child.i for child in token.children]
        assert tree.ancestors(i) == [above.i for above in token.ancestors]
        assert tree.sentence[i] == token.sent.start


def test_apostrophes_are_straight_in_small_letters(parse: Parse) -> None:
    tree, at = _tree(parse)
    assert tree.lower[at["’s"]] == "'s"
    assert tree.lower[0] == "the"


def test_a_text_without_words_is_an_empty_tree(parse: Parse) -> None:
    assert len(TokenTree.of(parse("").doc)) == 0


def test_the_subject_of_a_verb(parse: Parse) -> None:
    tree, at = _tree(parse)
    assert tree.subject(at["said"]) == at["clerk"]
    assert tree.subject(at["rained"]) == at["it"]
    assert tree.subject(at["sunk"]) == at["ferry"]
    assert tree.subject(at["storm"]) is None


def test_the_first_child_of_a_relation(parse: Parse) -> None:
    tree, at = _tree(parse)
    assert tree.child(at["clerk"], "det", "poss") == at["mayor"]
    assert tree.child(at["sunk"], "agent") == at["by"]
    assert tree.child(at["sunk"], "dobj") is None


@pytest.mark.parametrize(("word", "verb", "infinitive"), [("plans", True, False), ("sail", True, True)])
def test_verbs_and_infinitives(parse: Parse, word: str, verb: bool, infinitive: bool) -> None:
    tree, at = _tree(parse, "The clerk plans to sail home.")
    assert (tree.is_verb(at[word]), tree.is_infinitive(at[word])) == (verb, infinitive)
    assert not tree.is_verb(at["clerk"])
