"""Vectors of sentences and mentions: near for like meanings, the same bytes in any company."""

from __future__ import annotations

import numpy
import pytest

from accord.errors import VocabularyError
from accord.grouping.meaning.encoder import (
    DIMENSIONS,
    LONGEST,
    PIECE_DIMENSIONS,
    STEPS,
    Pieces,
    SentenceEncoder,
)
from vocabularies import Replaced

TEXTS = [
    "The ferry sank off Strelsau, and nine people drowned.",
    "Nine died when a passenger boat went down near Strelsau.",
    "The central bank raised its rate by half a point.",
    "Interest rates went up again on Tuesday.",
    "",
    "Police.",
]


def test_like_meanings_have_like_vectors(sentences: SentenceEncoder) -> None:
    vectors = sentences.encode(TEXTS)
    likeness = vectors @ vectors.T
    assert likeness[0, 1] > 0.6 > 0.3 > likeness[0, 2]
    assert likeness[2, 3] > 0.4 > 0.2 > likeness[1, 3]


def test_a_vector_is_of_unit_length_in_steps(sentences: SentenceEncoder) -> None:
    vectors = sentences.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), DIMENSIONS)
    assert vectors.dtype == numpy.float32
    assert numpy.allclose(numpy.linalg.norm(vectors, axis=1), 1, atol=0.002)
    assert (vectors * STEPS == numpy.rint(vectors * STEPS)).all()
    assert not numpy.signbit(vectors[vectors == 0]).any()


def test_no_company_and_no_order_changes_a_byte(sentences: SentenceEncoder) -> None:
    together = sentences.encode(TEXTS)
    turned = sentences.encode([*reversed(TEXTS), *TEXTS])
    assert turned.tobytes() == together[::-1].tobytes() + together.tobytes()
    for text, vector in zip(TEXTS, together, strict=True):
        assert sentences.encode([text]).tobytes() == vector.tobytes()


def test_the_numbers_are_those_of_every_machine(sentences: SentenceEncoder) -> None:
    # They are written down, so that a machine or a release of the runtime that differs is found out.
    ((*first,),) = sentences.encode(TEXTS[:1])[:, :6] * STEPS
    assert first == [111, 84, 56, 139, -114, 44]
    ((*mention,),) = sentences.encode_mentions(TEXTS[0], [(4, 9)])[:, :6] * STEPS
    assert mention == [144, -28, 94, -5, -82, -13]


def test_pieces_come_with_the_vector_and_mean_what_they_mean_there(sentences: SentenceEncoder) -> None:
    whole, pieces = sentences.encode_pieces("The ferry sank.")
    assert (whole == sentences.encode(["The ferry sank."])[0]).all()
    assert pieces.shape == (4, PIECE_DIMENSIONS)
    assert pieces.dtype == numpy.int8
    near, far = (sentences.encode_pieces(each)[1] for each in ("The boat sank.", "The dollar rose."))

    def angle(one: Pieces, other: Pieces) -> float:
        lengths = numpy.linalg.norm(one.astype(float)) * numpy.linalg.norm(other.astype(float))
        return float(one.astype(float) @ other.astype(float) / lengths)

    assert angle(pieces[1], near[1]) > angle(pieces[1], far[1])
    assert angle(pieces[2], near[2]) > angle(pieces[2], far[2])


def test_pieces_are_the_same_bytes_on_every_machine(sentences: SentenceEncoder) -> None:
    assert sentences.encode_pieces(TEXTS[0])[1][1, :6].tolist() == [-41, 68, 19, 97, -37, -55]


def test_a_text_without_words_has_no_pieces(sentences: SentenceEncoder) -> None:
    assert sentences.encode_pieces("")[1].shape == (0, PIECE_DIMENSIONS)


def test_of_nothing_there_is_nothing(sentences: SentenceEncoder) -> None:
    assert sentences.encode([]).shape == (0, DIMENSIONS)
    assert sentences.encode_mentions(TEXTS[0], []).shape == (0, DIMENSIONS)


def test_a_mention_means_what_it_means_there(sentences: SentenceEncoder) -> None:
    texts = [
        "They rowed to the bank of the river.",
        "They swam to the bank of the stream.",
        "They took a loan from the bank in town.",
    ]
    river, stream, money = (
        sentences.encode_mentions(text, [(text.index("bank"), text.index("bank") + 4)])[0] for text in texts
    )
    assert river @ stream > river @ money
    assert numpy.linalg.norm(river) == pytest.approx(1, abs=0.002)


def test_a_mention_is_all_pieces_that_its_span_touches(sentences: SentenceEncoder) -> None:
    text = "An unsinkable ship left port."
    whole, part, beside = sentences.encode_mentions(text, [(3, 13), (4, 12), (2, 3)])
    assert (whole == part).all()
    assert not beside.any()


def test_what_stands_after_the_longest_has_no_part(sentences: SentenceEncoder) -> None:
    text = "boat " * LONGEST
    longer = text + "and the bank failed"
    assert (sentences.encode([text]) == sentences.encode([longer])).all()
    (late,) = sentences.encode_mentions(longer, [(len(text), len(longer))])
    assert not late.any()


def test_another_model_than_the_one_shipped_is_refused() -> None:
    other = Replaced(file="models/meaning.json", data={"about": "", "sha256": "0" * 64})
    with pytest.raises(
        VocabularyError, match=r"models/meaning\.onnx: its SHA-256 is .* install Accord again"
    ):
        SentenceEncoder.load(other)
