"""Headlines: what they announce, whose mission they are on, and where lists of other posts begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from accord.guides.act_kinds import told
from accord.guides.act_objects import ObjectFinder
from accord.guides.dates import dated, is_day
from accord.guides.envoys import ParagraphFocus
from accord.guides.mission_acts import SORTS, ActKind, MissionAct
from accord.guides.verb_clauses import verbs
from accord.records import Evidence, Reading, Sentence

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")

# A headline ends in a year set off by a comma; a sentence that ends in a day ("on May 4, 1917") does not.
_HEADLINE = re.compile(
    r"(?:(?:[A-Z]\.)+|[^.;])*[^\d.;],\s*(?:[A-Z]\w+\s+\d{1,2},\s+)?"
    r"\d{4}(?:\s*[-–—&]\s*\d{2,4})?\.?\s*\Z"
)
_LONGEST = 200


def is_headline(finder: ObjectFinder, start: int) -> bool:
    """Whether the paragraph that begins there is a headline: one line that ends in a year, no sentence."""
    text = finder.text[start : finder.end_of_paragraph(start)]
    tells = finder.words.phrases.entries.tells
    return len(text) < _LONGEST and _HEADLINE.match(text) is not None and not tells.search(text)


def announces_host(finder: ObjectFinder, start: int, end: int) -> bool:
    """Whether the headline is on the host's mission: "Establishment of the Ruritanian Legation"."""
    first = finder.words.mission.search(finder.text, start, end)
    return first is not None and finder.sides.owner(finder.text[:end], *first.span()) == "host"


def announces_list(finder: ObjectFinder, start: int) -> bool:
    """Whether the paragraph before the one that begins there ends with the announcement of a list."""
    before = finder.text.rfind("\n\n", 0, max(0, start - 2))
    announced = finder.text[:start].rstrip().endswith(":")
    return announced and finder.words.lists.search(finder.text, max(0, before), start) is not None


class GuideSection(Struct, frozen=True):
    """What stands under one headline."""

    reading: Reading
    finder: ObjectFinder
    headline: Sentence | None = None
    paragraph: int = 0
    sentences: list[Sentence] = []

    def announced(self, acts: Sequence[MissionAct]) -> Iterator[MissionAct]:
        """What the headline announces for a year, if none of `acts` is of the like in that year.

        The first day of that year told under it dates it, whatever the words.
        """
        if self.headline is None:
            return
        start, text = self.headline.start, self.reading.text
        end = self.finder.end_of_paragraph(start)
        years = set(_YEAR.findall(text[start:end]))
        kinds: set[str] = set()
        for verb in verbs(text, start, end, (), self.finder.words):
            for kind, level, thing in told(self.finder, verb, self.finder.things(verb), ParagraphFocus()):
                if kind == "last" or kind in kinds or not self._is_missing(kind, level, years, acts):
                    continue
                if (dated_by := self._first_day(years)) is not None:
                    kinds.add(kind)
                    sentence, day = dated_by
                    quote = Evidence(self.reading.id, *sentence, text[slice(*sentence)])
                    place = self.finder.place_of(thing, verb) if thing else None
                    yield MissionAct(kind, level, day, quote, place=place, paragraph=self.paragraph)

    def _is_missing(
        self, kind: ActKind, level: str | None, years: Set[str], acts: Sequence[MissionAct]
    ) -> bool:
        sort = SORTS.get(kind)
        return sort is not None and not any(
            act.date[:4] in years
            and (SORTS.get(act.kind) == sort or (level == "Consulate" and act.kind == "appoint"))
            for act in acts
        )

    def _first_day(self, years: Set[str]) -> tuple[tuple[int, int], str] | None:
        """The first day of the years told, if it may be in a sentence that is on no third state."""
        text, third = self.reading.text, self.finder.sides.third
        days = [
            ((sentence.start, sentence.end), time.edtf)
            for sentence in self.sentences
            for time in dated(
                text, sentence.start, sentence.end, self.reading.times, self.finder.words.phrases.clauses
            )
            if time.edtf is not None and is_day(time.edtf) and time.edtf[:4] in years
        ]
        own = [day for day in days if third.search(text, *day[0]) is None]
        return next(iter(own or days), None)
