"""How guides to diplomatic relations word the acts of missions: the vocabulary, compiled to patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from accord.errors import VocabularyError
from accord.guides.mission_acts import ActKind
from accord.guides.phrase_patterns import PhrasePatterns
from accord.vocabulary import PACKAGED, Vocabulary

About = Literal[
    "open", "reopen", "close", "suspend", "sever", "raise", "attain", "replace", "present", "accept",
    "declare", "appoint", "arrive", "recognize", "represent", "leave", "last", "other",
]  # fmt: skip
_FILE = "en/acts/mission_words.json"
ObjectName = Literal["mission", "staff", "interests", "government", "relations", "credentials", "post"]

# "The Legation opens"; of the others, that form is more often a noun ("names", "hands").
_TOLD_AS_PRESENT = frozenset({"open", "reopen", "close", "suspend", "sever"})
_VOWELS = frozenset("aeiou")
_TO = r"(?:to|not)\s+(?:\w+ly\s+)?"


class MissionNouns(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for a mission of a level."""

    level: str
    words: tuple[str, ...]


class HeadRank(Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of heads of mission and the levels they stand for; None is that of the mission they head.

    Who heads a mission `interim` stands in for its head, and tells nothing of its level.
    """

    level: str | None
    words: tuple[str, ...]
    interim: bool = False


class VerbsOfAct(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs, nouns and phrases that tell of one sort of act; a verb in its base form."""

    about: About
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class MissionWordsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """mission_words.json, whose `about` says what each list holds."""

    about: str
    missions: tuple[MissionNouns, ...]
    staff: tuple[str, ...]
    parts: tuple[str, ...]
    ranks: tuple[HeadRank, ...]
    not_ranks: tuple[str, ...]
    verbs: tuple[VerbsOfAct, ...]
    work: tuple[str, ...]
    tells: Mapping[ObjectName, Mapping[About, ActKind]]
    irreal: tuple[str, ...]
    unsure: tuple[str, ...]
    undone: tuple[str, ...]
    credentials: tuple[str, ...]
    governments: tuple[str, ...]
    interests: tuple[str, ...]
    relations: tuple[str, ...]
    other_relations: tuple[str, ...]
    away: tuple[str, ...]
    settled: tuple[str, ...]
    kept: tuple[str, ...]
    lists: tuple[str, ...]
    ends: frozenset[str]
    before_work: tuple[str, ...]
    whole: tuple[str, ...]


class VerbForm(Struct, frozen=True):
    """A form of what tells of an act: of which verb (or noun), and how it stands."""

    about: About
    verb: str
    shape: Literal["finite", "infinitive", "-ing", "noun"]


class GuideWords(Struct, frozen=True):
    """The patterns, and what a found word stands for by its lower-case form.

    Of the words that end relations, `ends` end a mission too: a "broken" or "cut" mission is none.
    """

    phrases: PhrasePatterns
    mission: re.Pattern[str]
    staff: re.Pattern[str]
    rank: re.Pattern[str]
    verb: re.Pattern[str]
    work: re.Pattern[str]
    irreal: re.Pattern[str]
    unsure: re.Pattern[str]
    undone: re.Pattern[str]
    credentials: re.Pattern[str]
    government: re.Pattern[str]
    interests: re.Pattern[str]
    relations: re.Pattern[str]
    away: re.Pattern[str]
    settled: re.Pattern[str]
    kept: re.Pattern[str]
    lists: re.Pattern[str]
    ends: frozenset[str]
    levels: Mapping[str, str]
    ranks: Mapping[str, HeadRank]
    forms: Mapping[str, VerbForm]
    tells: Mapping[ObjectName, Mapping[About, ActKind]]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> GuideWords:
        """Read and compile the vocabulary.

        Raises:
            VocabularyError: the file is broken, or what ends a mission is no word that ends relations.
        """
        file = vocabulary.read(_FILE, MissionWordsFile)
        forms = {text: form for item in file.verbs for text, form in _forms(item)}
        if strange := sorted(file.ends - {form.verb for form in forms.values() if form.about == "sever"}):
            raise VocabularyError(
                f"vocabulary file {_FILE}: {', '.join(strange)} in `ends` must stand among the "
                "verbs or nouns about `sever` too"
            )
        levels = {word: item.level for item in file.missions for word in item.words}
        ranks = {word: item for item in file.ranks for word in item.words}
        work = rf"(?:(?:{_alternatives(file.before_work)})\s+){{0,3}}(?:{_alternatives(file.work)})"
        return cls(
            phrases=PhrasePatterns.load(vocabulary),
            mission=_missions(levels, file.parts),
            staff=_staff(file, levels),
            rank=_ranks(ranks, file.not_ranks),
            verb=_verbs(forms, work),
            work=re.compile(rf"{work}\Z", re.IGNORECASE),
            irreal=_irreal(file.irreal),
            unsure=re.compile(rf"\b(?:{_alternatives(file.unsure)})\s+(?:(?:the|an?)\s+)?\Z", re.IGNORECASE),
            undone=_undone(file.undone),
            credentials=_any(file.credentials),
            government=_any(file.governments),
            interests=_any(file.interests),
            relations=_relations(file.relations, file.other_relations),
            away=_any(file.away),
            settled=_any(file.settled),
            kept=_any(file.kept),
            lists=_any(file.lists),
            ends=file.ends,
            levels=levels,
            ranks=ranks,
            forms=forms,
            tells=file.tells,
        )

    def form(self, text: str) -> VerbForm:
        """What a match of `verb` is a form of."""
        words = " ".join(text.casefold().split())
        found = self.forms.get(words) or self.forms.get(self.work.sub("{work}", words))
        if found is not None:
            return found
        first, _, rest = words.partition(" ")  # "not formally opened": an adverb stands between
        return self.forms[f"{first} {rest.partition(' ')[2]}"]


def _forms(item: VerbsOfAct) -> Iterator[tuple[str, VerbForm]]:
    for verb in item.verbs:
        head, _, rest = verb.partition(" ")
        after = f" {rest}" if rest else ""
        base, past, participle, ing = _principal_parts(head)
        lemma = base + after
        present = {_third_person(base)} if item.about in _TOLD_AS_PRESENT else set()
        for text in {past, participle} | present:
            yield text + after, VerbForm(item.about, lemma, "finite")
        yield ing + after, VerbForm(item.about, lemma, "-ing")
        for particle in ("to", "not"):
            yield f"{particle} {lemma}", VerbForm(item.about, lemma, "infinitive")
    for noun in item.nouns:
        yield f"{noun} of", VerbForm(item.about, noun, "noun")
    for phrase in item.phrases:
        yield phrase, VerbForm(item.about, phrase, "finite")


def _principal_parts(verb: str) -> tuple[str, str, str, str]:
    """A verb's base, past, participle and form in -ing, from "sever" or "break/broke/broken"."""
    base, *irregular = verb.split("/")
    mute = base.endswith("e")
    regular = (
        base + "d"
        if mute
        else base[:-1] + "ied"
        if base[-1] == "y" and base[-2] not in _VOWELS
        else base + "ed"
    )
    ing = (base[:-1] if mute else base) + "ing"
    past, participle, ing = (*irregular, *(regular, regular, ing)[len(irregular) :])
    return base, past, participle, ing


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base + "es"
    return base[:-1] + "ies" if base[-1] == "y" and base[-2] not in _VOWELS else base + "s"


def _missions(levels: Iterable[str], parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:{_alternatives(levels)})(?!\w)(?!\s+(?:{_alternatives(parts)})\b)", re.IGNORECASE
    )


