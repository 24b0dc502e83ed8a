"""Says who "the two countries", "both sides" and the like are, where two sides stand out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from accord.extract.actors.memory import Memory
from accord.extract.actors.traces import Trace
from accord.extract.actors.vocabularies import ReferenceWords
from accord.extract.actors.words import Stretch, Words
from accord.records import Entity

_BACK = 3


class PairPhrase(Struct, frozen=True):
    """Words `start` to `end` that speak of two sides; `states` where both must be states."""

    start: int
    end: int
    states: bool


class PairReader:
    """Finds phrases for two sides and resolves them from what was named before."""

    def __init__(self, words: ReferenceWords, entities: Mapping[str, Entity]) -> None:
        """`entities` are those of the gazetteer, by identifier."""
        self._both = frozenset(words.both)
        self._states = frozenset(words.pairs_of_states)
        self._sides = frozenset(words.pairs_of_sides)
        self._plural = frozenset(words.plural)
        self._entities = entities

    def phrases(self, words: Words, stretch: Stretch) -> list[PairPhrase]:
        """The phrases of a sentence, in order."""
        found: list[PairPhrase] = []
        for at in range(stretch.start, stretch.end - 1):
            if words.lowers[at] not in self._both:
                continue
            definite = at > stretch.start and words.tags[at - 1] in ("DT", "PRP$")
            if words.lowers[at] != "both" and not definite:
                continue
            head = at + 1
            if head + 1 < stretch.end and words.tags[head] in ("JJ", "DT", "VBN"):
                head += 1
            noun = words.lowers[head]
            if noun in self._states or noun in self._sides:
                found.append(PairPhrase(at - 1 if definite else at, head + 1, noun in self._states))
        return found

    def members(self, phrase: PairPhrase, memory: Memory, sentence: int) -> tuple[Entity, ...]:
        """The two sides; empty where the text before leaves it open which are meant."""
        near: dict[str, Entity] = {}
        for back in range(_BACK):
            if len(near) < 2:
                near.update(self._named(memory.traces, sentence - back, phrase.states))
        if len(near) > 2:
            often = Counter(
                side.id for trace in memory.traces for side in self._sides_of(trace, phrase.states)
            ).most_common(3)
            if len(often) > 2 and often[1][1] == often[2][1]:
                return ()
            near = {id_: near[id_] for id_, _ in often[:2] if id_ in near}
        return tuple(near.values()) if len(near) == 2 else ()

    def joined(self, word: str, memory: Memory, sentence: int) -> tuple[Entity, ...]:
        """The two sides that "they" takes up: joined by "and" as the subject of this sentence or the last."""
        if word not in self._plural:
            return ()
        for at in (sentence, sentence - 1):
            here = [t for t in _latest(memory.traces, at) if t.sentence == at]
            subjects = [t for t in here if t.subject and not t.owner]
            if not subjects:
                continue
            if len(subjects) > 1:
                return ()
            head = subjects[0].head
            partners = [t for t in here if t.head.dep_ == "conj" and t.head.head == head and not t.owner]
            pair = [side for t in (subjects[0], *partners) for side in self._sides_of(t, states=False)]
            return tuple(pair) if len({side.id for side in pair}) == len(pair) == 2 else ()
        return ()

    def _named(self, traces: list[Trace], sentence: int, states: bool) -> dict[str, Entity]:
        return {
            side.id: side
            for trace in _latest(traces, sentence)
            if trace.sentence == sentence
            for side in self._sides_of(trace, states)
        }

    def _sides_of(self, trace: Trace, states: bool) -> Iterable[Entity]:
        """The side that a mention speaks of: its state, or a group as such."""
        entity = trace.entity
        if entity.kind == "group" and not states:
            return (entity,)
        # A company of many countries has the code MNE, which is Montenegro's too, and is part of none.
        whole = entity.kind == "state" or entity.part_of is not None
        state = self._entities.get(entity.code or "") if whole else None
        return (state,) if state is not None and state.kind == "state" else ()


def _latest(traces: list[Trace], sentence: int) -> list[Trace]:
    """The mentions from `sentence` on."""
    first = len(traces)
    while first > 0 and traces[first - 1].sentence >= sentence:
        first -= 1
    return traces[first:]
