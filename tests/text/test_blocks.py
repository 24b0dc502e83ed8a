"""Lines are joined where they were wrapped, and left apart where each is of its own."""

from __future__ import annotations

import pytest

from accord.text.blocks import CROSSHEAD, FRONT_MATTER, SENTENCE_END, TextBlock, find_items, split_blocks

DANGLING = frozenset({"of", "the"})

WRAPPED = """\
The ferry that left the old pier on Sunday night with forty
passengers has reached the far side of the bay, where it was
met by the mayor and by a band that had waited since noon."""


def _texts(text: str, start: int = 0) -> list[str]:
    return [block.text for block in split_blocks(text, start, DANGLING)]


def test_wrapped_lines_are_one_block_with_single_spaces() -> None:
    (block,) = split_blocks(WRAPPED, 0, DANGLING)
    assert block.text == " ".join(WRAPPED.split())
    assert (block.start, block.end, block.lines, block.apart) == (0, len(WRAPPED), 3, True)


def test_a_blank_line_parts_blocks_and_is_remembered() -> None:
    blocks = split_blocks("Ferry is late.\nNobody was hurt.\n\nMore to follow.", 0, DANGLING)
    assert [(block.text, block.apart) for block in blocks] == [
        ("Ferry is late.", True),
        ("Nobody was hurt.", False),
        ("More to follow.", True),
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Skipped.\n  Ferry is late.  \n"
    (block,) = split_blocks(text, len("Skipped.\n"), DANGLING)
    assert text[block.start : block.end] == block.text == "Ferry is late."


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("A Night on the Bay of\nKarst", 1),
        ("A Night on the Bay\nKarst", 2),
        ("# A Night on the Bay of\nKarst", 2),
        ("Ferry runs aground near the outer lighthouse\nand is freed by tugs", 1),
        ("Ferry aground\nand freed by tugs", 2),
        ("Ferry, aground,\nand freed by tugs", 1),
    ],
)
def test_a_line_goes_on_where_it_breaks_off(text: str, blocks: int) -> None:
    assert len(_texts(text)) == blocks


def test_a_bullet_begins_a_block() -> None:
    lines = ["- The ferry was late", "- the pier was shut"]
    assert _texts("\n".join(lines)) == lines


def _blocks(*texts: str) -> list[TextBlock]:
    return [TextBlock(0, len(text), text, 1, False) for text in texts]


def test_a_number_is_an_item_only_beside_its_neighbour() -> None:
    assert find_items(_blocks("1. Board", "2. Pay", "7. Leave", "Rest")) == [0, 1]


def test_a_dash_on_either_side_makes_a_crosshead_and_no_item() -> None:
    assert CROSSHEAD.match("- Second day -")
    assert find_items(_blocks("- Second day -", "- Second day", "• Third day")) == [1, 2]


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It rained.", True), ("“It rained.”", True), ("It rained,", False), ("It rained", False)],
)
def test_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert (SENTENCE_END.search(text) is not None) == ends


def test_front_matter_lies_between_two_lines_of_dashes_at_the_head() -> None:
    match = FRONT_MATTER.match("---\ntitle: Ferry\ndraft: no\n---\nIt rained.")
    assert match is not None
    assert match["fields"] == "title: Ferry\ndraft: no\n"
    assert FRONT_MATTER.match("It rained.\n---\ntitle: Ferry\n---\n") is None


def test_lines_too_long_to_have_been_wrapped_are_left_apart() -> None:
    long = "The ferry that left the old pier on Sunday night with forty men" + " and a load of grain" * 4
    assert len(_texts(f"{long}\nand of corn, {long}")) == 2
    assert len(_texts("The ferry that left the old pier on Sunday\nand of corn, with grain")) == 1


def test_a_bullet_in_wrapped_prose_goes_on_with_the_sentence_only_at_a_full_line() -> None:
    first = "The ferry that left the old pier on Sunday night with 40 men"
    second = "- and as many sheep - has reached the far side of the bay,"
    third = "where it was met by the mayor and by a band of young players."
    assert len(_texts("\n".join((first, second, third)))) == 1
    assert len(_texts("\n".join((first[:40], second, third)))) == 2
