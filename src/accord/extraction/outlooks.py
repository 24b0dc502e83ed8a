"""Finds what a report says may come: clauses about the future, with the word that hedges them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import is_subject, lemma_of
from accord.extraction.parse.parsed import Cover, Parsed
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.records import Outlook, Statement, Time
from accord.vocabulary import PACKAGED, Vocabulary, either

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from accord.extraction.actors.cast import Cast

_EDGE = re.compile(r"[\s`.,;:—–\-•*“”\"'‘]*")
_QUOTES = (("“", "”"), ("‘", "’"))
_CLOSING = frozenset({"”", "’", "''", '"'})
_SEPARATE = frozenset({"conj", "parataxis"})


class _OutlookWords(Struct, frozen=True, forbid_unknown_fields=True):
    modals: str
    reported_modals: str
    adjectives: str
    verbs: str
    copulas: str
    nouns: str
    noun_verbs: str
    openings: list[tuple[str, str]]
    speech: str
    second_person: str
    permitting_modals: str
    hypothetical: str
    dangling: str


class _Hedge(Struct, frozen=True):
    """A hedging word or words, and the head of the clause they hedge."""

    words: tuple[Token, ...]
    clause: Token


class OutlookFinder:
    """Finds outlooks."""

    def __init__(self, file: _OutlookWords, linker: EventTimeLinker) -> None:
        self._linker = linker
        self._modals = frozenset(file.modals.split())
        self._reported = frozenset(file.reported_modals.split())
        self._adjectives = frozenset(file.adjectives.split())
        self._verbs = frozenset(file.verbs.split())
        self._copulas = frozenset(file.copulas.split())
        self._nouns = frozenset(file.nouns.split())
        self._noun_verbs = frozenset(file.noun_verbs.split())
        self._openings = frozenset(file.openings)
        self._openers = frozenset(verb for verb, _ in file.openings)
        self._speech = frozenset(file.speech.split())
        self._persons = frozenset(file.second_person.split())
        self._permitting = frozenset(file.permitting_modals.split())
        self._hypothetical = frozenset(file.hypothetical.split())
        # A title cut short by the end of its line holds no outlook: "Paving the Way for".
        self._dangling = re.compile(rf"\b(?:{either(file.dangling.split())})$", re.IGNORECASE)

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> OutlookFinder:
        """Read outlooks.json.

        Raises:
            VocabularyError: the file is broken.
        """
        return cls(
            vocabulary.read("en/events/outlooks.json", _OutlookWords), EventTimeLinker.load(vocabulary)
        )

    def find(
        self, parsed: Parsed, cast: Cast, times: tuple[Time, ...], statements: tuple[Statement, ...]
    ) -> tuple[Outlook, ...]:
        """Outlooks in order; none lies within another."""
        found: list[Outlook] = []
        contents = Cover((start, end, said) for said in statements for start, end in said.content)
        for span in parsed.spans:
            last = -1
            if span[-1].text == "?":
                continue
            hedges = [hedge for token in span if (hedge := self._hedge(token)) is not None]
            bounds = [(*_bounds(hedge.clause, span, parsed.text), hedge) for hedge in hedges]
            bounds.sort(key=lambda entry: (entry[0], -entry[1], entry[2].words[0].i))
            for start, end, hedge in bounds:
                if end <= last or start >= end or self._dangling.search(parsed.text, start, end):
                    continue
                last = max(last, end)
                found.append(self._outlook(start, end, hedge, parsed, times, contents))
        return tuple(found)

    def _outlook(
        self,
        start: int,
        end: int,
        hedge: _Hedge,
        parsed: Parsed,
        times: tuple[Time, ...],
        contents: Cover[Statement],
    ) -> Outlook:
        text = parsed.text
        first, last = hedge.words[0], hedge.words[-1]
        said = contents.at(first.idx)
        time = self._linker.time_of(parsed, times, hedge.clause)
        published = parsed.report.published
        if time is not None and (not start <= time.start < end or not _is_ahead(time, published)):
            time = None
        return Outlook(
            start=start,
            end=end,
            text=text[start:end],
            hedge=" ".join(text[first.idx : last.idx + len(last)].split()),
            horizon=time.text if time is not None else None,
            speaker=said.speaker if said is not None else None,
        )

    def _hedge(self, token: Token) -> _Hedge | None:
        if token.tag_ == "MD":
            return self._modal(token)
        if token.pos_ in {"ADJ", "VERB"} and token.lower_ in self._adjectives:
            return self._adjective(token)
        if token.pos_ == "VERB":
            return self._verb(token)
        return None

    def _modal(self, token: Token) -> _Hedge | None:
        verb = token.head
        if token.dep_ != "aux" or verb.pos_ not in {"VERB", "AUX"}:
            return None
        word = token.lower_
        if word not in self._modals and not (word in self._reported and self._is_told(verb)):
            return None
        if any(c.lower_ in {"have", "’ve", "'ve"} and c.dep_ == "aux" for c in verb.children):
            return None
        if word in self._permitting and self._is_addressed(verb):
            return None
        if word == "could" and (self._is_past_ability(verb) or _is_negated(verb)):
            return None
        if verb.dep_ == "advcl" and self._is_hypothetical(verb):
            return None
        negation = [c for c in verb.children if c.dep_ == "neg" and c.i == token.i + 1 and c.text != "not"]
        return _Hedge((token, *negation), verb)

    def _is_addressed(self, verb: Token) -> bool:
        """Whether the reader is told what he may do."""
        return any(c.dep_ == "nsubj" and c.lower_ in self._persons for c in verb.children)

    def _is_hypothetical(self, verb: Token) -> bool:
        return any(c.dep_ == "mark" and c.lower_ in self._hypothetical for c in verb.children)

    def _is_told(self, verb: Token) -> bool:
        head = verb.head
        while verb.dep_ == "conj":
            verb, head = head, head.head
        return verb.dep_ in {"ccomp", "ROOT"} and verb != head and lemma_of(head) in self._speech

    def _is_past_ability(self, verb: Token) -> bool:
        """Whether "could" tells what somebody was able to do: under a past verb that is no speech."""
        head = verb.head
        return (
            head != verb and head.tag_ == "VBD" and lemma_of(head) not in self._speech and verb.dep_ != "conj"
        )

    def _adjective(self, token: Token) -> _Hedge | None:
        if not any(c.dep_ in {"xcomp", "ccomp", "advcl"} and _has_to(c) for c in token.children):
            return None
        if token.pos_ == "VERB":
            passive = any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in token.children)
            return _Hedge((token,), token) if passive else None
        copula = token.head
        if lemma_of(copula) in self._copulas and copula.tag_ != "VBD":
            return _Hedge((token,), copula)
        return None

    def _verb(self, token: Token) -> _Hedge | None:
        lemma = lemma_of(token)
        present = token.tag_ in {"VBZ", "VBP"} or (
            token.tag_ in {"VBN", "VBG"}
            and any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} for c in token.children)
        )
        if lemma in self._openers and token.tag_ != "VBD":
            for child in _objects(token):
                if (lemma, lemma_of(child)) in self._openings:
                    return _Hedge((token, *child.lefts, child), token)
        if not present:
            return None
        if lemma in self._verbs and any(c.dep_ in {"xcomp", "ccomp"} for c in token.children):
            return _Hedge((token,), token)
        if lemma in self._noun_verbs:
            for child in _objects(token):
                if lemma_of(child) in self._nouns and any(
                    _has_to(c) or c.dep_ == "prep" for c in child.children
                ):
                    return _Hedge((child,), token)
        return None


def _objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dobj"]


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _bounds(clause: Token, span: Span, whole: str) -> tuple[int, int]:
    """First and last character of a clause: its subtree without clauses that stand by themselves."""
    edges = _edges(clause)
    if clause.dep_ == "relcl":
        noun = clause.head
        edges.extend([noun, *(c.left_edge for c in noun.lefts)])
        edges.extend(c.right_edge for c in noun.rights if c.i < clause.i)
    if not any(is_subject(c) or c.dep_ == "expl" for c in clause.children):
        edges.extend(s.left_edge for s in _borrowed(clause))
    inside = [t.i for t in edges if span.start <= t.i < span.end]
    first, last = span.doc[min(inside)], span.doc[max(inside)]
    while last.i > first.i and last.dep_ in {"cc", "punct"} and last.text not in _CLOSING:
        last = last.nbor(-1)
    while first.i < last.i and first.dep_ == "punct":
        first = first.nbor()
    if first.tag_ == "WDT":
        first = span[0]  # A relative clause whose noun the parse has lost.
    text = whole[first.idx : last.idx + len(last)]
    left, right = (found.end() for found in (_EDGE.match(text), _EDGE.match(text[::-1])) if found)
    right = len(text) - right
    for opening, closing in _QUOTES:
        if text[left:right].count(opening) > text[left:right].count(closing) and closing in text[right:]:
            right = text.index(closing, right) + 1
    return first.idx + left, first.idx + right


def _borrowed(clause: Token) -> list[Token]:
    """The subject a coordinated verb shares with the verb before it, where nothing else lies between."""
    token = clause
    while token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        token = token.head
        own = [c for c in token.children if is_subject(c)]
        if own:
            return own
    return []


def _edges(clause: Token) -> list[Token]:
    """Outermost tokens of a clause and of what hangs on it."""
    found = [clause]
    for child in clause.children:
        own_subject = any(is_subject(c) for c in child.children)
        apart = child.dep_ in _SEPARATE and child.pos_ in {"VERB", "AUX"} and own_subject
        before = child.i < clause.i and (
            child.dep_ == "ccomp" or (child.dep_ == "cc" and clause.dep_ == "ROOT")
        )
        if not apart and not before and not (child.dep_ == "mark" and child.lower_ == "that"):
            found.extend((child.left_edge, child.right_edge))
    return found


def _is_ahead(time: Time, published: str | None) -> bool:
    """Whether a time can lie ahead of the day the report was published."""
    if time.value in {"PAST_REF", "PRESENT_REF"} or time.text.lower().endswith("ago"):
        return False
    return published is None or time.latest is None or time.latest >= published[:10]
