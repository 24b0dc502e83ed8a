"""Which reports of a gold set are of one story, as `accord stories` tells it.

Usage: python -m benchmarks.stories REPORTS OUT [--readings DIR]

Writes `{"id", "story"}` a line.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from accord.grouping.stories import Grouper
from accord.intake.intake import read
from accord.run.threads import use_one_thread
from accord.settings import Settings
from benchmarks.gold_readings import add_option, read_gold


def main() -> None:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("reports", type=Path)
    parser.add_argument("out", type=Path)
    add_option(parser)
    arguments = parser.parse_args()
    readings = read_gold(read(arguments.reports).reports, arguments.readings)
    with arguments.out.open("w", encoding="utf-8") as stream:
        for story in Grouper.of(Settings()).group(tuple(readings)):
            for reading in story.readings:
                for id in reading.ids:
                    stream.write(json.dumps({"id": id, "story": story.id}) + "\n")


if __name__ == "__main__":
    use_one_thread()
    main()
