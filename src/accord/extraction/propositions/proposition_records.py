"""The records of a report's propositions, with whether they are so, and by whose word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.modality.factuality import FactualityReader
from accord.extraction.events.modality.sayings import Sayings
from accord.extraction.parse.clauses import is_infinitive, is_purpose, lemma_of
from accord.extraction.propositions.argument_context import Argument
from accord.extraction.propositions.predicates import Predicate
from accord.records import Event, Proposition, PropositionArgument, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TAKEN = frozenset({"whom", "what", "to"})
_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "prep", "acomp", "dobj", "attr"})


class PropositionDraft(Struct, frozen=True, gc=False):
    """A proposition of a sentence on its way to its record.

    `arguments` are tokens, `tied` what other stages found, which belongs to it.
    """

    predicate: Predicate
    arguments: tuple[Argument, ...]
    tied: tuple[PropositionArgument, ...]


class PropositionRecorder(Struct, frozen=True):
    """Makes the propositions of one report.

    `events` are its coded events by the start of their triggers, `sources` who says something by the start
    of the words that say so.
    """

    text: str
    factuality: FactualityReader
    sayings: Sayings
    events: Mapping[int, Event]
    sources: Mapping[int, tuple[int, int]]

    def record(self, sentence: int, drafts: Sequence[PropositionDraft], count: int) -> Iterator[Proposition]:
        """The propositions of the sentence of that index; `count` have been made before."""
        at = {part.i: index for index, draft in enumerate(drafts) for part in draft.predicate.parts}
        for index, draft in enumerate(drafts):
            within = _container(draft.predicate.word, at)
            within = None if within == index else within
            name = None if within is None else f"p{count + within}"
            yield self._proposition(f"p{count + index}", draft, sentence, name)

    def _proposition(
        self, name: str, draft: PropositionDraft, sentence: int, within: str | None
    ) -> Proposition:
        predicate = draft.predicate
        word, doc = predicate.word, predicate.word.doc
        start, end = _characters(doc, predicate.first, predicate.last)
        event = self._event(predicate)
        factuality, polarity, governor = self.factuality.judge(word)
        statement, factuality = self.sayings.literal(word, factuality, governor)
        return Proposition(
            id=name,
            start=start,
            end=end,
            text=self.text[start:end],
            form=predicate.form,
            lemma=lemma_of(predicate.noun or word),
            sentence=sentence,
            arguments=_with_source(_told(doc, draft), self.sources.get(start)),
            polarity=polarity,
            factuality=factuality,
            reported_by=None if statement is None else statement.speaker,
            statement=None if statement is None else statement.id,
            within=within,
            event=None if event is None else event.id,
        )

    def _event(self, predicate: Predicate) -> Event | None:
        """The coded event that one of the predicate's words triggers."""
        return next((e for part in predicate.parts if (e := self.events.get(part.idx)) is not None), None)


def inside_sayings(
    propositions: Sequence[Proposition], statements: Sequence[Statement]
) -> tuple[Proposition, ...]:
    """The propositions with those of a statement inside the one that its cue tells, where none is nearer."""
    by_start = {p.start: p.id for p in propositions}
    sayings = {
        s.id: name for s in statements for start, _ in s.cue if (name := by_start.get(start)) is not None
    }
    above = {p.id: p.within for p in propositions}
    for p in propositions:
        name = sayings.get(p.statement) if p.statement is not None else None
        if name is not None and p.within is None and not _is_above(p.id, name, above):
            above[p.id] = name
    return tuple(p if above[p.id] == p.within else replace(p, within=above[p.id]) for p in propositions)


def _is_above(one: str, other: str, above: Mapping[str, str | None]) -> bool:
    """Whether a proposition is another, or that one is part of it."""
    name: str | None = other
    while name is not None and name != one:
        name = above[name]
    return name is not None


def _container(word: Token, at: Mapping[int, int]) -> int | None:
    """The predicate of whose content, cause or purpose the clause of `word` tells, if there is one."""
    token = word
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    while token.dep_ in _CONTENT or is_purpose(token) or (token.dep_ == "acl" and is_infinitive(token)):
        token = token.head
        if token.i in at:
            return at[token.i]
    return None


def _characters(doc: Doc, first: int, last: int) -> tuple[int, int]:
    return doc[first].idx, doc[last].idx + len(doc[last])


def _with_source(
    told: tuple[PropositionArgument, ...], source: tuple[int, int] | None
) -> tuple[PropositionArgument, ...]:
    """The arguments with who says it as the doer, also where the parse takes that for something else."""
    if source is None or any(a.role == "who" and source[0] < a.end and a.start < source[1] for a in told):
        return told
    others = [
        a
        for a in told
        if not (a.role == "who" or (a.role in _TAKEN and source[0] < a.end and a.start < source[1]))
    ]
    found = (*others, PropositionArgument("who", *source))
    return tuple(sorted(found, key=lambda a: (a.start, a.end, a.role)))


def _told(doc: Doc, draft: PropositionDraft) -> tuple[PropositionArgument, ...]:
    """The arguments in the order of the text; of one stretch in one role there is one."""
    found = {(*_characters(doc, a.first, a.last), a.role) for a in draft.arguments}
    found.update((tied.start, tied.end, tied.role) for tied in draft.tied)
    return tuple(PropositionArgument(role, start, end) for start, end, role in sorted(found))
