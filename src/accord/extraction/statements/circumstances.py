"""To whom a statement was made, through what medium and on what occasion."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue import Ranges, StatementDraft
from accord.extraction.statements.cue_lexicon import CueLexicon
from accord.vocabulary import Vocabulary

Range = tuple[int, int]


class OccasionWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `vocabulary/occasions.json`: nouns of media and occasions, and what introduces them.

    `voices` speak for whose they are, whom `owners` lead to ("a spokesman for ..."); `labels` stand before
    a colon and do not speak ("Photo: ...").  `hearers` lead to who is told.  `personal` pronouns stand for a
    person who spoke, `collective` ones for a body or for several.  `denials` answer `accusations`.
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
    accusations: frozenset[str]
    denials: frozenset[str]


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
