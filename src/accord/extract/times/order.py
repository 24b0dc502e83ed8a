"""Clauses of order between the events of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extract.parsed import Parsed
from accord.extract.times.clauses import Clauses
from accord.extract.times.distance import Distances, Gap, Side, turned
from accord.records import WITNESS_KINDS, Event, Order, Time

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LONGEST_CONNECTIVE = 4
# So many sentences back "later" and "the same day" may point.
_NEAR = 5
_COMPLEMENTS = frozenset({"pobj", "pcomp", "dobj"})


class OrderFinder(Struct, frozen=True):
    """Finds which event a report puts before which, and by how many days."""

    distances: Distances
    first_words: frozenset[str]

    @classmethod
    def load(cls) -> OrderFinder:
        """Read the vocabulary.

        Raises:
            VocabularyError: the file is broken.
        """
        distances = Distances.load()
        return cls(distances, frozenset(words.split()[0] for words in distances.words.connectives))

    def find(self, parsed: Parsed, events: Sequence[Event], times: Sequence[Time]) -> tuple[Order, ...]:
        """The clauses of order between `events`, sorted by start; one a pair of events and sentence."""
        if len(events) < 2:
            return ()
        words = self.distances.words
        clauses = Clauses.of(parsed, events, words)
        found: dict[tuple[int, frozenset[str]], Order] = {}
        for index, span in enumerate(parsed.spans):
            if parsed.sentences[index].kind not in WITNESS_KINDS:
                continue
            for order in self._in_sentence(span, clauses):
                found.setdefault((index, frozenset((order.earlier, order.later))), order)
        for order in self._by_times(clauses, events, times):
            index = parsed.sentence_at(order.start) or 0
            found.setdefault((index, frozenset((order.earlier, order.later))), order)
        return tuple(sorted(found.values(), key=lambda order: (order.start, order.end, order.earlier)))

    def _in_sentence(self, span: Span, clauses: Clauses) -> Iterator[Order]:
        words = self.distances.words
        for token in span:
            if token.lower_ in self.first_words:
                yield from self._by_connective(token, span, clauses)
            elif token.lemma_ in words.verbs and token.tag_.startswith("VB"):
                yield from self._by_verb(token, words.verbs[token.lemma_], clauses)
            elif token.lower_ in words.adverbs and token.dep_ in ("advmod", "npadvmod"):
                yield from self._by_adverb(token, words.adverbs[token.lower_], clauses)
            elif token.lemma_ in words.results and token.tag_ == "VBG" and token.dep_ == "advcl":
                one, other = clauses.of_verb(token.head, token), clauses.of_complement(token)
                yield from _order(one, other, (0, 0), token.head.left_edge, token.right_edge, clauses)

    def _by_connective(self, token: Token, span: Span, clauses: Clauses) -> Iterator[Order]:
        """`X after Y`, `following Y, X`, `two days before Y, X`."""
        known = self.distances.words.connectives
        for size in range(_LONGEST_CONNECTIVE, 0, -1):
            last = token.i + size - 1
            if last >= span.end:
                continue
            side = known.get(" ".join(t.lower_ for t in token.doc[token.i : last + 1]))
            if side is not None:
                yield from self._joined(token, token.doc[last], side, clauses)
                return

    def _joined(self, first: Token, last: Token, side: Side, clauses: Clauses) -> Iterator[Order]:
        if first.dep_ == "mark":
            other, host = first.head, first.head.head
        else:
            complement = next((t for t in last.children if t.dep_ in _COMPLEMENTS), None)
            if complement is None or first.dep_ in ("amod", "det"):
                return
            other, host = complement, first.head
        if host == other:
            return
        away = other if first.dep_ == "mark" else first
        gap = self._distance_before(first)
        one, two = clauses.of_verb(host, away), clauses.of_complement(other)
        if one is None and host.tag_.startswith("N"):
            one = clauses.of_complement(host)
        start = min(host.left_edge, first, key=lambda t: t.i)
        end = host.right_edge if first.i < host.i else max(other.right_edge, host, key=lambda t: t.i)
        if side == "after":
            yield from _order(two, one, gap, start, end, clauses)
        else:
            yield from _order(one, two, gap, start, end, clauses)

    def _distance_before(self, connective: Token) -> Gap:
        """The distance that stands right before "after" or "before"; else any."""
        at = connective.i
        for size in (4, 3, 2, 1):
            if at - size >= connective.sent.start:
                gap = self.distances.length(connective.doc[at - size : at].text)
                if gap is not None:
                    return gap
        return (0, None)

    def _by_verb(self, verb: Token, side: Side, clauses: Clauses) -> Iterator[Order]:
        """`X follows Y`, `X was followed by Y`."""
        passive = any(t.dep_ == "auxpass" for t in verb.children) or verb.tag_ == "VBN"
        if passive:
            agents = [p for t in verb.children if t.dep_ == "agent" for p in t.children if p.dep_ == "pobj"]
        else:
            agents = [t for t in verb.rights if t.dep_ == "dobj" or _tells_when(t)]
        if not agents or (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "prep")):
            return
        two = next((event for agent in agents if (event := clauses.of_complement(agent))), None)
        one = clauses.of_subject(verb)
        if (side == "after") != passive:
            one, two = two, one
        yield from _order(one, two, (0, None), verb.left_edge, verb.right_edge, clauses)

    def _by_adverb(self, adverb: Token, side: Side, clauses: Clauses) -> Iterator[Order]:
        """`Earlier, X`: before what the report leads with; `later, X`: after the event told before."""
        verb = adverb.head
        if not verb.tag_.startswith("VB") or any(t.dep_ in ("npadvmod", "nummod") for t in adverb.children):
            return
        one = clauses.of_verb(verb, adverb)
        if one is None:
            return
        told = clauses.token(one)
        if told != verb and not verb.is_ancestor(told):
            return
        two = clauses.lead(adverb) if side == "before" else clauses.before(adverb, _NEAR)
        if side == "before":
            one, two = two, one
        yield from _order(two, one, (0, None), verb.left_edge, verb.right_edge, clauses)

    def _by_times(self, clauses: Clauses, events: Sequence[Event], times: Sequence[Time]) -> Iterator[Order]:
        """`Two days later, X`, `on the same day, X`: against what happened at the time before."""
        told = {id(event) for event in clauses.by_token.values()}
        for event in events:
            if event.time is None or id(event) not in told:
                continue
            gap = self.distances.signed(event.time.text)
            if gap is None:
                continue
            token = clauses.token(event)
            if event.time.anchor and event.time.anchor.startswith("time:"):
                other = _at_anchor(event.time, events, times, told)
            else:
                other = clauses.before(token, _NEAR)
            sentence = clauses.parsed.spans[event.sentence]
            first, last = sentence[0], sentence[-1]
            low, high = gap
            if (low or 0) < 0 or (high is not None and high < 0):
                yield from _order(event, other, turned(gap), first, last, clauses)
            else:
                yield from _order(other, event, gap, first, last, clauses)


def _tells_when(token: Token) -> bool:
    """Whether a clause after "follows" says what was followed ("a decision in May when X closed Y")."""
    if token.dep_ != "advcl":
        return False
    return token.tag_.startswith("N") or any(child.lower_ == "when" for child in token.children)


def _at_anchor(time: Time, events: Sequence[Event], times: Sequence[Time], told: set[int]) -> Event | None:
    """The event that happened at the time which `time` was reckoned from."""
    anchor = times[int((time.anchor or "").removeprefix("time:"))]
    return next((event for event in events if event.time == anchor and id(event) in told), None)


def _order(
    earlier: Event | None, later: Event | None, gap: Gap, first: Token, last: Token, clauses: Clauses
) -> Iterator[Order]:
    if earlier is None or later is None or earlier.id == later.id:
        return
    start, end = first.idx, last.idx + len(last)
    text = clauses.parsed.text[start:end].rstrip()
    end = start + len(text)
    yield Order(start, end, text, earlier.id, later.id, *gap)
