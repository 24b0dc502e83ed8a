"""Values of a story as answers: what each measures and what stands around it."""

from __future__ import annotations

from accord.reconciliation.answers.answer import Answer, AnswerReader
from accord.reconciliation.answers.measures import Measures
from accord.reconciliation.passages import align
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.value_reader import ValueReader
from accord.reconciliation.values.value_words import ValueWords
from readings import ReadingBuilder

WORDS = ValueWords.load()
READER = AnswerReader(Measures.load(), WORDS)


def read(*builders: ReadingBuilder) -> list[Answer]:
    sources = Sources([builder.build() for builder in builders])
    mentions, _ = ValueReader(sources, {}, WORDS).read_all(align(sources))
    return READER.read(mentions, sources)


def test_an_answer_tells_its_measure_and_what_stands_around_it_without_it() -> None:
    builder = ReadingBuilder("a", "The stolen bell weighs 800 kilograms and hung in the tower.")
    builder.quantity("800 kilograms", 800, 800, "kilogram")
    (answer,) = read(builder)
    assert set(answer.scales) == {"mass"}
    assert answer.window == "The stolen bell weighs some kilograms and hung in the tower."
    assert (answer.start, answer.end, answer.noun) == (23, 36, "")


def test_what_is_counted_keeps_its_noun() -> None:
    builder = ReadingBuilder("a", "Customs seized 40 lanterns in the harbour.")
    builder.quantity("40 lanterns", 40, 40, "lantern")
    (answer,) = read(builder)
    assert (set(answer.scales), answer.noun) == ({"count"}, "lantern")


def test_the_number_of_a_name_and_a_share_of_a_whole_answer_nothing() -> None:
    name = ReadingBuilder("a", "Crowds cheered as Helios 4 probes left the harbour.")
    name.quantity("4 probes", 4, 4, "probe")
    share = ReadingBuilder("b", "Look at picture 3 of 12 photos from the harbour.")
    share.quantity("3", 3, 3, "photo")
    share.quantity("12 photos", 12, 12, "photo")
    assert read(name, share) == []


def test_an_amount_in_brackets_only_repeats_another() -> None:
    builder = ReadingBuilder("a", "The trench is 30 metres (98 feet) deep at the harbour mouth.")
    builder.quantity("30 metres", 30, 30, "metre")
    builder.quantity("98 feet", 98, 98, "foot")
    assert [answer.text for answer in read(builder)] == ["30 metres"]
