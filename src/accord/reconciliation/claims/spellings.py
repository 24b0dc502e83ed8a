"""Names that reports, or one report, spell in several ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from rapidfuzz.distance import OSA

from accord.disjoint_sets import Union
from accord.reconciliation.actors.names import unaccented
from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import SPELLING
from accord.records import Evidence

# Two words with capitals, the second perhaps behind a joined particle ("Yahya al-Masri").
_WORD = r"[A-Z][\w’'-]*[a-z][\w’'-]*"
_NAME = re.compile(rf"(?<![\w’'.-])(?=({_WORD}) ((?:[a-z]{{2}}-)?{_WORD}))")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_LONG = 6
_SHORT = 4
# Nobody's name is spelt in more ways; those are several people of like names.
_MOST_SPELLINGS = 3


class SpeltName(Struct, frozen=True):
    """A name of two words as it is written in one place, and whether it is known for a person's there."""

    first: str
    last: str
    evidence: Evidence
    person: bool = False

    @property
    def written(self) -> str:
        """The name as it is written."""
        return f"{self.first} {self.last}"


def spelling_claims(sources: Sources, no_names: frozenset[str] = frozenset()) -> Iterator[ClaimDraft]:
    """One claim for each name of which a word is spelled otherwise in another place.

    A report that uses both spellings more than once tells of two bearers of like names.  `no_names` are words
    in lower case that begin no name ("the").
    """
    names = list(_names(sources, no_names))
    by_form: dict[str, list[SpeltName]] = defaultdict(list)
    for name in names:
        by_form[name.written].append(name)
    forms = sorted(by_form)
    union = Union(len(forms))
    for one, other in _candidates(forms):
        ones, others = by_form[forms[one]], by_form[forms[other]]
        of_persons = all(any(name.person for name in names) for names in (ones, others))
        if _misspelt(forms[one], forms[other], of_persons) and not _two_bearers(ones, others):
            union.join(one, other)
    for held in union.sets():
        if 1 < len(held) <= _MOST_SPELLINGS:
            yield _claim([name for number in held for name in by_form[forms[number]]], sources)


def _names(sources: Sources, no_names: frozenset[str]) -> Iterator[SpeltName]:
    for reading in sources.readings:
        persons = {entity.id for entity in reading.entities if entity.kind == "person"}
        known = sorted((m.start, m.end) for m in reading.actors if m.actor in persons)
        for sentence in reading.sentences:
            text = reading.text[sentence.start : sentence.end]
            for match in _NAME.finditer(text):
                if _POSSESSIVE.search(match[1]) or match[1].casefold() in no_names:
                    continue
                last = _POSSESSIVE.sub("", match[2])
                start, end = sentence.start + match.start(1), sentence.start + match.start(2) + len(last)
                person = any(low <= start and end == high for low, high in known)
                yield SpeltName(match[1], last, sources.evidence(reading.id, start, end), person)


def _candidates(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Names that share one of their two words."""
    held: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for place, word in enumerate(form.split(" ", 1)):
            held[place, _plain(word)].append(number)
    pairs = {
        (one, other)
        for numbers in held.values()
        for at, one in enumerate(numbers)
        for other in numbers[at + 1 :]
    }
    yield from sorted(pairs)


def _plain(word: str) -> str:
    return "".join(letter for letter in unaccented(word) if letter.isalnum())


def _misspelt(one: str, other: str, of_persons: bool) -> bool:
    """One word of two is the same, the other another spelling: a letter or two apart.

    What ends otherwise may be another form of the word ("Ministry", "Minister"), but not of a person's name.
    """
    (a, b), (c, d) = one.split(" ", 1), other.split(" ", 1)
    here, there = (_plain(b), _plain(d)) if _plain(a) == _plain(c) else (_plain(a), _plain(c))
    if here.replace("s", "z") == there.replace("s", "z") or here[:1] != there[:1]:
        return False
    short, long = sorted((here, there), key=len)
    if (short[-1:] != long[-1:] and not of_persons) or any(letter.isdigit() for letter in short + long):
        return False
    apart = OSA.distance(here, there)
    return (apart == 1 and len(short) >= _SHORT) or (apart == 2 and len(short) >= _LONG)


def _two_bearers(one: Sequence[SpeltName], other: Sequence[SpeltName]) -> bool:
    counts: Mapping[str, Counter[str]] = {
        side: Counter(name.evidence.report for name in names)
        for side, names in (("one", one), ("other", other))
    }
    return any(
        counts["one"][report] > 1 and counts["other"][report] > 1
        for report in counts["one"] | counts["other"]
    )


def _claim(names: Sequence[SpeltName], sources: Sources) -> ClaimDraft:
    values = gather(
        (
            name.written,
            name.written,
            (sources.around(name.evidence.report, name.evidence.start, name.evidence.end),),
        )
        for name in names
    )
    most = Counter(name.written for name in names).most_common(1)[0][0]
    return claim(SPELLING, most, values, None)
