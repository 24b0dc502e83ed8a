"""Grouping reports into stories."""

from __future__ import annotations

from itertools import permutations

import pytest
from msgspec.structs import replace

from accord.grouping.stories import group
from accord.records import Reading
from readings import ReadingBuilder

FERRY = (
    "A ferry with ninety passengers ran aground off Skerra Island in dense fog. Coast guard helicopters "
    "winched the passengers to safety.",
    "Rescuers lifted ninety passengers off a ferry stranded near Skerra Island. Fog had hidden the reef, "
    "the coast guard skipper explained.",
    "The ferry grounded on a reef by Skerra Island will be towed on Monday. Its captain blamed fog; the "
    "coast guard opened an inquiry.",
)
CHESS = (
    "Grandmaster Lidia Orsolya won the candidates tournament in Tirgu with a queen sacrifice.",
    "A queen sacrifice gave Lidia Orsolya the candidates tournament. Tirgu applauded the grandmaster.",
)
BUDGET = "Lawmakers in Norvia passed a budget that raises tobacco duties and trims pensions of senior judges."


def reading(id: str, text: str, published: str | None = None, title: str | None = None) -> Reading:
    return ReadingBuilder(id, text, published=published, title=title).build()


def together(readings: list[Reading]) -> list[list[str]]:
    return sorted([r.id for r in story.readings] for story in group(readings))


@pytest.fixture
def mixed() -> list[Reading]:
    texts = {**{f"ferry{i}": t for i, t in enumerate(FERRY)}, **{f"chess{i}": t for i, t in enumerate(CHESS)}}
    return [reading(id_, text) for id_, text in {**texts, "budget": BUDGET}.items()]


def test_reports_of_one_happening_come_together_and_others_stay_apart(mixed: list[Reading]) -> None:
    assert together(mixed) == [["budget"], ["chess0", "chess1"], ["ferry0", "ferry1", "ferry2"]]


def test_words_common_in_all_news_bring_nothing_together() -> None:
    common = [
        "government",
        "official",
        "meet",
        "report",
        "discuss",
        "week",
        "spokesman",
        "statement",
        "country",
    ]
    rare = ["grower", "orchard", "blight", "quince", "sapling", "fungus", "nursery", "cooperative", "graft"]
    for words, stories in ((common, 2), (rare, 1)):
        texts = (
            f"Surfers protest a concrete breakwater beside Ardmoyle beach: {', '.join(words)}.",
            f"Astronomers photographed a comet above Tenrique: {' or '.join(words[::-1])}.",
        )
        assert len(group([reading(f"r{i}", text) for i, text in enumerate(texts)])) == stories


def test_a_title_kept_apart_from_the_text_counts() -> None:
    left = reading("a", "Crews worked all night.", title="Ferry stranded off Skerra reef")
    right = reading("b", "Fog is blamed.", title="Skerra reef: stranded ferry refloated")
    bare = [replace(r, title=None) for r in (left, right)]
    assert len(group([left, right])) == 1
    assert len(group(bare)) == 2


def test_the_order_of_readings_does_not_matter(mixed: list[Reading]) -> None:
    assert len({group(order) for order in permutations(mixed)}) == 1


def test_every_reading_is_in_one_story_and_ids_are_distinct(mixed: list[Reading]) -> None:
    empty = [replace(reading(f"empty{i}", ""), sentences=()) for i in range(2)]
    stories = group([*mixed, *empty])
    told = [r.id for story in stories for r in story.readings]
    assert sorted(told) == sorted(r.id for r in [*mixed, *empty])
    assert len({story.id for story in stories}) == len(stories)


def test_a_story_keeps_its_id_when_a_later_report_joins() -> None:
    readings = [reading(f"f{i}", text, published=f"2031-05-0{i + 1}") for i, text in enumerate(FERRY)]
    few, all_ = group(readings[:2]), group(readings)
    assert [story.id for story in few] == [story.id for story in all_]


def test_an_undated_report_does_not_name_a_story_that_has_a_dated_one() -> None:
    dated = reading("a", FERRY[0], published="2031-05-01")
    (story,) = group([dated])
    assert [s.id for s in group([dated, *(reading(f"u{i}", text) for i, text in enumerate(FERRY[1:]))])] == [
        story.id
    ]


def test_stories_are_sorted_by_their_first_day() -> None:
    readings = [
        reading("a", FERRY[0]),
        reading("b", CHESS[0], published="2031-05-02"),
        reading("c", BUDGET, published="2031-05-01"),
    ]
    assert [story.readings[0].id for story in group(readings)] == ["c", "b", "a"]


def test_no_readings_make_no_story() -> None:
    assert group([]) == ()
