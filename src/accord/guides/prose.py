"""The acts of missions that a guide in prose tells, each with the sentence that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.guides import headlines
from accord.guides.act_kinds import (
    is_real,
    told,
)
from accord.guides.act_objects import (
    Finder,
    Thing,
)
from accord.guides.act_wordings import Words
from accord.guides.bilateral import Sides
from accord.guides.envoys import (
    Focus,
    attend,
    note,
    settled,
)
from accord.guides.mission_acts import (
    Act,
    Kind,
)
from accord.guides.verb_clauses import (
    Verb,
    dated,
    verbs,
)
from accord.records import (
    Evidence,
    Reading,
    Sentence,
    Time,
)

_PRONOUN = re.compile(
    r"(?:\A\s*|\b)(?P<it>it|(?:the|this|that) (?:post|office|mission|agency|position))\s+(?:\w+\s+){0,2}\Z"
    r"|\A\s*(?:it|(?:the|this|that) (?:post|office|agency))\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\s+(?:at|in)\s+[A-Z]")
# What is told of relations counts under any headline; the rest only where it is not on the host's mission.
_OF_RELATIONS = frozenset({"sever", "interrupt", "resume", "war", "establish"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_RELATIVE = re.compile(
    r"(?:,\s+(?:which|who|that)\s[^.;]*,|\([^()]*\))\s+(?:was\s+|were\s+|had\s+been\s+)?\Z"
)
_BOUND = re.compile(
    r"\b(?:(?P<until>until|till|to|through)|from|since|beginning(?:\s+(?:in|on))?)\s+(?:the\s+)?"
    r"(?:(?:about|early|late|around)\s+)?\Z",
    re.IGNORECASE,
)
# Where an envoy resides may stand so much text after his credentials.
_SOON = 400
_BEFORE = 300


def acts(reading: Reading, sides: Sides, words: Words) -> tuple[Act, ...]:
    """The acts that `reading` tells as done, in the order of the text; those of the host are left out."""
    finder = Finder(reading.text, sides, words)
    found: list[Act] = []
    section = headlines.Section(reading, finder)
    sections = [section]
    focus, headline, foreign = Focus(), False, False
    paragraph = end = 0
    for sentence in reading.sentences:
        if "\n\n" in reading.text[end : sentence.start] or end == 0:
            paragraph += 1
            focus = Focus(others=headlines.announces_list(finder, sentence.start))
            headline = sentence.kind == "heading" or headlines.is_headline(finder, sentence.start)
            foreign = foreign and not headline
        end = sentence.end
        if headline or sentence.kind == "heading":
            foreign = foreign or headlines.announces_host(finder, sentence.start, sentence.end)
            section = headlines.Section(reading, finder, None if foreign else sentence, paragraph)
            sections.append(section)
        else:
            section.sentences.append(sentence)
            found.extend(_Teller(reading, finder, sentence, focus, paragraph, foreign).acts())
    for section in sections:
        found.extend(section.announced(tuple(found)))
    return settled(sorted(found, key=lambda act: act.evidence.start), finder)


class _Teller(Struct, frozen=True):
    """A sentence in its paragraph."""

    reading: Reading
    finder: Finder
    sentence: Sentence
    focus: Focus
    paragraph: int
    foreign: bool

    def acts(self) -> Iterator[Act]:
        """The acts that the sentence tells; what it is about is noted in the focus."""
        start, end, text = self.sentence.start, self.sentence.end, self.reading.text
        quote = Evidence(self.reading.id, start, end, text[start:end])
        settled = self.finder.words.settled.search(text, start, end) is not None
        away = not settled and self.finder.lives_away(start, end)
        listed = self.finder.words.lists.search(text, start, end) is not None
        self.focus.others = self.focus.others or listed
        before: list[Thing] = []
        for verb in verbs(text, start, end, self._times(), self.finder.words):
            things = self._things(verb, before)
            before = things or before
            if verb.about in {"appoint", "present", "accept", "raise", "attain", "arrive"}:
                attend(self.finder, verb, start, self.focus)
            date = _start(verb.time)
            for kind, level, thing in told(self.finder, verb, things, self.focus):
                if kind == "last" and level == "Interests":
                    kind = "open"  # "severed relations, after which it maintained an Interests Section"
                elif kind == "last":
                    yield from self._lasted(verb, level, thing, quote)
                    continue
                # What has no date of its own followed what the paragraph tells: the break of relations
                # and an interests section, the credentials and the mission that became a legation.
                when = date or (self.focus.date if kind == "raise" or level == "Interests" else None)
                if when is None or listed or not self._counts(verb, kind, level):
                    continue
                self.focus.date = when
                if kind == "raise" and level is not None and (raised := thing or self.focus.mission):
                    self.focus.mission = replace(raised, level=level)
                    before = [self.focus.mission]
                yield Act(
                    kind, level, when, quote, away=not settled and self._away(kind, away), settled=settled,
                    of=_level_before(kind, thing), paragraph=self.paragraph,
                    place=self.finder.place_of(thing, verb) if thing else None,
                )  # fmt: skip
                if kind == "close" and (until := self._until(verb)) is not None:
                    yield Act("open", level, until, quote, paragraph=self.paragraph)
        note(self.finder, start, end, self.focus)

    def _things(self, verb: Verb, before: list[Thing]) -> list[Thing]:
        """What the verb is about; else what the verb it is joined to is about, or what "it" stands for."""
        things = self.finder.things(verb)
        shares = verb.joined or self._after_relative(verb)
        if shares and not things and not self.finder.takes_object(verb):
            things = before
        elif shares and verb.about == "raise" and not self.finder.missions(*verb.left):
            things = [*before, *things]
        mission = self.focus.mission
        subject = self.sentence.start if verb.joined else verb.left[0]
        named = _PRONOUN.search(self.reading.text[subject : verb.start])
        if not things and mission and named is not None:
            end = subject + (named.end("it") if named["it"] else named.end())
            place = self.finder.place(end) if _THERE.match(self.reading.text, end) else None
            things = [replace(mission, place=place or mission.place)]
        for thing in things:
            if thing.name == "mission" and (verb.about != "raise" or thing.end <= verb.start):
                self.focus.mission = thing
        return things

    def _after_relative(self, verb: Verb) -> bool:
        """Whether the verb goes on after a clause put in: "the Legation, which opened in 1905, became"."""
        return _RELATIVE.search(self.reading.text, self.sentence.start, verb.start) is not None

    def _counts(self, verb: Verb, kind: Kind, level: str | None) -> bool:
        if self.focus.others and level == "Consulate":
            return False
        if self.foreign and kind not in _OF_RELATIONS:
            return False
        return is_real(self.finder, verb, self.sentence.start)

    def _times(self) -> Sequence[Time]:
        """The dates of the sentence but for those in brackets, which date somebody's term."""
        start, end, text = self.sentence.start, self.sentence.end, self.reading.text
        times = dated(text, start, end, self.reading.times, self.focus.day)
        days = [time.edtf for time in times if time.edtf and _DAY.fullmatch(time.edtf)]
        self.focus.day = days[-1] if days else self.focus.day
        return [time for time in times if not self._in_brackets(time)]

    def _in_brackets(self, time: Time) -> bool:
        """Whether a date stands in brackets, and not with a verb that it dates."""
        start, text = self.sentence.start, self.reading.text
        if text.count("(", start, time.start) <= text.count(")", start, time.start):
            return False
        opened = text.rfind("(", start, time.start)
        return self.finder.words.verb.search(text, opened, time.start) is None

    def _lasted(self, verb: Verb, level: str | None, thing: Thing | None, quote: Evidence) -> Iterator[Act]:
        """The opening and the end of a mission that "lasted", "was maintained" from or until a date."""
        place = self.finder.place_of(thing, verb) if thing else None
        before, end = self.reading.text, self.sentence.end
        for time in dated(self.reading.text, verb.left[0], end, self.reading.times, self.focus.day):
            when = _start(time)
            bound = _BOUND.search(before, max(self.sentence.start, time.start - 20), time.start)
            if when is None or bound is None or not verb.real:
                continue
            kind: Kind = "close" if bound["until"] else "open"
            if self._counts(verb, kind, level):
                yield Act(kind, level, when, quote, place=place, paragraph=self.paragraph)

    def _until(self, verb: Verb) -> str | None:
        """The end of the stretch in which a mission was closed, if told."""
        if verb.time is None or verb.time.until is None:
            return None
        return _start(self.reading.times[int(verb.time.until.removeprefix("time:"))])

    def _away(self, kind: Kind, here: bool) -> bool:
        """Whether the envoy resides elsewhere, or a closed mission's work is done elsewhere."""
        end, finder = self.sentence.end, self.finder
        stop = finder.end_of_paragraph(end)
        if kind == "close":
            return finder.words.kept.search(self.reading.text, max(0, end - _BEFORE), stop) is not None
        if here or self.focus.away:
            return True
        later = kind in {"present", "appoint", "establish"}
        return later and finder.lives_away(end, min(stop, end + _SOON))


def _level_before(kind: Kind, thing: Thing | None) -> str | None:
    """The level that the mission is told to have had, or that it is told to be a mission and no more."""
    if thing is None or not (kind == "raise" or thing.level == "Mission"):
        return None
    return thing.level


def _start(time: Time | None) -> str | None:
    """The date with which a time begins; None for one of several dates."""
    if time is None or time.edtf is None or time.edtf.startswith(("[", "/")):
        return None
    return time.edtf.split("/")[0]
