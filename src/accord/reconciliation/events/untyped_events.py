"""Event mentions that no act is known for, put together by coreference: their words, sides and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec.structs import replace

from accord.grouping.terms import Weigher
from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.compare.actor import Party
from accord.reconciliation.coreference.join import Coreference
from accord.reconciliation.coreference.mention import ActMention
from accord.reconciliation.coreference.story_statistics import Alike
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.sources import Sources

_WORD = re.compile(r"\w+")
# What a reader is shown as one event must be surer than what evens out over a corpus.
_SURE = 0.75
_OPEN = frozenset({"foreseen", "open", "ruled out"})


class UntypedEventJoiner:
    """Joins mentions of a story whose words only are akin ("arrested", "took into custody")."""

    def __init__(self, sources: Sources, cast: StoryCast, coreference: Coreference, weigher: Weigher) -> None:
        self._sources = sources
        self._cast = cast
        self._coreference = replace(coreference, threshold=_SURE)
        self._weigher = weigher

    @cached_property
    def _alike(self) -> Alike:
        return self._weigher.likeness(self._sources.readings)

    def groups(self, block: Sequence[Told]) -> list[list[Told]]:
        """The mentions of a block by happening, in order of place."""
        if len(block) < 2:
            return [list(block)]
        placed = sorted(block, key=lambda told: (told.place, told.event.end))
        mentions = [self._mention(told) for told in placed]
        joined = self._coreference.join(mentions, self._weigher.share, self._alike)
        return [[placed[index] for index in members] for members in joined]

    def _mention(self, told: Told) -> ActMention:
        event = told.event
        lemma = (event.lemma or event.text).casefold()
        told_as = event.text.casefold().split()
        inside = frozenset(word.casefold() for word in _WORD.findall(event.text)) | {lemma}
        doers, objects = self._words(told.actors), self._words(told.recipients)
        objects |= frozenset(
            word.casefold() for q in event.qualifiers if q.kind == "object" for word in _WORD.findall(q.text)
        )
        return ActMention(
            report=told.report,
            start=event.start,
            lemma=lemma,
            phrases=frozenset({" ".join(told_as), " ".join([lemma, *told_as[1:]])}),
            modal=told.standing in _OPEN,
            doers=doers - inside,
            objects=objects - inside,
            near=told.terms - inside,
            terms=told.terms - inside,
            names=doers | objects,
            numbers=frozenset(term for term in told.terms if term[:1].isdigit()),
            sentence=event.sentence,
        )

    def _words(self, parties: Iterable[Party]) -> frozenset[str]:
        """Who the parties are, and the words of their names."""
        found: set[str] = set()
        for party in parties:
            found.add(f"@{party.id}")
            if party.id in self._cast.by_id:
                found.update(word.casefold() for word in _WORD.findall(self._cast.by_id[party.id].name))
        return frozenset(found)
