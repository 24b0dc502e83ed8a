"""Who of the cast made a statement, to whom, through what medium and on what occasion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct, field

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue import CueSource, Ranges, StatementDraft
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.records import ActorMention
from accord.vocabulary import Vocabulary

Range = tuple[int, int]

_MEMORY = 1200


class OccasionWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `vocabulary/occasions.json`: nouns of media and occasions, and what introduces them.

    `voices` speak for whose they are, whom `owners` lead to ("a spokesman for ..."); `labels` stand before
    a colon and do not speak ("Photo: ...").  `hearers` lead to who is told.  `personal` pronouns stand for a
    person who spoke, `collective` ones for a body.
    """

    media: frozenset[str]
    platforms: frozenset[str]
    occasions: frozenset[str]
    medium_prepositions: frozenset[str]
    occasion_prepositions: frozenset[str]
    speaking: frozenset[str]
    voices: frozenset[str]
    labels: frozenset[str]
    owners: frozenset[str]
    hearers: frozenset[str]
    personal: frozenset[str]
    collective: frozenset[str]


class Circumstances(Struct, frozen=True):
    """Token ranges of what is told around a statement."""

    addressee: Range | None = None
    medium: Range | None = None
    occasion: Range | None = None


def load_occasions(vocabulary: Vocabulary) -> OccasionWords:
    """Read `occasions.json`."""
    return vocabulary.read("en/statements/occasions.json", OccasionWords)


def circumstances(
    tree: TokenTree, draft: StatementDraft, words: OccasionWords, lexicon: CueLexicon
) -> Circumstances:
    """Addressee, medium and occasion of the statement, found among what hangs on its cue."""
    if not tree.is_verb(draft.verb):
        return Circumstances()
    medium: Range | None = None
    occasion: Range | None = None
    for preposition in _prepositions(tree, draft, words):
        kind = _kind(tree, preposition, words)
        span = _before(draft.content, (tree.left[preposition], tree.right[preposition]))
        if kind == "medium" and medium is None:
            medium = span
        elif kind == "occasion" and occasion is None:
            occasion = span
    return Circumstances(_addressee(tree, draft, words, lexicon), medium, occasion)


def _prepositions(tree: TokenTree, draft: StatementDraft, words: OccasionWords) -> Iterator[int]:
    """Prepositions on the cue, and on "speaking ..." beside its subject, that are no part of the content."""
    hosts = [draft.verb]
    subject = tree.subject(draft.verb)
    for host in (draft.verb, *(() if subject is None else (subject,))):
        hosts.extend(k for k in tree.kids[host] if tree.lower[k] in words.speaking)
    head = tree.head[draft.verb]
    if tree.dep[draft.verb] in {"conj", "advcl", "xcomp"} and head < draft.verb:
        hosts.append(head)
    if subject is not None:
        behind_comma = (k for k in tree.kids[subject] if tree.dep[k] == "prep" and tree.lower[k - 1] == ",")
        yield from (k for k in behind_comma if k > subject and tree.right[k] > k + 1)
    for host in hosts:
        for k in tree.kids[host]:
            if tree.dep[k] == "prep" and tree.right[k] > k + 1 and not _within(draft.content, k):
                yield k


def _before(content: Ranges, span: Range) -> Range:
    """`span` short of the content that the parse took into it."""
    inside = [start for start, _ in content if span[0] < start < span[1]]
    return (span[0], min(inside)) if inside else span


def _within(ranges: Ranges, token: int) -> bool:
    return any(start <= token < end for start, end in ranges)


def _kind(tree: TokenTree, preposition: int, words: OccasionWords) -> str | None:
    noun = tree.child(preposition, "pobj", "pcomp")
    if noun is None:
        inner = tree.child(preposition, "prep")
        noun = None if inner is None else tree.child(inner, "pobj")
    if noun is None:
        return None
    word, introduced = tree.lower[noun], tree.lower[preposition]
    telling = any(tree.lower[i] in words.occasions for i in range(noun + 1, tree.right[noun]))
    if introduced in words.medium_prepositions:
        if introduced != "in" and _on_platform(tree, noun, words):
            return "medium"
        if word in words.media:
            return "occasion" if telling and tree.lower[noun + 1] == "of" else "medium"
    if introduced in words.occasion_prepositions and word in words.occasions:
        return "occasion"
    return None


