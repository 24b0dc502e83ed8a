"""Grouping reports into stories."""

from __future__ import annotations

from itertools import permutations

import pytest
from msgspec.structs import replace

from accord.grouping.stories import Grouper, group
from accord.records import Reading
from accord.settings import Settings
from readings import ReadingBuilder
from senses import Senses

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
    grouper = Grouper.of(Settings())
    assert len({grouper.group(order) for order in permutations(mixed)}) == 1


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


SENSES = Senses(
    "dam wall reservoir spillway", "crack cracks leak seepage", "evacuate evacuated villagers homes return",
    "beat defeated won", "match final semi-final", "goal goals penalty header",
)  # fmt: skip
DAM = {
    "2031-03-02": "Villagers below the Corvane dam were evacuated after cracks opened in its wall. "
    "Engineers of Corvane Hydro lowered the reservoir overnight.",
    "2031-03-09": "Corvane Hydro blames frost for cracks in the Corvane dam. "
    "Villagers evacuated a week ago sleep in a school.",
    "2031-05-20": "Villagers evacuated from below the Corvane dam may return to their homes. "
    "Corvane Hydro has filled the cracks in the wall and the reservoir is rising.",
}
MATCHES = {
    "2031-06-03 Tarn": "Orlen Rovers beat Tarn United in the semi-final. "
    "Sova scored both goals in Tarn, one a penalty after a handball.",
    "2031-06-04 Tarn": "A penalty decided it: Orlen Rovers won the semi-final in Tarn. "
    "Sova scored twice after a handball by a defender of Tarn United.",
    "2031-06-11 Keld": "Orlen Rovers beat Keld Athletic in the final. "
    "A header by Brandvold in extra time was the only goal at Keld.",
    "2031-06-12 Keld": "Brandvold headed the goal in extra time as Orlen Rovers won the final at Keld. "
    "Keld Athletic hit the bar.",
}


def in_meaning(readings: list[Reading]) -> list[list[str]]:
    found = Grouper.load(encoding=SENSES).group(readings)
    return sorted([r.id for r in story.readings] for story in found)


def dated(texts: dict[str, str]) -> list[Reading]:
    return [reading(name, text, published=name[:10]) for name, text in texts.items()]


def test_a_report_that_goes_on_after_weeks_joins_where_its_meaning_is_known() -> None:
    assert in_meaning(dated(DAM)) == together(dated(DAM)) == [sorted(DAM)]


def test_without_vectors_a_story_that_was_silent_for_weeks_is_over() -> None:
    found = group(dated(DAM), settings=Settings(vectors=False))
    assert sorted([r.id for r in story.readings] for story in found) == [
        ["2031-03-02", "2031-03-09"],
        ["2031-05-20"],
    ]


def test_another_match_of_a_team_stays_apart() -> None:
    tarn, keld = ([name for name in MATCHES if name.endswith(place)] for place in ("Tarn", "Keld"))
    assert in_meaning(dated(MATCHES)) == together(dated(MATCHES)) == [tarn, keld]


def test_another_happening_of_the_kind_after_weeks_stays_apart() -> None:
    others = {
        "2031-05-21": "The Ulmstead dam leaks, and villagers were evacuated. "
        "Soldiers of the second brigade laid sandbags along the Ulm.",
        "2031-05-22": "Sandbags of the second brigade held back the Ulm. "
        "Homes below the Ulmstead dam were evacuated when its spillway cracked.",
    }
    found = in_meaning([*dated(DAM), *dated(others)])
    assert found == [sorted(DAM), sorted(others)]


def test_the_order_of_readings_does_not_matter_to_their_meaning() -> None:
    readings = dated({**DAM, **dict(list(MATCHES.items())[:2])})
    grouper = Grouper.load(encoding=SENSES)
    assert len({grouper.group(order) for order in permutations(readings)}) == 1
