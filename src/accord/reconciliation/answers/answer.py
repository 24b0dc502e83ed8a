"""Values of a story as answers: what each measures, of what, and which act it is told of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.reconciliation.answers.measures import COUNT, Measures
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.compare.time import Span
from accord.reconciliation.sources import Sources
from accord.reconciliation.values.context_window import STEM
from accord.reconciliation.values.items import CONVERTED
from accord.reconciliation.values.value_mentions import ValueMention
from accord.reconciliation.values.value_words import ValueWords
from accord.records import Proposition, Quantity, Reading, Time

DAY = "day"
CLOCK = "clock"
_MINUTES = 60.0
# "33 of 41", and the end of a name that a number belongs to ("Apollo 11").
_PART_OF = re.compile(r"\d of (?:\w+ )?$")
_WHOLE_AFTER = re.compile(r"^(?:\s?(?:of|/|out of)\s)(?:the |a |an )?\d")
_NUMBER = re.compile(r"^\d[\d.,]*")
_NAME_BEFORE = re.compile(r"[\w,’'] (?:[A-Z][\w’'-]+)[ -]$")
_PARTIES = frozenset({"who", "whom", "of"})
_CAPITAL = re.compile(r"\b[A-Z][a-z][\w’'-]*")
# So many characters before a value and behind it tell what it is of.
_WINDOW = 70
_SOME = "some"


class Answer(Struct, frozen=True):
    """A value with what tells which question it answers.

    `scales` has the range of the value by what it may measure; days are ordinals, clock times minutes.
    `noun` is what is counted ("" for measures).  `acts` are the words of the predicates that it is tied to,
    `families` those of words for the same acts, `subjects` the names among those who do them or to whom they
    are done, and `window` the words around it without it.
    """

    mention: ValueMention
    start: int
    end: int
    text: str
    scales: Mapping[str, Range]
    noun: str
    acts: frozenset[str]
    families: frozenset[str]
    subjects: frozenset[str]
    window: str


class AnswerReader(Struct, frozen=True):
    """Reads answers off the values of a story; `measures` tells units, `words` families of acts."""

    measures: Measures
    words: ValueWords

    def read(self, mentions: Sequence[ValueMention], sources: Sources) -> list[Answer]:
        """The values that measure, count or date something, in the order of `mentions`."""
        items: dict[tuple[str, int, bool], Quantity | Time] = {}
        tied: dict[tuple[str, int], list[Proposition]] = {}
        for reading in sources.readings:
            given: tuple[Quantity | Time, ...] = (*reading.times, *reading.quantities)
            for each in given:
                items[reading.id, each.start, isinstance(each, Time)] = each
            tied.update({(reading.id, start): told for start, told in _tied(reading).items()})
        period = self.measures.period
        found: list[Answer] = []
        for mention in mentions:
            at = mention.place.start
            if mention.told.kind.startswith(CONVERTED):
                continue
            timed = mention.told.kind in {"time", "length"}
            item = items[mention.report, at, timed]
            scales = self._scales(mention, item, period)
            reading = sources.reading(mention.report)
            if scales and not _is_of_a_name_or_whole(item, scales, reading, mention.place.sentence):
                found.append(self._answer(mention, item, scales, tied, reading))
        return found

    def _answer(
        self,
        mention: ValueMention,
        item: Quantity | Time,
        scales: Mapping[str, Range],
        tied: Mapping[tuple[str, int], Sequence[Proposition]],
        reading: Reading,
    ) -> Answer:
        acts = frozenset(each.lemma for each in tied.get((reading.id, item.start), ()))
        families = frozenset(name for act in acts for name in self.words.families.get(act, ()))
        unit = item.unit or "" if isinstance(item, Quantity) else ""
        return Answer(
            mention=mention,
            start=item.start,
            end=item.end,
            text=" ".join(item.text.split()),
            scales=scales,
            noun=unit if COUNT in scales else "",
            acts=acts,
            families=families,
            subjects=_named(tied.get((reading.id, item.start), ()), item, reading),
            window=_window(mention, item, reading),
        )

    def _scales(
        self, mention: ValueMention, item: Quantity | Time, period: re.Pattern[str]
    ) -> Mapping[str, Range]:
        value = mention.told.value
        if isinstance(value, Range):
            if period.match(item.text.casefold()):
                return {}
            unit = value.unit if isinstance(item, Time) else item.unit
            return self.measures.scales(Range(value.low, value.high, unit), item.text)
        return dict(_calendar(value, item)) if isinstance(item, Time) else {}


def _is_of_a_name_or_whole(
    item: Quantity | Time, scales: Mapping[str, Range], reading: Reading, index: int
) -> bool:
    """The number is part of a name, or of a share of a whole, or the whole."""
    if COUNT not in scales:
        return False
    sentence = reading.sentences[index]
    before = reading.text[sentence.start : item.start]
    after = _NUMBER.sub("", item.text, count=1) + reading.text[item.end : sentence.end]
    shared = _PART_OF.search(before) or _WHOLE_AFTER.search(after)
    return bool(shared or _NAME_BEFORE.search(before))


def _calendar(span: Span, item: Time) -> Iterator[tuple[str, Range]]:
    """The clock time that a time tells, or else its days, if its words name a month or a year."""
    clock = item.value.partition("T")[2]
    if item.type == "TIME" and clock[:1].isdigit():
        hours, _, minutes = clock.partition(":")
        at = float(hours[:2]) * _MINUTES + float(minutes[:2] or 0)
        yield CLOCK, Range(at, at, CLOCK)
    elif item.type == "DATE" and span.earliest and span.latest and any(c.isdigit() for c in item.text):
        yield DAY, Range(float(span.earliest.toordinal()), float(span.latest.toordinal()), DAY)


def _tied(reading: Reading) -> Mapping[int, list[Proposition]]:
    """The propositions that values are tied to, by the first character of each."""
    found: dict[int, list[Proposition]] = defaultdict(list)
    for proposition in reading.propositions:
        for argument in proposition.arguments:
            if argument.role in {"quantity", "time"}:
                found[argument.start].append(proposition)
    return found


def _named(told: Sequence[Proposition], item: Quantity | Time, reading: Reading) -> frozenset[str]:
    """The words with capitals in the parties to what is told, but for the value itself."""
    parts = [
        reading.text[argument.start : argument.end]
        for proposition in told
        for argument in proposition.arguments
        if argument.role in _PARTIES and not (argument.start <= item.start < argument.end)
    ]
    return frozenset(word.casefold()[:STEM] for part in parts for word in _CAPITAL.findall(part))


def _window(mention: ValueMention, item: Quantity | Time, reading: Reading) -> str:
    """The words around a value, whole, its number put out of sight."""
    sentence = reading.sentences[mention.place.sentence]
    text = reading.text
    low, high = max(sentence.start, item.start - _WINDOW), min(sentence.end, item.end + _WINDOW)
    if low > sentence.start:
        low = text.find(" ", low, item.start) + 1 or item.start
    if high < sentence.end:
        high = max(text.rfind(" ", item.end, high), item.end)
    noun = ""
    if isinstance(item, Quantity):
        told = item.text.split()
        noun = " " + told[-1] if len(told) > 1 else ""
    return " ".join(f"{text[low : item.start]}{_SOME}{noun}{text[item.end : high]}".split())