def _on_platform(tree: TokenTree, noun: int, words: OccasionWords) -> bool:
    return any(
        tree.lower[i] in words.platforms and tree.tag[i].startswith("NNP")
        for i in range(tree.left[noun], noun + 1)
    )


def _addressee(
    tree: TokenTree, draft: StatementDraft, words: OccasionWords, lexicon: CueLexicon
) -> Range | None:
    verb = draft.verb
    frames = lexicon.frames(tree, verb)
    hearing = "addressee" in frames
    for k in tree.kids[verb]:
        if k < verb or _within(draft.content, k) or _within(draft.source.ranges, k):
            continue
        if hearing and tree.dep[k] in {"dobj", "dative"} and tree.lower[k] != "to":
            return _before(draft.content, (tree.left[k], tree.right[k]))
        if tree.lower[k] in words.hearers and tree.dep[k] in {"prep", "dative"} and "quote" in frames:
            noun = tree.child(k, "pobj")
            if noun is not None and (k, k + 1) not in draft.cue:
                return (tree.left[noun], tree.right[noun])
    return None


class Speakers(Struct):
    """Resolves sources in the order of the text, keeping who spoke last for pronouns.

    One instance reads one report.
    """

    tree: TokenTree
    cast: Cast
    words: OccasionWords
    relatives: frozenset[str]
    _last: list[tuple[int, str]] = field(default_factory=list)

    def of(self, draft: StatementDraft) -> str | None:
        """The identifier of the speaker of `draft`, or None where nobody is named or resolves."""
        found = self._resolve(draft.source)
        if found is None and draft.speech and not draft.source.ranges:
            found = self._spoke_last(draft.verb, None)
        if found is not None and found in self.cast.by_id:
            self._last.append((draft.verb, found))
        return found

    def _resolve(self, source: CueSource) -> str | None:
        tree, head = self.tree, source.head
        if head is None:
            return None
        if tree.lower[head] in self.relatives:
            head = self._antecedent(head)
            if head is None:
                return None
        mention = self._mention(head)
        if mention is not None and (mention.form == "name" or self.tree.lower[head] not in self.words.voices):
            return mention.actor
        owner = self._owner(head)
        if owner is not None:
            return owner
        if mention is not None:
            return mention.actor
        word = tree.lower[head]
        if word in self.words.personal:
            return self._spoke_last(head, "person") or self._subject_before(head)
        if word in self.words.collective:
            return self._spoke_last(head, "body")
        return None

    def _antecedent(self, relative: int) -> int | None:
        tree = self.tree
        above = next((i for i in tree.ancestors(relative) if tree.dep[i] == "relcl"), None)
        return None if above is None else tree.head[above]

    def _mention(self, head: int) -> ActorMention | None:
        start, end = self.tree.start[head], self.tree.end[head]
        starts = self.cast.mentions
        index = bisect_left(starts, end, key=lambda m: m.start) - 1
        if index >= 0 and starts[index].start <= start < starts[index].end:
            return starts[index]
        return None

    def _owner(self, head: int) -> str | None:
        """Whose voice a spokesman, a statement or a report is; and names in apposition."""
        tree = self.tree
        for k in tree.kids[head]:
            if tree.dep[k] == "appos":
                mention = self._mention(k)
                if mention is not None:
                    return mention.actor
        if tree.lower[head] not in self.words.voices:
            return None
        for k in tree.kids[head]:
            if tree.dep[k] in {"poss", "compound", "nmod", "amod"}:
                mention = self._mention(k)
            elif tree.dep[k] == "prep" and tree.lower[k] in self.words.owners:
                noun = tree.child(k, "pobj")
                mention = None if noun is None else self._mention(noun)
            else:
                continue
            if mention is not None:
                return mention.actor
        return None

    def _spoke_last(self, at: int, kind: str | None) -> str | None:
        for token, actor in reversed(self._last):
            if self.tree.start[at] - self.tree.start[token] > _MEMORY:
                return None
            person = self.cast.by_id[actor].kind == "person"
            if kind is None or person == (kind == "person"):
                return actor
        return None

    def _subject_before(self, at: int) -> str | None:
        """The last person named before token `at`, in this sentence or the one before."""
        tree = self.tree
        first = tree.sentence[max(0, tree.sentence[at] - 1)]
        mentions = self.cast.within(tree.start[first], tree.start[at])
        people = [m for m in mentions if self.cast.by_id[m.actor].kind == "person"]
        return people[-1].actor if people else None
