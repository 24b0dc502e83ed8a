"""Who a statement is from where its report names nobody by a name that resolves."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from accord.reconciliation.sources import Sources
from accord.records import ActorMention, Statement
from accord.vocabulary import PACKAGED, Vocabulary, either

_WORD = re.compile(r"[^\W\d_]+")
_FILE = "en/statements/source_words.json"


class _SourceWordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    articles: frozenset[str]
    after_head: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    minds: frozenset[str]
    things: frozenset[str]
    thing_endings: tuple[str, ...]
    able: frozenset[str]
    documents: frozenset[str]


class SourceWords(Struct, frozen=True):
    """Words of sources: `relatives` and `pronouns`; `things` (heads or endings of them) cannot speak.

    Things of `minds` stand for their owner, `documents` speak for themselves, and what ends like a
    thing but is `able` to speak is a body of people.  `after_head` finds what ends the head of a source,
    `up_to_relative` what may stand between a name and the relative pronoun that takes it up: an apposition,
    a comma.
    """

    relatives: frozenset[str]
    pronouns: frozenset[str]
    minds: frozenset[str]
    things: frozenset[str]
    thing_endings: tuple[str, ...]
    able: frozenset[str]
    documents: frozenset[str]
    after_head: re.Pattern[str]
    up_to_relative: re.Pattern[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> SourceWords:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        file = vocabulary.read(_FILE, _SourceWordsFile)
        apposition = rf",?\s+(?:{either(file.articles)})(?:\s+[\w-]+){{1,3}}"
        return cls(
            relatives=file.relatives,
            pronouns=file.pronouns,
            minds=file.minds,
            things=file.things,
            thing_endings=file.thing_endings,
            able=file.able,
            documents=file.documents,
            after_head=re.compile(rf",|\s(?:{either(file.after_head)})\s"),
            up_to_relative=re.compile(rf"(?:[’']s?)?(?:{apposition})?,?\s*"),
        )

    def head(self, source: str) -> str:
        """The head of a source, in lower case, or "" where it has no word."""
        found = _WORD.findall(self.after_head.split(source, maxsplit=1)[0])
        return found[-1].casefold() if found else ""

    def is_thing(self, head: str) -> bool:
        """The head of a source cannot speak.  Names, which are written large, are taken to."""
        if head in self.able or head in self.documents or head.removesuffix("s") in self.documents:
            return False
        return head in self.things or head.endswith(self.thing_endings)


class SpeakerFinder:
    """Finds the speakers of statements: an `Entity.id` and a name, either of which may be missing."""

    def __init__(self, sources: Sources, words: SourceWords) -> None:
        self._sources = sources
        self._words = words

    def find(self, report: str, statement: Statement) -> tuple[str | None, str]:
        """The entity that speaks, or None, and what the report calls it: "" where that says nothing.

        What the source only takes up ("she") is called as where the report names it.  A relative pronoun
        takes the name before it; a thing that cannot speak gives way to its owner where it is of the mind
        ("the ministry's view"), or else to nobody.
        """
        if not statement.source:
            return statement.speaker, ""
        text = self._sources.reading(report).text
        start, end = statement.source[0][0], statement.source[-1][1]
        name = " ".join(" ".join(text[low:high] for low, high in statement.source).split())
        if statement.named is not None:
            name = " ".join(text[slice(*statement.named)].split())
        if statement.speaker is not None:
            return statement.speaker, name
        if name.casefold() in self._words.relatives:
            return self._antecedent(report, start), ""
        if name.casefold() in self._words.pronouns:
            return None, ""
        head = self._words.head(name)
        if not self._words.is_thing(head):
            return None, name
        return (self._owner(report, start, end) if head in self._words.minds else None), ""

    def _antecedent(self, report: str, pronoun: int) -> str | None:
        before = self._mention_before(report, pronoun)
        if before is None:
            return None
        between = self._sources.reading(report).text[before.end : pronoun]
        return before.actor if self._words.up_to_relative.fullmatch(between) else None

    def _mention_before(self, report: str, offset: int) -> ActorMention | None:
        mentions = self._sources.reading(report).actors
        at = bisect_left(mentions, offset, key=lambda mention: mention.start)
        return mentions[at - 1] if at and mentions[at - 1].end <= offset else None

    def _owner(self, report: str, start: int, end: int) -> str | None:
        """The actor whose possessive form begins the source."""
        reading = self._sources.reading(report)
        at = bisect_left(reading.actors, start, key=lambda mention: mention.start)
        for mention in reading.actors[at : at + 1]:
            after = reading.text[mention.end : mention.end + 2]
            if mention.start == start and mention.end < end and re.match(r"[’']", after):
                return mention.actor
        return None
