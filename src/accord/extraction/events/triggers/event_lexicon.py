"""The event lexicon: which words, with which objects and prepositions, make which kind of event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, structs

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.acts import FILE as ACTS_FILE
from accord.vocabulary.acts import Act, Acts
from accord.vocabulary.event_patterns import Pattern
from accord.vocabulary.event_types import Codings, EventType, EventTypes

_CLASS = re.compile(r"@(\w+)")
_CLASSES = "en/events/event_classes.json"
_ROLES = "en/events/event_roles.json"


class _ContextFile(Struct, frozen=True):
    contests: str
    disasters: str
    wider: dict[str, str]


class EventSense(Struct, frozen=True):
    """A pattern made ready for matching."""

    type: EventType
    act: Act | None
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    objects: frozenset[str]
    preposition: str
    prep_nouns: frozenset[str]
    comp: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    modifiers: frozenset[str]
    doers: frozenset[str]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mutual: bool
    one: bool
    named: bool
    home: bool
    weak: bool
    bare: bool
    negated: bool

    @property
    def specificity(self) -> int:
        """How much must hold for the sense to apply."""
        objects = self.objects - {"*"}
        held = (
            self.phrases or self.modifiers or self.doers or self.negated,
            objects,
            self.preposition,
            self.comp,
        )
        return sum(weight for weight, part in zip((8, 4, 2, 1), held, strict=True) if part)

    @property
    def family(self) -> str | None:
        """What its act takes up and is taken up by; None without an act."""
        return self.act.family if self.act is not None else None

    @property
    def deed(self) -> str | None:
        """What the words for its act say again; None without an act."""
        return self.act.deed if self.act is not None else None

    @property
    def is_strike(self) -> bool:
        """Whether its act is a strike."""
        return self.act is not None and self.act.strike

    @property
    def is_dialogue(self) -> bool:
        """Whether in its act two sides talk with each other."""
        return self.act is not None and self.act.dialogue

    @property
    def is_of_mission(self) -> bool:
        """Whether its act is one at a mission."""
        return self.act is not None and self.act.mission

    @property
    def is_recognition(self) -> bool:
        """Whether its act gives or withdraws recognition."""
        return self.act is not None and self.act.recognition is not None


class EventLexicon(Struct, frozen=True):
    """Senses by lemma, most specific first, and how events are coded that their words alone do not tell.

    `governing` are the words for those who govern, by the act that an act on them becomes ("recognise");
    `amounts` the nouns that count others ("a fleet of buses"); `wider` the nouns that may take up others
    ("the measures" for sanctions).
    """

    verbs: Mapping[str, tuple[EventSense, ...]]
    nouns: Mapping[str, tuple[EventSense, ...]]
    adjectives: Mapping[str, tuple[EventSense, ...]]
    codings: Codings
    governing: Mapping[str, frozenset[str]]
    amounts: frozenset[str]
    wider: Mapping[str, frozenset[str]]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> EventLexicon:
        """Read the acts, event_verbs.json, event_phrases.json, event_nouns.json and event_adjectives.json.

        Raises:
            VocabularyError: a file is missing, or names a type, an act or a class that does not exist.
        """
        types, acts = EventTypes.load(vocabulary), Acts.load(vocabulary).by_id
        contexts = vocabulary.read(_ROLES, _ContextFile)
        classes = vocabulary.read(_CLASSES, dict[str, str])
        reader = _PatternReader(vocabulary, types, acts, contexts, classes)
        verbs = reader.senses(
            ("en/events/event_phrases.json", "en/events/event_verbs.json"),
            [(act, act.triggers.verbs) for act in acts.values()],
            ("subject",),
            ("object",),
        )
        nouns = reader.senses(
            ("en/events/event_nouns.json",),
            [(act, act.triggers.nouns) for act in acts.values()],
            ("poss", "by", "mod", "subject"),
            ("of", "against", "on"),
        )
        adjectives = reader.senses(
            ("en/events/event_adjectives.json",),
            [(act, act.triggers.adjectives) for act in acts.values()],
            ("subject",),
            ("of", "to", "with", "about"),
        )
        return cls(
            verbs=verbs,
            nouns=nouns,
            adjectives=adjectives,
            codings=types.codings,
            governing=_governing(verbs, acts),
            amounts=frozenset(classes["amounts"].split()),
            wider={lemma: frozenset(words.split()) for lemma, words in contexts.wider.items()},
        )


def _governing(
    verbs: Mapping[str, tuple[EventSense, ...]], acts: Mapping[str, Act]
) -> dict[str, frozenset[str]]:
    """The objects of the verbs for each act that another becomes where it is done to those who govern."""
    objects: dict[str, set[str]] = {act.of_rulers: set() for act in acts.values() if act.of_rulers}
    for senses in verbs.values():
        for sense in senses:
            if sense.act is not None and sense.act.id in objects:
                objects[sense.act.id] |= sense.objects
    return {act: frozenset(words) for act, words in objects.items()}


def spellings(lemma: str) -> Iterable[str]:
    """The lemma and its British spelling where that differs by rule."""
    yield lemma
    if lemma.endswith("ize") or "ize_" in lemma:
        yield lemma.replace("ize", "ise")
    if lemma.endswith("ization"):
        yield lemma.replace("ization", "isation")


class _PatternReader(Struct, frozen=True):
    """Makes senses of the patterns of lexicon files and of acts."""

    vocabulary: Vocabulary
    types: EventTypes
    acts: Mapping[str, Act]
    contexts: _ContextFile
    classes: Mapping[str, str]

    def senses(
        self,
        files: Iterable[str],
        own: Iterable[tuple[Act, tuple[Pattern, ...]]],
        actor: tuple[str, ...],
        recipient: tuple[str, ...],
    ) -> dict[str, tuple[EventSense, ...]]:
        """The senses of files, then of acts' own patterns, by lemma.

        `actor` and `recipient` are the roles of patterns that name none.
        """
        found: dict[str, list[EventSense]] = {}
        lines = [(name, p) for name in files for p in self.vocabulary.read(name, list[Pattern])]
        lines += [(ACTS_FILE, structs.replace(p, act=p.act or act.id)) for act, listed in own for p in listed]
        for name, pattern in lines:
            sense = self._sense(f"{name}, {pattern.words!r}", pattern, actor, recipient)
            for word in pattern.words.split():
                for lemma in spellings(word):
                    found.setdefault(lemma, []).append(sense)
        return {lemma: tuple(sorted(listed, key=_by_specificity)) for lemma, listed in found.items()}

    def _sense(
        self, entry: str, pattern: Pattern, actor: tuple[str, ...], recipient: tuple[str, ...]
    ) -> EventSense:
        if pattern.act:
            _check(entry, pattern.act, "act", self.acts)
        act = self.acts.get(pattern.act)
        preposition, _, nouns = self._expanded(entry, pattern.prep).partition(":")
        contexts = pattern.contexts or (act.contexts if act else "")
        unless = pattern.unless.replace("@contest", self.contexts.contests)
        unless = unless.replace("@disaster", self.contexts.disasters)
        return EventSense(
            type=self.types.get(pattern.type or (act.type if act else ""), entry),
            act=act,
            mode=pattern.mode or (act.mode if act else None) or None,
            cameo=pattern.cameo or (act.cameo if act else None) or None,
            contexts=tuple(contexts.split()),
            objects=frozenset(self._expanded(entry, pattern.object).split()),
            preposition=preposition,
            prep_nouns=frozenset(nouns.split()),
            comp=pattern.comp,
            phrases=tuple(part for part in pattern.phrase.split("|") if part),
            unless=tuple(part for part in unless.split("|") if part),
            modifiers=frozenset(pattern.mod.split()),
            doers=frozenset(self._expanded(entry, pattern.who).split()),
            actor=tuple(pattern.actor.split()) or actor,
            recipient=tuple(pattern.recipient.split()) or recipient,
            mutual=pattern.mutual,
            one=pattern.one or act is not None,
            named=pattern.named,
            home=pattern.home,
            weak=pattern.weak,
            bare=pattern.bare,
            negated=pattern.negated,
        )

    def _expanded(self, entry: str, words: str) -> str:
        """Words with those of a class in the place of its name."""
        for class_ in _CLASS.findall(words):
            _check(entry, class_, "class", (*self.classes, "name"))
        return _CLASS.sub(lambda match: self.classes.get(match[1], match[0]), words)


def _by_specificity(sense: EventSense) -> int:
    """The most specific sense comes first."""
    return -sense.specificity


def _check(entry: str, value: str, what: str, allowed: Iterable[str]) -> None:
    if value not in allowed:
        raise VocabularyError(
            f"vocabulary file {entry}: {value!r} is no {what}; it is one of {', '.join(sorted(allowed))}"
        )
