"""Kinds of value: what each compares by, asks, is worded by and shown as, one record a kind.

All that depends on the kind of a value is read from its record.  A new kind is one more record, given to
what drafts claims of it, and to the registry that presentation is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct

from accord.reconciliation.compare import actor, order, place, polarity, quantity, time, wording
from accord.reconciliation.compare.scope import ScopeWords
from accord.reconciliation.compare.wording import QuotationWords
from accord.reconciliation.wording.english import day_words
from accord.records import Comparison
from accord.vocabulary import PACKAGED, Vocabulary

Compare = Callable[[Any, Any], Comparison]
"""Compares two values of a kind; symmetric."""

Form = Literal["words", "date", "quotation", "order"]
"""What a value is: words, an EDTF date, words that somebody said, or how one event stands to another."""


def side_by_side(one: object, other: object) -> Comparison:
    """Compare values of which several may be true together: reasons, decisions, parties."""
    return "agrees" if one == other else "cannot tell"


def as_spelled(one: str, other: str) -> Comparison:
    """Compare two spellings of one name."""
    return "agrees" if one == other else "differs in scope"


def _as_it_is(label: str) -> str:
    return label


def quoted(label: str) -> str:
    """A value in quotation marks."""
    return f"“{label}”"


def _day(label: str) -> str:
    return day_words(label) or label


def _always(one: str, other: str) -> bool:
    return True


class Disagreement(Struct, frozen=True):
    """How it is told that values of a kind stand against each other.

    `rank` puts the weightiest kind first.  `heading` asks what is in dispute and `noun` names it.
    `explained` opens the sentence that tells what which report says, with `{about}` where what it is about
    goes; `explained_of_one` does so where one report alone has both values.  `said` is a value as it stands
    in that sentence.  `excludes` tells of two values in words that clash whether they cannot both be true.
    """

    rank: int
    heading: str
    noun: str
    explained: str
    explained_of_one: str = ""
    said: Callable[[str], str] = _as_it_is
    excludes: Callable[[str, str], bool] = _always

    def opening(self, reports: int) -> str:
        """The opening of the explanation of a conflict between so many reports."""
        return self.explained_of_one if reports == 1 and self.explained_of_one else self.explained


class Kind(Struct, frozen=True):
    """A kind of value.

    `question` is what a claim of the kind asks, "" where the claim is a sentence.  `label` stands beside its
    values.  `in_line` kinds say no more than the line of their event; values of a `listed` kind that are of
    no event are listed among figures and dates.  `disagreement` is None where values of the kind never stand
    against each other.
    """

    name: str
    label: str
    question: str = ""
    compare: Compare = side_by_side
    form: Form = "words"
    in_line: bool = False
    listed: bool = False
    disagreement: Disagreement | None = None


HAPPENED = Kind("happened", "it happened", in_line=True)
RECIPIENT = Kind("recipient", "towards whom", "To whom", in_line=True)
DECISION = Kind("decision", "on whose decision", "On whose decision")
REASON = Kind("reason", "why", "Why")
BACKGROUND = Kind("background", "background")

POLARITY = Kind(
    "polarity",
    "polarity",
    "Done or not",
    polarity.compare,
    disagreement=Disagreement(
        rank=1,
        heading="Did it happen?",
        noun="whether it happened",
        explained="Reports disagree whether it was done: {about}",
    ),
)
FACTUALITY = Kind(
    "factuality",
    "factuality",
    "Done or not",
    polarity.compare,
    disagreement=Disagreement(
        rank=2,
        heading="Done, or only meant to be?",
        noun="whether it is done",
        explained="Reports disagree whether it was done or is denied: {about}",
    ),
)
TIME = Kind(
    "time",
    "when",
    "When",
    time.compare,
    form="date",
    listed=True,
    disagreement=Disagreement(
        rank=3,
        heading="When?",
        noun="date",
        explained="Reports give different times for {about}",
        explained_of_one="One report gives different times for {about}",
        said=_day,
    ),
)
ORDER = Kind(
    "order",
    "in what order",
    "Order",
    order.compare,
    form="order",
    disagreement=Disagreement(
        rank=4,
        heading="In what order?",
        noun="order",
        explained="Reports disagree on {about}",
        explained_of_one="One report contradicts itself on {about}",
    ),
)
QUANTITY = Kind(
    "quantity",
    "how many",
    "How many",
    quantity.compare,
    listed=True,
    disagreement=Disagreement(
        rank=5,
        heading="How many?",
        noun="number",
        explained="Reports give different figures: {about}",
        explained_of_one="One report gives different figures: {about}",
    ),
)
ACTOR = Kind(
    "actor",
    "who",
    "Who did it",
    actor.compare_sides,
    in_line=True,
    disagreement=Disagreement(
        rank=6, heading="Who?", noun="actor", explained="Reports name different actors for {about}"
    ),
)
PLACE = Kind(
    "place",
    "where",
    "Where",
    place.compare,
    disagreement=Disagreement(
        rank=7,
        heading="Where?",
        noun="place",
        explained="Reports give different places for {about}",
        explained_of_one="One report gives different places for {about}",
    ),
)
SPELLING = Kind(
    "spelling",
    "spelling",
    "Spelling",
    as_spelled,
    disagreement=Disagreement(
        rank=10,
        heading="How is it spelled?",
        noun="spelling",
        explained="Reports spell the name of {about} in several ways",
        explained_of_one="One report spells the name of {about} in several ways",
    ),
)


def _apart(one: str, other: str) -> Comparison:
    """Compare two names for who said the same words; "" is nobody's."""
    if not one or not other:
        return "cannot tell"
    return "agrees" if one == other else "contradicts"


