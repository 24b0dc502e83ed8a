"""Regions: every part of a report gets its label, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.regions import RegionFinder

FINDER = RegionFinder.load()

FIRST = (
    "The harbour authority has reopened the northern terminal, its director told reporters on Monday, and "
    "the first of the grain ships that had waited since the spring left before noon."
)
SECOND = "He said that the others would follow by the end of the week, weather permitting."
THIRD = "The strike had begun in March, when two crane drivers were dismissed after a quarrel over safety."


def labels(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(region.kind, text[region.start : region.end]) for region in FINDER.find(text, title)]


def kinds(text: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in labels(text, title)]


# --- titles, date lines, summaries ----------------------------------------------------------------


def test_a_headline_printed_three_times_is_three_titles() -> None:
    headline = "Harbour Reopens After Nine-Week Strike"
    text = f"{headline}\n\n{headline}\n\n{headline}\n\n{FIRST}\n\n{SECOND}"
    assert kinds(text) == ["title", "title", "title", "body", "body"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_a_first_line_without_a_full_stop_is_the_title(gap: str) -> None:
    text = gap.join(["Harbour reopens after nine-week strike", FIRST, SECOND])
    assert kinds(text) == ["title", "body", "body"]


def test_a_first_sentence_is_not_the_title() -> None:
    assert kinds(f"The harbour is open again.\n{FIRST}\n{SECOND}") == ["body", "body", "body"]
    assert kinds(f"It was about time, was it not?\n{FIRST}") == ["body", "body"]


def test_the_known_title_is_found_wherever_it_stands() -> None:
    text = f"Strike over\n\n{FIRST}\n\nHarbour Reopens After Nine Weeks | Harbour Post\n\n{SECOND}"
    assert kinds(text, "Harbour reopens after nine weeks")[2] == "title"


def test_a_sentence_that_also_serves_as_title_stays_body() -> None:
    assert kinds(f"{SECOND}\n{THIRD}", SECOND) == ["body", "body"]


def test_a_deck_under_the_title_is_a_heading() -> None:
    text = f"Harbour reopens after nine-week strike\nShips leave with grain for three continents\n{FIRST}"
    assert kinds(text) == ["title", "heading", "body"]


def test_front_matter_is_furniture() -> None:
    matter = "---\ntitle: Harbour reopens\ndate: 2021-05-03\n---"
    text = f"{matter}\n# Harbour reopens\n\n{FIRST}\n"
    assert labels(text) == [("furniture", matter), ("title", "# Harbour reopens"), ("body", FIRST)]


def test_a_text_without_full_stops_is_not_all_decks() -> None:
    lines = [
        f"The {word} ship of the harbour authority left before noon" for word in ("first", "second", "third")
    ]
    assert "body" in kinds("\n".join([*lines, *reversed(lines), *lines, FIRST]))[3:-1]


def test_a_date_line_is_split_from_its_paragraph() -> None:
    text = f"VALLETTA (The Harbour Post) — {FIRST}\n{SECOND}"
    assert labels(text) == [("date line", "VALLETTA (The Harbour Post) —"), ("body", FIRST), ("body", SECOND)]


@pytest.mark.parametrize(
    "line",
    [
        "VALLETTA, Malta (AP) _",
        "Published: 3 May 2021, 10:15 GMT",
        "Monday 3 May 2021",
        "10:15am UK, Monday 03 May 2021",
        "Posted: 05/03/21, 9:00 PM PDT |",
        "May 3, 2021 Last updated at 13:59 GMT",
    ],
)
def test_a_line_of_place_or_day_alone_is_a_date_line(line: str) -> None:
    assert kinds(f"{line}\n\n{FIRST}\n\n{SECOND}") == ["date line", "body", "body"]
    assert kinds(f"Harbour reopens after strike\n{line}\n{FIRST}") == ["title", "date line", "body"]


@pytest.mark.parametrize("heading", ["TLDR:", "TL;DR", "Key Points", "**Key takeaways**", "📌 At a glance"])
def test_a_bulleted_summary_with_its_heading(heading: str) -> None:
    text = f"{heading}\n• Harbour open again\n• Grain ships leave\n{FIRST}\n{SECOND}"
    assert kinds(text) == ["summary"] * 3 + ["body"] * 2


def test_a_summary_in_one_paragraph() -> None:
    assert kinds(f"TL;DR: the harbour is open again.\n\n{FIRST}") == ["summary", "body"]
    assert kinds(f"TL;DR\n\nThe harbour is open again.\n\n{FIRST}") == ["summary", "summary", "body"]


def test_bullets_between_title_and_first_paragraph_are_a_summary() -> None:
    text = (
        f"Harbour Reopens After Strike\n\n- Terminal open again\n- Grain ships leave\n\n{FIRST}\n\n{SECOND}"
    )
    assert kinds(text) == ["title", "summary", "summary", "body", "body"]
    assert kinds("- Terminal open again\n- Grain ships leave\n") == ["list", "list"]


def test_a_section_called_summary_is_prose() -> None:
    assert kinds(f"Summary\n\n{FIRST}\n\nBackground\n\n{THIRD}")[1::2] == ["body", "body"]


# --- headings and lists ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        "🚢 Trade and Tides",
        "## What it means for trade",
        "What It Means for Trade",
        "A LONG WAIT",
        "What lies ahead",
        "Reopening of the Northern Terminal, 2021.",
        "– Nine weeks –",
    ],
)
def test_headings_between_paragraphs(heading: str) -> None:
    assert kinds(f"{FIRST}\n\n{heading}\n\n{FIRST}\n\n{SECOND}") == ["body", "heading", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "The ships have left.",
        "He was asked whether they had left:",
        "“Have they left?” she asked.",
        "“Not yet,” he said.",
        "The President Is staying.",
    ],
)
def test_short_sentences_between_paragraphs_are_body(line: str) -> None:
    assert kinds(f"{FIRST}\n\n{line}\n\n{SECOND}") == ["body", "body", "body"]


def test_numbers_and_bullets_make_list_items() -> None:
    text = f"{FIRST}\n\n  1. Grain goes first.\n  2. Coal goes next.\n\n  • Crews wait.\n  - Cranes move.\n"
    assert kinds(text) == ["body", "list", "list", "list", "list"]


def test_a_number_without_a_neighbour_makes_no_list() -> None:
    assert kinds(f"{FIRST}\n\n14. That many ships waited outside the harbour.\n\n{SECOND}") == ["body"] * 3


# --- what is not read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "#Harbour #GrainShips #Strike2021",
        "#Harbour",
        "Tags: harbour, grain, strike",
        "Filed under: Trade | Ports",
    ],
)
def test_tags(line: str) -> None:
    assert kinds(f"{FIRST}\n\n{SECOND}\n\n{line}") == ["body", "body", "tags"]


@pytest.mark.parametrize(
    "line",
    [
        "Back To Top",
        "ADVERTISEMENT",
        "Read more: Crane drivers return",
        "Share this article",
        "Subscribe to our newsletter for more.",
        "Sign up for our daily briefing",
        "We use cookies to improve this site.",
        "Photo: Jane Doe / Harbour Post",
        "Jane Doe/Getty Images",
        "A ship leaves the harbour on Monday. (Jane Doe/AFP/Getty Images)",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "https://example.org/harbour",
        "Home > Trade > Ports",
        "3 min read",
        "Posted in Harbour News on Friday, May 3, 2031.",
        "On behalf of Jane Doe, Esq. posted in Ship Accidents on Monday, May 6, 2031.",
        "***",
        "___.",
        "margin-right:15px;",
        "Facebook Twitter WhatsApp",
        "pic.example.com/abc123",
        "![A ship](ship.jpg)",
        "With inputs from agencies",
        "\u200b",
    ],
)
def test_furniture(line: str) -> None:
    assert kinds(f"{FIRST}\n\n{SECOND}\n\n{line}\n\n{THIRD}") == ["body", "body", "furniture", "body"]


def test_a_byline_under_the_title_is_furniture() -> None:
    text = (
        f"Harbour reopens after nine-week strike\nBy Jane Doe and John Roe\nStaff Writers\n{FIRST}\n{SECOND}"
    )
    assert kinds(text) == ["title", "furniture", "furniture", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the harbour company rose by a tenth on the news, traders said.",
        "Read aloud in court, the letter made the drivers' case better than their lawyer had.",
        "Related parties hold a third of the harbour company, according to its annual report.",
        "According to a Reuters/Ipsos poll, most people in the city backed the strike.",
        "Follow us, the drivers had shouted to the dockers, and the dockers had followed them to the gates.",
        "By Monday the first ships had left.",
        "The company accepted no responsibility for the dismissals, its lawyer told the court on Friday.",
        "The licence, which came without warranty of any kind, was withdrawn, the ministry said.",
        "Tags were cut from the containers, the police said.",
        "In March 2021 there were 14 ships.",
        "Copyright law was changed in 2019, and the courts have been busy since.",
        "This story was reproduced without permission, the paper said.",
        "Support our crane drivers, she told the crowd.",
        "More from the talks is expected on Tuesday.",
        "Get our ships out, the owners wrote to the minister.",
    ],
)
def test_prose_that_begins_as_furniture_does_is_body(line: str) -> None:
    assert kinds(f"{FIRST}\n\n{line}\n\n{SECOND}") == ["body", "body", "body"]


NOTICE = (
    "The Harbour Post provides this news\ncontent “as is” without warranty of any kind. We do not accept\n"
    "any responsibility or liability for the accuracy of the information\n"
    "contained in this article. If you have any complaints or copyright\n"
    "issues related to this article, kindly contact the provider above."
)


def test_a_wrapped_disclaimer_printed_twice() -> None:
    text = f"{FIRST}\n{SECOND}\nLegal Disclaimer:\n{NOTICE}\nLegal Disclaimer:\n{' '.join(NOTICE.split())}\n"
    found = labels(text)
    assert [kind for kind, _ in found] == ["body", "body"] + ["disclaimer"] * 4
    assert found[3][1] == NOTICE


@pytest.mark.parametrize(
    "notice",
    [
        "© 2021 Harbour Post. All rights reserved.",
        "Copyright 2021 The Harbour Post",
        "Copyright by The Harbour Post",
        "(c) 2021 Harbour Post Ltd",
        "The views expressed in this article are the author's own and do not necessarily reflect ours.",
        "Disclaimer: This article is for informational purposes only.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "(Except for the headline, this story has not been edited and is published from a syndicated feed.)",
    ],
)
def test_disclaimers_are_known_by_their_language(notice: str) -> None:
    assert kinds(f"{FIRST}\n\n{SECOND}\n\n{notice}") == ["body", "body", "disclaimer"]


# --- blocks ---------------------------------------------------------------------------------------

WRAPPED = (
    "The harbour authority has reopened the northern terminal, its director\n"
    "told reporters on Monday, and the first of the grain ships that had\n"
    "waited since the spring left before noon. He said that the others\n"
    "would follow by the end of the week.\n"
)


def test_hard_wrapped_paragraphs_are_one_region_each() -> None:
    text = WRAPPED + "\n" + WRAPPED
    assert labels(text) == [("body", WRAPPED.strip())] * 2


@pytest.mark.parametrize("width", range(55, 101, 5))
def test_wrapping_to_any_width_leaves_paragraphs_whole(width: int) -> None:
    paragraphs = [
        FIRST,
        SECOND,
        "The Northern Terminal Company Of Valletta Harbour Said It Agreed.",
        THIRD + " " + FIRST,
    ]
    text = "\n\n".join(fill(paragraph, width) for paragraph in paragraphs)
    assert [" ".join(found.split()) for _, found in labels(text)] == paragraphs


def test_a_dash_that_a_full_line_runs_into_is_no_bullet() -> None:
    text = (
        "The harbour authority has reopened the northern terminal, and its head\n"
        "- a crane driver once herself - told reporters on Monday that the first\n"
        "of the ships had left before noon, which nobody had thought possible.\n"
    )
    assert kinds(text) == ["body"]


def test_a_wrapped_paragraph_that_is_only_indented_starts_a_region() -> None:
    text = (
        WRAPPED
        + "   The strike had begun in March, when two crane drivers were\ndismissed after a quarrel.\n"
    )
    assert len(labels(text)) == 2


def test_one_sentence_a_line_is_one_region_a_line() -> None:
    lines = ["Ships left on Monday.", "Grain was aboard, the director said.", "Nobody was hurt.", THIRD]
    assert [text for _, text in labels("\n".join(lines))] == lines


def test_wrapped_list_items_keep_their_continuation() -> None:
    text = (
        f"{FIRST}\n\n"
        "  * Grain goes first, since it has waited longest in the silos of\n    the northern terminal.\n"
        "  * Coal goes next.\n"
    )
    assert kinds(text) == ["body", "list", "list"]


# --- laws -----------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [FIRST, SECOND, WRAPPED, NOTICE, "VALLETTA (AP) —", "VALLETTA (AP) — " + SECOND, "Strike Over", "TLDR:",
     "• One", "1. One", "2. Two", "#Tag", "Back to top", "🚢 Trade", "Legal Disclaimer:", "\u200b", " ", "\t",
     "©", "a\u0301", "---", "---\ntitle: x\n---"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=12))).map("\n".join))


@given(TEXTS, st.one_of(st.none(), st.text(max_size=30)))
def test_regions_are_disjoint_in_order_and_cover_all_but_white_space(text: str, title: str | None) -> None:
    at = 0
    for region in FINDER.find(text, title):
        assert at <= region.start < region.end <= len(text)
        assert not text[at : region.start].strip()
        assert not text[region.start].isspace()
        assert not text[region.end - 1].isspace()
        at = region.end
    assert not text[at:].strip()


@given(TEXTS)
def test_the_same_text_gives_the_same_regions(text: str) -> None:
    assert FINDER.find(text) == RegionFinder.load().find(text)


@pytest.mark.parametrize(
    "line",
    [
        "http://" + "a." * 100 + " b c",
        "A" * 230 + "!",
        "A-" * 50 + "a — b",
        "- " * 100 + "x",
        "." * 200 + "x",
        "> | " * 60,
        "#a " * 2000 + "!",
        "By " + "A " * 100 + "!",
        "(" * 200,
        "a: " * 70,
        ("." + '"' * 50) * 200 + "x",
    ],
)
def test_no_line_however_odd_takes_long(line: str) -> None:
    assert FINDER.find(f"{FIRST}\n{line}\n{SECOND}")
    assert FINDER.find(line)


# --- third-party texts, where they are at hand ----------------------------------------------------


def test_prose_of_the_gold_sets_is_not_taken_for_furniture(shared: Path) -> None:
    for path, limit in (
        ("mission_status/reports.jsonl", 0.0),
        ("events/plover_gsr.jsonl", 0.0),
        ("stories/ecbplus_train_dev.jsonl", 0.001),
        ("times/timebank_aquaint.jsonl", 0.001),
        ("statements/polnear_train.jsonl", 0.005),
    ):
        read = unread = 0
        for line in (shared / "gold" / path).read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            for region in FINDER.find(text):
                lost = region.kind in ("furniture", "tags", "disclaimer")
                unread += lost * (region.end - region.start)
                read += (not lost) * (region.end - region.start)
        assert unread <= limit * read, path


def test_the_five_reports_come_out_as_they_read(shared: Path) -> None:
    expected = {
        "000": {"summary": 4, "date line": 1, "body": 6},
        "001": {"title": 3, "body": 9, "heading": 6, "list": 7, "tags": 1, "furniture": 1},
        "002": {"body": 4},
        "003": {"title": 1, "body": 5, "disclaimer": 4},
        "004": {"body": 10},
    }
    for path in sorted((shared / "seeds").iterdir()):
        found = kinds(path.read_text(encoding="utf-8"))
        assert {kind: found.count(kind) for kind in found} == expected[path.name[:3]], path.name
