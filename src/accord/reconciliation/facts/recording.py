"""Records of facts: their quotations, what they tell of whom, when and how many, and how sure they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from accord.grouping.meaning.encoder import CloseEncoding
from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.facts.alignment import FactAligner, FactGroup
from accord.reconciliation.facts.contents import StoryContents
from accord.reconciliation.facts.contested import FactConflicts
from accord.reconciliation.facts.quotation import FactQuoter
from accord.reconciliation.facts.telling import SentenceAt
from accord.reconciliation.facts.weight import weightiest
from accord.reconciliation.sources import Sources
from accord.records import Dossier, Evidence, Fact, FactValue, Quantity, Time
from accord.verdict import agreed
from accord.vocabulary import PACKAGED, Vocabulary

_DAY = len("2015-07-20")


class FactRecorder(Struct, frozen=True):
    """Makes the facts of a story, once all else of its dossier is known."""

    aligner: FactAligner

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED, encoding: CloseEncoding | None = None) -> FactRecorder:
        """Read the words, and how sentences are put together; `encoding` gives their meaning.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(FactAligner.load(vocabulary, encoding))

    def tell(self, dossier: Dossier, sources: Sources, cast: StoryCast) -> Dossier:
        """The dossier with its facts, and with the fact that each of its conflicts is about."""
        groups = weightiest(self.aligner.align(sources), sources)
        contents = StoryContents.of(sources, cast, dossier.events)
        found = FactConflicts.of(dossier.conflicts, groups, sources)
        quoter = FactQuoter(self.aligner.words)
        facts: list[Fact] = []
        for number, group in enumerate(groups):
            evidence = tuple(sources.sentence(at.report, at.index) for at in group.sentences)
            quoted = quoter.clearest(group, sources, contents.whole)
            fact = Fact(
                id=_id(number),
                text=" ".join(sources.sentence(quoted.report, quoted.index).text.split()),
                rank=number + 1,
                verdict=found.verdicts.get(number) or agreed(evidence, dossier.origins),
                who=_who(quoted, group, contents),
                when=_when(quoted, group, contents),
                where=_where(group, contents),
                values=_values(group, contents, sources),
                events=_events(group, contents, dossier),
                evidence=evidence,
            )
            facts.append(fact)
        about = {conflict: _id(number) for conflict, number in found.about.items()}
        conflicts = tuple(replace(one, fact=about.get(one.id)) for one in dossier.conflicts)
        return replace(dossier, facts=tuple(facts), conflicts=conflicts)


def _id(number: int) -> str:
    return f"fact-{number + 1}"


def _who(quoted: SentenceAt, group: FactGroup, contents: StoryContents) -> tuple[str, ...]:
    """The actors that the quoted sentence names, as far as another report that tells it names them too."""
    by_report = {(actor, at.report) for at in group.sentences for actor in contents.names.get(at, ())}
    named = Counter(actor for actor, _ in by_report)
    fewest = 2 if len(group.reports) > 1 else 1
    own = contents.names.get(quoted, ())
    return tuple(dict.fromkeys(actor for actor in own if named[actor] >= fewest))


def _when(quoted: SentenceAt, group: FactGroup, contents: StoryContents) -> str | None:
    """The one day that the quoted sentence gives, where no other gives another."""
    days: dict[str, set[SentenceAt]] = {}
    for at, item in _items(group, contents):
        if isinstance(item, Time) and item.type in {"DATE", "TIME"} and item.edtf is not None:
            days.setdefault(item.edtf, set()).add(at)
    if len(days) != 1:
        return None
    ((day, places),) = days.items()
    return day if len(day) == _DAY and quoted in places else None


def _where(group: FactGroup, contents: StoryContents) -> str | None:
    """The one place that the events of the sentences are told to be at."""
    places = {place for at in group.sentences for place in contents.places.get(at, ())}
    return places.pop() if len(places) == 1 else None


def _values(group: FactGroup, contents: StoryContents, sources: Sources) -> tuple[FactValue, ...]:
    """The dates and figures of the sentences, each with where it is given."""
    found: dict[tuple[Literal["time", "quantity"], str], list[Evidence]] = {}
    for at, item in _items(group, contents):
        kind: Literal["time", "quantity"] = "time" if isinstance(item, Time) else "quantity"
        label = (item.edtf if isinstance(item, Time) else None) or " ".join(item.text.split())
        found.setdefault((kind, label), []).append(sources.evidence(at.report, item.start, item.end))
    return tuple(FactValue(kind, label, tuple(found[kind, label])) for kind, label in sorted(found))


def _items(group: FactGroup, contents: StoryContents) -> Iterator[tuple[SentenceAt, Time | Quantity]]:
    return ((at, item) for at in group.sentences for item in contents.items.get(at, ()))


def _events(group: FactGroup, contents: StoryContents, dossier: Dossier) -> tuple[str, ...]:
    """The coded events that a fact's sentences tell, in the order of the dossier."""
    told = {number for at in group.sentences for number in contents.events.get(at, ())}
    return tuple(dossier.events[number].id for number in sorted(told))
