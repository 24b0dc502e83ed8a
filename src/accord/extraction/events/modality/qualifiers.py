"""What a report adds to an event: scope, reason, manner, object, and on whose decision it came about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.arguments.reader import ArgumentReader
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.parse.clauses import is_verb, lemma_of
from accord.records import Qualifier
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from accord.extraction.events.triggers.detection import Trigger
    from accord.extraction.parse.grammar import Grammar
    from accord.extraction.parse.parsed import Parsed

_DOERS = frozenset({"nsubj", "agent"})
_SOURCES = ("of", "from", "by")


class QualifierFile(Struct, frozen=True, forbid_unknown_fields=True):
    """qualifiers.json: words separated by spaces, reasons by "|"."""

    ranks: str
    holders: str
    manners: str
    reasons: str
    periods: str
    decision_verbs: str
    decision_nouns: str
    decision_prepositions: str
    following: str
    anaphors: str
    inner_prepositions: str

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> QualifierFile:
        """Read the file."""
        return vocabulary.read("en/events/qualifiers.json", cls)


class QualifierReader:
    """Finds the qualifiers of a trigger in its clause."""

    def __init__(self, file: QualifierFile) -> None:
        self._ranks = frozenset(file.ranks.split())
        self._holders = frozenset(file.holders.split())
        self._manners = frozenset(file.manners.split())
        self._reasons = tuple(file.reasons.split("|"))
        self._periods = frozenset(file.periods.split())
        self._inner = frozenset(file.inner_prepositions.split())

    def find(self, trigger: Trigger, parsed: Parsed, rank: Token | None = None) -> tuple[Qualifier, ...]:
        """The qualifiers of the event of `trigger`: scope, manner, reason, object.

        `rank` is the noun of a clause that ranks the doer ("becoming the first envoy to go there").
        """
        token, act = trigger.token, trigger.sense.act
        has_object = act is not None and act.with_object and is_verb(token)
        return (
            *self._scope(trigger, parsed, rank),
            *self._manner(token),
            *self._reason(token, parsed),
            *(self._objects(trigger, parsed) if has_object else ()),
        )

    def _scope(self, trigger: Trigger, parsed: Parsed, rank: Token | None) -> list[Qualifier]:
        for noun in (
            *_described(trigger.token, trigger.grammar.words.copulas),
            *((rank,) if rank is not None else ()),
        ):
            ranks = [c for c in noun.children if c.lower_ in self._ranks]
            if ranks and lemma_of(noun) in self._holders:
                span = parsed.doc[min(c.i for c in ranks) : _office_end(noun) + 1]
                return [_qualifier("scope", span, span.text.lower())]
        return []

    def _manner(self, trigger: Token) -> list[Qualifier]:
        return [
            Qualifier("manner", child.lower_, child.idx, child.idx + len(child), child.text)
            for child in trigger.children
            if child.lower_ in self._manners
        ]

    def _reason(self, trigger: Token, parsed: Parsed) -> list[Qualifier]:
        for child in trigger.children:
            if child.dep_ not in {"prep", "advcl"} or child.i < trigger.i:
                continue
            if any(lemma_of(noun) in self._periods for noun in child.children):
                continue
            span = parsed.doc[child.left_edge.i : child.right_edge.i + 1]
            if span.text.lower().startswith(self._reasons):
                return [_qualifier("reason", span, span.text.lower())]
        return []

    def _objects(self, trigger: Trigger, parsed: Parsed) -> list[Qualifier]:
        """What a diplomatic act is about, where that is part of what triggers it: the list, the assets."""
        nouns: list[Token] = []
        token, sense, grammar = trigger.token, trigger.sense, trigger.grammar
        if sense.objects:
            nouns.extend(grammar.objects(token)[:1])
        if sense.prep_nouns:
            hosts = [token, *grammar.objects(token)]
            found = [n for host in hosts for n in grammar.phrases(host).get(sense.preposition, ())]
            nouns.extend(n for n in found if lemma_of(n) in sense.prep_nouns)
        spans = [self._noun_phrase(noun, parsed) for noun in nouns]
        return [_qualifier("object", span, " ".join(span.text.split())) for span in spans]

    def _noun_phrase(self, noun: Token, parsed: Parsed) -> Span:
        """A noun with what stands before it and its "of" and "in" phrases, but no clause."""
        stop = noun.i
        for child in noun.children:
            if child.i > noun.i and child.dep_ == "prep" and child.lower_ in self._inner:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        stop = max(stop, inner.i)
                        nested = [
                            c
                            for c in inner.children
                            if c.i > inner.i and c.dep_ == "prep" and c.lower_ == "of"
                        ]
                        stop = max([stop, *(c.right_edge.i for c in nested)])
        return parsed.doc[noun.left_edge.i : stop + 1]


def _office_end(noun: Token) -> int:
    """Where the title that a noun begins ends: "secretary of state"."""
    for child in noun.children:
        if child.lower_ == "of" and child.i == noun.i + 1:
            return max([noun.i, *(c.i for c in child.children if c.i == child.i + 1 and c.tag_ != "CD")])
    return noun.i


def _described(trigger: Token, copulas: frozenset[str]) -> list[Token]:
    """Nouns that rank whoever does it: "the first country to ...", "..., becoming the first to do so"."""
    found: list[Token] = [trigger.head] if trigger.dep_ in {"relcl", "acl"} else []
    for child in trigger.children:
        if child.dep_ == "advcl" and lemma_of(child) in copulas:
            nouns = [c for c in child.children if c.dep_ in {"attr", "oprd", "dobj"}]
            found.extend(noun for noun in nouns if not _ranks_another_act(noun))
        elif child.dep_ in _DOERS:
            found.append(child)
            found.extend(c for c in child.children if c.dep_ == "appos")
    if trigger.dep_ == "xcomp" and lemma_of(trigger.head) in copulas:
        found.extend(c for c in trigger.head.children if c.dep_ == "attr")
    return found


def _ranks_another_act(noun: Token) -> bool:
    """Whether "the first country to sign" is said: the rank belongs to the signing."""
    return any(c.dep_ in {"relcl", "acl"} and lemma_of(c) != "do" and is_verb(c) for c in noun.children)


class DecisionReader(Struct, frozen=True):
    """Finds who decided; a sentence about "the move" speaks of the last event told before it."""

    grammar: Grammar
    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]
    following: frozenset[str]
    anaphors: frozenset[str]

    @classmethod
    def of(cls, file: QualifierFile, grammar: Grammar) -> DecisionReader:
        """Take the words from qualifiers.json."""
        return cls(
            grammar=grammar,
            verbs=frozenset(file.decision_verbs.split()),
            nouns=frozenset(file.decision_nouns.split()),
            prepositions=frozenset(file.decision_prepositions.split()),
            following=frozenset(file.following.split()),
            anaphors=frozenset(file.anaphors.split()),
        )

    def attach(
        self, drafts: list[EventDraft], span: Span, reader: ArgumentReader, last: EventDraft | None
    ) -> EventDraft | None:
        """Add decisions of a sentence to its `drafts`, or to `last` where it speaks of "the move".

        Returns `last`, with what the sentence adds to it.
        """
        for at, draft in enumerate(drafts):
            found = self._phrases(draft.trigger.token, reader)
            if found:
                drafts[at] = replace(draft, decisions=(*draft.decisions, *found))
        if last is None or any(d.trigger.token.dep_ == "ROOT" for d in drafts):
            return last
        found = self._said_of_the_move(span, reader)
        return replace(last, decisions=(*last.decisions, *found)) if found else last

    def _phrases(self, verb: Token, reader: ArgumentReader) -> tuple[Qualifier, ...]:
        """Phrases beside a trigger: "on the recommendation of the minister"."""
        found: list[Qualifier] = []
        for preposition, nouns in self.grammar.phrases(verb).items():
            if preposition in self.prepositions:
                found.extend(q for noun in nouns for q in self._from_noun(noun, reader))
        return tuple(found)

    def _from_noun(self, noun: Token, reader: ArgumentReader) -> list[Qualifier]:
        if lemma_of(noun) not in self.nouns:
            return []
        inside = self.grammar.phrases(noun)
        sources = [n for name in _SOURCES for n in inside.get(name, ())]
        sources.extend(c for c in noun.children if c.dep_ == "poss")
        if not any(reader.mentions(source) for source in sources):
            return []
        right = max([noun.i, *(s.right_edge.i for s in sources)])
        span = noun.doc[noun.left_edge.i : right + 1]
        return [_qualifier("decision", span, span.text)]

    def _said_of_the_move(self, span: Span, reader: ArgumentReader) -> tuple[Qualifier, ...]:
        found: list[Qualifier] = []
        for verb in span:
            if verb.pos_ != "VERB" or not self._is_about_the_move(verb):
                continue
            lemma = lemma_of(verb)
            if lemma in self.verbs and self.grammar.is_passive(verb):
                agents = self.grammar.subjects(verb)
                if any(reader.mentions(agent) for agent in agents):
                    told = verb.doc[verb.i : max(a.right_edge.i for a in agents) + 1]
                    found.append(_qualifier("decision", told, told.text))
            elif lemma in self.following:
                for child in verb.children:
                    if child.dep_ == "dobj":
                        found.extend(self._from_noun(child, reader))
                found.extend(self._phrases(verb, reader))
        return tuple(found)

    def _is_about_the_move(self, verb: Token) -> bool:
        return any(
            lemma_of(noun) in self.anaphors
            and any(c.lower_ in self.grammar.words.definite for c in noun.children)
            for noun in self.grammar.topics(verb)
        )


def _qualifier(kind: str, span: Span, value: str) -> Qualifier:
    text = re.sub(r"[\s,.;:]+$", "", span.text)
    value = re.sub(r"[\s,.;:]+$", "", " ".join(value.split()))
    return Qualifier(kind, value, span.start_char, span.start_char + len(text), text)  # type: ignore[arg-type]
