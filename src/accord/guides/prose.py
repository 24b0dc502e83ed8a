"""The acts of missions that a guide in prose tells, each with the sentence that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.guides import headlines
from accord.guides.act_kinds import is_real, told
from accord.guides.act_objects import ActObject, ObjectFinder
from accord.guides.act_wordings import GuideWords
from accord.guides.bilateral import Sides
from accord.guides.clause_dates import with_dates
from accord.guides.dates import begins, dated, is_day
from accord.guides.envoys import ParagraphFocus, attend, note, settled
from accord.guides.mission_acts import ActKind, MissionAct
from accord.guides.verb_clauses import ActVerb, verbs
from accord.records import Evidence, Reading, Sentence, Time

_THERE = re.compile(r"\s+(?:at|in)\s+[A-Z]")
# What is told of relations counts under any headline; the rest only where it is not on the host's mission.
_OF_RELATIONS = frozenset({"sever", "interrupt", "resume", "war", "establish"})
_RELATIVE = re.compile(
    r"(?:,\s+(?:which|who|that)\s[^.;]*,|\([^()]*\))\s+(?:was\s+|were\s+|had\s+been\s+)?\Z"
)
# Where an envoy resides may stand so much text after his credentials.
_SOON = 400
_BEFORE = 300
# So near before a date stands what makes it a bound.
_NEAR = 20
_OF_ENVOYS = frozenset({"appoint", "present", "accept", "raise", "attain", "arrive"})


def acts(reading: Reading, sides: Sides, words: GuideWords) -> tuple[MissionAct, ...]:
    """The acts that `reading` tells as done, in the order of the text; those of the host are left out."""
    finder = ObjectFinder(reading.text, sides, words)
    found: list[MissionAct] = []
    section = headlines.GuideSection(reading, finder)
    sections = [section]
    focus, headline, foreign = ParagraphFocus(), False, False
    paragraph = end = 0
    for sentence in reading.sentences:
        if "\n\n" in reading.text[end : sentence.start] or end == 0:
            paragraph += 1
            focus = ParagraphFocus(others=headlines.announces_list(finder, sentence.start))
            headline = sentence.kind == "heading" or headlines.is_headline(finder, sentence.start)
            foreign = foreign and not headline
        end = sentence.end
        if headline or sentence.kind == "heading":
            foreign = foreign or headlines.announces_host(finder, sentence.start, sentence.end)
            section = headlines.GuideSection(reading, finder, None if foreign else sentence, paragraph)
            sections.append(section)
        else:
            section.sentences.append(sentence)
            found.extend(SentenceActs(reading, finder, sentence, focus, paragraph, foreign).acts())
    for section in sections:
        found.extend(section.announced(tuple(found)))
    return settled(sorted(found, key=lambda act: act.evidence.start), finder)


class SentenceActs(Struct, frozen=True):
    """A sentence in its paragraph."""

    reading: Reading
    finder: ObjectFinder
    sentence: Sentence
    focus: ParagraphFocus
    paragraph: int
    foreign: bool

    def acts(self) -> Iterator[MissionAct]:
        """The acts that the sentence tells; what it is about is noted in the focus."""
        start, end, text = self.sentence.start, self.sentence.end, self.reading.text
        quote = Evidence(self.reading.id, start, end, text[start:end])
        listed = self.finder.words.lists.search(text, start, end) is not None
        self.focus.others = self.focus.others or listed
        before: list[ActObject] = []
        for verb in self._verbs():
            things = self._things(verb, before)
            before = things or before
            if verb.about in _OF_ENVOYS:
                attend(self.finder, verb, start, self.focus)
            for kind, level, thing in told(self.finder, verb, things, self.focus):
                if kind == "last" and level != "Interests":
                    yield from self._lasted(verb, level, thing, quote)
                elif not listed:
                    # "Severed relations, after which it maintained an Interests Section": that was opened.
                    mission = self.focus.mission
                    yield from self._done(verb, "open" if kind == "last" else kind, level, thing, quote)
                    if self.focus.mission is not None and self.focus.mission is not mission:
                        before = [self.focus.mission]
        note(self.finder, start, end, self.focus)

    def _verbs(self) -> list[ActVerb]:
        words, times, sentence = self.finder.words, self._times(), self.sentence
        found = verbs(self.reading.text, sentence.start, sentence.end, times, words)
        return with_dates(self.reading.text, found, times, words.phrases.clauses)

    def _done(
        self, verb: ActVerb, kind: ActKind, level: str | None, thing: ActObject | None, quote: Evidence
    ) -> Iterator[MissionAct]:
        """The act, if it is dated and counts, and the opening again of a mission closed until a date."""
        # What has no date of its own followed what the paragraph tells: the break of relations
        # and an interests section, the credentials and the mission that became a legation.
        follows = kind == "raise" or level == "Interests"
        when = begins(verb.time) or (self.focus.date if follows else None)
        if when is None or not self._counts(verb, kind, level):
            return
        self.focus.date = when
        if kind == "raise" and level is not None and (raised := thing or self.focus.mission):
            self.focus.mission = replace(raised, level=level)
        settled = self.finder.words.settled.search(self.reading.text, quote.start, quote.end) is not None
        yield MissionAct(
            kind, level, when, quote, away=not settled and self._away(kind), settled=settled,
            of=_level_before(kind, thing), paragraph=self.paragraph,
            place=self.finder.place_of(thing, verb) if thing else None,
        )  # fmt: skip
        if kind == "close" and (until := self._until(verb)) is not None:
            yield MissionAct("open", level, until, quote, paragraph=self.paragraph)

    def _things(self, verb: ActVerb, before: list[ActObject]) -> list[ActObject]:
        """What the verb is about; else what the verb it is joined to is about, or what "it" stands for."""
        things = self.finder.things(verb)
        shares = verb.joined or self._after_relative(verb)
        if shares and not things and not self.finder.takes_object(verb):
            things = before
        elif shares and verb.about == "raise" and not self.finder.missions(*verb.left):
            things = [*before, *things]
        mission = self.focus.mission
        subject = self.sentence.start if verb.joined else verb.left[0]
        named = self.finder.around.pronoun.search(self.reading.text[subject : verb.start])
        if not things and mission and named is not None:
            end = subject + (named.end("it") if named["it"] else named.end())
            place = self.finder.place(end) if _THERE.match(self.reading.text, end) else None
            things = [replace(mission, place=place or mission.place)]
        for thing in things:
            if thing.name == "mission" and (verb.about != "raise" or thing.end <= verb.start):
                self.focus.mission = thing
        return things

    def _after_relative(self, verb: ActVerb) -> bool:
        """Whether the verb goes on after a clause put in: "the Legation, which opened in 1905, became"."""
        return _RELATIVE.search(self.reading.text, self.sentence.start, verb.start) is not None

    def _counts(self, verb: ActVerb, kind: ActKind, level: str | None) -> bool:
        if self.focus.others and level == "Consulate":
            return False
        if self.foreign and kind not in _OF_RELATIONS:
            return False
        return is_real(self.finder, verb, self.sentence.start)

    def _times(self) -> Sequence[Time]:
        """The dates of the sentence but for those in brackets, which date somebody's term."""
        times = self._dated(self.sentence.start, self.sentence.end)
        days = [time.edtf for time in times if time.edtf and is_day(time.edtf)]
        self.focus.day = days[-1] if days else self.focus.day
        return [time for time in times if not self._in_brackets(time)]

    def _dated(self, start: int, end: int) -> list[Time]:
        words = self.finder.words.phrases.clauses
        return dated(self.reading.text, start, end, self.reading.times, words, self.focus.day)

    def _in_brackets(self, time: Time) -> bool:
        """Whether a date stands in brackets, and not with a verb that it dates."""
        start, text = self.sentence.start, self.reading.text
        if text.count("(", start, time.start) <= text.count(")", start, time.start):
            return False
        opened = text.rfind("(", start, time.start)
        return self.finder.words.verb.search(text, opened, time.start) is None

    def _lasted(
        self, verb: ActVerb, level: str | None, thing: ActObject | None, quote: Evidence
    ) -> Iterator[MissionAct]:
        """The opening and the end of a mission that "lasted", "was maintained" from or until a date."""
        place = self.finder.place_of(thing, verb) if thing else None
        words, text = self.finder.words.phrases.clauses, self.reading.text
        for time in self._dated(verb.left[0], self.sentence.end):
            when = begins(time)
            near = max(self.sentence.start, time.start - _NEAR)
            bound = words.bound.search(text, near, time.start)
            if when is None or bound is None or not verb.real:
                continue
            kind: ActKind = "close" if bound["until"] else "open"
            if self._counts(verb, kind, level):
                yield MissionAct(kind, level, when, quote, place=place, paragraph=self.paragraph)

    def _until(self, verb: ActVerb) -> str | None:
        """The end of the stretch in which a mission was closed, if told."""
        if verb.time is None or verb.time.until is None:
            return None
        return begins(self.reading.times[int(verb.time.until.removeprefix("time:"))])

    def _away(self, kind: ActKind) -> bool:
        """Whether the envoy resides elsewhere, or a closed mission's work is done elsewhere."""
        end, finder = self.sentence.end, self.finder
        stop = finder.end_of_paragraph(end)
        if kind == "close":
            return finder.words.kept.search(self.reading.text, max(0, end - _BEFORE), stop) is not None
        if self.focus.away or finder.lives_away(self.sentence.start, end):
            return True
        later = kind in {"present", "appoint", "establish"}
        return later and finder.lives_away(end, min(stop, end + _SOON))


def _level_before(kind: ActKind, thing: ActObject | None) -> str | None:
    """The level that the mission is told to have had, or that it is told to be a mission and no more."""
    if thing is None or not (kind == "raise" or thing.level == "Mission"):
        return None
    return thing.level
