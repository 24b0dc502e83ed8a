"""Events in the parse: which event a verb or noun stands for, and what "this move" refers back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from accord.extraction.parse.clauses import ANY_SUBJECTS, UNDERGOERS
from accord.extraction.parse.parsed import Parsed, token_at
from accord.extraction.times.links.distance import Gap, OrderWords
from accord.records import WITNESS_KINDS, Event, Order

if TYPE_CHECKING:
    from spacy.tokens import Token

_OTHER_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis"})
# What a verb does is told on these of its dependents, where it only says that it was done.
_TOLD = frozenset({"asserted", "reported"})
_FARTHEST = 12
# How far down a phrase an event is looked for: in "the start of the talks", but not in "the trial of
# the architect of the bombings".
_SHALLOW, _DEEP = 3, 6


class EventClauses(Struct, frozen=True):
    """The events that happened, by the tokens of their triggers."""

    parsed: Parsed
    words: OrderWords
    by_token: dict[int, Event] = field(default_factory=dict)
    first_token: dict[str, int] = field(default_factory=dict)
    by_sentence: dict[int, list[tuple[int, Event]]] = field(default_factory=dict)

    @classmethod
    def of(cls, parsed: Parsed, events: Sequence[Event], words: OrderWords) -> EventClauses:
        """Index the events that are told as done."""
        found = cls(parsed, words)
        for event in events:
            if event.polarity != "positive" or event.factuality not in _TOLD or event.within:
                continue
            first = token_at(parsed.doc, event.start).i
            last = token_at(parsed.doc, event.end - 1).i
            for index in range(first, last + 1):
                found.by_token[index] = event
            found.first_token[event.id] = first
            found.by_sentence.setdefault(event.sentence, []).append((first, event))
        return found

    def token(self, event: Event) -> Token:
        """The first token of an event's trigger."""
        return self.parsed.doc[self.first_token[event.id]]

    def at(self, token: Token) -> Event | None:
        """The event that the token itself triggers."""
        return self.by_token.get(token.i)

    def order(
        self, earlier: Event | None, later: Event | None, gap: Gap, first: Token, last: Token
    ) -> Iterator[Order]:
        """The order of two events, told from `first` to `last`; nothing where one of them is missing."""
        if earlier is not None and later is not None and earlier.id != later.id:
            yield self.clause(earlier.id, later.id, gap, first, last)

    def clause(self, earlier: str, later: str, gap: Gap, first: Token, last: Token) -> Order:
        """An order of what has these ids, with its characters."""
        start, end = first.idx, last.idx + len(last)
        text = self.parsed.text[start:end].rstrip()
        return Order(start, start + len(text), text, earlier, later, *gap)

    def of_verb(self, verb: Token, but: Token) -> Event | None:
        """The event a clause tells of: on its verb, or on what it says was done, or its subject refers to.

        What hangs on `but` is left out.
        """
        if verb.lemma_ in self.words.happenings:
            if verb.lemma_ == "be" and any(
                t.lower_ == "it" and t.dep_ in ANY_SUBJECTS for t in verb.children
            ):
                return self._cleft(verb, but)
            return self.of_subject(verb)
        here = verb
        for _ in range(4):
            found = self._told_by(here, but)
            if found is not None:
                return found
            if not self._leans(here):
                break
            here = here.head
        return None

    def _cleft(self, verb: Token, but: Token) -> Event | None:
        """`It was after Y that X`."""
        told = (t for t in verb.rights if t != but and any(child.lower_ == "that" for child in t.lefts))
        return next((event for token in told if (event := self.at(token)) is not None), None)

    def _told_by(self, verb: Token, but: Token) -> Event | None:
        """The event on a verb, or on the object of one that says no more than that it was done."""
        found = self.at(verb)
        if found is not None or not verb.tag_.startswith("VB"):
            return found
        for child in verb.children:
            particle = child.dep_ == "prt" or child.dep_ == "xcomp"
            borne = child.dep_ in UNDERGOERS and verb.lemma_ in self.words.bearers
            if child != but and (particle or borne):
                found = self._nearest(child, _OTHER_CLAUSE, but)
                if found is not None:
                    return found
        return None

    def _leans(self, here: Token) -> bool:
        """Whether what a word tells is told by what it hangs on: "the first to do so", "became the first"."""
        if here.dep_ in ("xcomp", "attr"):
            return True
        if here.dep_ == "advcl":
            return here.lemma_ in self.words.results
        return here.dep_ in ("acl", "relcl") and here.lemma_ == "do"

    def of_subject(self, verb: Token) -> Event | None:
        """The event that the subject names or refers back to."""
        for subject in verb.children:
            if subject.dep_ not in ANY_SUBJECTS:
                continue
            if verb.dep_ == "relcl" and subject.lower_ in ("which", "that", "who"):
                return self._nearest(verb.head, _OTHER_CLAUSE, verb, _SHALLOW)
            found = self._nearest(subject, frozenset({"ccomp", "relcl"}), None, _SHALLOW)
            if found is None and self._is_anaphor(subject):
                found = self._nearest(subject, frozenset({"ccomp"}), None) or self.before(verb)
            return found
        return None

    def of_complement(self, node: Token) -> Event | None:
        """The event that what follows "after" or "before" names, or refers back to."""
        if not node.tag_.startswith("N"):
            return self._nearest(node, frozenset({"ccomp", "advcl"}), None) or self._referred(node)
        # "The decision to lift X" is X; "the envoy who signed X" is not.
        if node.lemma_.lower() not in self.words.anaphors:
            return self._nearest(node, frozenset({"ccomp", "advcl", "relcl", "acl"}), None, _SHALLOW)
        return self._nearest(node, frozenset({"ccomp", "advcl"}), None) or self._referred(node)

    def _referred(self, node: Token) -> Event | None:
        return self.before(node) if self._is_anaphor(node) else None

    def lead(self, token: Token) -> Event | None:
        """The main event of the first body sentence that tells of one, if before that of `token`."""
        sentence = self.parsed.sentence_of(token) or 0
        for index in range(sentence):
            if self.parsed.sentences[index].kind in WITNESS_KINDS and index in self.by_sentence:
                return self.main(index)
        return None

    def joined(self, verb: Token) -> Event | None:
        """The event that a verb is joined to by "and", in the same sentence; the nearest one."""
        here = verb
        while here.dep_ in ("conj", "dep") and here.head != here:
            here = here.head
            found = self.at(here)
            if found is not None:
                return found
        return None

    def governing(self, verb: Token) -> Event | None:
        """The event of the clause that a relative clause or adverbial one hangs in."""
        if verb.dep_ not in ("relcl", "advcl", "acl", "ccomp"):
            return None
        here = verb.head
        for _ in range(6):
            found = self.at(here)
            if found is not None or here.tag_.startswith("VB") or here.head == here:
                return found
            here = here.head
        return None

    def before(self, token: Token, farthest: int = _FARTHEST) -> Event | None:
        """The main event told last before the sentence of `token`, at most `farthest` sentences back."""
        sentence = self.parsed.sentence_of(token)
        if sentence is None:
            return None
        for index in range(sentence - 1, max(-1, sentence - farthest - 1), -1):
            if self.parsed.sentences[index].kind in WITNESS_KINDS and index in self.by_sentence:
                return self.main(index)
        return None

    def main(self, sentence: int) -> Event | None:
        """The event nearest the root of a sentence; one with a known act first."""
        doc = self.parsed.doc
        held = self.by_sentence.get(sentence, ())
        ranked = sorted(held, key=lambda pair: (pair[1].act is None, _depth(doc[pair[0]]), pair[0]))
        return ranked[0][1] if ranked else None

    def _is_anaphor(self, noun: Token) -> bool:
        if noun.lower_ in self.words.pronouns:
            return True
        definite = any(child.lower_ in self.words.definite for child in noun.children)
        return noun.lemma_.lower() in self.words.anaphors and definite

    def _nearest(
        self, node: Token, closed: frozenset[str], but: Token | None, depth: int = _DEEP
    ) -> Event | None:
        """The event at the node, or the nearest under it, not entering clauses of a closed kind."""
        layer: Iterable[Token] = [node]
        for _ in range(depth):
            following: list[Token] = []
            for token in layer:
                found = self.by_token.get(token.i)
                if found is not None:
                    return found
                following.extend(
                    t
                    for t in token.children
                    if t.dep_ not in closed and t != but and t.lower_ not in self.words.connectives
                )
            layer = following
        return None


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token:
        token, depth = token.head, depth + 1
    return depth
