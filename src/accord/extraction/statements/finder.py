"""Finds the statements of a report: who says, thinks or wants what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.circumstances import (
    OccasionWords,
    Range,
    circumstances,
    load_occasions,
)
from accord.extraction.statements.complements import active_statement
from accord.extraction.statements.constructions import (
    according_to,
    adjective_statement,
    hearsay,
    noun_statement,
    passive_statement,
    quoted_statement,
    raising_statement,
)
from accord.extraction.statements.continuations import Tagged
from accord.extraction.statements.cue import Ranges, StatementDraft, cut, is_passive_participle, saying_of
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.extraction.statements.direct_speech import QuotationTagger
from accord.extraction.statements.genders import GenderWords
from accord.extraction.statements.quotation_marks import find_quotations
from accord.extraction.statements.quotations import colon_statement, outside, union, with_quotes
from accord.extraction.statements.quotes import Quotes
from accord.extraction.statements.signed_posts import signed_posts
from accord.extraction.statements.speakers import Speakers
from accord.records import Statement, StatementKind
from accord.vocabulary import PACKAGED, Vocabulary

_OUTER = ",;:.-–—•*·▪"
# KABUL (Reuters) - ...; WASHINGTON, D.C., Feb. 2 (UPI) -- ...
_DATE_LINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?:[ ,/][^\n()—–]{0,40}?)?\s*(?:\([^()\n]{2,40}\)\s*)?(?:—|–|--?)\s+"
)


class StatementFinder(Struct, frozen=True):
    """Finds direct, mixed and indirect speech, thoughts and intentions, with whose they are."""

    lexicon: CueLexicon
    occasions: OccasionWords
    genders: GenderWords

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> StatementFinder:
        """Read the vocabulary of cues.

        Raises:
            VocabularyError: the vocabulary is broken.
        """
        lexicon, occasions = CueLexicon.load(vocabulary), load_occasions(vocabulary)
        return cls(lexicon, occasions, GenderWords.load(vocabulary))

    def find(self, parsed: Parsed, cast: Cast) -> tuple[Statement, ...]:
        """Every statement of the report's read regions, in order; identifiers "s0", "s1", ..."""
        tree = TokenTree.of(parsed.doc)
        quotes = Quotes.of(tree, find_quotations(parsed.text))
        drafts = self._drafts(tree, quotes, parsed)
        relatives = self.lexicon.words.relatives
        speakers = Speakers.of(tree, cast, quotes, self.occasions, relatives, self.genders)
        records = [self._record(tree, quotes, draft, speakers) for draft in drafts]
        kept = [record for record in records if record is not None]
        kept.sort(key=lambda s: (min(a for spans in (s.source, s.cue, s.content) for a, _ in spans), s.cue))
        return tuple(replace(record, id=f"s{i}") for i, record in enumerate(kept))

    def _drafts(self, tree: TokenTree, quotes: Quotes, parsed: Parsed) -> list[StatementDraft]:
        beside: dict[int, list[Tagged]] = {}
        apart: dict[int, list[Tagged]] = {}
        for tag in QuotationTagger(tree, quotes, self.lexicon, self.genders).tags():
            (apart if tag.apart else beside).setdefault(tag.verb, []).append(tag)
        read = set(_read_tokens(parsed))
        drafts = [draft for draft in signed_posts(tree) if draft.verb in read]
        for i in sorted(read):
            if quotes.inside[i] >= 0:
                continue
            draft = self._at(tree, quotes, i)
            if draft is not None:
                draft = outside(tree, quotes, draft)
            found = [draft]
            if i in beside:
                found = [with_quotes(tree, quotes, i, beside[i], draft, self.lexicon)]
            if i in apart:
                found.append(with_quotes(tree, quotes, i, apart[i], draft, self.lexicon))
            drafts.extend(
                replace(one, content=self._without_lead(tree, _complete(quotes, one)))
                for one in found
                if one is not None
            )
        return _selected(drafts)

    def _at(self, tree: TokenTree, quotes: Quotes, i: int) -> StatementDraft | None:
        word = tree.lower[i]
        if self._is_stance(tree, i):
            return adjective_statement(tree, i, self.lexicon)
        if word in self.lexicon.verbs and tree.is_verb(i) and tree.dep[i] not in {"aux", "auxpass"}:
            draft = self._of_verb(tree, quotes, i)
            if draft is not None:
                return draft
        if word in self.lexicon.adjectives:
            return adjective_statement(tree, i, self.lexicon)
        if word in self.lexicon.nouns:
            return noun_statement(tree, i, self.lexicon)
        if word == "according":
            return according_to(tree, i, self.lexicon)
        if word == ":":
            return colon_statement(tree, quotes, i, self.occasions)
        if word in self.lexicon.words.hearsay:
            return hearsay(tree, i)
        return None

    def _is_stance(self, tree: TokenTree, i: int) -> bool:
        """Whether a participle is the adjective it looks like: opposed to, not opposed by."""
        frames = self.lexicon.adjectives.get(tree.lower[i])
        behind = tree.lower[i + 1] if i + 1 < len(tree) else ""
        return frames is not None and tree.tag[i] == "VBN" and behind in frames and behind != "by"

    def _of_verb(self, tree: TokenTree, quotes: Quotes, verb: int) -> StatementDraft | None:
        frames = self.lexicon.frames(tree, verb)
        if not frames:
            return None
        if saying_of(tree, tree.head[tree.head[verb]], self.lexicon) == verb:
            return None  # the participle of "quoted her as saying"
        saying = saying_of(tree, verb, self.lexicon)
        if saying is not None:
            return quoted_statement(tree, verb, saying, self.lexicon)
        if is_passive_participle(tree, verb):
            return passive_statement(tree, verb, frames, self.lexicon)
        if "raising" in frames:
            return raising_statement(tree, verb)
        return active_statement(tree, verb, frames, self.lexicon, quotes)

    def _record(
        self, tree: TokenTree, quotes: Quotes, draft: StatementDraft, speakers: Speakers
    ) -> Statement | None:
        content = _spans(tree, draft.content)
        source = replace(draft.source, ranges=_whole_quotations(quotes, draft.source.ranges))
        cue = _spans(tree, draft.cue) or ((tree.start[draft.verb], tree.end[draft.verb]),)
        if not content or not cue:
            return None
        around = circumstances(tree, draft, self.occasions, self.lexicon)
        named = speakers.find(draft)
        return Statement(
            id="",
            kind="direct" if draft.block else _kind(quotes, tree, draft.content),
            source=_spans(tree, source.ranges),
            cue=cue,
            content=content,
            speaker=named.actor,
            named=named.span,
            addressee=_span(tree, around.addressee),
            medium=_span(tree, around.medium),
            occasion=_span(tree, around.occasion),
        )

    def _without_lead(self, tree: TokenTree, content: Ranges) -> Ranges:
        """`content` without a date line or a conjunction that opens its sentence."""
        if not content:
            return content
        start, end = content[0]
        if (
            start != tree.sentence[start]
            and start
            and "\n" not in tree.text[tree.end[start - 1] : tree.start[start]]
        ):
            return content
        match = _DATE_LINE.match(tree.text, tree.start[start], tree.end[end - 1])
        while match is not None and start < end and tree.start[start] < match.end():
            start += 1
        while start < end and (
            not tree.lower[start].strip() or tree.lower[start] in self.lexicon.words.openers
        ):
            start += 1
        return ((start, end), *content[1:]) if start < end else content[1:]


