"""The course of a story: its facts by the day they happened, and by the day they were first told."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.edtf import day_of
from accord.present.dates import in_words
from accord.present.view.citations import Citations, CitedReport
from accord.present.view.facts import FactView


class DayOfFacts(Struct, frozen=True):
    """The facts of one day, weightiest first."""

    day: str
    facts: tuple[FactView, ...]


class DayOfReports(Struct, frozen=True):
    """The reports that were published on one day, and the facts that none of an earlier day tells.

    The weightiest fact is the first.
    """

    day: str
    sources: tuple[CitedReport, ...]
    facts: tuple[FactView, ...]


class Course(Struct, frozen=True):
    """`days` from the earliest to the latest; `told` is empty where all reports are of one day.

    `undated` are reports whose day of publication is not known; what they tell is new on no later day.
    """

    days: tuple[DayOfFacts, ...]
    told: tuple[DayOfReports, ...]
    undated: tuple[CitedReport, ...]

    @property
    def since(self) -> tuple[DayOfReports, ...]:
        """The days after the first that brought something new, the latest first."""
        return tuple(day for day in reversed(self.told[1:]) if day.facts)


def course(facts: Sequence[FactView], citations: Citations) -> Course:
    """The course of the story that `facts` tell, weightiest first."""
    by_day: dict[str, list[FactView]] = {}
    for view in facts:
        if view.fact.when:
            by_day.setdefault(view.fact.when, []).append(view)
    return Course(
        days=tuple(DayOfFacts(in_words(day), tuple(by_day[day])) for day in sorted(by_day)),
        told=_told(facts, citations),
        undated=tuple(source for source in citations.sources if _published(source) is None),
    )


def _told(facts: Sequence[FactView], citations: Citations) -> tuple[DayOfReports, ...]:
    days = sorted({day for source in citations.sources if (day := _published(source))})
    if len(days) < 2:
        return ()
    new: dict[str, list[FactView]] = {day: [] for day in days}
    for view in facts:
        told = [_published(source) for source in view.sources]
        first = min(filter(None, told), default=None)
        # A report without a day may have told it before, and then it was not new.
        if first is not None and (first == days[0] or None not in told):
            new[first].append(view)
    return tuple(
        DayOfReports(
            in_words(day),
            tuple(source for source in citations.sources if _published(source) == day),
            tuple(new[day]),
        )
        for day in days
    )


def _published(source: CitedReport) -> str | None:
    """The full day of publication, where it is known."""
    day = day_of(source.report.published)
    return day.isoformat() if day else None
