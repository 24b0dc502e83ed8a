"""How long dossiers are beside their reports: the page before anything is opened, and the Markdown.

Usage: python -m benchmarks.lengths DOSSIERS

`DOSSIERS` is what `python -m benchmarks.news` writes.  Prints a line for each dossier of several reports: the
characters of its reports, and as shares of them the visible text of the page and the Markdown.  The exit
status is 1 where one is longer than half of its reports.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import msgspec
from lxml import html  # type: ignore[import-untyped]

from accord.present.html.page import render_page
from accord.present.markdown import render_markdown
from accord.records import Dossier
from benchmarks.gold_files import rows

MOST = 0.5
"""The longest that a dossier may be, as a share of its reports."""

_UNSEEN = (
    "//head|//script|//style|//*[@hidden]|//a[@class='skip']|//*[contains(concat(' ',@class,' '),' hidden ')]"
)


def closed_text(page: str) -> str:
    """What can be read on a page before anything is opened, with white space as single spaces."""
    root: Any = html.document_fromstring(page)
    for element in root.xpath(_UNSEEN):
        if element.getparent() is not None:
            element.drop_tree()
    for details in root.xpath("//details[not(@open)]"):
        details.text = None
        for part in list(details):
            part.tail = None
            if part.tag != "summary":
                details.remove(part)
    return " ".join(" ".join(root.itertext()).split())


def shares(dossier: Dossier) -> tuple[int, float, float]:
    """The characters of the reports of `dossier`, and the shares of them that page and Markdown have."""
    reports = sum(len(report.text) for report in dossier.reports) or 1
    page, markdown = closed_text(render_page([dossier], ())), render_markdown([dossier], ())
    return reports, len(page) / reports, len(markdown) / reports


def main() -> int:
    """Parse the arguments and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dossiers", type=Path)
    longest = 0.0
    print(f"{'story':<12}{'reports':>8}{'characters':>12}{'page':>8}{'Markdown':>10}")
    for row in rows(parser.parse_args().dossiers):
        for dossier in msgspec.convert(row["stories"], list[Dossier]):
            if len(dossier.reports) > 1:
                total, page, markdown = shares(dossier)
                longest = max(longest, page, markdown)
                print(f"{row['story']:<12}{len(dossier.reports):>8}{total:>12}{page:>8.2f}{markdown:>10.2f}")
    print(f"longest {longest:.2f}, at most {MOST}")
    return int(longest > MOST)


if __name__ == "__main__":
    sys.exit(main())
