"""Mentions of dates and figures: what each says and counts, and what of its sentence tells what it is of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.compare.time import Span
from accord.reconciliation.events.join import Happening

Stems = frozenset[str]


class MentionPlace(Struct, frozen=True):
    """Where a value stands: its report, the index of its sentence, and its first character.

    `printed` is the day the report was published, `tells` is false of values in headlines.
    """

    report: str
    sentence: int
    start: int
    printed: date | None = None
    tells: bool = True


class ToldValue(Struct, frozen=True):
    """What is told: a day, a length of time or an amount, and how it is shown (`label`).

    `kind` is "time", "length" or "quantity" with its unit.  `as_of_print` is the weekday or the words of a
    time that is reckoned from the day of publication.
    """

    kind: str
    value: Range | Span
    label: str
    as_of_print: str | None = None

    @property
    def is_time(self) -> bool:
        """It is a day, a month or a year, no length of time."""
        return self.kind == "time"


class CountedThing(Struct, frozen=True):
    """What a figure counts.

    `counts` says that its unit is what is counted, which another report may call otherwise ("rebels",
    "fighters").  `specifics` are the words that narrow it ("armed" in "two armed men"), `apart` those that
    make it another value ("two other men", "since May").  `modifies` is the word that a figure written as one
    with its unit stands before ("murder" after "30-year-old"), `classes` those of things that what is counted
    or stands so belongs to (see vocabulary/en/quantities/counted.json).
    """

    counts: bool = False
    specifics: Stems = frozenset()
    apart: Stems = frozenset()
    modifies: str | None = None
    classes: frozenset[str] = frozenset()


class MentionContext(Struct, frozen=True):
    """The words around a value in its sentence.

    `around` holds those near it with how near they stand (1 is next to it; names count more), `telling` the
    same weighed by how rare each is in the news, `next_to` those next to it that are neither names nor tell
    that something was said, `left` and `right` what is written directly before and after it, nearest first.
    `names` are the names of the sentence, `named` those near..  `of_speech` says that it stands next to who
    said something, `crowd` how many values of its kind the sentence has.
    """

    around: Mapping[str, float]
    telling: Mapping[str, float] = {}
    next_to: Stems = frozenset()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    names: Stems = frozenset()
    named: Stems = frozenset()
    of_speech: bool = False
    crowd: int = 1


class NearbyActs(Struct, frozen=True):
    """The acts told near a value.

    `families` are those of words for one act that the act told nearest is of, `akin` those of all acts near,
    `types` the types of the events of its sentence, nearest first; `owner` is the happening of a known kind
    that it dates.
    """

    families: frozenset[str] = frozenset()
    akin: frozenset[str] = frozenset()
    types: tuple[str, ...] = ()
    owner: Happening | None = None


class ValueMention(Struct, frozen=True):
    """A date or figure of a sentence, with what tells which of two sentences' values are of one thing."""

    place: MentionPlace
    told: ToldValue
    context: MentionContext
    counted: CountedThing = CountedThing()
    acts: NearbyActs = NearbyActs()

    @property
    def report(self) -> str:
        """The report that has it."""
        return self.place.report
