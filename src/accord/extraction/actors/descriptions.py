"""Definite nouns that take up what was named: "the two countries", "both sides"; "the Fund", "the bloc"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from accord.extraction.actors.discourse_model import DiscourseModel, Trace
from accord.extraction.actors.mention_drafts import MentionDraft
from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.records import Entity
from accord.vocabulary.actor_shapes import ReferenceWords

_BACK_TO_PAIR = 3
_KINDS = frozenset({"organisation", "institution", "group"})
_BACK_TO_BODY = 4


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

    def phrases(self, words: TokenLists, stretch: Stretch) -> list[PairPhrase]:
        """The phrases of a sentence, in order."""
        found: list[PairPhrase] = []
        for at in range(stretch.start, stretch.end - 1):
            if words.lowers[at] not in self._both:
                continue
            definite = at > stretch.start and words.tags[at - 1] in ("DT", "PRP$")
            if words.lowers[at] == "two" and not definite:
                continue
            head = at + 1
            if head + 1 < stretch.end and words.tags[head] in ("JJ", "DT", "VBN"):
                head += 1
            noun = words.lowers[head]
            if noun in self._states or noun in self._sides:
                found.append(PairPhrase(at - 1 if definite else at, head + 1, noun in self._states))
        return found

    def members(self, phrase: PairPhrase, memory: DiscourseModel, sentence: int) -> tuple[Entity, ...]:
        """The two sides; empty where the text before leaves it open which are meant."""
        near: dict[str, Entity] = {}
        for back in range(_BACK_TO_PAIR):
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

    def joined(self, word: str, memory: DiscourseModel, sentence: int) -> tuple[Entity, ...]:
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


class BodyPhrase(Struct, frozen=True):
    """Words `start` to `end`, whose last is a noun that may take up a body."""

    start: int
    end: int


class BodyReader:
    """Finds nouns that take up bodies and says which."""

    def __init__(self, words: ReferenceWords) -> None:
        self._determiners = frozenset(words.determiners)
        self._sorts = words.bodies
        self._before_head = words.before_head
        self._nouns = frozenset(noun for sort in words.bodies for noun in sort.nouns)

    def phrases(
        self, words: TokenLists, stretch: Stretch, drafts: Sequence[MentionDraft]
    ) -> list[BodyPhrase]:
        """The definite nouns of a sentence that stand outside its drafts and can name a body."""
        if stretch.headline:
            return []
        covered = {at for draft in drafts for at in range(draft.start, draft.end)}
        found = []
        for at in range(stretch.start, stretch.end - 1):
            if words.lowers[at] not in self._determiners:
                continue
            noun = at + 1
            if noun in covered or words.tags[noun] not in ("NN", "NNP") or not words.texts[noun].isalpha():
                continue
            if noun + 1 < stretch.end and (
                words.is_noun(noun + 1) or words.tags[noun + 1] == "CD" or words.lowers[noun + 1] == "of"
            ):
                continue
            found.append(BodyPhrase(noun, noun + 1))
        return found

    def taken_up(self, noun: str, memory: DiscourseModel, sentence: int) -> Entity | None:
        """The body named last that answers to `noun`, within a few sentences."""
        seen: set[str] = set()
        for trace in reversed(memory.traces):
            if trace.sentence < sentence - _BACK_TO_BODY:
                return None
            entity = trace.entity
            if entity.id in seen or entity.kind not in _KINDS:
                continue
            seen.add(entity.id)
            if self._answers(entity, noun):
                return entity
        return None

    def _answers(self, entity: Entity, noun: str) -> bool:
        if noun == _head(entity.name, self._before_head):
            return "/" not in entity.id or entity.kind == "organisation" or entity.name[:1].isupper()
        if noun not in self._nouns:
            return False
        return any(
            noun in sort.nouns and _is(entity.code, sort.codes) and _is(entity.sector, sort.sectors)
            for sort in self._sorts
        )


def _head(name: str, joints: frozenset[str]) -> str:
    """The noun that says what a name is of: "fund" of "International Monetary Fund"."""
    words = name.lower().split()
    for at, word in enumerate(words[1:], 1):
        if word in joints:
            return words[at - 1]
    return words[-1] if words else ""


def _is(value: str | None, values: Collection[str]) -> bool:
    return value is not None and value in values
