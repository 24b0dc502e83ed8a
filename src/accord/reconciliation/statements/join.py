"""Statements of all reports joined to utterances, and quotations whose words differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz

from accord.disjoint_sets import Union
from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.claims.claim_drafts import ClaimDraft, Said, claim, gather
from accord.reconciliation.compare.wording import QuotationWords, compare
from accord.reconciliation.sources import Sources
from accord.reconciliation.statements.speakers import SourceWords, SpeakerFinder
from accord.reconciliation.value_kinds import wording_kind
from accord.records import Comparison, Evidence, Statement, Wording

_QUOTED = re.compile(r"[“\"«](.+?)[”\"»]", re.DOTALL)
_SAME = 80.0
_FEWEST_WORDS = 3
_FEWEST_OF_UNKNOWN = 6
# A word in more wordings than this finds too many to say that two are one.
_COMMON = 40
# So many words of an utterance stand for it: a speech in a speech in a speech holds all that follow.
_MOST_COMPARED = 60


class Uttered(Struct, frozen=True):
    """A statement of a report: its words, what stands in quotation marks, and who says it.

    `quoted` are the words of each of its `quotes` that is in its content; `name` is what the report calls the
    speaker, "" where that says nothing.
    """

    report: str
    statement: Statement
    speaker: str | None
    name: str
    words: tuple[str, ...]
    quotes: tuple[tuple[int, int], ...]
    content: tuple[Evidence, ...]
    quoted: tuple[tuple[str, ...], ...] = ()


def read_statements(
    sources: Sources, cast: StoryCast, source_words: SourceWords, quotations: QuotationWords
) -> tuple[Uttered, ...]:
    """The statements of all reports, in order."""
    found: list[Uttered] = []
    finder = SpeakerFinder(sources, source_words)
    for reading in sources.readings:
        for statement in sorted(reading.statements, key=lambda s: (s.content, s.source, s.id)):
            if not statement.content:
                continue
            content = tuple(sources.evidence(reading.id, start, end) for start, end in statement.content)
            said = tuple(word for item in content for word in quotations.words(item.text))
            entity, name = finder.find(reading.id, statement)
            speaker = cast.actor(reading.id, entity) if entity else None
            quotes = tuple(q for item in content for q in _quotes(reading.text, item, statement))
            quoted = tuple(map(quotations.words, _quoted_within(content, quotes)))
            found.append(Uttered(reading.id, statement, speaker, name, said, quotes, content, quoted))
    return tuple(found)


def _quotes(text: str, item: Evidence, statement: Statement) -> Iterator[tuple[int, int]]:
    low, high = max(0, item.start - 1), min(len(text), item.end + 1)
    inside = [(low + m.start(1), m[1]) for m in _QUOTED.finditer(text[low:high]) if m[1].strip()]
    marked = [(at + len(q) - len(q.lstrip()), at + len(q.rstrip())) for at, q in inside]
    if marked:
        yield from marked
    elif statement.kind == "direct":
        yield item.start, item.end


def join_statements(uttered: Sequence[Uttered], cast: StoryCast) -> tuple[tuple[Uttered, ...], ...]:
    """Groups of wordings of one utterance, found through the words they share."""
    postings: dict[str, list[int]] = defaultdict(list)
    union = Union(len(uttered))
    for index, one in enumerate(uttered):
        shared: dict[int, int] = defaultdict(int)
        for word in sorted({w for w in one.words if len(w) > 3}):
            for other in postings[word]:
                shared[other] += 1
            if len(postings[word]) < _COMMON:
                postings[word].append(index)
        for other in sorted(shared, key=lambda o: (-shared[o], o))[:_COMMON]:
            if _same_utterance(one, uttered[other], cast):
                union.join(index, other)
    return tuple(tuple(uttered[index] for index in held) for held in union.sets())


def _same_utterance(one: Uttered, other: Uttered, cast: StoryCast) -> bool:
    if one.report == other.report and _overlap(one.content, other.content):
        return False  # what is said in a speech is no wording of the speech
    return same_speaker(one.speaker, other.speaker, cast) and _same_words(one, other)


def _same_words(one: Uttered, other: Uttered) -> bool:
    """Whether the words of two statements tell one utterance."""
    fewest = min(len(one.words), len(other.words))
    known = one.speaker is not None and other.speaker is not None
    if bool(one.speaker or one.name) != bool(other.speaker or other.name) and not _quoted_alike(one, other):
        return False
    if fewest < (_FEWEST_WORDS if known else _FEWEST_OF_UNKNOWN):
        return False
    here, there = (" ".join(each.words[:_MOST_COMPARED]) for each in (one, other))
    return fuzz.token_set_ratio(here, there) >= _SAME and fuzz.partial_ratio(here, there) >= _SAME


def _overlap(one: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    return any(here.start < there.end and there.start < here.end for here in one for there in other)


def is_of_others(one: Uttered, other: Uttered, cast: StoryCast) -> bool:
    """Whether two reports give the same words to speakers of whom neither is the other, nor part of it."""
    apart = one.report != other.report and not same_speaker(one.speaker, other.speaker, cast)
    return apart and _same_words(one, other)


def _quoted_alike(one: Uttered, other: Uttered) -> bool:
    """Words in quotation marks of one are those of the other."""
    return any(compare(a, b) in {"agrees", "refines"} for a in one.quoted for b in other.quoted)


def _quoted_within(content: Sequence[Evidence], quotes: Sequence[tuple[int, int]]) -> list[str]:
    """What of the content stands in quotation marks."""
    return [
        item.text[low - item.start : high - item.start]
        for low, high in quotes
        for item in content
        if item.start <= low and high <= item.end
    ]


def same_speaker(one: str | None, other: str | None, cast: StoryCast) -> bool:
    """Two speakers may be one: one is not known, or they are the same or part of each other."""
    if one is None or other is None or one == other:
        return True
    return one in cast.wholes(other) or other in cast.wholes(one)


def speaker_of(group: Sequence[Uttered], cast: StoryCast) -> str | None:
    """The speaker that the wordings agree on: the most particular one named."""
    named = sorted({u.speaker for u in group if u.speaker})
    return max(named, key=lambda a: (len(cast.wholes(a)), a)) if named else None


def wording(one: Uttered, sources: Sources) -> Wording:
    """The wording of a report, quoted with its sentence."""
    report, statement = one.report, one.statement

    def quoted(spans: Sequence[tuple[int, int]]) -> tuple[Evidence, ...]:
        return tuple(sources.evidence(report, start, end) for start, end in spans)

    def maybe(span: tuple[int, int] | None) -> Evidence | None:
        return sources.evidence(report, *span) if span else None

    spans = (*statement.content, *statement.source, *statement.cue)
    return Wording(
        report=report,
        kind=statement.kind,
        content=one.content,
        source=quoted(statement.source),
        cue=quoted(statement.cue),
        sentence=sources.around(report, min(s for s, _ in spans), max(e for _, e in spans)),
        occasion=maybe(statement.occasion),
        medium=maybe(statement.medium),
        named=maybe(statement.named),
    )


def wording_claims(
    groups: Sequence[Sequence[Uttered]], sources: Sources, cast: StoryCast, quotations: QuotationWords
) -> Iterator[ClaimDraft]:
    """One claim an utterance that reports quote in different words; the values are the quotations."""
    drafts = (wording_claim(group, sources, cast, quotations) for group in groups)
    return (draft for draft in drafts if draft is not None)


def wording_claim(
    group: Sequence[Uttered], sources: Sources, cast: StoryCast, quotations: QuotationWords
) -> ClaimDraft | None:
    """The claim of an utterance that reports quote in different words, or None where they do not."""
    if len({one.report for one in group}) < 2:
        return None
    values = gather(
        (quotations.words(quote.text), " ".join(quote.text.split()).strip(" ,.;"), (quote,))
        for one in group
        for quote in (sources.evidence(one.report, start, end) for start, end in one.quotes)
    )
    speaker = speaker_of(group, cast)
    subject = cast.name(speaker) if speaker else "a speaker"
    draft = claim(wording_kind(quotations), subject, values, None, compare=_told_otherwise(values))
    told_apart = draft.sides and len({r for side in draft.sides for r in side.reports}) > 1
    return draft if told_apart else None


def _told_otherwise(
    values: Sequence[Said[tuple[str, ...]]],
) -> Callable[[tuple[str, ...], tuple[str, ...]], Comparison]:
    """Compare two quotations; a report that has both has not put one for the other."""
    has: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    by_words = {value.value: value.reports for value in values}
    for value in values:
        for report in value.reports:
            has[report].append(value.value)

    def also_has(reports: Sequence[str], quotation: tuple[str, ...]) -> bool:
        return any(
            compare(quotation, other) in {"agrees", "refines"} for report in reports for other in has[report]
        )

    def compare_told(one: tuple[str, ...], other: tuple[str, ...]) -> Comparison:
        answer = compare(one, other)
        if answer == "contradicts" and (also_has(by_words[other], one) or also_has(by_words[one], other)):
            return "cannot tell"
        return answer

    return compare_told
