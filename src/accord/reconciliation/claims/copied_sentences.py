"""Sentences that two reports have word for word but for one name, or for a "not"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix, Prefix

from accord.reconciliation.actors.names import unaccented
from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.claims.contrast_words import ContrastWords
from accord.reconciliation.events.join import Happening
from accord.reconciliation.passages import Passage, Passages
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import ACTOR, PLACE, POLARITY, Kind, quoted
from accord.reconciliation.wording.english import shortened
from accord.records import Comparison

_TOKEN = re.compile(r"\w+(?:[.'’-]\w+)*")
_LIKE = 0.5
_FEWEST_WORDS = 8
_LONGEST_NAME = 3
# Two spellings of one name are alike at least so much, out of a hundred.
_SPELT_ALIKE = 70
_Words = tuple[str, ...]


class Parting(Struct, frozen=True):
    """Where two sentences part: the words that both have before and after, and the kind of what differs."""

    before: _Words
    after: _Words
    kind: Kind


def copied_claims(
    sources: Sources, passages: Passages, happenings: Sequence[Happening], words: ContrastWords
) -> Iterator[ClaimDraft]:
    """One claim for each sentence that reports share but for a name or a "not".

    Acts of a known kind among `happenings` are compared as such: talks in two places are two talks.
    Spellings, short forms and other names of one thing are no other name, and who has both names in its
    report, or the other's, may tell of two things.
    """
    acts = {
        (told.report, told.event.sentence)
        for happening in happenings
        if happening.kind is not None
        for told in happening.mentions
    }
    told: dict[Parting, dict[tuple[str, int], str]] = defaultdict(dict)
    for like in passages.alike:
        one, other = passages.all[like.first], passages.all[like.second]
        if like.score < _LIKE or one.report == other.report or not (one.tells and other.tells):
            continue
        if acts & {(one.report, one.index), (other.report, other.index)}:
            continue
        found = _parting(one, other, sources, words)
        if found is not None:
            place, mine, others = found
            told[place][one.report, one.index] = mine
            told[place][other.report, other.index] = others
    for place in sorted(told, key=lambda place: (place.before, place.after)):
        yield _claim(place, told[place], sources)


def _parting(
    one: Passage, other: Passage, sources: Sources, words: ContrastWords
) -> tuple[Parting, str, str] | None:
    """Where two sentences part and what each says there, if that is a name or a "not" alone."""
    here, there = (_TOKEN.findall(sources.sentence(each.report, each.index).text) for each in (one, other))
    if min(len(here), len(there)) < _FEWEST_WORDS:
        return None
    mine, others = _folded(here), _folded(there)
    start = Prefix.similarity(mine, others)
    end = Postfix.similarity(mine[start:], others[start:])
    x, y = here[start : len(here) - end], there[start : len(there) - end]
    before, after = mine[:start], mine[len(mine) - end :]
    if (not x or not y) and len(x) + len(y) == 1 and {*_folded(x), *_folded(y)} <= words.negations:
        said, denied = "it was done", "it was not done"
        return Parting(before, after, POLARITY), *((denied, said) if x else (said, denied))
    if not start or not (_is_name(x, words.no_names) and _is_name(y, words.no_names)) or _may_be_one(x, y):
        return None
    if _is_told(x, other.report, sources) or _is_told(y, one.report, sources):
        return None
    if _belong_together(one, " ".join(x), other, " ".join(y), sources):
        return None
    return (
        Parting(before, after, PLACE if before[-1] in words.place_prepositions else ACTOR),
        " ".join(x),
        " ".join(y),
    )


def _folded(words: Sequence[str]) -> _Words:
    return tuple(word.casefold() for word in words)


def _is_name(words: Sequence[str], no_names: frozenset[str]) -> bool:
    return 0 < len(words) <= _LONGEST_NAME and all(
        word[0].isupper() and word.casefold() not in no_names for word in words
    )


def _may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """The names share a word, are spelt much alike, or one is short for the other."""
    a, b = _plain(" ".join(one)), _plain(" ".join(other))
    if {*_folded(one)} & {*_folded(other)} or fuzz.ratio(a, b) >= _SPELT_ALIKE:
        return True
    initials = {"".join(word[0] for word in words).casefold() for words in (one, other) if len(words) > 1}
    return a.startswith(b) or b.startswith(a) or bool(initials & {a, b})


def _plain(name: str) -> str:
    """A name without accents, signs and blanks."""
    return "".join(c for c in unaccented(name) if c.isalnum())


def _is_told(name: Sequence[str], report: str, sources: Sources) -> bool:
    return re.search(rf"\b{re.escape(name[-1])}\b", sources.reading(report).text) is not None


def _belong_together(one: Passage, x: str, other: Passage, y: str, sources: Sources) -> bool:
    """Both names are of one actor, or of one state ("Moscow", "Russia")."""
    (a, codes), (b, others) = _known(one, x, sources), _known(other, y, sources)
    return bool(a & b) or bool(codes & others)


def _known(passage: Passage, name: str, sources: Sources) -> tuple[frozenset[str], frozenset[str]]:
    """The actors that a name stands for in a sentence, and their states."""
    reading = sources.reading(passage.report)
    sentence = reading.sentences[passage.index]
    found = [
        mention
        for mention in reading.actors
        if sentence.start <= mention.start < sentence.end and (mention.text in name or name in mention.text)
    ]
    return frozenset(m.actor for m in found), frozenset(m.code for m in found if m.code)


def _claim(place: Parting, told: dict[tuple[str, int], str], sources: Sources) -> ClaimDraft:
    values = gather((told[at], told[at], (sources.sentence(*at),)) for at in sorted(told))
    subject = quoted(shortened(sources.sentence(*min(told)).text))
    question = "Who" if place.kind is ACTOR else None
    return claim(place.kind, subject, values, None, question=question, compare=_compare)


def _compare(one: str, other: str) -> Comparison:
    return "agrees" if one == other else "contradicts"
