"""The rule that facts are measured against: like sentences joined by TF-IDF, those of most reports first.

Usage: python -m benchmarks.naive_facts STORIES OUT

It reads nothing but words: sentences end at full stops, terms are lower-case words of three letters or more
and numbers.  Written are lines in the form of benchmarks/news.py.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from accord.grouping.average_link import average_link
from accord.grouping.terms import product
from benchmarks.gold_files import rows

_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*(?:[.!?](?!\s)[^.!?\n]*)*[.!?]?[\"”’]?")
_TERM = re.compile(r"\d+|[a-z]{3,}")
_FEWEST_TERMS = 4
_WHOLE = 1000
_LIKE = 0.15 * _WHOLE


def facts(reports: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The groups of like sentences of some reports, those of most reports first, then those told earliest."""
    spans = [
        {"report": report["id"], "start": found.start(), "end": found.end(), "text": found.group()}
        for report in reports
        for found in _SENTENCE.finditer(report["text"])
        if len(_TERM.findall(found.group().lower())) >= _FEWEST_TERMS
    ]
    counts = [Counter(_TERM.findall(span["text"].lower())) for span in spans]
    holders = Counter(term for each in counts for term in each)
    vectors = []
    for each in counts:
        weights = {term: much * math.log(len(spans) / holders[term]) for term, much in each.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({term: weight / length for term, weight in weights.items()})
    scores = {}
    for other, vector in enumerate(vectors):
        for one in range(other):
            score = round(_WHOLE * product(vectors[one], vector))
            if score:
                scores[one, other] = score
    groups = average_link(len(spans), scores, _LIKE)
    for group in sorted(groups, key=lambda group: (-len({spans[at]["report"] for at in group}), group[0])):
        yield {"evidence": [spans[at] for at in group]}


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8") as stream:
        for row in rows(arguments.stories):
            story = {"reports": row["reports"], "facts": list(facts(row["reports"]))}
            stream.write(json.dumps({"story": row["story"], "stories": [story]}) + "\n")


if __name__ == "__main__":
    main()
