"""When an event was: the nearest time in its clause, or that of the mention which it takes up again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.parse.clauses import SUBJECTS
from accord.extraction.parse.parsed import Parsed, token_at
from accord.extraction.times.expressions.stretches import stretch
from accord.extraction.times.expressions.time_words import FILE, REFERENCES, TimeWords
from accord.records import WITNESS_KINDS, Event, Time
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

# Dependents that are clauses of their own: a time inside one tells when that clause happened.
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "csubjpass"})
# Clauses that, having no time, share the time of the clause they hang on.
_SHARING = frozenset({"xcomp", "conj", "acl", "advcl", "pcomp", "ccomp", "relcl"})
_MODIFIERS = frozenset({"nummod", "amod", "compound", "nmod", "poss"})
_ARGUMENTS = SUBJECTS | {"dobj", "attr"}
_DATED = frozenset({"DATE", "TIME"})
_TOLD = frozenset({"asserted", "reported"})


class EventTimeLinker(Struct, frozen=True):
    """Tells when events were, by the words of time around them.

    `performed` is what is done by saying so, on the day of saying: "announced", not "said on Monday that
    X left".  `bounding` words make a time a bound: "after the vote in May" is of the vote, "after May" only
    bounds what happened.  `pointing` words take a noun for what was told before.
    """

    performed: frozenset[str]
    bounding: frozenset[str]
    pointing: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> EventTimeLinker:
        """Read the words of time.

        Raises:
            VocabularyError: the file is broken.
        """
        words = vocabulary.read(FILE, TimeWords)
        return cls(words.performed_verbs, words.bounding, words.pointing)

    def time_of(self, parsed: Parsed, times: Sequence[Time], token: Token) -> Time | None:
        """When the happening that `token` (a verb or noun) names took place, as its sentence tells it.

        A time attached to the token or inside its own clause comes first, then one of the clause it
        hangs on, then one that opens the sentence; None where the sentence gives none.  Of a stretch
        ("from May to July"), the whole.  `times` are all of the report's, sorted by start.
        """
        index = parsed.sentence_of(token)
        if index is None:
            return None
        sentence = parsed.sentences[index]
        first = bisect_left(times, sentence.start, key=lambda time: time.start)
        last = bisect_left(times, sentence.end, key=lambda time: time.start)
        ends = {time.until for time in times[first:last]}
        heads = [
            (stretch(times, times[k], parsed.text), _head(parsed, times[k]))
            for k in range(first, last)
            if times[k].type in _DATED and f"time:{k}" not in ends
        ]
        if not heads:
            return None
        node = token
        for _ in range(4):
            found = _nearest(token, [time for time, head in heads if self._dates(node, time, head)])
            if found is not None:
                return found
            if node.head == node:
                break
            if node.dep_ not in _SHARING or self._is_told_by(node) or self._is_set_apart(node):
                break
            node = node.head
        if self._is_told_apart(token):
            return None
        return _nearest(token, [time for time, head in heads if self._opens(parsed, index, time, head)])

    def _dates(self, node: Token, time: Time, head: Token) -> bool:
        """Whether the time hangs on `node`, and tells its day and not only a bound of it."""
        bound = head.dep_ == "pobj" and head.head.lower_ in ("by", "than", *self.bounding)
        if bound and head != node and time.type == "DATE":
            return head.head.head == node and _is_ahead(node)
        return self._governs(node, head)

    def _governs(self, node: Token, head: Token) -> bool:
        """Whether `head` hangs on `node` with no other clause between, and dates no other noun."""
        if _dates_noun(head) not in (None, node):
            return False
        here = head
        while here != node:
            apart = here.dep_ in _CLAUSES and here.lower_ not in ("persona", "personae")
            if here.head == here or apart or (here.dep_ == "pcomp" and here.head.lower_ != "by"):
                return False
            bound = (
                here.head if here != head and here.head.lower_ in self.bounding else self._bound_before(here)
            )
            if bound is not None:
                return node.dep_ == "pobj" and node.head == bound
            here = here.head
        return True

    def _bound_before(self, phrase: Token) -> Token | None:
        """The "after" between verb and phrase: in "signed it after the coup in May", May is of the coup."""
        between = (t for t in phrase.head.rights if t.i < phrase.i and t.lower_ in self.bounding)
        return next((t for t in between if any(child.dep_ == "pobj" for child in t.rights)), None)

    def _is_told_by(self, verb: Token) -> bool:
        """Whether a clause is what someone says, so that it need not have happened when it was said."""
        if verb.dep_ != "ccomp":
            return False
        earlier = any(child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in verb.children)
        return earlier or _is_ahead(verb) or verb.head.lemma_ not in self.performed

    def _is_set_apart(self, verb: Token) -> bool:
        """Whether a clause is what something else came after or before."""
        if verb.dep_ == "pcomp":
            return verb.head.lower_ in self.bounding
        return verb.dep_ == "advcl" and any(
            child.dep_ in ("mark", "advmod") and child.lower_ in self.bounding for child in verb.children
        )

    def _is_told_apart(self, token: Token) -> bool:
        """Whether a token stands in a clause that need not share the time which opens its sentence."""
        here = token
        while here.head != here:
            if here.dep_ == "relcl" or self._is_told_by(here) or self._is_set_apart(here):
                return True
            here = here.head
        return False

    def _opens(self, parsed: Parsed, index: int, time: Time, head: Token) -> bool:
        """Whether the time stands before the sentence's main verb, on its main clause."""
        root = parsed.spans[index].root
        return head.i < root.i and self._dates(root, time, head)

    def recalled(self, parsed: Parsed, events: Sequence[Event]) -> tuple[Event, ...]:
        """The events, those without a time given that of the earlier mention which they point back to.

        Only a noun that points ("the visit", "this recognition") is taken for a happening told before,
        and only where all earlier mentions that it can mean have one and the same time.
        """
        told: list[Event] = []
        found: list[Event] = []
        for event in events:
            one = event
            if _has_happened(event):
                if event.time is None and self._points_back(parsed, event):
                    time = _time_of_all(event, told)
                    one = event if time is None else replace(event, time=time, recalled=True)
                if parsed.sentences[event.sentence].kind in WITNESS_KINDS:
                    told.append(one)
            found.append(one)
        return tuple(found)

    def _points_back(self, parsed: Parsed, event: Event) -> bool:
        noun = token_at(parsed.doc, event.end - 1)
        if not noun.tag_.startswith("NN") or not any(self._is_pointing(child) for child in noun.lefts):
            return False
        # "The establishment of relations" says what it is of, and may be told for the first time.
        return bool(_parties(event)) or not any(child.lower_ == "of" for child in noun.rights)

    def _is_pointing(self, word: Token) -> bool:
        return word.dep_ == "poss" or (word.dep_ == "det" and word.lower_ in self.pointing)


