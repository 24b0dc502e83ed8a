"""What a time expression means, before it is a record; what narrows it; what is known where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from accord.extraction.times.expressions.calendar_points import Point, of
from accord.extraction.times.expressions.tense import Tense, Tenses
from accord.extraction.times.expressions.time_words import TimeLexicon
from accord.records import TimeType

PUBLISHED = "published"
# So many times back an expression may point.
_NEAR = 12
# So many characters back an hour may lean on a day; farther off it leans on the day of publication.
_CLOSE_BY = 300
# So many characters after an expression the month stands that it shares ("10 and 12 May").
_SHARED = 24
_FINENESS = {
    "day": 0, "weekend": 1, "week": 2, "month": 3, "quarter": 4, "season": 4, "half": 5, "year": 6,
    "decade": 7, "century": 8,
}  # fmt: skip
Groups = Mapping[str, str | None]
"""What the named groups of a rule hold."""


class Meaning(Struct, frozen=True):
    """Type, value and bounds of an expression; `point` is what later expressions can refer to.

    `until` is the last point of a range that `point` begins; `aside` marks a point that is only
    compared with ("a year earlier").  `offset` is how many minutes a time of day is ahead of UTC.
    """

    type: TimeType
    value: str
    mod: str | None = None
    point: Point | None = None
    until: Point | None = None
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    anchor: str | None = None
    how: str = ""
    aside: bool = False
    offset: int | None = None


class Mentioned(Struct, frozen=True):
    """A point mentioned before and the index of its Time; `aside` if it is only compared with."""

    index: int
    point: Point
    aside: bool = False
    end: int = 0


class Context(Struct):
    """What is known where an expression stands: the report's date, the times before it, its tense.

    `printed` is the day of publication.  `history` holds the starts of the expressions that stand where
    history is told, and `chain` the years of those that are dates written without one, by their starts.
    """

    lexicon: TimeLexicon
    printed: date | None
    text: str
    tenses: Tenses
    history: frozenset[int] = frozenset()
    chain: Mapping[int, int] = field(default_factory=dict)
    mentioned: list[Mentioned] = field(default_factory=list)
    start: int = 0
    end: int = 0

    @property
    def published(self) -> date | None:
        """The day of publication where the expression can lean on it: not where history is told."""
        return None if self.start in self.history else self.printed

    @property
    def years(self) -> Mapping[int, int] | None:
        """The years of the dates without one where history is told; None elsewhere."""
        return self.chain if self.start in self.history else None

    @property
    def tense(self) -> Tense | None:
        """The tense of the clause the expression stands in."""
        return self._tense(through_nouns=True)

    @property
    def own_tense(self) -> Tense | None:
        """The tense of the verb the expression hangs on; None where it hangs on a noun."""
        return self._tense(through_nouns=False)

    def _tense(self, *, through_nouns: bool) -> Tense | None:
        if self.text[self.end : self.end + 2] in ("'s", "’s"):
            return "past"
        if self.has_begun:
            return "past"
        tense = self.tenses.at(self.start, self.end, through_nouns)
        if self.word_before() in self.lexicon.words.deadlines:
            return tense if self.tenses.is_lasting(self.start, self.end) else "future"
        return tense

    @property
    def has_begun(self) -> bool:
        """Whether what is told goes on from the expression ("since May"), which then is past."""
        return self.word_before() in self.lexicon.words.beginnings

    def is_generic(self, relative: str | None) -> bool:
        """Whether the expression is any such time ("on a Sunday"), unless a word points to one."""
        opened = not relative and self.word_before() in self.lexicon.words.generic_openers
        return opened and not self.tenses.is_described(self.end)

    @property
    def is_foretold(self) -> bool:
        """Whether the clause says what "will" be."""
        return self.tenses.is_foretold(self.start, self.end)

    @property
    def is_arranged(self) -> bool:
        """Whether a sentence in the present sets the day ("the choir sings on Sunday")."""
        return self.own_tense == "present" and self.tenses.is_arranged(self.start, self.end)

    def is_aside(self, meaning: Meaning) -> bool:
        """Whether what follows does not go on from here: only compared with, or a narrative's background."""
        if self.years is None or meaning.point is None or meaning.point.grain != "year":
            return meaning.aside
        return meaning.anchor is None and self.tenses.is_background(self.start, self.end)

    def here(self, grain: str) -> tuple[Point, str] | None:
        """The point of `grain` the text is at, and its anchor: publication, or a narrative's last time."""
        if self.published is not None:
            return of(self.published, grain), PUBLISHED
        mentioned = self.last(grain) if self.years is not None else None
        if mentioned is None:
            return None
        return mentioned.point.at(grain), f"time:{mentioned.index}"

    def today(self) -> tuple[date, str] | None:
        """The day that the text is at, and its anchor; for coarser times of a narrative, their first."""
        if self.published is not None:
            return self.published, PUBLISHED
        mentioned = self.last("year") if self.years is not None else None
        day = mentioned.point.bounds()[0] if mentioned else None
        return (day, f"time:{mentioned.index}") if mentioned and day else None

    def topic(self) -> Mentioned | None:
        """The quarter or half-year that the report is about."""
        for one in reversed(self.mentioned[-_NEAR:]):
            if one.point.grain in ("quarter", "half") and not one.aside:
                return one
        return None

    def last(self, grain: str) -> Mentioned | None:
        """The last point mentioned that is at least as fine as `grain`, if one is near enough."""
        most = _FINENESS.get(grain, 9)
        for one in reversed(self.mentioned[-_NEAR:]):
            if one.aside and self.years is not None:
                continue
            if _FINENESS.get(one.point.grain, 9) <= most:
                return one
        return None

    def last_near(self, grain: str) -> Mentioned | None:
        """The last point at least as fine as `grain`; in a report of known day, only from close by."""
        one = self.last(grain)
        if one is None or self.published is None:
            return one
        first, _ = one.point.bounds()
        ahead = first is not None and first > self.published and self.tense == "past"
        return one if self.start - one.end <= _CLOSE_BY and not ahead else None

    def is_capital(self, word: str) -> bool:
        """Whether `word` of the expression is written with a capital."""
        offset = self.text[self.start : self.end + _SHARED].lower().find(word)
        return offset >= 0 and self.text[self.start + offset].isupper()

    def word_before(self) -> str:
        """The lower-case word before the expression, or ""."""
        words = self.text[max(0, self.start - 24) : self.start].split()
        gap = self.text[self.start - 1 : self.start]
        return words[-1].lower() if words and gap.isspace() else ""


