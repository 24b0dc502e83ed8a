"""The statement of a quotation and its tag, or of a name and a colon."""

from __future__ import annotations

import pytest

from accord.extraction.statements.circumstances import load_occasions
from accord.extraction.statements.cue import NOBODY, CueSource, StatementDraft
from accord.extraction.statements.direct_speech import QuotationTagger
from accord.extraction.statements.genders import GenderWords
from accord.extraction.statements.quotations import colon_statement, outside, union, with_quotes
from accord.vocabulary import PACKAGED
from clauses import ReadClause

WORDS = load_occasions(PACKAGED)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“The road is closed,” the mayor said.", ["the mayor"], ["“The road is closed,”"]),
        ("“The road is closed,” said the mayor.", ["the mayor"], ["“The road is closed,”"]),
        ("“The road,” the mayor said, “is closed.”", ["the mayor"], ["“The road,”", "“is closed.”"]),
    ],
)
def test_a_quotation_is_of_whom_its_tag_names(
    clause: ReadClause, text: str, source: list[str], content: list[str]
) -> None:
    read = clause(text)
    tags = QuotationTagger(read.tree, read.quotes, read.lexicon, GenderWords.load()).tags()
    found = with_quotes(read.tree, read.quotes, read.at["said"], tags, None, read.lexicon)
    assert (read.words(found.source.ranges), read.words(found.content)) == (source, content)
    assert (read.words(found.cue), found.speech) == (["said"], True)


def test_a_day_behind_the_verb_is_no_speaker(clause: ReadClause) -> None:
    read = clause("“The road is closed,” the mayor said Tuesday.")
    tags = QuotationTagger(read.tree, read.quotes, read.lexicon, GenderWords.load()).tags()
    found = with_quotes(read.tree, read.quotes, read.at["said"], tags, None, read.lexicon)
    assert read.words(found.source.ranges) == ["the mayor"]


def test_a_source_inside_a_quotation_is_sought_outside_it(clause: ReadClause) -> None:
    read = clause("The mayor said “we won” and thanked us.")
    we = read.at["we"]
    draft = StatementDraft(read.at["thanked"], CueSource(((we, we + 1),), we), (), ((0, 1),))
    assert read.words(outside(read.tree, read.quotes, draft).source.ranges) == ["The mayor"]
    nobody = StatementDraft(read.at["thanked"], NOBODY, (), ((0, 1),))
    assert outside(read.tree, read.quotes, nobody) == nobody


def test_ranges_that_touch_are_made_one() -> None:
    assert union(((5, 7), (0, 2), (2, 4), (6, 9))) == ((0, 4), (5, 9))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Ruiz: The road is closed to all.", ["Ana Ruiz"]),
        ("Police spokesman: The road is closed to all.", ["Police spokesman"]),
        ("Harbour Photo: The road is closed to all.", None),
        ("She wrote: The road is closed to all.", None),
        ("Ana Ruiz: A closed road.", None),
    ],
)
def test_a_name_before_a_colon_speaks(clause: ReadClause, text: str, source: list[str] | None) -> None:
    read = clause(text)
    found = colon_statement(read.tree, read.quotes, read.at[":"], WORDS)
    assert (read.words(found.source.ranges) if found else None) == source