def _head(parsed: Parsed, time: Time) -> Token:
    """The token of the expression that the rest of it hangs on."""
    span = parsed.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span.root if span is not None else parsed.doc[0]


def _is_ahead(verb: Token) -> bool:
    """Whether a clause tells of what is to come, so that a bound is all there is to date it."""
    return any(child.tag_ in ("MD", "TO") for child in verb.children)


def _dates_noun(head: Token) -> Token | None:
    """The noun that the time belongs to: "the 1999 treaty", "a treaty of 1999"; None if it has none."""
    if head.dep_ in _MODIFIERS:
        # "On May 2 Norway ..." is often parsed as a name of three words; a year before a name is not.
        in_name = head.head.tag_ in ("NNP", "NNPS") and not (head.text.isdigit() and len(head.text) == 4)
        return None if in_name else head.head
    of = head.head
    if head.dep_ == "pobj" and of.lower_ == "of" and of.head.dep_ in _ARGUMENTS:
        return of.head
    return None


def _nearest(token: Token, times: Sequence[Time]) -> Time | None:
    """The exact time nearest to the token, else the nearest vague one."""
    exact = [time for time in times if time.value not in REFERENCES]
    return min(
        exact or times,
        key=lambda time: (min(abs(time.start - token.idx), abs(time.end - token.idx)), time.start),
        default=None,
    )


def _has_happened(event: Event) -> bool:
    return event.polarity == "positive" and event.factuality in _TOLD and event.within is None


def _time_of_all(event: Event, told: Sequence[Event]) -> Time | None:
    """The one time of all earlier mentions of such an event between such parties."""
    alike = [other for other in told if _is_alike(event, other)]
    times = [other.time for other in alike if other.time is not None]
    dated = {(time.value, time.edtf) for time in times}
    if len(dated) != 1 or times[0].value in REFERENCES:
        return None
    return times[0]


def _is_alike(event: Event, other: Event) -> bool:
    same = event.act == other.act if event.act else (event.type, event.lemma) == (other.type, other.lemma)
    return same and _parties(event) <= _parties(other)


def _parties(event: Event) -> frozenset[str]:
    return frozenset(mention.actor for mention in (*event.actors, *event.recipients))
