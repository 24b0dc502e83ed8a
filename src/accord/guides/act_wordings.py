"""How guides to diplomatic relations word the acts of missions: the vocabulary, compiled to patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from accord.errors import VocabularyError
from accord.guides.mission_acts import Kind
from accord.vocabulary import PACKAGED, Vocabulary

About = Literal[
    "open", "reopen", "close", "suspend", "sever", "raise", "attain", "replace", "present", "accept",
    "declare", "appoint", "arrive", "recognize", "represent", "leave", "last", "other",
]  # fmt: skip
ThingName = Literal["mission", "staff", "interests", "government", "relations", "credentials", "post"]

# "The Legation opens"; of the others, that form is more often a noun ("names", "hands").
_TOLD_AS_PRESENT = frozenset({"open", "reopen", "close", "suspend", "sever"})
_VOWELS = frozenset("aeiou")
# What may stand before the word for a mission's work: "resumed its full operations".
_OWN = r"(?:(?:its|their|all|full|normal|regular|official|formal|diplomatic|consular|embassy)\s+){0,3}"
_TO = r"(?:to|not)\s+(?:\w+ly\s+)?"


class _Mission(Struct, frozen=True, forbid_unknown_fields=True):
    level: str
    words: tuple[str, ...]


class Rank(Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of heads of mission and the levels they stand for; None is that of the mission they head.

    Who heads a mission `interim` stands in for its head, and tells nothing of its level.
    """

    level: str | None
    words: tuple[str, ...]
    interim: bool = False


class _Verbs(Struct, frozen=True, forbid_unknown_fields=True):
    about: About
    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    missions: tuple[_Mission, ...]
    staff: tuple[str, ...]
    parts: tuple[str, ...]
    ranks: tuple[Rank, ...]
    not_ranks: tuple[str, ...]
    verbs: tuple[_Verbs, ...]
    work: tuple[str, ...]
    tells: Mapping[ThingName, Mapping[About, Kind]]
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


class Form(Struct, frozen=True):
    """A form of what tells of an act: of which verb (or noun), and how it stands."""

    about: About
    verb: str
    shape: Literal["finite", "infinitive", "-ing", "noun"]


class Words(Struct, frozen=True):
    """The patterns, and what a found word stands for by its lower-case form.

    Of the words that end relations, `ends` end a mission too: a "broken" or "cut" mission is none.
    """

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
    ranks: Mapping[str, Rank]
    forms: Mapping[str, Form]
    tells: Mapping[ThingName, Mapping[About, Kind]]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Words:
        """Read and compile the vocabulary.

        Raises:
            VocabularyError: the file is broken, or what ends a mission is no word that ends relations.
        """
        file = vocabulary.read("en/acts/mission_words.json", _File)
        levels = {word: item.level for item in file.missions for word in item.words}
        ranks = {word: item for item in file.ranks for word in item.words}
        forbidden = "|".join(map(re.escape, file.not_ranks))
        forms = {text: form for item in file.verbs for text, form in _forms(item)}
        if strange := sorted(file.ends - {form.verb for form in forms.values() if form.about == "sever"}):
            raise VocabularyError(
                f"vocabulary file mission_words.json: {', '.join(strange)} in `ends` must stand among the "
                "verbs or nouns about `sever` too"
            )
        work = rf"{_OWN}(?:{_alternatives(file.work)})"
        verb = "|".join(
            _pattern(text).replace(re.escape("{work}"), work)
            for text in sorted(forms, key=lambda text: (-len(text.replace("{work}", " " * 20)), text))
        )
        return cls(
            mission=re.compile(
                rf"(?<![\w-])(?:{_alternatives(levels)})(?!\w)(?!\s+(?:{_alternatives(file.parts)})\b)",
                re.IGNORECASE,
            ),
            staff=_staff(file.staff, levels),
            rank=re.compile(rf"\b(?:(?:{forbidden})\b|({_alternatives(ranks)})\b)", re.IGNORECASE),
            verb=re.compile(rf"(?<![\w-])(?:{verb})(?![\w-])", re.IGNORECASE),
            work=re.compile(rf"{work}\Z", re.IGNORECASE),
            irreal=re.compile(
                rf"\b(?:{_alternatives(file.irreal)})\s+(?:have\s+)?(?:be(?:en)?\s+)?(?:\w+ly\s+)?\Z",
                re.IGNORECASE,
            ),
            unsure=re.compile(rf"\b(?:{_alternatives(file.unsure)})\s+(?:(?:the|an?)\s+)?\Z", re.IGNORECASE),
            undone=re.compile(
                rf"[^.;,]*?\b(?:was|were|been|be)\s+(?:\w+ly\s+)?(?:{_alternatives(file.undone)})\b",
                re.IGNORECASE,
            ),
            credentials=_any(file.credentials),
            government=_any(file.governments),
            interests=_any(file.interests),
            relations=re.compile(
                rf"(?<!\w)(?:(?:{_alternatives(file.other_relations)})\s+(?:\w+|and\s+\w+\s+\w+)"
                rf"|({_alternatives(file.relations)}))(?!\w)",
                re.IGNORECASE,
            ),
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

    def form(self, text: str) -> Form:
        """What a match of `verb` is a form of."""
        words = " ".join(text.casefold().split())
        found = self.forms.get(words) or self.forms.get(self.work.sub("{work}", words))
        if found is not None:
            return found
        first, _, rest = words.partition(" ")  # "not formally opened": an adverb stands between
        return self.forms[f"{first} {rest.partition(' ')[2]}"]


def _forms(item: _Verbs) -> Iterator[tuple[str, Form]]:
    for verb in item.verbs:
        head, _, rest = verb.partition(" ")
        after = f" {rest}" if rest else ""
        base, past, participle, ing = _principal_parts(head)
        lemma = base + after
        present = {_third_person(base)} if item.about in _TOLD_AS_PRESENT else set()
        for text in {past, participle} | present:
            yield text + after, Form(item.about, lemma, "finite")
        yield ing + after, Form(item.about, lemma, "-ing")
        for particle in ("to", "not"):
            yield f"{particle} {lemma}", Form(item.about, lemma, "infinitive")
    for noun in item.nouns:
        yield f"{noun} of", Form(item.about, noun, "noun")
    for phrase in item.phrases:
        yield phrase, Form(item.about, phrase, "finite")


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


def _staff(nouns: Iterable[str], levels: Iterable[str]) -> re.Pattern[str]:
    """Those who work at a mission, all of them: "the Embassy staff", "all remaining personnel"."""
    people, missions = _alternatives(nouns), _alternatives(levels)
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{missions})(?:’s|'s)?\s+(?:{people})"
        rf"|(?:{people}|(?:last|remaining)\s+members)\s+(?:of|at|from)\s+(?:the\s+)?(?:\S+\s+)?"
        rf"(?P<after>{missions})"
        rf"|(?:all|last|remaining)\s+(?:of\s+)?(?:the\s+)?(?:\S+\s+){{0,3}}?(?:{people}))(?!\w)",
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
