"""Headlines of a guide and its lists of other posts: what is not to be read as telling of the mission."""

from __future__ import annotations

import re

from accord.ledger.missions.things import Finder

# A headline ends in a year set off by a comma; a sentence that ends in a day ("on May 4, 1917") does not.
_HEADLINE = re.compile(
    r"(?:U\.S\.|[^.;])*[^\d.;],\s*(?:[A-Z]\w+\s+\d{1,2},\s+)?"
    r"\d{4}(?:\s*[-–—&]\s*\d{2,4})?\.?\s*\Z"
)
_TELLS = re.compile(r"\b(?:was|were|presented)\b|\A(?:The|On|In|An?)\s.*\b[a-z]+ed\b")
_LONGEST = 200


def is_headline(finder: Finder, start: int) -> bool:
    """Whether the paragraph that begins there is a headline: one line that ends in a year, no sentence."""
    text = finder.text[start : finder.end_of_paragraph(start)]
    return len(text) < _LONGEST and _HEADLINE.match(text) is not None and not _TELLS.search(text)


def announces_host(finder: Finder, start: int, end: int) -> bool:
    """Whether the headline is on the host's mission: "Establishment of the Ruritanian Legation"."""
    first = finder.words.mission.search(finder.text, start, end)
    return first is not None and finder.sides.owner(finder.text[:end], *first.span()) == "host"


def announces_list(finder: Finder, start: int) -> bool:
    """Whether the paragraph before the one that begins there ends with the announcement of a list."""
    before = finder.text.rfind("\n\n", 0, max(0, start - 2))
    announced = finder.text[:start].rstrip().endswith(":")
    return announced and finder.words.lists.search(finder.text, max(0, before), start) is not None
