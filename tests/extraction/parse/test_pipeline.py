"""The parse keeps every character, starts sentences where it is told, and is the same in batches."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.errors import AccordError
from accord.extraction.parse.pipeline import Parser

WORDS = st.sampled_from(["envoy", "The", "court", "’s", "signed", "🇷🇺", "ministère", "\u0301", ".", "“"])
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from([" ", "\n", "\n\n", "\r\n", "\t"])), max_size=30).map(
    "".join
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(TEXTS, st.text(max_size=60)))
def test_the_document_holds_every_character_of_the_text(parser: Parser, text: str) -> None:
    assert parser.parse(text).text == text


def test_a_sentence_starts_at_each_block(parser: Parser) -> None:
    text = "Envoys return\n\nthe embassy in Lima reopened and\n\nstaff came back"
    starts = [0, text.index("the"), text.index("staff")]
    found = {sentence.start_char for sentence in parser.parse(text, starts).sents}
    assert set(starts) <= found


def test_a_batch_gives_what_single_calls_give(parser: Parser) -> None:
    texts = ["Peru recalled its envoy.", "", "Lima protested. Quito did not answer.", "\n \n"]
    batched = [[(t.text, t.dep_, t.lemma_) for t in doc] for doc in parser.pipe((t, ()) for t in texts)]
    single = [[(t.text, t.dep_, t.lemma_) for t in parser.parse(t)] for t in texts]
    assert batched == single


@pytest.mark.parametrize("block", ["The envoy left. " * 400 + "\n", "word " * 30_000, "x" * 250_000])
def test_a_long_text_is_parsed_in_pieces_and_joined_whole(parser: Parser, block: str) -> None:
    text = block * (1 + 130_000 // len(block))
    doc = parser.parse(text, [index + 1 for index, char in enumerate(text) if char == "\n"])
    assert doc.text == text
    assert doc[-1].idx + len(doc[-1].text_with_ws) == len(text)


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos"),
    [
        ("They have recognised the council.", "recognised", "recognise", "VERB"),
        ("Two envoys left.", "envoys", "envoy", "NOUN"),
        ("It isn’t over.", "n’t", "not", "ADV"),
        ("They won't sign.", "wo", "will", "AUX"),
        ("The worst was over.", "was", "be", "VERB"),
        ("She hopes to sign.", "hopes", "hope", "VERB"),
        ("They staged a protest.", "staged", "stage", "VERB"),
        ("He stopped and planned.", "planned", "plan", "VERB"),
        ("It uses force.", "uses", "use", "VERB"),
        ("They re-established ties.", "re-established", "re-establish", "VERB"),
        ("Peru re-opened its mission,", "re-opened", "re-open", "VERB"),
        ("Two re-openings were held.", "re-openings", "re-opening", "NOUN"),
        ("It taxes grain.", "taxes", "tax", "VERB"),
        ("They fixed prices.", "fixed", "fix", "VERB"),
        ("Peru signed.", "Peru", "Peru", "PROPN"),
    ],
)
def test_lemmas_and_parts_of_speech(parser: Parser, text: str, word: str, lemma: str, pos: str) -> None:
    token = next(token for token in parser.parse(text) if token.text == word)
    assert (token.lemma_, token.pos_) == (lemma, pos)


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(AccordError, match=r"'no_such_pipeline' is not installed.*--pipeline"):
        Parser.load("no_such_pipeline")
