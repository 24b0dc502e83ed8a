"""Event coreference on gold mentions: which of them tell of one happening, across all reports at once.

Usage: python -m benchmarks.coreference GOLD.jsonl OUT.jsonl [--same-word | --fit | --cross] [--readings DIR]

A line of GOLD is a report with its `mentions` (`id`, `start`, `end`); topics and clusters in it are not
looked at.  The reports are put into stories as `accord stories` does it, and the mentions of each story are
joined by the coreference that reconciliation uses.  Written is one line a mention: {"mention", "cluster"}.
`--same-word` joins mentions of a story that have one lemma, to compare with.  `--fit` learns
src/accord/vocabulary/models/coreference.json from the gold's topics and clusters and writes that file
instead.
`--cross` joins the mentions of each fifth of the topics by what was learnt on the others.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from accord.extraction.actors.gazetteer import Gazetteer
from accord.extraction.parse.pipeline import Parser
from accord.grouping.stories import group
from accord.grouping.terms import Weigher
from accord.reconciliation.coreference.join import Coreference
from accord.reconciliation.coreference.mention import ActMention
from accord.records import Reading, Report
from accord.settings import DEFAULT_PIPELINE
from accord.text.headlines import sentence_case
from benchmarks.gold_mentions import MentionReader, lemmas_of
from benchmarks.gold_readings import add_option, read_gold


class StoryMentions(Struct, frozen=True):
    """The gold mentions of one story of Accord's own grouping: their ids, and what coreference sees."""

    story: str
    ids: tuple[str, ...]
    mentions: tuple[ActMention, ...]
    alike: Callable[[str, str], float]


def stories(rows: list[dict[str, Any]], kept: Path | None = None) -> Iterator[StoryMentions]:
    """Read the reports, group them, and read their gold mentions off the parse."""
    parser = Parser.load(DEFAULT_PIPELINE)
    coreference = Coreference.load()
    readings: dict[str, Reading] = {}
    docs = {}
    name_words, is_common = Gazetteer.load().name_words, parser.is_common
    reports = [Report(row["id"], row["text"], sha256(row["text"].encode()).hexdigest()) for row in rows]
    for report, reading in zip(reports, read_gold(reports, kept), strict=True):
        text = report.text
        spelling = sentence_case(text, reading.regions, name_words, is_common)
        doc = parser.parse(spelling, [region.start for region in reading.regions])
        readings[reading.id] = reading
        docs[reading.id] = parser.spell(doc, text) if spelling != text else doc
    lemmas = lemmas_of(docs.values())
    spans = {row["id"]: row["mentions"] for row in rows}
    alike = Weigher.load().likeness(tuple(readings.values()))
    for story in group(tuple(readings.values())):
        found = [
            (given["id"], reader.mention(given["start"], given["end"]))
            for reading in story.readings
            for reader in [MentionReader(reading, docs[reading.id], coreference.words, lemmas)]
            for given in spans[reading.id]
        ]
        yield StoryMentions(story.id, tuple(i for i, _ in found), tuple(m for _, m in found), alike)


def joined(told: StoryMentions, coreference: Coreference, common: Callable[[str], float]) -> list[list[int]]:
    """The mentions of a story by happening."""
    return coreference.join(told.mentions, common, told.alike)


def by_word(told: StoryMentions) -> list[list[int]]:
    """The mentions of a story by lemma."""
    words: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(told.mentions):
        words[mention.lemma].append(index)
    return list(words.values())


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--same-word", action="store_true")
    way.add_argument("--fit", action="store_true")
    way.add_argument("--cross", action="store_true")
    add_option(parser)
    arguments = parser.parse_args()
    lines = arguments.gold.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    coreference, common = Coreference.load(), Weigher.load().share
    if arguments.fit or arguments.cross:
        from benchmarks.fit_coreference import Answer, by_topic, learnt, lessons, written

        answers = {
            mention["id"]: Answer(row["topic"], row["subtopic"], mention["cluster"])
            for row in rows
            for mention in row["mentions"]
        }
        taught = list(lessons(stories(rows, arguments.readings), answers, coreference, common))
        if arguments.fit:
            arguments.out.write_bytes(written(learnt(taught, coreference)))
            return
        found = [
            (lesson.told, joined(lesson.told, known, common))
            for train, rest in by_topic(taught)
            for known in [learnt(train, coreference)]
            for lesson in rest
            if lesson.whole
        ]
    else:
        found = [
            (told, by_word(told) if arguments.same_word else joined(told, coreference, common))
            for told in stories(rows, arguments.readings)
        ]
    with arguments.out.open("w", encoding="utf-8") as stream:
        for told, clusters in found:
            for number, members in enumerate(clusters):
                for index in members:
                    line = {"mention": told.ids[index], "cluster": f"{told.story}/{number}"}
                    stream.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
