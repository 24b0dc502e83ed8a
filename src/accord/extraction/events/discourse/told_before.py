"""What a report has told so far: its events, told again too ("has not done so"), relations, and labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from accord.extraction.events.arguments.implicit_arguments import ImplicitArguments, Pair
from accord.extraction.events.arguments.participants import stands
from accord.extraction.events.arguments.parties import key, keys, shares_doer
from accord.extraction.events.arguments.roles import Site
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.events.triggers.detection import Trigger
from accord.extraction.parse.clauses import children, is_infinitive, lemma_of
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from accord.extraction.actors.cast import Cast
    from accord.extraction.events.arguments.reader import ArgumentReader
    from accord.extraction.parse.grammar import Grammar
    from accord.extraction.parse.grammar_words import EventWords

_MATTER_PHRASES = ("with", "between")
# Words of a label, and of a line.
_LABEL = 6
_LINE = 120


class ToldBefore:
    """The events and the relations that one report has told of so far."""

    def __init__(
        self, implicit: ImplicitArguments, reader: ArgumentReader, cast: Cast, grammar: Grammar
    ) -> None:
        self._implicit = implicit
        self._grammar = grammar
        self._reader = reader
        self._cast = cast
        self._told: list[EventDraft] = []
        self._pairs: list[Pair] = []
        self._label: ActorMention | None = None
        self._label_end = 0

    @property
    def told(self) -> tuple[EventDraft, ...]:
        """The events told in the sentences before."""
        return tuple(self._told)

    def tell(self, drafts: Sequence[EventDraft]) -> None:
        """Take in what a sentence tells."""
        self._told.extend(drafts)

    def completed(self, drafts: Sequence[EventDraft], span: Span) -> list[EventDraft]:
        """The drafts of a sentence with their other sides; without those that still lack one."""
        self._note(span)
        self._read_label(span)
        full: list[EventDraft] = []
        for draft in drafts:
            here = [d for d in full if draft.trigger.sense.act is not None or shares_doer(draft, d)]
            whole = self._implicit.complete(self._labelled(draft), self._told, here, self._pairs)
            if not whole.pending or stands(whole) or self._implicit.is_of_deed(whole):
                full.append(replace(whole, pending=False))
        return full

    def _labelled(self, draft: EventDraft) -> EventDraft:
        """The draft with the side that its line is labelled with: "Haiti: Canada reopened its embassy"."""
        label = self._label
        if label is None or draft.trigger.sense.act is None or draft.trigger.token.i >= self._label_end:
            return draft
        if key(label) in keys((*draft.actors, *draft.recipients)):
            return draft
        if draft.actors and not draft.recipients:
            return replace(draft, recipients=(label,))
        return draft if draft.actors else replace(draft, actors=(label,))

    def _read_label(self, span: Span) -> None:
        """Take in the name before a colon that opens a line of a list."""
        before = span.doc[max(0, span.start - 1) : span.start].text
        doc, first = span.doc, span.start
        while first < span.end and (doc[first].is_punct or doc[first].pos_ == "SYM"):
            first += 1
        if span.start >= self._label_end or "\n" in before:
            self._label = None
        colon = next((t for t in doc[first : min(span.end, first + _LABEL)] if t.text == ":"), None)
        if colon is None or colon.i + 1 >= span.end:
            return
        mentions = [m for m in self._cast.within(doc[first].idx, doc[colon.i].idx) if m.code is not None]
        if len(keys(mentions)) == 1 and mentions[0].start == doc[first].idx:
            self._label = mentions[0]
            line = doc[colon.i : colon.i + _LINE]
            self._label_end = next((t.i for t in line if "\n" in t.text), line.end)

    def _note(self, span: Span) -> None:
        """Note relations that are spoken of, with whom: "reviewed their ties with"."""
        for token in span:
            if token.pos_ == "NOUN" and lemma_of(token) in self._grammar.words.matters:
                found = self._grammar.phrases(token)
                for preposition in _MATTER_PHRASES:
                    mentions = [m for n in found.get(preposition, ()) for m in self._reader.mentions(n)]
                    if mentions:
                        self._pairs.append(tuple(m for m in mentions if m.code is not None))


def repeated(
    span: Span, told: Sequence[EventDraft], here: Sequence[EventDraft], grammar: Grammar
) -> Iterator[EventDraft]:
    """The last act again, still as its doer's, for each verb that stands for one told before."""
    for token in span if told or here else ():
        verb = _pro_verb(token, grammar.words) if token.lower_ in grammar.words.pro_forms else None
        if verb is None:
            continue
        before = [d for d in here if d.trigger.token.i < token.i]
        last = next((d for d in reversed([*told[-2:], *before]) if d.recipients), None)
        if last is not None:
            sense = replace(last.trigger.sense, mutual=False, named=False)
            trigger = Trigger(verb, sense, Site(verb, grammar))
            yield replace(last, trigger=trigger, rank=None, decisions=(), presupposed=False)


def _pro_verb(token: Token, words: EventWords) -> Token | None:
    """The verb by which an act is said again: of "done so", "followed suit", "as Peru did", "nor has"."""
    if token.lower_ == "suit" and lemma_of(token.head) == "follow":
        return None if _is_open(token.head) else token.head
    lemma = lemma_of(token)
    if lemma not in words.pro_verbs or token.dep_ in {"aux", "auxpass"}:
        return None
    if any(c.dep_ in {"xcomp", "ccomp", "acomp"} for c in token.children):
        return None
    if lemma == "do" and any(c.lower_ in words.ways for c in token.children if c.i > token.i):
        return None if _is_open(token) else token
    if token.dep_ == "conj" and token.head.i < token.i and _pro_verb(token.head, words) == token.head:
        return token  # "as Peru did in May and Chile did in June".
    objects = children(token, "dobj")
    led = [c for c in token.children if c.lower_ in words.also and c.i < token.i]
    inverted = any(c.lower_ in words.nor for c in led)
    if objects and not (inverted and objects[-1].pos_ == "PROPN"):
        return None
    if token.dep_ == "ROOT" and not objects and any(c.dep_ == "neg" for c in token.children):
        return token  # "Peru has not."
    return token if led and token.tag_ != "VBG" and not is_infinitive(token) else None


def _is_open(verb: Token) -> bool:
    """Whether what is done again is only asked for: "urged Peru to do likewise"."""
    return is_infinitive(verb) or verb.tag_ == "VBG"
