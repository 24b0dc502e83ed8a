"""The words around what guides tell of missions: the vocabulary, compiled to patterns of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from accord.vocabulary import PACKAGED, Vocabulary

_ADVERBS = r"(?:\w+ly\s+|first\s+|again\s+|also\s+)*"
_NAME = r"[A-Z][\w’'-]+"


class MissionPhrasesFile(Struct, frozen=True, forbid_unknown_fields=True):
    """mission_phrases.json, whose `about` says what each list holds."""

    about: str
    boundaries: tuple[str, ...]
    be: tuple[str, ...]
    between: tuple[str, ...]
    leads: tuple[str, ...]
    effects: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    near: tuple[str, ...]
    same: tuple[str, ...]
    alone: tuple[str, ...]
    targets: tuple[str, ...]
    standings: tuple[str, ...]
    posts: tuple[str, ...]
    taken_up: tuple[str, ...]
    moved: tuple[str, ...]
    wars: tuple[str, ...]
    towns: tuple[str, ...]
    particles: tuple[str, ...]
    receivers: tuple[str, ...]
    ministers: tuple[str, ...]
    titles: tuple[str, ...]
    former: tuple[str, ...]
    qualities: tuple[str, ...]
    each: tuple[str, ...]
    seats: tuple[str, ...]
    tells: tuple[str, ...]
    openings: tuple[str, ...]
    presented: tuple[str, ...]
    left: tuple[str, ...]
    own_post: tuple[str, ...]
    abbreviations: Mapping[str, str]


class ClausePatterns(Struct, frozen=True):
    """How a sentence is cut at its verbs, and how its dates stand to them.

    `bound` has the group `until` where what follows is the end of a stretch.
    """

    boundary: re.Pattern[str]
    passive: re.Pattern[str]
    ongoing: re.Pattern[str]
    joined: re.Pattern[str]
    lead: re.Pattern[str]
    effect: re.Pattern[str]
    bound: re.Pattern[str]
    same_date: re.Pattern[str]

    @classmethod
    def of(cls, file: MissionPhrasesFile) -> ClausePatterns:
        """Compile the words of clauses."""
        be = any_of(file.be)
        return cls(
            boundary=re.compile(
                rf";|,?\s+\b(?:{any_of(file.boundaries)}|that(?!\s+of))\b"
                r"|(?<![Rr]elations)(?<![Tt]ies)(?<!war),?\s+with\b|,\s+(?:and|but)\s+"
            ),
            passive=re.compile(rf"\b(?:{be})\s+{_ADVERBS}\Z"),
            ongoing=re.compile(rf"\b(?:of|{be})\s+(?:\w+ly\s+)?\Z"),
            joined=re.compile(rf"(?:\A|,|\b(?:and|but|or|which|who))\s*(?:(?:{any_of(file.between)})\s+)*\Z"),
            lead=re.compile(rf"\W*(?:and\s+|but\s+)?(?:(?:{any_of(file.leads)})\W+){{0,3}}", re.IGNORECASE),
            effect=re.compile(rf"\b(?:{any_of(file.effects)})\s+(?:on\s+|from\s+|the\s+)?\Z"),
            bound=re.compile(
                rf"\b(?:(?P<until>{any_of(file.until)})|{any_of(file.since)})\s+(?:the\s+)?"
                rf"(?:(?:{any_of(file.near)})\s+)?\Z",
                re.IGNORECASE,
            ),
            same_date=re.compile(
                rf"\b(?:{any_of(file.same)})\s+(?:day|date)\b(?!\s+(?:that|as|the)\b)", re.IGNORECASE
            ),
        )


class ObjectPatterns(Struct, frozen=True):
    """What stands in the place of a mission's name, level and city.

    The first group of `city`, `place` and `moved` is the name of a town; `pronoun` has the group `it`
    where the pronoun does not open its clause.
    """

    alone: re.Pattern[str]
    target: re.Pattern[str]
    standing: re.Pattern[str]
    posts: re.Pattern[str]
    pronoun: re.Pattern[str]
    moved: re.Pattern[str]
    war: re.Pattern[str]
    city: re.Pattern[str]
    place: re.Pattern[str]
    at: re.Pattern[str]

    @classmethod
    def of(cls, file: MissionPhrasesFile) -> ObjectPatterns:
        """Compile the words of objects and places."""
        town = any_of(file.towns)
        taken_up = rf"(?:the|this|that)\s(?:{any_of(file.taken_up)})"
        of_town = rf"the\s+(?:\S+\s+){{0,3}}(?:{town})\s+of\s+"
        return cls(
            alone=re.compile(
                rf"\s*(?:,|\.|;|\(|\Z|\d|[A-Z]\w+ \d|(?:{any_of(file.alone)}"
                r"|(?:\w+\s+)?(?:days?|weeks?|months?)\s+(?:later|after))\b)"
            ),
            target=re.compile(rf"\b(?:{any_of(file.targets)})\b"),
            standing=re.compile(rf"[^.;,]{{0,40}}?\b(?:{any_of(file.standings)})\b", re.IGNORECASE),
            posts=re.compile(rf"\b(?:{any_of(file.posts)})\b", re.IGNORECASE),
            pronoun=re.compile(
                rf"(?:\A\s*|\b)(?P<it>it|{taken_up})\s+(?:\w+\s+){{0,2}}\Z|\A\s*(?:it|{taken_up})\b",
                re.IGNORECASE,
            ),
            moved=re.compile(rf"\band\s+(?:was\s+)?(?:{any_of(file.moved)})\b(?:\s+to\s+([A-Z]\w+))?"),
            war=re.compile(rf"\s+(?:{any_of(file.wars)})\s+(?:on|upon|against|with|between)\b"),
            city=re.compile(rf"[^.;,]*?\b{of_town}({_NAME}(?:\s+{_NAME})*)"),
            place=re.compile(
                rf"\s*(?:general\s+)?(?:in|at|to|for)?\s+(?:the\s+(?:{town})\s+of\s+|the\s+|nearby\s+)?"
                rf"((?:{_NAME})(?:\s+(?:{any_of(file.particles)}|{_NAME}))*)"
            ),
            at=re.compile(rf"\s+(?:in|at)\s+(?:{of_town}|nearby\s+)?[A-Z]"),
        )


class PeoplePatterns(Struct, frozen=True):
    """Who receives and who is received.

    The first group of `receiver` is who credentials are presented to.  `receives_host` ends where the
    name of a state or city begins, or has the group `minister`: one of the sender's receives them.
    """

    receiver: re.Pattern[str]
    receives_host: re.Pattern[str]
    former: re.Pattern[str]
    qualities: str
    each: re.Pattern[str]
    titles: str
    seats: tuple[str, ...]
    abbreviations: Mapping[str, str]

    @classmethod
    def of(cls, file: MissionPhrasesFile) -> PeoplePatterns:
        """Compile the words of people."""
        return cls(
            receiver=re.compile(rf"\bto\s+(?:the\s+)?((?:{any_of(file.receivers)})\b[^,.;]*)"),
            receives_host=re.compile(
                rf"\b(?:to|in)\s+(?:the\s+)?(?:(?P<minister>(?:{any_of(file.ministers)})\b)|(?=[A-Z]))"
            ),
            former=re.compile(rf"\b(?:{any_of(file.former)})\W+(?:\S+\s+){{0,2}}\Z", re.IGNORECASE),
            qualities=rf"(?:(?:{any_of(file.qualities)})\s)?",
            each=re.compile(rf"\b(?:{any_of(file.each)})\s\Z", re.IGNORECASE),
            titles=any_of(file.titles),
            seats=file.seats,
            abbreviations=file.abbreviations,
        )


class EntryPatterns(Struct, frozen=True):
    """The fields of a list of heads of mission, and what a headline has not.

    The first group of `presented` is the day of the credentials, of `left` the place that was left.
    """

    presented: re.Pattern[str]
    left: re.Pattern[str]
    own_post: tuple[str, ...]
    tells: re.Pattern[str]

    @classmethod
    def of(cls, file: MissionPhrasesFile) -> EntryPatterns:
        """Compile the words of lists and headlines."""
        return cls(
            presented=re.compile(rf"\b(?:{any_of(file.presented)}):\s*(\d{{4}}(?:-\d\d){{0,2}})"),
            left=re.compile(
                rf"\b(?:{any_of(file.left)})\s+([A-Z][^\d.]*?)\.?\s+"
                r"(?:on\s+|about\s+|in\s+)?(?:or\s+\w+\s+)?\d{4}"
            ),
            own_post=file.own_post,
            tells=re.compile(rf"\b(?:{any_of(file.tells)})\b|\A(?:{any_of(file.openings)})\s.*\b[a-z]+ed\b"),
        )


class PhrasePatterns(Struct, frozen=True):
    """All patterns of phrases, by what they are of."""

    clauses: ClausePatterns
    objects: ObjectPatterns
    people: PeoplePatterns
    entries: EntryPatterns

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> PhrasePatterns:
        """Read and compile the phrases.

        Raises:
            VocabularyError: the file is missing or not of its shape.
        """
        file = vocabulary.read("en/acts/mission_phrases.json", MissionPhrasesFile)
        return cls(
            ClausePatterns.of(file), ObjectPatterns.of(file), PeoplePatterns.of(file), EntryPatterns.of(file)
        )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first, with any spaces between the parts of one."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
