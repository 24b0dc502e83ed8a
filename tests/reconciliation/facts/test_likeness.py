"""What is measured of two sentences."""

from __future__ import annotations

import numpy
import pytest

from accord.reconciliation.facts.likeness import CLOSER_SIGNS, SIGNS, looked_closer, measured_pairs
from accord.reconciliation.facts.meanings import StoryMeanings
from accord.reconciliation.facts.piece_meanings import PieceMeanings
from accord.reconciliation.facts.telling import SentenceAt, ToldSentence, term_vectors


def sentence(report: str, index: int, *terms: str, depth: float = 0.0) -> ToldSentence:
    return ToldSentence(SentenceAt(report, index), " ".join(terms), terms, depth)


LOSS = sentence("a", 0, "ferry", "sink", "3100", "sheep")
AGAIN = sentence("b", 4, "sheep", "ferry", "3100", "lose", depth=0.5)
OTHER = sentence("b", 5, "sheep", "41", "farm", depth=0.75)
WIND = sentence("c", 0, "gale", "blow")


def signs(
    *told: ToldSentence, meanings: StoryMeanings | None = None
) -> dict[tuple[int, int], dict[str, float]]:
    vectors, weights = term_vectors(told)
    found = measured_pairs(told, vectors, weights, meanings)
    rows = (dict(zip(SIGNS, row, strict=True)) for row in found.signs.tolist())
    return dict(zip(zip(found.one.tolist(), found.other.tolist(), strict=True), rows, strict=True))


def test_only_sentences_that_share_something_are_measured() -> None:
    assert set(signs(LOSS, AGAIN, OTHER, WIND)) == {(0, 1), (0, 2), (1, 2)}


def test_shared_terms_and_numbers_are_counted() -> None:
    found = signs(LOSS, AGAIN, OTHER, WIND)
    assert found[0, 1]["terms shared"] == 3
    assert found[0, 1]["numbers shared"] == 1
    assert found[0, 1]["numbers differ"] == 0
    assert found[0, 2]["numbers differ"] == 1
    assert 0 < found[0, 2]["of both shared"] < found[0, 1]["of both shared"] < 1


def test_the_nearest_of_a_report_is_known() -> None:
    found = signs(LOSS, AGAIN, OTHER, WIND)
    assert found[0, 1]["nearest to each other"] == 1
    assert found[0, 2]["nearest to each other"] == 0


def test_depths_are_told() -> None:
    found = signs(LOSS, AGAIN, OTHER)
    assert found[0, 2]["depth apart"] == found[0, 2]["depth of the later"] == 0.75
    assert found[0, 2]["depth of the earlier"] == 0


def test_meaning_finds_what_shares_no_word() -> None:
    vectors = numpy.array(
        [[900, 90, 0], [900, -90, 0], [900, -90, 1], [900, 90, 1]], numpy.float32
    ) / numpy.float32(2048)
    found = signs(LOSS, AGAIN, OTHER, WIND, meanings=StoryMeanings.of(vectors))
    assert found[0, 3]["words"] == 0
    assert found[0, 3]["meaning"] == pytest.approx(1, abs=0.01)


def test_a_story_without_pairs_has_no_rows() -> None:
    assert signs(LOSS, WIND) == {}


def test_a_closer_look_is_at_what_is_worth_it_and_tells_what_is_nearest_anew() -> None:
    told = [LOSS, AGAIN, OTHER, WIND]
    vectors, weights = term_vectors(told)
    first = measured_pairs(told, vectors, weights, None)
    pieces = [numpy.array([row], numpy.int8) for row in ([90, 0], [0, 90], [88, 9], [-90, -90])]
    worth = [pair != (1, 2) for pair in zip(first.one.tolist(), first.other.tolist(), strict=True)]
    closer = looked_closer(first, worth, told, PieceMeanings.of(pieces))
    assert closer.names == CLOSER_SIGNS
    assert list(zip(closer.one.tolist(), closer.other.tolist(), strict=True)) == [(0, 1), (0, 2)]
    near, best = CLOSER_SIGNS.index("nearest to each other"), CLOSER_SIGNS.index("meaning piece by piece")
    assert closer.signs[0, best] < 0.5 < closer.signs[1, best]
    # By words the first pair was the nearest, by the meaning of its pieces the second is.
    assert first.signs[0, near] == closer.signs[1, near] == 1
    assert closer.signs[0, near] == 0