SPEAKER = Kind(
    "speaker",
    "who said it",
    "Who said it",
    _apart,
    disagreement=Disagreement(
        rank=11,
        heading="Who said it?",
        noun="speaker",
        explained="Reports give the same words to different speakers: {about}",
    ),
)


def scope_kind(scopes: ScopeWords) -> Kind:
    """The kind of standing ("first country"), which compares by vocabulary."""
    return Kind(
        "scope",
        "how far",
        "Standing",
        scopes.compare,
        disagreement=Disagreement(
            rank=8,
            heading="How far does it go?",
            noun="reach",
            explained="Reports give different standing to whoever did it: {about}",
            explained_of_one="One report gives different standing to whoever did it: {about}",
            said=quoted,
        ),
    )


def wording_kind(words: QuotationWords) -> Kind:
    """The kind of words of an utterance, which exclude each other where one changes what the other means."""

    def excludes(one: str, other: str) -> bool:
        return words.changes_meaning(words.words(one), words.words(other))

    return Kind(
        "wording",
        "wording",
        "Words",
        wording.compare,
        form="quotation",
        disagreement=Disagreement(
            rank=9,
            heading="In which words?",
            noun="wording",
            explained="Reports quote {about} in different words",
            said=quoted,
            excludes=excludes,
        ),
    )


class Kinds(Mapping[str, Kind]):
    """Kinds of value by name, in the order given.  Nothing changes them; `extended` makes others."""

    def __init__(self, *kinds: Kind) -> None:
        self._by_name = MappingProxyType({kind.name: kind for kind in kinds})
        if len(self._by_name) < len(kinds):
            raise ValueError("two kinds of value have one name; rename one")

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Kinds:
        """The kinds that Accord compares and tells.

        Raises:
            VocabularyError: the vocabulary of scopes or of quotations is broken.
        """
        scope = scope_kind(ScopeWords.load(vocabulary))
        words = wording_kind(QuotationWords.load(vocabulary))
        aspects = (HAPPENED, TIME, ORDER, ACTOR, RECIPIENT, PLACE, QUANTITY, scope, DECISION, REASON, SPEAKER)
        return cls(*aspects, BACKGROUND, POLARITY, FACTUALITY, words, SPELLING)

    def extended(self, *kinds: Kind) -> Kinds:
        """These kinds and others."""
        return Kinds(*self.values(), *kinds)

    def __getitem__(self, name: str) -> Kind:
        """The kind of that name."""
        return self._by_name[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._by_name)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._by_name)