def _read_tokens(parsed: Parsed) -> Iterable[int]:
    for span in parsed.spans:
        yield from range(span.start, span.end)


def _whole_quotations(quotes: Quotes, ranges: Ranges) -> Ranges:
    """`ranges` with every quotation that they begin or end in taken whole."""
    grown: list[tuple[int, int]] = []
    for start, end in ranges:
        for edge in (start, end - 1):
            index = quotes.inside[edge]
            if index >= 0:
                a, b = quotes.ranges[index]
                start, end = min(start, a), max(end, b)
        grown.append((start, end))
    return tuple(grown)


def _complete(quotes: Quotes, draft: StatementDraft) -> Ranges:
    """Content with every quotation that it begins or ends in taken whole."""
    grown = _whole_quotations(quotes, draft.content)
    holes = (*draft.cue, *(r for r in draft.source.ranges))
    inside = [h for h in holes if all(quotes.inside[i] < 0 for i in range(*h))]
    return cut(union(grown), tuple(inside))


def _spans(tree: TokenTree, ranges: Ranges) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for first, last in ranges:
        start, end = tree.start[first], tree.end[last - 1]
        while start < end and _is_outer(tree.text[start]):
            start += 1
        while end > start and _is_outer(tree.text[end - 1]) and not _is_initial(tree.text, start, end):
            end -= 1
        if start < end and any(c.isalnum() for c in tree.text[start:end]):
            spans.append((start, end))
    return tuple(spans)


def _is_outer(character: str) -> bool:
    return character in _OUTER or character.isspace()


def _is_initial(text: str, start: int, end: int) -> bool:
    """Whether the point before `end` is that of an initial: "T.J."."""
    return text[end - 1] == "." and end - start > 3 and text[end - 3] == "." and text[end - 2].isupper()


def _kind(quotes: Quotes, tree: TokenTree, content: Ranges) -> StatementKind:
    outside = within = False
    for start, end in content:
        for i in range(start, end):
            if quotes.inside[i] >= 0:
                within = True
            elif any(c.isalnum() for c in tree.lower[i]):
                outside = True
    return "indirect" if not within else "mixed" if outside else "direct"


def _span(tree: TokenTree, range_: Range | None) -> tuple[int, int] | None:
    spans = _spans(tree, (range_,)) if range_ is not None else ()
    return spans[0] if spans else None


def _selected(drafts: Sequence[StatementDraft]) -> list[StatementDraft]:
    """Drop attitudes and intentions that are part of what someone else is reported to say.

    Reported speech inside reported speech is kept ("he said the ministry had said ..."): both
    layers attribute.  What a speaker says others want or fear is the speaker's content.
    """
    leads = {verb for draft in drafts for verb in draft.led_by}
    drafts = [draft for draft in drafts if draft.verb not in leads]
    content = sorted((a, b, d.verb) for d in drafts for a, b in d.content)
    kept: list[StatementDraft] = []
    open_: list[tuple[int, int]] = []
    at = 0
    for draft in sorted(drafts, key=lambda d: d.verb):
        while at < len(content) and content[at][0] <= draft.verb:
            open_.append((content[at][1], content[at][2]))
            at += 1
        open_ = [(end, verb) for end, verb in open_ if end > draft.verb]
        inside = any(verb != draft.verb for _, verb in open_)
        if draft.content and (draft.speech or draft.clausal or not inside):
            kept.append(draft)
    return kept