def at(
    point: Point, *, mod: str | None = None, anchor: str | None = None, how: str = "as written"
) -> Meaning:
    """A date: the point, narrowed or opened by `mod`."""
    first, last = point.bounds()
    edtf = point.edtf
    known = point.year is not None
    if mod == "APPROX" and known:
        first, last = _around(point)
        edtf = f"{edtf}~" if edtf and point.grain in ("year", "month", "day", "decade") else edtf
    if mod == "BEFORE":
        first, edtf = None, f"../{edtf}" if edtf and "/" not in edtf and known else None
    elif mod == "AFTER":
        last, edtf = None, f"{edtf}/.." if edtf and "/" not in edtf and known else None
    return Meaning(
        "DATE",
        point.value,
        mod=mod or None,
        point=point,
        edtf=edtf,
        earliest=first,
        latest=last,
        anchor=anchor,
        how=how,
    )


def _around(point: Point) -> tuple[date | None, date | None]:
    """The days of the point with the unit before and after it; of a day, three days either way."""
    days = 3 if point.grain == "day" else 1
    return point.shift(-days, point.grain).bounds()[0], point.shift(days, point.grain).bounds()[1]


def between(first: Point, last: Point, *, anchor: str | None = None, how: str = "as written") -> Meaning:
    """A range of dates from one point to another."""
    start, end = first.bounds()[0], last.bounds()[1]
    edtf = f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None
    if start and end and start > end:
        edtf = start = end = None
    return Meaning(
        "DATE",
        f"{first.value}/{last.value}",
        point=first,
        until=last,
        edtf=edtf,
        earliest=start,
        latest=end,
        anchor=anchor,
        how=how,
    )


def reference(value: str, published: date | None, how: str = "vague") -> Meaning:
    """PAST_REF, PRESENT_REF or FUTURE_REF, bounded by the day of publication where it is known."""
    anchor = PUBLISHED if published else None
    earliest = published if value == "FUTURE_REF" else None
    latest = published if value == "PAST_REF" else None
    if value == "PRESENT_REF":
        anchor = None
    return Meaning("DATE", value, earliest=earliest, latest=latest, anchor=anchor, how=how)


def clip(meaning: Meaning, phase: str | None, published: date | None) -> Meaning:
    """Apply "earlier" or "later" ("earlier this year"): the point as far as, or from, publication."""
    if phase == "APPROX" and meaning.point is not None and meaning.type == "DATE":
        return at(meaning.point, mod=phase, anchor=meaning.anchor, how=meaning.how)
    if phase not in ("BEFORE", "AFTER"):
        return replace(meaning, mod=phase or meaning.mod)
    first, last = meaning.earliest, meaning.latest
    if published is None or first is None or last is None or not first <= published <= last:
        return meaning
    if phase == "BEFORE":
        return replace(meaning, latest=published, how=f"{meaning.how}, until publication")
    return replace(meaning, earliest=published, how=f"{meaning.how}, from publication")


def words_of(text: str | None) -> str:
    """`text` with single spaces, or ""."""
    return " ".join((text or "").split())


def phased(meaning: Meaning, phase: str, context: Context) -> Meaning:
    """Apply a phase or modifier before the expression ("early", "around", "the end of")."""
    word = " ".join(phase.replace("-", " ").split())
    if not word:
        return meaning
    words = context.lexicon.words
    return clip(meaning, words.phases.get(word) or words.modifiers.get(word), context.published)


def phased_groups(meaning: Meaning, groups: Groups, context: Context) -> Meaning:
    """Apply what stands in the group "phase"."""
    return phased(meaning, groups.get("phase") or "", context)


def with_part(meaning: Meaning, part: str | None, context: Context) -> Meaning:
    """Add a part of the day ("Friday morning")."""
    if not part:
        return meaning
    return replace(meaning, type="TIME", value=meaning.value + context.lexicon.words.day_parts[part])