def _staff(file: MissionWordsFile, levels: Iterable[str]) -> re.Pattern[str]:
    """Those who work at a mission, all of them: "the Embassy staff", "all remaining personnel"."""
    people, missions, whole = (_alternatives(words) for words in (file.staff, levels, file.whole))
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{missions})(?:’s|'s)?\s+(?:{people})"
        rf"|(?:{people}|(?:{whole})\s+members)\s+(?:of|at|from)\s+(?:the\s+)?(?:\S+\s+)?"
        rf"(?P<after>{missions})"
        rf"|(?:{whole})\s+(?:of\s+)?(?:the\s+)?(?:\S+\s+){{0,3}}?(?:{people}))(?!\w)",
        re.IGNORECASE,
    )


def _ranks(ranks: Iterable[str], not_ranks: Iterable[str]) -> re.Pattern[str]:
    """A rank, in the first group, or what contains one and is none."""
    return re.compile(
        rf"\b(?:(?:{'|'.join(map(re.escape, not_ranks))})\b|({_alternatives(ranks)})\b)", re.IGNORECASE
    )


def _verbs(forms: Iterable[str], work: str) -> re.Pattern[str]:
    """What tells of an act; `work` is the pattern of a mission's work, longer than any word for it."""
    longest_first = sorted(forms, key=lambda text: (-len(text.replace("{work}", " " * 20)), text))
    verb = "|".join(_pattern(text).replace(re.escape("{work}"), work) for text in longest_first)
    return re.compile(rf"(?<![\w-])(?:{verb})(?![\w-])", re.IGNORECASE)


def _irreal(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_alternatives(words)})\s+(?:have\s+)?(?:be(?:en)?\s+)?(?:\w+ly\s+)?\Z", re.IGNORECASE
    )


def _undone(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"[^.;,]*?\b(?:was|were|been|be)\s+(?:\w+ly\s+)?(?:{_alternatives(words)})\b", re.IGNORECASE
    )


def _relations(words: Iterable[str], others: Iterable[str]) -> re.Pattern[str]:
    """Diplomatic relations, in the first group, or others."""
    return re.compile(
        rf"(?<!\w)(?:(?:{_alternatives(others)})\s+(?:\w+|and\s+\w+\s+\w+)"
        rf"|({_alternatives(words)}))(?!\w)",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(words)})(?!\w)", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(_pattern, longest_first))


def _pattern(words: str) -> str:
    if words.startswith(("to ", "not ")):
        return _TO.replace("(?:to|not)", words.split()[0]) + _pattern(words.partition(" ")[2])
    return re.escape(words).replace(r"\ ", r"\s+")
